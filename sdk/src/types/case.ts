/** An adjudicator's answers in the order of their numbers on chain. */
export const RULINGS = ["none", "provider-right", "provider-wrong"] as const;

/** An adjudicator's answer: none yet, the result is what the specification asks for, or it is not. */
export type Ruling = (typeof RULINGS)[number];

/** The states of a case in the order of their numbers on chain. */
export const CASE_STATES = ["none", "open", "ruled", "closed"] as const;

/**
 * Where a case stands with an attested adjudicator.
 *
 * - `none`: there is no such case.
 * - `open`: the signers have the turn.
 * - `ruled`: there is an answer, and the signers have the fee.
 * - `closed`: there will be none, and the client has the fee.
 */
export type CaseState = (typeof CASE_STATES)[number];

/** What an attested adjudicator stores of a case. */
export interface CaseDocket {
  readonly state: CaseState;
  readonly ruling: Ruling;
  /** Who gets the fee back if there is no ruling. */
  readonly client: string;
  /** The last second in which a ruling is taken, Unix time of the chain. */
  readonly rulingUntil: number;
  /** The token of the fee. */
  readonly token: string;
  /** Base units of the token. */
  readonly fee: bigint;
}

/** What a market hands to an adjudicator. */
export interface OpenedCase {
  /** The market's name for it: a job's id. */
  readonly caseId: string;
  /** The provider's id. */
  readonly provider: string;
  /** Who disputes. */
  readonly client: string;
  /** The token of the fee. */
  readonly token: string;
  /** Base units of the token. */
  readonly fee: bigint;
  /** The last second in which a ruling is taken, Unix time of the chain. */
  readonly rulingUntil: number;
  /** How long the job may run. */
  readonly runLimitSeconds: number;
  /** The sha2-256 of the job's canonical manifest. */
  readonly specDigest: string;
  /** The first 20 bytes of the digest of the result in dispute (0x hex). */
  readonly resultMark: string;
}

/** One signer's word. */
export interface Attestation {
  readonly signer: string;
  /** ECDSA, or whatever the signer, where it is a contract, accepts (0x hex). */
  readonly signature: string;
}
