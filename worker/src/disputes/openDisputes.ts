import type { DisputesConfig } from "../config/workerConfig.ts";
import { DisputeKeeper, type DisputeKeeperParameters } from "./disputeKeeper.ts";
import { ResultKeeper, type ResultKeeperParameters } from "./resultKeeper.ts";

/** What the parts work with. */
export type OpenDisputesParameters = Omit<DisputeKeeperParameters, "results" | "config"> &
  Pick<ResultKeeperParameters, "work">;

/** Makes the parts of a worker that look after disputes of its provider's own jobs. */
export function openDisputes(config: DisputesConfig, parameters: OpenDisputesParameters): DisputeKeeper {
  return new DisputeKeeper({ ...parameters, config, results: new ResultKeeper(parameters) });
}
