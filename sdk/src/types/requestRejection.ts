/** Why a request does not match a search, or cannot be taken. */
export type RequestRejectionCode =
  /** It pays in another token. */
  | "token"
  /** It pays less a second. */
  | "rate"
  /** It may run longer. */
  | "run-limit"
  /** Its adjudicator is not one of those that the provider accepts. */
  | "adjudicator"
  /** It locks more collateral than the provider wants to risk. */
  | "collateral"
  /** Its market would refuse it in any case. */
  | "malformed"
  /** Who would take it is neither the provider's owner nor one of its operators. */
  | "operator"
  /** It pays less than the owner lets operators promise with this token and adjudicator. */
  | "bound"
  /** The machine is not what it asks for, is retired, or is none of the provider's. */
  | "machine"
  /** The provider has less stake than it asks for. */
  | "stake"
  /** The client withdrew it. */
  | "canceled"
  /** It is for another provider. */
  | "taker"
  /** It opened its job, which was not declined. */
  | "taken"
  /** It can no longer be taken. */
  | "expired"
  /** The client voided it. */
  | "epoch"
  /** Its signature is not the client's. */
  | "signature"
  /** The market may not move enough of the client's claim. */
  | "allowance"
  /** The client's claim in the vault does not cover the price. */
  | "claim"
  /** The stake that the provider authorized for the market does not cover the collateral. */
  | "authorization";

/** Why a request does not match. */
export interface RequestRejection {
  readonly code: RequestRejectionCode;
  /** In words, with the values. */
  readonly message: string;
}
