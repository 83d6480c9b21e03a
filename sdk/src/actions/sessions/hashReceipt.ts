import { TypedDataEncoder } from "ethers";
import { naming } from "../../chain/naming.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { RECEIPT_TYPES, receiptDomain } from "../../types/receiptTypedData.ts";

/** What {@link hashReceipt} takes. */
export interface HashReceiptParameters {
  readonly sessionId: string;
  /** Base units of the payment token, for all that was consumed since the opening. */
  readonly cumulativeAmount: bigint;
}

/** What {@link hashReceipt} returns: the EIP-712 digest (0x hex). */
export type HashReceiptReturnType = string;

/**
 * The EIP-712 digest of a receipt: what the payer key signs. It asks nothing of the chain.
 *
 * @throws {@link InvalidArgumentError} when the id is no 32 bytes or the amount has more than 128 bits.
 *
 * @example
 * ```ts
 * import { hashReceipt } from "@wattle/sdk";
 *
 * const digest = hashReceipt(client, { sessionId, cumulativeAmount: 5_000n });
 * ```
 */
export function hashReceipt(
  client: WattleClient,
  { sessionId, cumulativeAmount }: HashReceiptParameters,
): HashReceiptReturnType {
  const { sessionEscrow } = client.deployment.contracts;
  const domain = receiptDomain({ chainId: client.chainId, sessionEscrow });
  return naming(() => TypedDataEncoder.hash(domain, RECEIPT_TYPES, { sessionId, cumulativeAmount }));
}
