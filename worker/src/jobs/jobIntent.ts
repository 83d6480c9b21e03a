import {
  encodeDeclineJob,
  encodeForfeitJob,
  encodeSettleJob,
  encodeSubmitResult,
  type TransactionCall,
  type WattleClient,
} from "@wattle/sdk";
import type { Intent } from "../transactions/intent.ts";
import type { JobRecord } from "./jobRecord.ts";
import type { ChainAction } from "./nextStep.ts";

/** What is to be done about a job on chain, as the transaction queue takes it. */
export function jobIntent(client: WattleClient, job: JobRecord, action: ChainAction): Intent {
  const { to, data } = encode(client, job, action);
  return { key: `${action.do}:${job.jobId}`, kind: action.do, jobId: job.jobId, to, data };
}

function encode(
  client: WattleClient,
  { terms, result, jobId }: JobRecord,
  action: ChainAction,
): TransactionCall {
  switch (action.do) {
    case "decline":
      return encodeDeclineJob(client, { terms, reason: action.reason });
    case "forfeit":
      return encodeForfeitJob(client, { terms });
    case "settle":
      return encodeSettleJob(client, { terms });
    case "submit":
      if (result === null) throw new RangeError(`Job ${jobId} is to be submitted without a result.`);
      return encodeSubmitResult(client, { terms, resultDigest: result.digest, resultRoot: result.root });
  }
}
