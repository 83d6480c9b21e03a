import type { WattleClient } from "../../client/wattleClient.ts";
import type { AttestedAdjudicator } from "../../contracts/AttestedAdjudicator.ts";
import { AttestedAdjudicator__factory } from "../../contracts/factories/AttestedAdjudicator__factory.ts";

/** Which case. */
export interface CaseName {
  /** The adjudicator's address: the terms of the job name it. */
  readonly adjudicator: string;
  /** The market's name for the case: a job's id. */
  readonly caseId: string;
  /** The market that handed it over. Default: the market of batch jobs. */
  readonly market?: string;
}

/** The attested adjudicator at an address, for reading. */
export function adjudicatorAt(client: WattleClient, adjudicator: string): AttestedAdjudicator {
  return AttestedAdjudicator__factory.connect(adjudicator, client.provider);
}

/** The market of a case. */
export function marketOf(client: WattleClient, { market }: Pick<CaseName, "market">): string {
  return market ?? client.deployment.contracts.jobEscrow;
}
