import type { Provider } from "ethers";
import { sleep } from "../../sdk/src/chain/sleep.ts";
import { TransactionPendingError } from "./errors.ts";

const PAUSE_MS = 500;

/** How long to wait for them. */
export interface PendingOptions {
  /** Default: ten minutes. */
  readonly patienceMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Waits until every transaction of an account is in a block. A run that was ended between sending and looking leaves
 * one; to send its contract once more would only cost gas.
 *
 * @throws {@link TransactionPendingError} when one stays for too long.
 */
export async function waitForPending(
  provider: Provider,
  account: string,
  { patienceMs = 600_000, signal }: PendingOptions = {},
): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const latest = await provider.getTransactionCount(account, "latest");
    const pending = await provider.getTransactionCount(account, "pending");
    if (pending <= latest) return;
    if (performance.now() > giveUpAt) {
      const what = `Transaction ${String(latest)} of ${account}`;
      throw new TransactionPendingError(what, Math.round(patienceMs / 1000));
    }
    await sleep(PAUSE_MS, signal);
  }
}
