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

/** What {@link encodeCommitVote} takes. */
export interface EncodeCommitVoteParameters {
  readonly vote: Pick<PreparedVote, "court" | "market" | "caseId" | "commitment">;
  /** The seat's place in the panel. */
  readonly place: number;
}

/** What {@link commitVote} takes. */
export interface CommitVoteParameters extends WriteOptions {
  /** As `prepareVote` made it, and stored by now: its salt is needed again. */
  readonly vote: PreparedVote;
  /** The seat's place in the panel. Default: it is looked up. */
  readonly place?: number | undefined;
}

/** What {@link commitVote} returns. */
export type CommitVoteReturnType = WriteReceipt;

/** What {@link commitVote} throws. */
export type CommitVoteErrorType = WriteErrorType | SeatNotDrawnError;

/** Encodes {@link commitVote}. It tells nobody the answer. */
export function encodeCommitVote({ vote, place }: EncodeCommitVoteParameters): TransactionCall {
  const { court, market, caseId, commitment } = vote;
  const values = [market, caseId, place, commitment] as const;
  return { to: court, data: naming(() => courtInterface().encodeFunctionData("commit", [...values])) };
}

/**
 * Binds a drawn seat to its answer, which stays secret until it is revealed. For the owner and the operators of the
 * seat's provider, while the panel commits. Store the vote before: without its salt it cannot be revealed.
 *
 * @throws {@link SeatNotDrawnError} when the seat is on no panel of the case.
 * @throws {@link CourtVotesAlreadyCommittedError} when the seat has committed; where its `commitment` is the vote's own,
 * nothing is left to do.
 * @throws {@link CourtVotesUnexpectedStageError} before and after the panel's time.
 * @throws {@link CourtVotesNotJurorError} when the signer does not speak for the seat.
 * @throws Any other {@link CommitVoteErrorType}.
 *
 * @example
 * ```ts
 * import { commitVote, prepareVote } from "@wattle/sdk";
 *
 * const vote = prepareVote(client, { court, caseId: jobId, seat, providerRight: false });
 * await saveVote(vote);
 * await commitVote(client, { vote });
 * ```
 */
export async function commitVote(
  client: WattleClient,
  parameters: CommitVoteParameters,
): Promise<CommitVoteReturnType> {
  const { vote, signal } = parameters;
  const place = parameters.place ?? (await findPanelPlace(client, vote, signal));
  return (await sendCall(client, encodeCommitVote({ vote, place }), parameters)).receipt;
}
