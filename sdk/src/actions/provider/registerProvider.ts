import { encodeCall } from "../../chain/encodeCall.ts";
import { reading } from "../../chain/reading.ts";
import { requireSigner, sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { TextTooLongError } from "../../errors/inputErrors.ts";
import type { MachineClaim, Profile } from "../../types/provider.ts";
import { encodeAddMachine, machineIdOf } from "./addMachine.ts";
import { encodeSetOperator } from "./setOperator.ts";
import { encodeSetOperatorBound, type OperatorBound } from "./setOperatorBound.ts";

/** What {@link registerProvider} takes. */
export interface RegisterProviderParameters extends Profile, WriteOptions {
  /** Machines to claim in the same transaction. */
  readonly machines?: readonly MachineClaim[];
  /** Hot keys that may sign offers, decline and submit, from the same transaction on. */
  readonly operators?: readonly string[];
  /** What those keys may promise. */
  readonly operatorBounds?: readonly OperatorBound[];
}

/** What {@link registerProvider} returns. */
export interface RegisterProviderReturnType extends WriteReceipt {
  /** The provider's id: the signer's address. */
  readonly provider: string;
  /** In the order of `machines`. */
  readonly machineIds: readonly string[];
}

/** What {@link registerProvider} throws. */
export type RegisterProviderErrorType = WriteErrorType | TextTooLongError;

/**
 * Encodes {@link registerProvider}.
 *
 * @param provider The address that will send it.
 */
export function encodeRegisterProvider(
  client: WattleClient,
  provider: string,
  parameters: RegisterProviderParameters,
): TransactionCall {
  const { payout, encryptionKey, endpoint, machines = [], operators = [], operatorBounds = [] } = parameters;
  const register = encodeCall(client, "registry", "register", [{ payout, encryptionKey, endpoint }]);
  const more = [
    ...machines.map((claim) => encodeAddMachine(client, { provider, claim })),
    ...operators.map((operator) => encodeSetOperator(client, { provider, operator, allowed: true })),
    ...operatorBounds.map((bound) => encodeSetOperatorBound(client, { provider, ...bound })),
  ];
  if (more.length === 0) return register;
  return encodeCall(client, "registry", "multicall", [[register, ...more].map(({ data }) => data)]);
}

/**
 * Makes the signer a provider; its id is the signer's address. Machines, operators and their bounds can be set in the
 * same transaction.
 *
 * @throws {@link ProviderRegistryAlreadyRegisteredError} when the signer is a provider already.
 * @throws Any other {@link RegisterProviderErrorType}.
 *
 * @example
 * ```ts
 * import { registerProvider } from "@wattle/sdk";
 *
 * const { provider } = await registerProvider(client, {
 *   payout: coldWallet,
 *   encryptionKey: workerKey.publicKey,
 *   endpoint: "https://relay.example",
 *   operators: [hotKey],
 *   operatorBounds: [{ token, minRatePerSecond: 1_000n }],
 * });
 * ```
 */
export async function registerProvider(
  client: WattleClient,
  parameters: RegisterProviderParameters,
): Promise<RegisterProviderReturnType> {
  const provider = await reading(requireSigner(client).getAddress(), parameters.signal);
  const call = encodeRegisterProvider(client, provider, parameters);
  const { receipt } = await sendCall(client, call, parameters);
  const machineIds = (parameters.machines ?? []).map((claim) => machineIdOf(provider, claim));
  return { ...receipt, provider, machineIds };
}
