import type { Job, WattleClient } from "@wattle/sdk";
import type { JobReceipt, ReceiptStep } from "../receipt.ts";

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

/** A transaction that belongs to a job's story and is no event of the job. */
export interface OtherStep {
  readonly step: string;
  readonly transactionHash: string;
}

/** What each of a job's transactions cost and who sent it, from the chain's own receipts, in the chain's order. */
export async function stepsOf(
  client: WattleClient,
  job: Job,
  names: ReadonlyMap<string, string>,
  others: readonly OtherStep[] = [],
): Promise<readonly ReceiptStep[]> {
  const events = job.events.map(({ type, transactionHash }) => ({ step: STEP_NAMES[type], transactionHash }));
  const steps = await Promise.all(
    [...events, ...others].map(async ({ step, transactionHash }) => {
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
export type StoryReceipt = Pick<JobReceipt, "job" | "provider" | "outcome" | "price"> &
  Partial<Pick<JobReceipt, "energyMillijoules" | "adapter">> & { readonly others?: readonly OtherStep[] };

/** The receipt of one job. */
export async function receiptOf(
  client: WattleClient,
  job: Job,
  names: ReadonlyMap<string, string>,
  { others, ...story }: StoryReceipt,
): Promise<JobReceipt> {
  return {
    jobId: job.jobId,
    state: job.state,
    steps: await stepsOf(client, job, names, others),
    seconds: job.steppedAt - job.openedAt,
    energyMillijoules: null,
    adapter: null,
    ...story,
  };
}
