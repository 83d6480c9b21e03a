import { encodeWithdrawPaymentFor, getClaim, type WattleClient } from "@wattle/sdk";
import type { WorkerEventSink } from "../events/workerEvent.ts";
import type { TransactionStore } from "../store/transactionStore.ts";
import type { TransactionNews, TransactionQueue } from "./transactionQueue.ts";

/** What is paid out, where and when. */
export interface PayoutRules {
  /** Whose claims are paid out, to itself. */
  readonly account: string;
  readonly tokens: readonly string[];
  /** The least claim that is paid out, in base units. */
  readonly threshold: bigint;
}

/** What {@link Payouts} works with. */
export interface PayoutsParameters {
  readonly client: WattleClient;
  readonly store: TransactionStore;
  readonly queue: Pick<TransactionQueue, "add">;
  readonly rules: PayoutRules;
  readonly onEvent: WorkerEventSink;
}

/** Pause between two looks at the claims while no job is paid, in milliseconds; also after a refusal. */
const LOOK_INTERVAL_MS = 60_000;

/** Sends what was earned on to the cold wallet, whenever it is worth the gas. */
export class Payouts {
  readonly #parameters: PayoutsParameters;
  #lookAtMs = 0;

  constructor(parameters: PayoutsParameters) {
    this.#parameters = parameters;
  }

  /** Looks at the claims at the next opportunity: a job was paid. */
  expect(): void {
    this.#lookAtMs = 0;
  }

  /**
   * Asks for payouts where they are due.
   *
   * @throws Any `ReadErrorType`.
   */
  async consider(signal: AbortSignal): Promise<void> {
    if (performance.now() < this.#lookAtMs) return;
    this.#lookAtMs = performance.now() + LOOK_INTERVAL_MS;
    const { client, store, queue, rules } = this.#parameters;
    const { account, threshold } = rules;
    for (const token of rules.tokens) {
      const amount = await getClaim(client, { token, account, signal });
      if (amount === 0n || amount < threshold) continue;
      const prefix = `payout:${token}:`;
      const { to, data } = encodeWithdrawPaymentFor(client, { token, amount, account });
      queue.add({ key: `${prefix}${store.countMined(prefix)}`, kind: "payout", jobId: null, to, data });
    }
  }

  /** Tells of a payout that has happened. */
  onTransaction(news: TransactionNews): void {
    if (news.status !== "mined" || news.intent.kind !== "payout") return;
    const { client, onEvent } = this.#parameters;
    const values = client.contracts.vault.interface.decodeFunctionData("withdrawFor", news.intent.data);
    const [token, amount, account] = [...values].map(String);
    onEvent({
      event: "payout",
      account: account ?? "",
      token: token ?? "",
      amount: amount ?? "",
      hash: news.receipt.hash,
    });
  }
}
