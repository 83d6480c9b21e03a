import type { Log } from "ethers";
import type { slashingCourtAbi } from "../../abis/slashingCourt.ts";
import { type PlainArgs, plainArgs } from "../../abi/plain.ts";
import { sameAddress } from "../../abi/sameAddress.ts";
import { positionOf } from "../../chain/readEvents.ts";
import { EventMissingError } from "../../errors/clientErrors.ts";
import { RULINGS } from "../../types/case.ts";
import { SEAT_FAULTS } from "../../types/court.ts";
import type { CourtEvent, CourtEventType } from "../../types/courtEvent.ts";
import { courtInterface } from "./courtAt.ts";

type AbiEvent = Extract<(typeof slashingCourtAbi)[number], { type: "event" }>;

/** A decoded event of the ABI: its name tells the type of its values. */
type PlainEvent = {
  readonly [Name in AbiEvent["name"]]: {
    readonly name: Name;
    readonly args: PlainArgs<Extract<AbiEvent, { name: Name }>["inputs"]>;
  };
}[AbiEvent["name"]];

/**
 * Decodes a log of a slashing court, for those who fetch logs their own way.
 *
 * @param court The court's address.
 * @returns Null for a log that is none of {@link CourtEvent}, or another contract's.
 *
 * @example
 * ```ts
 * import { decodeCourtEvent } from "@wattle/sdk";
 *
 * const events = receipt.logs.map((log) => decodeCourtEvent(court, log));
 * ```
 */
export function decodeCourtEvent(court: string, log: Log): CourtEvent | null {
  if (!sameAddress(log.address, court)) return null;
  const event = parse(log);
  if (event === null) return null;
  const position = positionOf(log);
  switch (event.name) {
    case "SeatTaken":
      return { type: "seat-taken", ...position, ...withSeat(event.args) };
    case "SeatLeft":
      return { type: "seat-left", ...position, ...withSeat(event.args) };
    case "SeatClosed":
      return { type: "seat-closed", ...position, ...withSeat(event.args) };
    case "CaseOpened": {
      const seatCount = Number(event.args.seatCount);
      return { type: "case-opened", ...position, ...event.args, seatCount };
    }
    case "SeatDrawn": {
      const place = Number(event.args.place);
      return { type: "seat-drawn", ...position, ...withSeat(event.args), place };
    }
    case "VoteCommitted":
      return { type: "vote-committed", ...position, ...withSeat(event.args) };
    case "VoteRevealed":
      return { type: "vote-revealed", ...position, ...withSeat(event.args) };
    case "RulingAppealed":
      return { type: "ruling-appealed", ...position, ...event.args };
    case "CaseConceded":
      return { type: "case-conceded", ...position, ...event.args };
    case "SeatPaid":
      return { type: "seat-paid", ...position, ...withSeat(event.args) };
    case "SeatPenalized": {
      const fault = SEAT_FAULTS[event.args.fault] ?? "none";
      return { type: "seat-penalized", ...position, ...withSeat(event.args), fault };
    }
    case "CaseFinished": {
      const ruling = RULINGS[event.args.ruling] ?? "none";
      return { type: "case-finished", ...position, ...event.args, ruling };
    }
  }
}

/** All events of a kind that a court emitted in a transaction, in their order. */
export function findCourtEvents<Type extends CourtEventType>(
  court: string,
  logs: readonly Log[],
  type: Type,
): Extract<CourtEvent, { readonly type: Type }>[] {
  const events = logs.map((log) => decodeCourtEvent(court, log)).filter((event) => event?.type === type);
  // Only these are left.
  return events as Extract<CourtEvent, { readonly type: Type }>[];
}

/**
 * The first event of a kind that a court emitted in a transaction.
 *
 * @throws {@link EventMissingError} when there is none, so that the address is of another contract.
 */
export function findCourtEvent<Type extends CourtEventType>(
  court: string,
  logs: readonly Log[],
  type: Type,
): Extract<CourtEvent, { readonly type: Type }> {
  const [first] = findCourtEvents(court, logs, type);
  if (first === undefined) throw new EventMissingError(court, type);
  return first;
}

function parse(log: Log): PlainEvent | null {
  const description = courtInterface().parseLog(log);
  if (description === null) return null;
  const args = plainArgs(description.fragment.inputs, description.args);
  // The ABI that decoded it is the one that the type is made of.
  return { name: description.name, args } as unknown as PlainEvent;
}

/** Places on a list fit into 32 bits, though the ABI gives them more. */
function withSeat<Args extends { readonly seat: bigint }>(
  args: Args,
): Omit<Args, "seat"> & { readonly seat: number } {
  return { ...args, seat: Number(args.seat) };
}
