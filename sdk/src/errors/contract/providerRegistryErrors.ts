import { decodeShortText } from "../../abi/shortText.ts";
import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";

/** The caller is a provider already. */
export class ProviderRegistryAlreadyRegisteredError extends ContractError<"ProviderRegistry_AlreadyRegistered"> {
  override name = "ProviderRegistryAlreadyRegisteredError";
}

/** No provider has this id. */
export class ProviderRegistryNotRegisteredError extends ContractError<"ProviderRegistry_NotRegistered"> {
  override name = "ProviderRegistryNotRegisteredError";
}

/** Somebody else than the provider's owner called. */
export class ProviderRegistryNotOwnerError extends ContractError<"ProviderRegistry_NotOwner"> {
  override name = "ProviderRegistryNotOwnerError";
}

/** The caller was not offered the provider. */
export class ProviderRegistryNotPendingOwnerError extends ContractError<"ProviderRegistry_NotPendingOwner"> {
  override name = "ProviderRegistryNotPendingOwnerError";
}

/** Somebody called who may not act for the provider. */
export class ProviderRegistryNotOperatorError extends ContractError<"ProviderRegistry_NotOperator"> {
  override name = "ProviderRegistryNotOperatorError";
}

/** A profile has no payout address. */
export class ProviderRegistryPayoutZeroError extends ContractError<"ProviderRegistry_PayoutZero"> {
  override name = "ProviderRegistryPayoutZeroError";
}

/** A profile has no encryption key. */
export class ProviderRegistryEncryptionKeyZeroError extends ContractError<"ProviderRegistry_EncryptionKeyZero"> {
  override name = "ProviderRegistryEncryptionKeyZeroError";
}

/** A key already is, or already is not, an operator. */
export class ProviderRegistryOperatorUnchangedError extends ContractError<"ProviderRegistry_OperatorUnchanged"> {
  override name = "ProviderRegistryOperatorUnchangedError";
}

/** A machine's claim says too little. */
export class ProviderRegistryMachineClaimInvalidError extends ContractError<"ProviderRegistry_MachineClaimInvalid"> {
  override name = "ProviderRegistryMachineClaimInvalidError";
}

/** The same claim was made before. */
export class ProviderRegistryMachineExistsError extends ContractError<"ProviderRegistry_MachineExists"> {
  override name = "ProviderRegistryMachineExistsError";
}

/** A machine was never claimed, or is retired. */
export class ProviderRegistryMachineNotActiveError extends ContractError<"ProviderRegistry_MachineNotActive"> {
  override name = "ProviderRegistryMachineNotActiveError";
}

/** What to tell about each of them. */
export const providerRegistryErrors: ErrorTable<Extract<ContractErrorName, `ProviderRegistry_${string}`>> = {
  ProviderRegistry_AlreadyRegistered: {
    Class: ProviderRegistryAlreadyRegisteredError,
    message: ({ provider }) => `${provider} is a provider already.`,
    action: "Change its profile with updateProfile.",
    retryable: false,
  },
  ProviderRegistry_NotRegistered: {
    Class: ProviderRegistryNotRegisteredError,
    message: ({ provider }) => `There is no provider ${provider}.`,
    action: "Register it first with registerProvider; its id is the address that registers.",
    retryable: false,
  },
  ProviderRegistry_NotOwner: {
    Class: ProviderRegistryNotOwnerError,
    message: ({ provider, caller }) => `${caller} does not own provider ${provider}.`,
    action: "Sign with the owner's key; getProvider tells who that is.",
    retryable: false,
  },
  ProviderRegistry_NotPendingOwner: {
    Class: ProviderRegistryNotPendingOwnerError,
    message: ({ provider, caller }) => `Provider ${provider} was not offered to ${caller}.`,
    action: "Let its owner offer it to this account first.",
    retryable: false,
  },
  ProviderRegistry_NotOperator: {
    Class: ProviderRegistryNotOperatorError,
    message: ({ provider, caller }) =>
      `${caller} is neither the owner nor an operator of provider ${provider}.`,
    action: "Sign with such a key, or let the provider's owner add this one with setOperator.",
    retryable: false,
  },
  ProviderRegistry_PayoutZero: {
    Class: ProviderRegistryPayoutZeroError,
    message: ({ provider }) => `The profile of provider ${provider} has no payout address.`,
    action: "Pass the address whose claims shall receive the earnings.",
    retryable: false,
  },
  ProviderRegistry_EncryptionKeyZero: {
    Class: ProviderRegistryEncryptionKeyZeroError,
    message: ({ provider }) => `The profile of provider ${provider} has no encryption key.`,
    action: "Pass the public key that generateJobKey or the worker's key file has.",
    retryable: false,
  },
  ProviderRegistry_OperatorUnchanged: {
    Class: ProviderRegistryOperatorUnchangedError,
    message: ({ provider, operator, allowed }) =>
      `${operator} is ${allowed ? "already" : "no"} operator of provider ${provider}.`,
    action: "Nothing is left to do.",
    retryable: false,
  },
  ProviderRegistry_MachineClaimInvalid: {
    Class: ProviderRegistryMachineClaimInvalidError,
    message: ({ provider, gpuModel, gpuCount, vramMib }) =>
      `A machine of provider ${provider} needs a model, a card and memory, but the claim says "${decodeShortText(gpuModel)}", ${gpuCount} cards, ${vramMib} MiB.`,
    action: "Fill in model, number of cards and memory.",
    retryable: false,
  },
  ProviderRegistry_MachineExists: {
    Class: ProviderRegistryMachineExistsError,
    message: ({ provider, machineId }) => `Provider ${provider} claimed machine ${machineId} before.`,
    action: "Use the machine as it is; getMachine tells what is stored.",
    retryable: false,
  },
  ProviderRegistry_MachineNotActive: {
    Class: ProviderRegistryMachineNotActiveError,
    message: ({ provider, machineId }) => `Provider ${provider} has no active machine ${machineId}.`,
    action: "Check the id; getMachine tells what is stored.",
    retryable: false,
  },
};
