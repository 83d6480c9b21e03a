import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What {@link burnSlashedStake} takes. */
export type BurnSlashedStakeParameters = WriteOptions;

/** What {@link burnSlashedStake} returns. */
export type BurnSlashedStakeReturnType = WriteReceipt;

/** What {@link burnSlashedStake} throws. */
export type BurnSlashedStakeErrorType = WriteErrorType;

/** Encodes {@link burnSlashedStake}. */
export function encodeBurnSlashedStake(client: WattleClient): TransactionCall {
  return encodeCall(client, "staking", "burn", []);
}

/**
 * Sends all slashed stake that belongs to nobody to the dead address. For anyone.
 *
 * @throws Any {@link BurnSlashedStakeErrorType}.
 *
 * @example
 * ```ts
 * import { burnSlashedStake } from "@wattle/sdk";
 *
 * await burnSlashedStake(client);
 * ```
 */
export async function burnSlashedStake(
  client: WattleClient,
  parameters: BurnSlashedStakeParameters = {},
): Promise<BurnSlashedStakeReturnType> {
  return (await sendCall(client, encodeBurnSlashedStake(client), parameters)).receipt;
}
