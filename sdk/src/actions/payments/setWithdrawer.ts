import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What {@link setWithdrawer} takes. */
export interface SetWithdrawerParameters extends WriteOptions {
  /** The key's address. */
  readonly key: string;
  /** True to allow, false to stop it. */
  readonly allowed: boolean;
}

/** What {@link setWithdrawer} returns. */
export type SetWithdrawerReturnType = WriteReceipt;

/** What {@link setWithdrawer} throws. */
export type SetWithdrawerErrorType = WriteErrorType;

/** Encodes {@link setWithdrawer}. */
export function encodeSetWithdrawer(
  client: WattleClient,
  { key, allowed }: SetWithdrawerParameters,
): TransactionCall {
  return encodeCall(client, "vault", "setWithdrawer", [key, allowed]);
}

/**
 * Lets a key withdraw the signer's claims to the signer itself and nowhere else, or stops it: so a worker can pay out
 * to its cold wallet.
 *
 * @throws Any {@link SetWithdrawerErrorType}.
 *
 * @example
 * ```ts
 * import { setWithdrawer } from "@wattle/sdk";
 *
 * await setWithdrawer(coldWalletClient, { key: hotKey, allowed: true });
 * ```
 */
export async function setWithdrawer(
  client: WattleClient,
  parameters: SetWithdrawerParameters,
): Promise<SetWithdrawerReturnType> {
  return (await sendCall(client, encodeSetWithdrawer(client, parameters), parameters)).receipt;
}
