import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What {@link retireMachine} takes. */
export interface RetireMachineParameters extends WriteOptions {
  /** The provider's id. */
  readonly provider: string;
  readonly machineId: string;
}

/** What {@link retireMachine} returns. */
export type RetireMachineReturnType = WriteReceipt;

/** What {@link retireMachine} throws. */
export type RetireMachineErrorType = WriteErrorType;

/** Encodes {@link retireMachine}. */
export function encodeRetireMachine(
  client: WattleClient,
  { provider, machineId }: RetireMachineParameters,
): TransactionCall {
  return encodeCall(client, "registry", "retireMachine", [provider, machineId]);
}

/**
 * Withdraws a machine for good. For the provider's owner. Offers that name it stay valid: cancel them too.
 *
 * @throws {@link ProviderRegistryMachineNotActiveError} when there is no such machine, or it is retired.
 * @throws Any other {@link RetireMachineErrorType}.
 *
 * @example
 * ```ts
 * import { retireMachine } from "@wattle/sdk";
 *
 * await retireMachine(client, { provider, machineId });
 * ```
 */
export async function retireMachine(
  client: WattleClient,
  parameters: RetireMachineParameters,
): Promise<RetireMachineReturnType> {
  return (await sendCall(client, encodeRetireMachine(client, parameters), parameters)).receipt;
}
