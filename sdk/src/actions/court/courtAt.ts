import { Contract } from "ethers";
import type { WattleClient } from "../../client/wattleClient.ts";
import { SlashingCourt__factory } from "../../contracts/factories/SlashingCourt__factory.ts";
import type { SlashingCourt, SlashingCourtInterface } from "../../contracts/SlashingCourt.ts";
import type { OpenedCase } from "../../types/case.ts";

/** Which court, and which of its lists. */
export interface CourtName {
  /** The court's address: the terms of a job name it as their adjudicator. */
  readonly court: string;
  /** Whose cases. Default: the market of batch jobs. */
  readonly market?: string | undefined;
}

/** Which case of a court. */
export interface HearingName extends CourtName {
  /** The market's name for the case: a job's id. */
  readonly caseId: string;
}

/** A case of a court, with what the calls that move it take along. */
export interface OpenHearing extends CourtName {
  /** What there is to judge: `getHearing` has it. */
  readonly openedCase: OpenedCase;
}

/** The market of a case or a list. */
export function marketOfCourt(client: WattleClient, { market }: Pick<CourtName, "market">): string {
  return market ?? client.deployment.contracts.jobEscrow;
}

let abi: SlashingCourtInterface | undefined;

/** Made when it is needed first. */
export function courtInterface(): SlashingCourtInterface {
  abi ??= SlashingCourt__factory.createInterface();
  return abi;
}

/** The court at an address, for reading. */
export function courtAt(client: WattleClient, court: string): SlashingCourt {
  // The interface is that of the type.
  return new Contract(court, courtInterface(), client.provider) as unknown as SlashingCourt;
}
