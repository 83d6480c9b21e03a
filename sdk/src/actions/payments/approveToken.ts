import { naming } from "../../chain/naming.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { FaucetToken__factory } from "../../contracts/factories/FaucetToken__factory.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What {@link approveToken} takes. */
export interface ApproveTokenParameters extends WriteOptions {
  /** The ERC-20. */
  readonly token: string;
  /** Who may pull the tokens: the vault, or the staking contract. */
  readonly spender: string;
  /** Base units of the token, in place of the allowance so far. */
  readonly amount: bigint;
}

/** What {@link approveToken} returns. */
export type ApproveTokenReturnType = WriteReceipt;

/** What {@link approveToken} throws. */
export type ApproveTokenErrorType = WriteErrorType;

/** Encodes {@link approveToken}. */
export function encodeApproveToken({ token, spender, amount }: ApproveTokenParameters): TransactionCall {
  const erc20 = FaucetToken__factory.createInterface();
  return { to: token, data: naming(() => erc20.encodeFunctionData("approve", [spender, amount])) };
}

/**
 * Lets a contract pull the signer's tokens. The deposits of this SDK see to it themselves; this is for those who batch
 * their calls (EIP-5792).
 *
 * @throws Any {@link ApproveTokenErrorType}.
 *
 * @example
 * ```ts
 * import { encodeApproveToken, encodeDepositPayment } from "@wattle/sdk";
 *
 * const spender = client.deployment.contracts.paymentVault;
 * const calls = [
 *   encodeApproveToken({ token, spender, amount }),
 *   encodeDepositPayment(client, { token, amount, to: account }),
 * ];
 * ```
 */
export async function approveToken(
  client: WattleClient,
  parameters: ApproveTokenParameters,
): Promise<ApproveTokenReturnType> {
  return (await sendCall(client, encodeApproveToken(parameters), parameters)).receipt;
}
