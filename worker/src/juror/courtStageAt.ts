import type { CourtStage, Hearing } from "@wattle/sdk";

/** What the stage of a case follows from, beside the time. */
export type StageFacts = Pick<
  Hearing,
  "stage" | "isConceded" | "deadlines" | "panel" | "votes" | "appellant" | "appealPanel" | "appealVotes"
>;

/**
 * Where a case stands at a time, as its court will say. The chain's own word is that of its newest block, which may be
 * old where nothing happens; a window has opened or closed since all the same.
 *
 * @param now Unix seconds of the chain.
 */
export function courtStageAt(facts: StageFacts, now: number): CourtStage {
  const { stage, isConceded, deadlines, panel, votes, appellant, appealPanel } = facts;
  if (stage === "none" || stage === "finished") return stage;
  if (isConceded) return "decided";
  if (panel.length === 0) return now <= deadlines.drawUntil ? "drawing" : "decided";
  if (now <= deadlines.commitUntil) return "committing";
  if (now <= deadlines.revealUntil) return "revealing";
  if (2 * Math.max(votes.right, votes.wrong) <= panel.length) return "decided";
  if (appellant === null) return now <= deadlines.appealUntil ? "appealable" : "decided";
  if (appealPanel.length === 0) return now <= deadlines.appealDrawUntil ? "appeal-drawing" : "decided";
  if (now <= deadlines.appealCommitUntil) return "appeal-committing";
  return now <= deadlines.appealRevealUntil ? "appeal-revealing" : "decided";
}
