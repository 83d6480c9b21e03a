import type { TransactionReceipt } from "ethers";
import { decodeContractError, type WattleError } from "@wattle/sdk";
import type { StoredIntent, TransactionStore } from "../store/transactionStore.ts";
import { sleep } from "../time/sleep.ts";
import type { AccountView, ChainAccount, Estimate } from "./chainAccount.ts";
import { bumpedFees, type FeeRules, type Fees, firstFees } from "./fees.ts";
import type { Attempt, Intent } from "./intent.ts";
import { nextTransactionStep } from "./nextTransactionStep.ts";

/** How the queue sends. */
export interface TransactionRules extends FeeRules {
  /** How long a transaction may wait before it is replaced by one that offers more, in milliseconds. */
  readonly bumpAfterMs: number;
  /** Pause between two looks at the chain, in milliseconds. */
  readonly pollIntervalMs: number;
}

/** What becomes of the queue's transactions. */
export type TransactionNews =
  | {
      readonly status: "sent" | "bumped";
      readonly intent: Intent;
      readonly hash: string;
      readonly nonce: number;
    }
  | { readonly status: "mined"; readonly intent: Intent; readonly receipt: TransactionReceipt }
  | { readonly status: "failed"; readonly intent: Intent; readonly error: WattleError }
  /** It could not be brought about for now, and is tried again. */
  | { readonly status: "delayed"; readonly intent: Intent; readonly error: WattleError };

/** What the queue works with. */
export interface TransactionQueueParameters {
  readonly store: TransactionStore;
  readonly account: ChainAccount;
  readonly rules: TransactionRules;
  readonly onNews: (news: TransactionNews) => void;
}

/** Pause after a failure that may pass, in milliseconds; doubled up to the longest. */
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;

/** First pause before a look for the receipt, in milliseconds: some chains include at once. */
const FIRST_LOOK_MS = 20;

/** An attempt, and since when this process has known it, on a clock that never jumps. */
interface KnownAttempt {
  readonly hash: string;
  readonly sinceMs: number;
}

/**
 * How long an attempt has been waiting. The machine's clock says it across restarts; where that was put back, a deadline
 * would pass before the attempt seemed old, so the time that this process has watched it counts too.
 */
const ageMsOf = ({ signedAtMs }: Attempt, { sinceMs }: KnownAttempt): number =>
  Math.max(Date.now() - signedAtMs, performance.now() - sinceMs);

/**
 * The only sender of a worker's transactions: one at a time, estimated, signed, written down, and only then given to
 * the chain. After a restart it goes on with the very transaction that it had signed, so nothing is sent twice.
 */
export class TransactionQueue {
  readonly #parameters: TransactionQueueParameters;
  #wake: () => void = () => {};

  constructor(parameters: TransactionQueueParameters) {
    this.#parameters = parameters;
  }

  /** Asks for something to be brought about on chain. Asking again while it is under way changes nothing. */
  add(intent: Intent): void {
    if (this.#parameters.store.find(intent.key)?.status === "open") return;
    this.#parameters.store.open(intent);
    this.#wake();
  }

  /** Works until the signal says otherwise. Whatever it leaves half done, the next queue over the store goes on with. */
  async run(signal: AbortSignal): Promise<void> {
    const { store, onNews } = this.#parameters;
    let delayMs = FIRST_DELAY_MS;
    while (!signal.aborted) {
      const intent = store.next();
      if (intent === null) {
        await this.#idle(signal);
        continue;
      }
      try {
        await this.#bringAbout(intent, signal);
        delayMs = FIRST_DELAY_MS;
      } catch (error) {
        if (signal.aborted) return;
        onNews({ status: "delayed", intent, error: decodeContractError(error) });
        await sleep(delayMs, signal).catch(() => undefined);
        delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS);
      }
    }
  }

  #idle(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        signal.removeEventListener("abort", done);
        resolve();
      };
      this.#wake = done;
      signal.addEventListener("abort", done, { once: true });
    });
  }

  async #bringAbout(intent: StoredIntent, signal: AbortSignal): Promise<void> {
    const { store, account, rules } = this.#parameters;
    let isUnderpriced = false;
    let isChecked = false;
    let known: KnownAttempt = { hash: "", sinceMs: 0 };
    for (let lookMs = FIRST_LOOK_MS; ; lookMs = Math.min(lookMs * 2, rules.pollIntervalMs)) {
      signal.throwIfAborted();
      const attempts = store.attempts(intent.key);
      const last = attempts.at(-1) ?? null;
      if (last !== null && last.hash !== known.hash) known = { hash: last.hash, sinceMs: performance.now() };
      // All at once, because the chain may be far away.
      const preparing = isChecked ? null : this.#prepare(intent);
      const view = await account.look(attempts);
      const facts = {
        last: last && { nonce: last.nonce, ageMs: ageMsOf(last, known) },
        isIncluded: view.receipt !== null,
        latestNonce: view.latestNonce,
        pendingNonce: view.pendingNonce,
        isUnderpriced,
      };
      const action = nextTransactionStep(facts, rules.bumpAfterMs);
      if (action.do === "finish" && view.receipt !== null) return this.#finish(intent, view.receipt);
      // What an earlier process signed may have become pointless, and so may what lost its nonce.
      if (action.do === "sign" || (action.do === "broadcast" && !isChecked)) {
        const [estimate, suggested] = await (preparing ?? this.#prepare(intent));
        if ("refusal" in estimate) return this.#fail(intent, estimate.refusal);
        isChecked = true;
        if (action.do === "sign") {
          const fees = firstFees(suggested, rules);
          const attempt = await account.sign(intent, action.nonce, estimate.gasLimit, fees);
          isUnderpriced = await this.#send(intent, attempt, "sent");
        }
      }
      if (action.do === "broadcast" && last !== null) isUnderpriced = await this.#send(intent, last, "sent");
      if (action.do === "bump" && last !== null) isUnderpriced = await this.#bump(intent, last, view);
      await sleep(lookMs, signal);
    }
  }

  // Not async: that would return another promise, whose failure nobody had a look at.
  #prepare(intent: StoredIntent): Promise<[Estimate, Fees]> {
    const { account } = this.#parameters;
    const preparing = Promise.all([account.estimate(intent), account.suggestedFees()]);
    // Whoever needs it waits for it, and sees its failure; others do not care.
    preparing.catch(() => undefined);
    return preparing;
  }

  async #bump(intent: StoredIntent, last: Attempt, { pendingNonce }: AccountView): Promise<boolean> {
    const { account, rules } = this.#parameters;
    const fees = bumpedFees(last, await account.suggestedFees(), rules);
    // At the cap there is nothing left but to see that the node still has it.
    if (fees === null) return pendingNonce <= last.nonce && (await this.#send(intent, last, "sent"));
    return this.#send(intent, await account.sign(intent, last.nonce, last.gasLimit, fees), "bumped");
  }

  /** Writes a transaction down, then gives it to the chain. Returns whether its fees were found too low. */
  async #send(intent: StoredIntent, attempt: Attempt, status: "sent" | "bumped"): Promise<boolean> {
    const { store, account, onNews } = this.#parameters;
    const { hash, nonce, raw } = attempt;
    store.addAttempt(intent, attempt);
    const answer = await account.broadcast(raw);
    if (answer === "taken") onNews({ status, intent, hash, nonce });
    return answer === "underpriced";
  }

  async #finish(intent: StoredIntent, receipt: TransactionReceipt): Promise<void> {
    const { store, account, onNews } = this.#parameters;
    if (receipt.status === 1) {
      store.close(intent, "mined");
      onNews({ status: "mined", intent, receipt });
    } else {
      this.#fail(intent, await account.explain(intent, receipt.blockNumber));
    }
  }

  #fail(intent: StoredIntent, error: WattleError): void {
    this.#parameters.store.close(intent, "failed", error.message);
    this.#parameters.onNews({ status: "failed", intent, error });
  }
}
