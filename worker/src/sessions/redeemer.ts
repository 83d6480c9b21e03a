import { encodeRedeemReceipts, type WattleClient } from "@wattle/sdk";
import { adviseRedemption } from "@wattle/sdk/sessions";
import type { RedeemPolicy } from "../config/workerConfig.ts";
import { IntentPatience } from "../jobs/intentPatience.ts";
import type { SessionStore } from "../store/sessionStore.ts";
import type { TransactionStore } from "../store/transactionStore.ts";
import type { TransactionNews, TransactionQueue } from "../transactions/transactionQueue.ts";
import { weiOf } from "./tokenPrice.ts";
import { graceUntilOf, redeemableOf, type SessionRecord } from "./sessionRecord.ts";

/** What {@link Redeemer} works with. */
export interface RedeemerParameters {
  readonly client: WattleClient;
  readonly sessions: SessionStore;
  readonly transactions: TransactionStore;
  readonly queue: Pick<TransactionQueue, "add">;
  readonly policy: RedeemPolicy;
  /** Unix seconds of the chain. */
  readonly now: () => number;
}

/** Receipts of one transaction: it must fit into a block beside others. */
const MAX_BATCH = 50;

const PREFIX = "redeem:";

/** Redeems receipts: once they are worth their gas, and what a session that ends still owes at once. */
export class Redeemer {
  readonly #parameters: RedeemerParameters;
  readonly #patience = new IntentPatience();
  #lookAt = 0;
  /** Readings older than this block do not know of the last redemption yet. */
  #staleBefore = 0;

  constructor(parameters: RedeemerParameters) {
    this.#parameters = parameters;
  }

  /**
   * Asks for a redemption where one is due.
   *
   * @param atBlock The block up to which sessions are known.
   * @throws Any `ReadErrorType`.
   */
  async consider(atBlock: number): Promise<void> {
    const { client, sessions, transactions, queue, policy, now } = this.#parameters;
    const key = `${PREFIX}${transactions.countMined(PREFIX)}`;
    if (transactions.find(key)?.status === "open" || !this.#patience.allows(PREFIX)) return;
    if (atBlock < this.#staleBefore) return;
    const open = sessions.redeemable().filter((session) => redeemableOf(session) > 0n);
    const ending = open.filter((session) => this.#isEnding(session));
    const isTime = now() >= this.#lookAt;
    if (open.length === 0 || (ending.length === 0 && !isTime)) return;
    this.#lookAt = now() + policy.everySeconds;
    const due = await this.#due(open);
    if (due.length === 0) return;
    const receipts = due.slice(0, MAX_BATCH).map(({ terms, earned }) => ({
      terms,
      receipt: { cumulativeAmount: earned.amount, signature: earned.signature ?? "0x" },
    }));
    const { to, data } = encodeRedeemReceipts(client, { receipts });
    queue.add({ key, kind: "redeem", jobId: null, to, data });
  }

  /** Takes in what became of a transaction. */
  onTransaction(news: TransactionNews): void {
    if (news.intent.kind !== "redeem") return;
    if (news.status === "failed") this.#patience.refused(PREFIX);
    if (news.status !== "mined") return;
    this.#patience.forget(PREFIX);
    this.#staleBefore = news.receipt.blockNumber;
  }

  #isEnding({ slot, terms }: SessionRecord): boolean {
    return slot.state === "closing" || this.#parameters.now() > terms.expiresAt;
  }

  /** What is worth its gas; the last of a session also where nobody knows what its token is worth. */
  async #due(open: readonly SessionRecord[]): Promise<SessionRecord[]> {
    const { client, policy, now } = this.#parameters;
    const { gasPrice } = await client.provider.getFeeData();
    const priced = open.flatMap((session) => {
      const wei = weiOf(policy.weiPerToken, session.terms.token, redeemableOf(session));
      return wei === null ? [] : [{ session, wei }];
    });
    const advice = adviseRedemption(
      priced.map(({ session, wei }) => ({
        unredeemed: wei,
        secondsLeft: this.#isEnding(session) ? 0 : graceUntilOf(session) - now(),
      })),
      {
        gasPriceWei: gasPrice ?? 0n,
        weiPerToken: { numerator: 1n, denominator: 1n },
        minFactor: policy.minFactor,
        lastChanceSeconds: policy.lastChanceSeconds,
      },
    );
    const known = new Set(priced.map(({ session }) => session));
    const unpriced = open.filter((session) => !known.has(session) && this.#isEnding(session));
    const worth = advice.redeem.flatMap((number) => priced[number]?.session ?? []);
    // The first to end first: a batch may not hold them all.
    return [...unpriced, ...worth].sort((a, b) => graceUntilOf(a) - graceUntilOf(b));
  }
}
