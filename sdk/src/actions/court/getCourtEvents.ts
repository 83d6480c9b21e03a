import { toBeHex, zeroPadValue } from "ethers";
import { naming } from "../../chain/naming.ts";
import { type EventRange, readEvents } from "../../chain/readEvents.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { InvalidArgumentError } from "../../errors/inputErrors.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import type { CourtEvent, CourtEventType } from "../../types/courtEvent.ts";
import { courtInterface, type CourtName, marketOfCourt } from "./courtAt.ts";
import { decodeCourtEvent } from "./decodeCourtEvent.ts";

/** The event in the ABI that each kind is. */
const ABI_NAMES = {
  "seat-taken": "SeatTaken",
  "seat-left": "SeatLeft",
  "seat-closed": "SeatClosed",
  "case-opened": "CaseOpened",
  "seat-drawn": "SeatDrawn",
  "vote-committed": "VoteCommitted",
  "vote-revealed": "VoteRevealed",
  "ruling-appealed": "RulingAppealed",
  "case-conceded": "CaseConceded",
  "seat-paid": "SeatPaid",
  "seat-penalized": "SeatPenalized",
  "case-finished": "CaseFinished",
} as const satisfies Record<CourtEventType, string>;

/** Which events are wanted. */
export interface CourtEventFilter<Type extends CourtEventType = CourtEventType> extends CourtName {
  /** Default: all kinds. */
  readonly types?: readonly Type[];
  /** The market's name for a case: a job's id. Events of seats alone do not have one. */
  readonly caseId?: string;
  /** A juror's provider id. Events of cases and of votes do not have one. */
  readonly juror?: string;
}

/** What {@link getCourtEvents} takes. */
export interface GetCourtEventsParameters<Type extends CourtEventType = CourtEventType>
  extends CourtEventFilter<Type>, EventRange {}

/** What {@link getCourtEvents} returns, oldest first. */
export type GetCourtEventsReturnType<Type extends CourtEventType = CourtEventType> = Extract<
  CourtEvent,
  { readonly type: Type }
>[];

/** What {@link getCourtEvents} throws. */
export type GetCourtEventsErrorType = RpcErrorType | InvalidArgumentError;

/**
 * Reads what a slashing court told about one market's seats and cases in a range of blocks of any length, with as many
 * requests as the endpoint makes necessary.
 *
 * @throws Any {@link GetCourtEventsErrorType}.
 *
 * @example
 * ```ts
 * import { getCourtEvents } from "@wattle/sdk";
 *
 * const drawn = await getCourtEvents(client, { court, types: ["seat-drawn"], juror, fromBlock });
 * ```
 */
export async function getCourtEvents<Type extends CourtEventType = CourtEventType>(
  client: WattleClient,
  parameters: GetCourtEventsParameters<Type>,
): Promise<GetCourtEventsReturnType<Type>> {
  const { court, juror } = parameters;
  const filter = courtLogFilter(client, parameters);
  const events = await readEvents(client, filter, (log) => decodeCourtEvent(court, log), parameters);
  // An appellant stands where others have the juror.
  const wanted = juror === undefined ? events : events.filter((event) => "juror" in event);
  // The endpoint was asked for these types only.
  return wanted as GetCourtEventsReturnType<Type>;
}

/** The filter that makes an endpoint return the wanted events only. */
export function courtLogFilter(client: WattleClient, filter: CourtEventFilter) {
  const { court, types = Object.keys(ABI_NAMES) as CourtEventType[], caseId, juror } = filter;
  const market = marketOfCourt(client, filter);
  return naming(() => {
    const places = [
      types.map((type) => courtInterface().getEvent(ABI_NAMES[type]).topicHash),
      zeroPadValue(market, 32),
      caseId === undefined ? null : toBeHex(caseId, 32),
      juror === undefined ? null : zeroPadValue(juror, 32),
    ];
    // To geth and to Hardhat's node, a filter that is longer than a log's topics never fits, not even with null at its
    // end; and only some events name a juror.
    const last = places.findLastIndex((topic) => topic !== null);
    return { address: court, topics: places.slice(0, last + 1) };
  });
}
