import type { Job, WattleClient } from "@wattle/sdk";
import type { DealReceipt, ReceiptStep } from "../receipt.ts";

const STEP_NAMES: Readonly<Record<Job["events"][number]["type"], string>> = {
  "job-opened": "open",
  "job-declined": "decline",
  "job-submitted": "submit",
  "job-completed": "accept",
  "job-expired": "expire",
  "job-canceled": "cancel",
  "job-disputed": "dispute",
  "job-case-opened": "open the case",
  "job-conceded": "concede",
  "job-ruled": "apply the ruling",
  "job-split": "split",
};

/** A transaction of a story. */
export interface OtherStep {
  readonly step: string;
  readonly transactionHash: string;
}

/** What each of a story's transactions cost and who sent it, from the chain's own receipts, in the chain's order. */
export async function stepsOf(
  client: WattleClient,
  names: ReadonlyMap<string, string>,
  transactions: readonly OtherStep[],
): Promise<readonly ReceiptStep[]> {
  const steps = await Promise.all(
    transactions.map(async ({ step, transactionHash }) => {
      const receipt = await client.provider.getTransactionReceipt(transactionHash);
      if (receipt === null) throw new Error(`The chain has no receipt of ${transactionHash}.`);
      const by = names.get(receipt.from) ?? receipt.from;
      return { receipt, is: { step, by, transaction: transactionHash, gas: receipt.gasUsed } };
    }),
  );
  return steps
    .sort(
      (one, other) =>
        one.receipt.blockNumber - other.receipt.blockNumber || one.receipt.index - other.receipt.index,
    )
    .map(({ is }) => is);
}

/** What a story adds to what the chain tells of its job. */
export type StoryReceipt = Pick<DealReceipt, "deal" | "provider" | "outcome" | "price"> &
  Partial<Pick<DealReceipt, "energyMillijoules" | "adapter">> & { readonly others?: readonly OtherStep[] };

/** The receipt of one job. */
export async function receiptOf(
  client: WattleClient,
  job: Job,
  names: ReadonlyMap<string, string>,
  { others, ...story }: StoryReceipt,
): Promise<DealReceipt> {
  const events = job.events.map(({ type, transactionHash }) => ({ step: STEP_NAMES[type], transactionHash }));
  return {
    id: job.jobId,
    state: job.state,
    steps: await stepsOf(client, names, [...events, ...(others ?? [])]),
    seconds: job.steppedAt - job.openedAt,
    energyMillijoules: null,
    adapter: null,
    ...story,
  };
}
