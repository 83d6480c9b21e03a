import type { Provider, TransactionReceipt } from "ethers";
import { patiently } from "../../sdk/src/chain/patiently.ts";
import { sleep } from "../../sdk/src/chain/sleep.ts";
import { TransactionPendingError } from "./errors.ts";

/** First pause between two looks, in milliseconds, for chains whose blocks come at once; it doubles. */
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 2_000;

/** How long to wait, and for what. */
export interface WaitOptions {
  /** Blocks, the transaction's own included. Default: 1. */
  readonly confirmations?: number;
  /** Longest wait for a block, in milliseconds. Default: ten minutes. */
  readonly patienceMs?: number;
  /** How long an endpoint may fail meanwhile, in milliseconds. Default: a minute. */
  readonly endpointPatienceMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Waits until a transaction is in a block with enough blocks on top.
 *
 * @throws {@link TransactionPendingError} when it is in none for too long.
 */
export async function waitForReceipt(
  provider: Provider,
  hash: string,
  { confirmations = 1, patienceMs = 600_000, endpointPatienceMs = 60_000, signal }: WaitOptions = {},
): Promise<TransactionReceipt> {
  const giveUpAt = performance.now() + patienceMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
    const look = async (): Promise<TransactionReceipt | null> => {
      const receipt = await provider.getTransactionReceipt(hash);
      if (receipt === null || confirmations === 1) return receipt;
      const head = await provider.getBlockNumber();
      return head - receipt.blockNumber + 1 >= confirmations ? receipt : null;
    };
    const receipt = await patiently(look, { pauseMs: 1_000, patienceMs: endpointPatienceMs, signal });
    if (receipt !== null) return receipt;
    if (performance.now() > giveUpAt) {
      throw new TransactionPendingError(`Transaction ${hash}`, Math.round(patienceMs / 1000));
    }
    await sleep(pauseMs, signal);
  }
}
