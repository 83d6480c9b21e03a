import { type CourtSeat, getCourtEvents, getCourtRules, getSeat, type WattleClient } from "@wattle/sdk";
import { sameAddress } from "../chain/sameAddress.ts";
import type { WorkerConfig } from "../config/workerConfig.ts";
import { type Finding, ok, warning } from "./finding.ts";

/** What a case may charge a seat, in penalty units: one with less that is not at risk is not drawn. */
const UNITS_OF_CASE = 4;

/** Looks at the courts that a worker is to judge for: which seats its provider holds, and whether they can be drawn. */
export async function checkCourtSide(
  client: WattleClient,
  { provider, juror }: WorkerConfig,
  operator: string,
): Promise<Finding[]> {
  if (juror === null) return [];
  const courts = juror.courts.map(async (court) => {
    const [rules, seats] = await Promise.all([
      getCourtRules(client, { court }),
      seatsOf(client, court, provider),
    ]);
    return [checkSeats(court, seats), checkTime(court, rules.commitSeconds - rules.longestRunSeconds, juror)];
  });
  const mayAct = await client.contracts.registry.canOperate(provider, operator);
  const findings = (await Promise.all(courts)).flat().filter((finding) => finding !== null);
  return mayAct
    ? [ok("juror", `${operator} may vote for ${provider}`), ...findings]
    : [
        warning("juror", `${operator} may not vote for ${provider}`, "Let the owner add it by setOperator."),
        ...findings,
      ];
}

/** Finds a provider's seats by the events of their taking. */
async function seatsOf(client: WattleClient, court: string, provider: string): Promise<CourtSeat[]> {
  const { startBlock: fromBlock } = client.deployment;
  const filter = { court, types: ["seat-taken"], juror: provider, fromBlock } as const;
  const taken = await getCourtEvents(client, filter);
  const places = [...new Set(taken.map(({ seat }) => seat))];
  const seats = await Promise.all(places.map(async (seat) => getSeat(client, { court, seat })));
  return seats.filter(({ juror }) => juror !== null && sameAddress(juror, provider));
}

function checkSeats(court: string, seats: readonly CourtSeat[]): Finding {
  const check = `seats with ${court}`;
  if (seats.length === 0) {
    const action = "Let the owner call takeSeat, or leave the court out of `juror.courts`.";
    return warning(check, "none", action);
  }
  const detail = seats
    .map(
      ({ seat, state, units, unitsAtRisk }) => `${seat} (${state}, ${units} units, ${unitsAtRisk} at risk)`,
    )
    .join(", ");
  const isSpent = seats.some(({ state, units }) => state === "held" && units < UNITS_OF_CASE);
  return isSpent
    ? warning(check, detail, "Leave and close the seats with less than four units, and take others.")
    : ok(check, detail);
}

function checkTime(
  court: string,
  spareSeconds: number,
  { commitReserveSeconds }: NonNullable<WorkerConfig["juror"]>,
): Finding | null {
  if (spareSeconds > commitReserveSeconds) return null;
  const detail = `its longest run leaves ${spareSeconds} s to fetch a job and to commit`;
  return warning(`time with ${court}`, detail, "Lower `juror.commitReserveSeconds`, or leave the court out.");
}
