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

/** What each of a job's transactions cost and who sent it, from the chain's own receipts. */
export async function stepsOf(
  client: WattleClient,
  job: Job,
  names: ReadonlyMap<string, string>,
): Promise<readonly ReceiptStep[]> {
  return Promise.all(
    job.events.map(async ({ type, transactionHash }) => {
      const receipt = await client.provider.getTransactionReceipt(transactionHash);
      if (receipt === null) throw new Error(`The chain has no receipt of ${transactionHash}.`);
      return {
        step: STEP_NAMES[type],
        by: names.get(receipt.from) ?? receipt.from,
        transaction: transactionHash,
        gas: receipt.gasUsed,
      };
    }),
  );
}

/** What a story adds to what the chain tells of its job. */
export type StoryReceipt = Pick<JobReceipt, "job" | "provider" | "outcome" | "price"> &
  Partial<Pick<JobReceipt, "energyMillijoules" | "adapter">>;

/** The receipt of one job. */
export async function receiptOf(
  client: WattleClient,
  job: Job,
  names: ReadonlyMap<string, string>,
  story: StoryReceipt,
): Promise<JobReceipt> {
  return {
    jobId: job.jobId,
    state: job.state,
    steps: await stepsOf(client, job, names),
    seconds: job.steppedAt - job.openedAt,
    energyMillijoules: null,
    adapter: null,
    ...story,
  };
}
