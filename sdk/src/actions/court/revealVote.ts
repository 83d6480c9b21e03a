import { naming } from "../../chain/naming.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { SeatNotDrawnError } from "../../errors/courtErrors.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { PreparedVote } from "../../types/court.ts";
import { courtInterface } from "./courtAt.ts";
import { findPanelPlace } from "./findPanelPlace.ts";

/** What {@link encodeRevealVote} takes. */
export interface EncodeRevealVoteParameters {
  readonly vote: Pick<PreparedVote, "court" | "market" | "caseId" | "providerRight" | "salt">;
  /** The seat's place in the panel. */
  readonly place: number;
}

/** What {@link revealVote} takes. */
export interface RevealVoteParameters extends WriteOptions {
  /** As it was prepared and committed. */
  readonly vote: PreparedVote;
  /** The seat's place in the panel. Default: it is looked up. */
  readonly place?: number | undefined;
}

/** What {@link revealVote} returns. */
export type RevealVoteReturnType = WriteReceipt;

/** What {@link revealVote} throws. */
export type RevealVoteErrorType = WriteErrorType | SeatNotDrawnError;

/** Encodes {@link revealVote}. */
export function encodeRevealVote({ vote, place }: EncodeRevealVoteParameters): TransactionCall {
  const { court, market, caseId, providerRight, salt } = vote;
  const values = [market, caseId, place, providerRight, salt] as const;
  return { to: court, data: naming(() => courtInterface().encodeFunctionData("reveal", [...values])) };
}

/**
 * Says what a seat committed to: only then it counts. For anyone who has the vote, while the panel reveals; never show
 * it to anybody before.
 *
 * @throws {@link CourtVotesVoteMismatchError} when it is not what the seat committed to, or revealed already.
 * @throws {@link CourtVotesUnexpectedStageError} before and after the panel's time.
 * @throws {@link SeatNotDrawnError} when the seat is on no panel of the case.
 * @throws Any other {@link RevealVoteErrorType}.
 *
 * @example
 * ```ts
 * import { revealVote } from "@wattle/sdk";
 *
 * await revealVote(client, { vote: await loadVote(jobId, seat) });
 * ```
 */
export async function revealVote(
  client: WattleClient,
  parameters: RevealVoteParameters,
): Promise<RevealVoteReturnType> {
  const { vote, signal } = parameters;
  const place = parameters.place ?? (await findPanelPlace(client, vote, signal));
  return (await sendCall(client, encodeRevealVote({ vote, place }), parameters)).receipt;
}
