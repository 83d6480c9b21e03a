import type { OfferRejection } from "../types/offerRejection.ts";
import { WattleError } from "./base.ts";

/** An offer cannot be taken. */
export class OfferUnavailableError extends WattleError {
  override name = "OfferUnavailableError";

  readonly orderHash: string;
  readonly rejection: OfferRejection;

  constructor(orderHash: string, rejection: OfferRejection) {
    super(`The offer ${orderHash} cannot be taken: ${rejection.message}.`, {
      action: "Take another offer; findOffers and findLeaseOffers tell which ones are alive.",
      retryable: rejection.code === "no-free-slot",
    });
    this.orderHash = orderHash;
    this.rejection = rejection;
  }
}

/** The client's claim in the vault does not cover a price, a deposit or a dispute fee. */
export class InsufficientClaimError extends WattleError {
  override name = "InsufficientClaimError";

  readonly token: string;
  /** Base units of the token. */
  readonly claim: bigint;
  /** Base units of the token. */
  readonly needed: bigint;

  constructor(token: string, claim: bigint, needed: bigint) {
    super(`The vault holds ${claim} base units of ${token} for this account, ${needed} are needed.`, {
      action: `Deposit at least ${needed - claim} more with depositPayment.`,
      retryable: false,
    });
    this.token = token;
    this.claim = claim;
    this.needed = needed;
  }
}

/** The market may not move enough of the client's claim. */
export class MarketNotApprovedError extends WattleError {
  override name = "MarketNotApprovedError";

  readonly token: string;
  /** The market's address. */
  readonly market: string;
  /** Base units of the token. */
  readonly allowance: bigint;
  /** Base units of the token. */
  readonly needed: bigint;

  constructor(token: string, market: string, allowance: bigint, needed: bigint) {
    const may = `may move ${allowance} base units of ${token} of this account's claim`;
    super(`The market ${market} ${may}, not ${needed}.`, {
      action:
        "Approve it with approveMarket, or together with the deposit: depositPayment({ market, marketAllowance }).",
      retryable: false,
    });
    this.token = token;
    this.market = market;
    this.allowance = allowance;
    this.needed = needed;
  }
}
