import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What {@link raiseRequestEpoch} takes. */
export type RaiseRequestEpochParameters = WriteOptions;

/** What {@link raiseRequestEpoch} returns. */
export interface RaiseRequestEpochReturnType extends WriteReceipt {
  /** The epoch that the signer's requests must carry from now on. */
  readonly epoch: number;
}

/** What {@link raiseRequestEpoch} throws. */
export type RaiseRequestEpochErrorType = WriteErrorType;

/** Encodes {@link raiseRequestEpoch}. */
export function encodeRaiseRequestEpoch(client: WattleClient): TransactionCall {
  return encodeCall(client, "escrow", "raiseRequestEpoch", []);
}

/**
 * Voids every request that the signer signed or published so far. Jobs that they opened go on.
 *
 * @throws Any {@link RaiseRequestEpochErrorType}.
 *
 * @example
 * ```ts
 * import { raiseRequestEpoch } from "@wattle/sdk";
 *
 * const { epoch } = await raiseRequestEpoch(client);
 * ```
 */
export async function raiseRequestEpoch(
  client: WattleClient,
  parameters: RaiseRequestEpochParameters = {},
): Promise<RaiseRequestEpochReturnType> {
  const { receipt, logs } = await sendCall(client, encodeRaiseRequestEpoch(client), parameters);
  const { epoch } = findEvent(client, "escrow", logs, "RequestEpochRaised");
  return { ...receipt, epoch };
}
