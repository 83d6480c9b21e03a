import type { RequestPolicy } from "../config/schema.ts";
import type { WorkerConfig } from "../config/workerConfig.ts";
import { RequestFollower, type RequestFollowerParameters } from "./requestFollower.ts";
import { RequestTaker, type RequestTakerParameters } from "./requestTaker.ts";
import { RequestTasks, type RequestTasksParameters } from "./requestTasks.ts";

/** What the parts work with. */
export type OpenRequestsParameters = Pick<RequestFollowerParameters, "client" | "now" | "onEvent"> &
  Pick<RequestTakerParameters, "state" | "queue" | "onDone"> &
  Pick<RequestTasksParameters, "operator" | "fetch">;

/** Makes the parts of a worker that deal with open requests. */
export function openRequests(
  { provider, policy, chain }: WorkerConfig,
  requests: RequestPolicy,
  parameters: OpenRequestsParameters,
): { readonly follower: RequestFollower; readonly taker: RequestTaker } {
  const { state } = parameters;
  const { confirmations } = chain;
  const { machineId } = requests;
  const { maxConcurrentJobs } = policy;
  const work = new RequestTasks({ ...parameters, rules: { provider, policy, requests } });
  return {
    follower: new RequestFollower({ ...parameters, requests: state.requests, provider, confirmations }),
    taker: new RequestTaker({ ...parameters, work, provider, machineId, maxConcurrentJobs }),
  };
}
