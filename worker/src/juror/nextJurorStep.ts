import type { PanelSeat } from "@wattle/sdk";
import { courtStageAt, type StageFacts } from "./courtStageAt.ts";
import type { HearingRecord, HearingStep } from "./hearingRecord.ts";

/** What there is to do about a drawn seat. */
export type JurorStep =
  /** Nothing until then, Unix seconds of the chain; null where nothing will be to do by itself. */
  | { readonly do: "wait"; readonly until: number | null }
  /** Write down what has become true, and ask again. */
  | { readonly do: "note"; readonly step: HearingStep }
  /** Come to an answer. */
  | { readonly do: "judge" }
  | { readonly do: "commit" }
  /** Find the answer again that the seat committed to. */
  | { readonly do: "recover" }
  | { readonly do: "reveal" }
  /** Settle the case. */
  | { readonly do: "finish" };

/** A drawn seat, as far as its next step depends on it. */
export type JurorSeat = Pick<HearingRecord, "seat" | "isAppeal" | "step" | "providerRight"> & {
  /** What the seat's own answer would be committed as (0x hex); null before there is one. */
  readonly commitment: string | null;
};

/**
 * Decides what to do about a drawn seat: judge, commit, reveal, finish. The chain's word goes before the worker's own
 * record, so a lost or an old record leads to the same end.
 *
 * @param now Unix seconds of the chain.
 */
export function nextJurorStep(record: JurorSeat, facts: StageFacts, now: number): JurorStep {
  const { isAppeal, step } = record;
  const { deadlines } = facts;
  const stage = courtStageAt(facts, now);
  if (stage === "finished") return noteOnce(record, "finished");
  const drawn = (isAppeal ? facts.appealPanel : facts.panel).find(({ seat }) => seat === record.seat);
  if (stage === "none" || drawn === undefined) return noteOnce(record, "gone");
  if (step === "gone" || step === "finished") return note("drawn");

  const commitUntil = isAppeal ? deadlines.appealCommitUntil : deadlines.commitUntil;
  const revealUntil = isAppeal ? deadlines.appealRevealUntil : deadlines.revealUntil;
  if (stage === "decided") {
    // Who had no time to vote, because the client conceded, has missed nothing.
    if (!isRevealed(drawn) && !facts.isConceded && step !== "missed") return note("missed");
    if (isRevealed(drawn) && step !== "revealed") return note("revealed");
    return { do: "finish" };
  }
  switch (drawn.vote) {
    case "none":
      if (now > commitUntil) return noteOnce(record, "missed");
      if (record.providerRight === null) return { do: "judge" };
      // A commitment that the chain took back.
      return step === "committed" || step === "missed" ? note("judged") : { do: "commit" };
    case "committed":
      if (step === "missed") return wait(null);
      if (drawn.commitment !== record.commitment) return { do: "recover" };
      if (step !== "committed") return note("committed");
      if (now <= commitUntil) return wait(commitUntil + 1);
      return now <= revealUntil ? { do: "reveal" } : note("missed");
    default:
      return noteOnce(record, "revealed");
  }
}

function isRevealed({ vote }: PanelSeat): boolean {
  return vote === "provider-right" || vote === "provider-wrong";
}

function note(step: HearingStep): JurorStep {
  return { do: "note", step };
}

function noteOnce(record: JurorSeat, step: HearingStep): JurorStep {
  return record.step === step ? wait(null) : note(step);
}

function wait(until: number | null): JurorStep {
  return { do: "wait", until };
}
