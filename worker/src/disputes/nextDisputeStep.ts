import type { GetCourtRulesReturnType, Hearing, JobSlot, JobTerms, Ruling } from "@wattle/sdk";
import { courtStageAt, type StageFacts } from "../juror/courtStageAt.ts";

/** What there is to do about a dispute of the provider's own job. */
export type DisputeStep =
  /** Nothing until then, Unix seconds of the chain; null until the chain moves. */
  | { readonly do: "wait"; readonly until: number | null }
  /** Hand the case to the court. */
  | { readonly do: "open-case" }
  | { readonly do: "draw" }
  | { readonly do: "appeal" }
  /** Have the market read a ruling for the provider. */
  | { readonly do: "apply-ruling" }
  /** Nobody ruled in time: the market splits the price, and gives the collateral back. */
  | { readonly do: "split" };

/** A court's word on a case. */
export type DisputeHearing = StageFacts &
  Pick<Hearing, "openedAt" | "seedBlock" | "appealSeedBlock" | "firstRuling">;

/** What the next step depends on. */
export interface DisputeFacts {
  readonly terms: Pick<JobTerms, "client" | "rulingSeconds">;
  readonly slot: Pick<JobSlot, "steppedAt" | "caseOpened">;
  /** Null where the adjudicator is no slashing court. */
  readonly rules: Pick<GetCourtRulesReturnType, "neededSeconds" | "drawSeconds"> | null;
  /** Null before the case is open. */
  readonly hearing: DisputeHearing | null;
  /** What the adjudicator answers the market. */
  readonly ruling: Ruling;
  /** Number of the newest block. */
  readonly atBlock: number;
  /** Unix seconds of the chain. */
  readonly now: number;
}

/** What the operator lets the worker do. */
export interface DisputeRules {
  readonly openCases: boolean;
  readonly patienceSeconds: number;
  /** Whether an appeal with this court may be paid for. */
  readonly mayAppeal: boolean;
}

/**
 * Decides what to do about a dispute. Whoever was right loses by silence: without a case, a panel, or somebody who applies
 * the ruling, the price is split. Whoever was wrong gains by it, so nothing here helps a ruling against the provider.
 */
export function nextDisputeStep(facts: DisputeFacts, rules: DisputeRules): DisputeStep {
  const { terms, slot, ruling, now } = facts;
  const rulingUntil = slot.steppedAt + terms.rulingSeconds;
  if (now > rulingUntil) return { do: "split" };
  if (ruling === "provider-right") return { do: "apply-ruling" };
  if (facts.rules === null || ruling === "provider-wrong") return wait(rulingUntil + 1);
  if (slot.caseOpened)
    return facts.hearing === null ? wait(null) : whileHeard(facts, facts.hearing, facts.rules, rules);

  const openUntil = rulingUntil - facts.rules.neededSeconds;
  if (!rules.openCases || now > openUntil) return wait(rulingUntil + 1);
  const dueAt = patiently(slot.steppedAt, openUntil, rules);
  return now >= dueAt ? { do: "open-case" } : wait(dueAt);
}

function whileHeard(
  { terms, atBlock, now }: DisputeFacts,
  hearing: DisputeHearing,
  { drawSeconds }: NonNullable<DisputeFacts["rules"]>,
  rules: DisputeRules,
): DisputeStep {
  const { deadlines, firstRuling, appellant, appealSeedBlock } = hearing;
  const draw = (seedBlock: number, dueAt: number): DisputeStep => {
    if (atBlock <= seedBlock) return wait(null);
    return now >= dueAt ? { do: "draw" } : wait(dueAt);
  };
  switch (courtStageAt(hearing, now)) {
    case "drawing":
      if (!rules.openCases) return wait(null);
      return draw(
        hearing.seedBlock,
        patiently(deadlines.drawUntil - drawSeconds, deadlines.drawUntil, rules),
      );
    case "appealable":
      return firstRuling === "provider-wrong" && rules.mayAppeal ? { do: "appeal" } : wait(null);
    case "appeal-drawing": {
      // An appeal that does not form leaves the first ruling: of the client's own that is the provider's gain.
      const isOwn = appellant?.toLowerCase() !== terms.client.toLowerCase();
      // It was paid for, and nobody else has a reason to draw it.
      return isOwn && appealSeedBlock !== null ? draw(appealSeedBlock, now) : wait(null);
    }
    default:
      return wait(null);
  }
}

/** Others come first, but not for longer than half of the time that there is. */
function patiently(from: number, until: number, { patienceSeconds }: DisputeRules): number {
  return from + Math.min(patienceSeconds, Math.floor((until - from) / 2));
}

function wait(until: number | null): DisputeStep {
  return { do: "wait", until };
}
