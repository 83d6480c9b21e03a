import type { Provider, TransactionReceipt, TransactionResponse } from "ethers";
import type { WattleClient } from "../client/wattleClient.ts";
import { TransactionReplacedError } from "../errors/transactionErrors.ts";
import { patiently } from "./patiently.ts";
import { reading } from "./reading.ts";
import { sleep } from "./sleep.ts";
import type { WriteOptions } from "./writeOptions.ts";

/** Blocks that are searched for a replacement. */
const REPLACEMENT_BLOCKS = 50;

/** Looks at a transaction that has vanished before it is given up: endpoints behind one address may differ. */
const VANISHED_LOOKS = 5;

/** First pause between two looks, in milliseconds, for chains whose blocks come at once; it doubles. */
const FIRST_PAUSE_MS = 50;

/**
 * Waits until a transaction is in a block with enough blocks on top. It polls, because subscriptions end silently and
 * cannot be aborted. A transaction that the wallet sped up counts as the same.
 *
 * @throws {@link TransactionReplacedError} when another transaction took its nonce.
 */
export async function waitForReceipt(
  client: WattleClient,
  sent: TransactionResponse,
  { signal, confirmations = 1 }: WriteOptions,
): Promise<TransactionReceipt> {
  let { hash } = sent;
  let vanished = 0;
  let pauseMs = Math.min(FIRST_PAUSE_MS, client.pollingIntervalMs);
  for (;;) {
    const look = (): Promise<Look> => reading(lookAt(client.provider, sent, hash), signal);
    const { receipt, head, replacement, nonceUsed } = await patiently(look, {
      pauseMs: client.pollingIntervalMs,
      signal,
    });
    if (receipt !== null && head - receipt.blockNumber + 1 >= confirmations) return receipt;
    if (replacement !== null) {
      const same = replacement.to === sent.to && replacement.data === sent.data;
      if (!same) throw new TransactionReplacedError(sent.hash, replacement.hash);
      hash = replacement.hash;
    }
    vanished = receipt === null && nonceUsed && replacement === null ? vanished + 1 : 0;
    if (vanished === VANISHED_LOOKS) throw new TransactionReplacedError(sent.hash, null);
    await sleep(pauseMs, signal);
    pauseMs = Math.min(client.pollingIntervalMs, pauseMs * 2);
  }
}

interface Look {
  readonly receipt: TransactionReceipt | null;
  /** The latest block. */
  readonly head: number;
  /** Whether a transaction with the same nonce is in a block. */
  readonly nonceUsed: boolean;
  /** That transaction, where it is not the receipt's. */
  readonly replacement: TransactionResponse | null;
}

async function lookAt(provider: Provider, sent: TransactionResponse, hash: string): Promise<Look> {
  // The nonce first: were it read after the receipt, the transaction could be included in between.
  const nonce = await provider.getTransactionCount(sent.from, "latest");
  const [receipt, head] = await Promise.all([
    provider.getTransactionReceipt(hash),
    provider.getBlockNumber(),
  ]);
  const nonceUsed = nonce > sent.nonce;
  const replacement = receipt === null && nonceUsed ? await findReplacement(provider, sent, head) : null;
  return { receipt, head, nonceUsed, replacement };
}

async function findReplacement(
  provider: Provider,
  sent: TransactionResponse,
  head: number,
): Promise<TransactionResponse | null> {
  for (let number = head; number > Math.max(-1, head - REPLACEMENT_BLOCKS); number--) {
    const block = await provider.getBlock(number, true);
    const found = block?.prefetchedTransactions.find(
      ({ from, nonce }) => from === sent.from && nonce === sent.nonce,
    );
    if (found !== undefined) return found;
  }
  return null;
}
