import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";

/** Somebody called who may not act for the provider. */
export class OfferBookNotOperatorError extends ContractError<"OfferBook_NotOperator"> {
  override name = "OfferBookNotOperatorError";
}

/** A key made an offer that it may not make. */
export class OfferBookCannotPromiseError extends ContractError<"OfferBook_CannotPromise"> {
  override name = "OfferBookCannotPromiseError";
}

/** As many jobs or leases as an offer allows at once have not ended. */
export class OfferBookNoFreeSlotError extends ContractError<"OfferBook_NoFreeSlot"> {
  override name = "OfferBookNoFreeSlotError";
}

/** An offer opened as many jobs or leases as it may. */
export class OfferBookFullyTakenError extends ContractError<"OfferBook_FullyTaken"> {
  override name = "OfferBookFullyTakenError";
}

/** What to tell about each of them. */
export const offerBookErrors: ErrorTable<Extract<ContractErrorName, `OfferBook_${string}`>> = {
  OfferBook_NotOperator: {
    Class: OfferBookNotOperatorError,
    message: ({ provider, caller }) =>
      `${caller} is neither the owner nor an operator of provider ${provider}.`,
    action: "Sign with such a key, or let the provider's owner add this one with setOperator.",
    retryable: false,
  },
  OfferBook_CannotPromise: {
    Class: OfferBookCannotPromiseError,
    message: ({ orderHash, provider, key }) =>
      BigInt(key) === 0n
        ? `The signature of offer ${orderHash} is of no key at all.`
        : `${key} may not make offer ${orderHash} for provider ${provider}.`,
    action:
      "Take another offer; if it is yours, sign it with the owner's key or within the bounds that setOperatorBound sets.",
    retryable: false,
  },
  OfferBook_NoFreeSlot: {
    Class: OfferBookNoFreeSlotError,
    message: ({ orderHash, slots }) => `All ${slots} slots of offer ${orderHash} are in use.`,
    action: "Wait until what one of them holds has ended, or take another offer.",
    retryable: true,
  },
  OfferBook_FullyTaken: {
    Class: OfferBookFullyTakenError,
    message: ({ orderHash, maxFills }) =>
      `Offer ${orderHash} was taken ${maxFills} times, as often as it may be.`,
    action: "Take another offer; findOffers and findLeaseOffers tell which ones are alive.",
    retryable: false,
  },
};
