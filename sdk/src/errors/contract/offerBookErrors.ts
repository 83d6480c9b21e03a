import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";
import { timeInWords } from "./words.ts";

/** Somebody called who may not act for the provider. */
export class OfferBookNotOperatorError extends ContractError<"OfferBook_NotOperator"> {
  override name = "OfferBookNotOperatorError";
}

/** A key made an offer that it may not make. */
export class OfferBookCannotPromiseError extends ContractError<"OfferBook_CannotPromise"> {
  override name = "OfferBookCannotPromiseError";
}

/** An offer has expired. */
export class OfferBookExpiredError extends ContractError<"OfferBook_Expired"> {
  override name = "OfferBookExpiredError";
}

/** An offer was made under another epoch of its provider. */
export class OfferBookWrongEpochError extends ContractError<"OfferBook_WrongEpoch"> {
  override name = "OfferBookWrongEpochError";
}

/** An offer was withdrawn. */
export class OfferBookCanceledError extends ContractError<"OfferBook_Canceled"> {
  override name = "OfferBookCanceledError";
}

/** An offer was published or canceled before. */
export class OfferBookUnchangedError extends ContractError<"OfferBook_Unchanged"> {
  override name = "OfferBookUnchangedError";
}

/** An offer is for somebody else. */
export class OfferBookNotTakerError extends ContractError<"OfferBook_NotTaker"> {
  override name = "OfferBookNotTakerError";
}

/** As many jobs as an offer allows at once are running. */
export class OfferBookNoFreeSlotError extends ContractError<"OfferBook_NoFreeSlot"> {
  override name = "OfferBookNoFreeSlotError";
}

/** An offer opened as many jobs as it may. */
export class OfferBookFullyTakenError extends ContractError<"OfferBook_FullyTaken"> {
  override name = "OfferBookFullyTakenError";
}

/** A field of an offer lies outside of its bounds. */
export class OfferOutOfBoundsError extends ContractError<"Offer_OutOfBounds"> {
  override name = "OfferOutOfBoundsError";
}

/** What to tell about each of them. */
export const offerBookErrors: ErrorTable<
  Extract<ContractErrorName, `OfferBook_${string}` | `Offer_${string}`>
> = {
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
  OfferBook_Expired: {
    Class: OfferBookExpiredError,
    message: ({ orderHash, expiresAt }) => `Offer ${orderHash} expired at ${timeInWords(expiresAt)}.`,
    action: "Take another offer; findOffers tells which ones are alive.",
    retryable: false,
  },
  OfferBook_WrongEpoch: {
    Class: OfferBookWrongEpochError,
    message: ({ orderHash, authEpoch, currentEpoch }) =>
      `Offer ${orderHash} was made in epoch ${authEpoch} of its provider, which is in epoch ${currentEpoch}.`,
    action: "Take another offer; if it is yours, sign it anew with the present epoch.",
    retryable: false,
  },
  OfferBook_Canceled: {
    Class: OfferBookCanceledError,
    message: ({ orderHash }) => `Offer ${orderHash} was canceled by its provider.`,
    action: "Take another offer; findOffers tells which ones are alive.",
    retryable: false,
  },
  OfferBook_Unchanged: {
    Class: OfferBookUnchangedError,
    message: ({ orderHash }) => `Offer ${orderHash} was published or canceled already.`,
    action: "Nothing is left to do; getOfferState tells where it stands.",
    retryable: false,
  },
  OfferBook_NotTaker: {
    Class: OfferBookNotTakerError,
    message: ({ orderHash, caller, taker }) => `Offer ${orderHash} is for ${taker} only, not for ${caller}.`,
    action: "Sign with that account, or take another offer.",
    retryable: false,
  },
  OfferBook_NoFreeSlot: {
    Class: OfferBookNoFreeSlotError,
    message: ({ orderHash, slots }) => `All ${slots} slots of offer ${orderHash} are in use.`,
    action: "Wait until one of its jobs ends, or take another offer.",
    retryable: true,
  },
  OfferBook_FullyTaken: {
    Class: OfferBookFullyTakenError,
    message: ({ orderHash, maxFills }) => `Offer ${orderHash} opened all of its ${maxFills} jobs.`,
    action: "Take another offer; findOffers tells which ones are alive.",
    retryable: false,
  },
  Offer_OutOfBounds: {
    Class: OfferOutOfBoundsError,
    message: ({ field, value, minimum, maximum }) =>
      `The offer's ${field} is ${value}; it must lie between ${minimum} and ${maximum}.`,
    action: "Make the offer with prepareOffer and a value within these bounds.",
    retryable: false,
  },
};
