import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";
import { seconds, timeInWords } from "./words.ts";

/** Somebody else than the provider's owner called. */
export class ProviderStakingNotOwnerError extends ContractError<"ProviderStaking_NotOwner"> {
  override name = "ProviderStakingNotOwnerError";
}

/** No stake was to be moved. */
export class ProviderStakingAmountZeroError extends ContractError<"ProviderStaking_AmountZero"> {
  override name = "ProviderStakingAmountZeroError";
}

/** Stake was to go nowhere. */
export class ProviderStakingRecipientZeroError extends ContractError<"ProviderStaking_RecipientZero"> {
  override name = "ProviderStakingRecipientZeroError";
}

/** The stake token moved another amount than asked. */
export class ProviderStakingUnexpectedReceiptError extends ContractError<"ProviderStaking_UnexpectedReceipt"> {
  override name = "ProviderStakingUnexpectedReceiptError";
}

/** There is less free stake than needed. */
export class ProviderStakingInsufficientFreeError extends ContractError<"ProviderStaking_InsufficientFree"> {
  override name = "ProviderStakingInsufficientFreeError";
}

/** A single lock exceeds what the owner allowed. */
export class ProviderStakingLockTooLargeError extends ContractError<"ProviderStaking_LockTooLarge"> {
  override name = "ProviderStakingLockTooLargeError";
}

/** A service would hold more than the owner allowed. */
export class ProviderStakingLimitExceededError extends ContractError<"ProviderStaking_LimitExceeded"> {
  override name = "ProviderStakingLimitExceededError";
}

/** A service holds less than that. */
export class ProviderStakingInsufficientLockedError extends ContractError<"ProviderStaking_InsufficientLocked"> {
  override name = "ProviderStakingInsufficientLockedError";
}

/** Recipients of a slash would get more than half of it. */
export class ProviderStakingSharesTooLargeError extends ContractError<"ProviderStaking_SharesTooLarge"> {
  override name = "ProviderStakingSharesTooLargeError";
}

/** A slash has not one amount for each recipient. */
export class ProviderStakingLengthMismatchError extends ContractError<"ProviderStaking_LengthMismatch"> {
  override name = "ProviderStakingLengthMismatchError";
}

/** A limit is larger than any can be. */
export class ProviderStakingLimitTooLargeError extends ContractError<"ProviderStaking_LimitTooLarge"> {
  override name = "ProviderStakingLimitTooLargeError";
}

/** A single lock would be allowed more than all together. */
export class ProviderStakingMaxPerLockTooLargeError extends ContractError<"ProviderStaking_MaxPerLockTooLarge"> {
  override name = "ProviderStakingMaxPerLockTooLargeError";
}

/** A service holds more than the new limit. */
export class ProviderStakingLimitBelowLockedError extends ContractError<"ProviderStaking_LimitBelowLocked"> {
  override name = "ProviderStakingLimitBelowLockedError";
}

/** Nothing is thawing. */
export class ProviderStakingNothingThawingError extends ContractError<"ProviderStaking_NothingThawing"> {
  override name = "ProviderStakingNothingThawingError";
}

/** Stake has not thawed yet. */
export class ProviderStakingStillThawingError extends ContractError<"ProviderStaking_StillThawing"> {
  override name = "ProviderStakingStillThawingError";
}

/** An account has no claim. */
export class ProviderStakingNothingToClaimError extends ContractError<"ProviderStaking_NothingToClaim"> {
  override name = "ProviderStakingNothingToClaimError";
}

/** The thaw time of a deployment lies outside of its bounds. */
export class ProviderStakingThawSecondsInvalidError extends ContractError<"ProviderStaking_ThawSecondsInvalid"> {
  override name = "ProviderStakingThawSecondsInvalidError";
}

/** What to tell about each of them. */
export const providerStakingErrors: ErrorTable<Extract<ContractErrorName, `ProviderStaking_${string}`>> = {
  ProviderStaking_NotOwner: {
    Class: ProviderStakingNotOwnerError,
    message: ({ provider, caller }) => `${caller} does not own provider ${provider}.`,
    action: "Sign with the owner's key; getProvider tells who that is.",
    retryable: false,
  },
  ProviderStaking_AmountZero: {
    Class: ProviderStakingAmountZeroError,
    message: ({ provider }) => `The amount of stake of provider ${provider} to move is zero.`,
    action: "Pass an amount above zero; getStake tells what there is.",
    retryable: false,
  },
  ProviderStaking_RecipientZero: {
    Class: ProviderStakingRecipientZeroError,
    message: () => `The recipient of the stake is the zero address.`,
    action: "Pass the recipient's address.",
    retryable: false,
  },
  ProviderStaking_UnexpectedReceipt: {
    Class: ProviderStakingUnexpectedReceiptError,
    message: ({ expected, received }) =>
      `The stake token moved ${received} base units instead of ${expected}.`,
    action: "Do not stake with this deployment: its token is not a standard one.",
    retryable: false,
  },
  ProviderStaking_InsufficientFree: {
    Class: ProviderStakingInsufficientFreeError,
    message: ({ provider, free, needed }) =>
      `Provider ${provider} has ${free} base units of free stake; ${needed} are needed.`,
    action: "Add stake with depositStake, or lower another service's limit with authorizeService.",
    retryable: false,
  },
  ProviderStaking_LockTooLarge: {
    Class: ProviderStakingLockTooLargeError,
    message: ({ provider, service, amount, maxPerLock }) =>
      `${service} may lock at most ${maxPerLock} base units of provider ${provider}'s stake at once, not ${amount}.`,
    action:
      "Take an offer with less collateral; the provider's owner can raise maxPerLock with authorizeService.",
    retryable: false,
  },
  ProviderStaking_LimitExceeded: {
    Class: ProviderStakingLimitExceededError,
    message: ({ provider, service, locked, limit }) =>
      `${service} would hold ${locked} base units of provider ${provider}'s stake; its limit is ${limit}.`,
    action: "Wait until one of the provider's jobs ends, or take another provider's offer.",
    retryable: true,
  },
  ProviderStaking_InsufficientLocked: {
    Class: ProviderStakingInsufficientLockedError,
    message: ({ provider, service, locked, needed }) =>
      `${service} holds ${locked} base units of provider ${provider}'s stake, less than ${needed}.`,
    action: "Check the caller: a market or court releases and slashes only what it locked itself.",
    retryable: false,
  },
  ProviderStaking_SharesTooLarge: {
    Class: ProviderStakingSharesTooLargeError,
    message: ({ amount, shares }) =>
      `A slash of ${amount} base units cannot give ${shares} to its recipients: half of it is burned.`,
    action: "Check the caller: a market or court shares at most half of a slash.",
    retryable: false,
  },
  ProviderStaking_LengthMismatch: {
    Class: ProviderStakingLengthMismatchError,
    message: ({ recipients, amounts }) => `A slash names ${recipients} recipients but ${amounts} amounts.`,
    action: "Check the caller: a market or court names an amount for each recipient.",
    retryable: false,
  },
  ProviderStaking_LimitTooLarge: {
    Class: ProviderStakingLimitTooLargeError,
    message: ({ limit, maximum }) => `A limit of ${limit} base units is above the largest one, ${maximum}.`,
    action: "Pass a limit that is at most that.",
    retryable: false,
  },
  ProviderStaking_MaxPerLockTooLarge: {
    Class: ProviderStakingMaxPerLockTooLargeError,
    message: ({ maxPerLock, limit }) =>
      `A single lock of up to ${maxPerLock} base units does not fit into a limit of ${limit}.`,
    action: "Pass a maxPerLock that is at most the limit.",
    retryable: false,
  },
  ProviderStaking_LimitBelowLocked: {
    Class: ProviderStakingLimitBelowLockedError,
    message: ({ provider, service, limit, locked }) =>
      `${service} holds ${locked} base units of provider ${provider}'s stake, more than the new limit of ${limit}.`,
    action: "Set maxPerLock to zero to stop new locks, and lower the limit when the jobs have ended.",
    retryable: true,
  },
  ProviderStaking_NothingThawing: {
    Class: ProviderStakingNothingThawingError,
    message: ({ provider }) => `No stake of provider ${provider} is thawing.`,
    action: "Start with startThaw.",
    retryable: false,
  },
  ProviderStaking_StillThawing: {
    Class: ProviderStakingStillThawingError,
    message: ({ provider, nowAt, thawedAt }) =>
      `The stake of provider ${provider} thaws until ${timeInWords(thawedAt)}, for ${seconds(thawedAt - nowAt)} more.`,
    action: "Call again after that time.",
    retryable: true,
  },
  ProviderStaking_NothingToClaim: {
    Class: ProviderStakingNothingToClaimError,
    message: ({ account }) => `No slash has credited anything to ${account} that it has not withdrawn.`,
    action: "Nothing is left to do; getSlashClaim tells what there is.",
    retryable: false,
  },
  ProviderStaking_ThawSecondsInvalid: {
    Class: ProviderStakingThawSecondsInvalidError,
    message: ({ thawSeconds, minimum, maximum }) =>
      `A thaw time of ${seconds(thawSeconds)} does not lie between ${minimum} and ${maximum}.`,
    action: "Deploy with another thaw time.",
    retryable: false,
  },
};
