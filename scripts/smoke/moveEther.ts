import type { BaseWallet, JsonRpcProvider } from "ethers";
import { waitForReceipt } from "../deployment/waitForReceipt.ts";

/** The most that a unit of gas may cost when a transaction is sent now, in wei. */
export async function highestPriceWei(rpc: JsonRpcProvider): Promise<bigint> {
  const { maxFeePerGas, gasPrice } = await rpc.getFeeData();
  return maxFeePerGas ?? gasPrice ?? 0n;
}

/** Sends ETH and waits for it. */
export async function sendEther(
  rpc: JsonRpcProvider,
  from: BaseWallet,
  to: string,
  value: bigint,
  signal?: AbortSignal,
): Promise<void> {
  const sent = await from.sendTransaction({ to, value });
  await waitForReceipt(rpc, sent.hash, { signal });
}

/**
 * Sends all that an account has, less the fee. On rollups the fee for the transaction's data comes on top and is not known
 * exactly: a tenth of the fee, and what the data may cost, stay behind.
 */
export async function sweepEther(
  rpc: JsonRpcProvider,
  from: BaseWallet,
  to: string,
  signal?: AbortSignal,
): Promise<bigint> {
  const balance = await rpc.getBalance(from.address);
  const { gasPrice } = await rpc.getFeeData();
  if (balance === 0n || gasPrice === null) return 0n;
  const gasLimit = ((await rpc.estimateGas({ from: from.address, to, value: 1n })) * 11n) / 10n;
  const fee = gasLimit * gasPrice;
  const value = balance - fee - balance / 50n;
  if (value <= fee) return 0n;
  const sent = await from.sendTransaction({ type: 0, to, value, gasLimit, gasPrice });
  await waitForReceipt(rpc, sent.hash, { signal });
  return value;
}
