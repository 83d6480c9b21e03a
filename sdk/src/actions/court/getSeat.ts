import { ZeroAddress } from "ethers";
import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { CourtSeat } from "../../types/court.ts";
import { courtAt, type CourtName, marketOfCourt } from "./courtAt.ts";

/** What {@link getSeat} takes. */
export interface GetSeatParameters extends CourtName {
  /** Its place on the market's list. */
  readonly seat: number;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getSeat} returns; its state is `free` where nobody holds the place, and beyond the list's end. */
export type GetSeatReturnType = CourtSeat;

/** What {@link getSeat} throws. */
export type GetSeatErrorType = ReadErrorType;

/**
 * Reads a place on a market's list: who holds it, what is still locked, and what open cases may charge.
 *
 * @throws Any {@link GetSeatErrorType}.
 *
 * @example
 * ```ts
 * import { getSeat } from "@wattle/sdk";
 *
 * const { state, units, closableAt } = await getSeat(client, { court, seat });
 * ```
 */
export async function getSeat(
  client: WattleClient,
  parameters: GetSeatParameters,
): Promise<GetSeatReturnType> {
  const { court, seat, signal } = parameters;
  const market = marketOfCourt(client, parameters);
  const contract = courtAt(client, court);
  const [held, exitSeconds] = await reading(
    Promise.all([contract.seatOf(market, seat), contract.exitSeconds()]),
    signal,
  );
  const isHeld = held.juror !== ZeroAddress;
  const leftAt = held.leftAt === 0n ? null : Number(held.leftAt);
  return {
    market,
    seat,
    state: !isHeld ? "free" : leftAt === null ? "held" : "left",
    juror: isHeld ? held.juror : null,
    takenAt: isHeld ? Number(held.takenAt) : null,
    leftAt,
    closableAt: leftAt === null ? null : leftAt + Number(exitSeconds),
    units: Number(held.units),
    unitsAtRisk: Number(held.unitsAtRisk),
  };
}
