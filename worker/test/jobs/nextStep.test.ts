import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { JOB_STEPS } from "../../src/jobs/jobRecord.ts";
import { type JobAction, nextStep } from "../../src/jobs/nextStep.ts";
import { makeFacts, makeJob, makeSlot, RESULT, RULES } from "../support/jobs.ts";

type Case = readonly [
  what: string,
  job: Parameters<typeof makeJob>[0],
  facts: Parameters<typeof makeFacts>[0],
  JobAction,
];

const note = (step: string) => ({ do: "note", step }) as JobAction;
const wait = (until: number | null = null): JobAction => ({ do: "wait", until });

const CASES: readonly Case[] = [
  ["checks a job that it sees", {}, {}, { do: "check" }],
  ["checks up to the last second before the margin", {}, { now: 1050 }, { do: "check" }],
  ["refuses what is not checked by then", {}, { now: 1051 }, note("refused")],
  ["refuses up to the window's last second", {}, { now: 1060 }, note("refused")],
  ["checks a job that it sees too late to decline", {}, { now: 1061 }, { do: "check" }],
  ["abandons a job that it sees too late to run", {}, { now: 1181 }, note("abandoned")],
  ["refuses new jobs while it stops", {}, { isStopping: true }, note("refused")],
  ["runs a checked job", { step: "checked" }, {}, { do: "run" }],
  ["goes on running", { step: "running" }, { isRunning: true, placeFreeAt: 5000 }, { do: "run" }],
  ["runs again after a restart", { step: "running", runAttempts: 1 }, {}, { do: "run" }],
  ["waits for a place", { step: "checked" }, { placeFreeAt: 1070 }, wait(1070)],
  ["waits for a place as long as it can decline", { step: "checked" }, { placeFreeAt: 1090 }, wait(1051)],
  ["refuses a job that may be late", { step: "checked" }, { placeFreeAt: 1090, now: 1051 }, note("refused")],
  ["waits once it cannot decline", { step: "checked" }, { placeFreeAt: 1090, now: 1061 }, wait(1090)],
  [
    "abandons a run that cannot be delivered",
    { step: "running" },
    { isRunning: true, now: 1181 },
    note("abandoned"),
  ],
  [
    "abandons a run that will be late",
    { step: "running" },
    { isRunning: true, now: 1100, projectedEndAt: 1181 },
    note("abandoned"),
  ],
  [
    "keeps a run that will be in time",
    { step: "running" },
    { isRunning: true, now: 1100, projectedEndAt: 1180 },
    { do: "run" },
  ],
  ["refuses on a broken machine while it can", { step: "checked", runAttempts: 3 }, {}, note("refused")],
  ["abandons on a broken machine", { step: "checked", runAttempts: 3 }, { now: 1061 }, note("abandoned")],
  ["refuses checked jobs while it stops", { step: "checked" }, { isStopping: true }, note("refused")],
  [
    "runs what it cannot decline while it stops",
    { step: "checked" },
    { isStopping: true, now: 1061 },
    { do: "run" },
  ],
  ["uploads", { step: "ran", result: RESULT }, {}, { do: "upload" }],
  ["submits", { step: "uploaded", result: RESULT }, { now: 1200 }, { do: "submit" }],
  ["submits on", { step: "submitting", result: RESULT }, {}, { do: "submit" }],
  [
    "submits again what a reorganization took back",
    { step: "submitted", result: RESULT },
    {},
    { do: "submit" },
  ],
  ["does not submit after the deadline", { step: "uploaded", result: RESULT }, { now: 1201 }, wait()],
  ["declines", { step: "refused", reason: "no" }, { now: 1060 }, { do: "decline", reason: "no" }],
  [
    "abandons what it cannot decline any more",
    { step: "refused", reason: "no" },
    { now: 1061 },
    note("abandoned"),
  ],
  ["forfeits", { step: "abandoned", reason: "no" }, { now: 1200 }, { do: "forfeit" }],
  ["lets a job expire", { step: "abandoned" }, { now: 1201 }, wait()],
  [
    "believes the chain about a submission",
    { step: "seen" },
    { slot: makeSlot({ state: "submitted" }) },
    note("submitted"),
  ],
  [
    "waits for the review",
    { step: "submitted" },
    { slot: makeSlot({ state: "submitted", steppedAt: 1100 }), now: 1130 },
    wait(1131),
  ],
  [
    "settles after the review",
    { step: "submitted" },
    { slot: makeSlot({ state: "submitted", steppedAt: 1100 }), now: 1131 },
    { do: "settle" },
  ],
  ["waits for a dispute", { step: "submitted" }, { slot: makeSlot({ state: "disputed" }) }, wait()],
  ["is paid", { step: "submitted" }, { slot: makeSlot({ state: "completed" }) }, note("paid")],
  [
    "waits for confirmations",
    { step: "submitted" },
    { slot: makeSlot({ state: "completed" }), isConfirmed: false },
    wait(),
  ],
  ["has declined", { step: "refused" }, { slot: makeSlot({ state: "declined" }) }, note("declined")],
  ["has forfeited", { step: "abandoned" }, { slot: makeSlot({ state: "expired" }) }, note("forfeited")],
  ["was late", { step: "running" }, { slot: makeSlot({ state: "expired" }) }, note("expired")],
  ["ends with a dispute", { step: "submitted" }, { slot: makeSlot({ state: "refunded" }) }, note("closed")],
  ["does nothing about a job that the node does not know", {}, { slot: makeSlot({ state: "none" }) }, wait()],
  ["does nothing about an orphaned job", { isOrphaned: true }, {}, wait()],
];

describe("nextStep", () => {
  for (const [what, job, facts, expected] of CASES) {
    it(what, () => {
      const action = nextStep(makeJob(job), makeFacts(facts), RULES);
      const { do: done, ...rest } = action;
      // The reasons of notes have tests of their own.
      assert.deepEqual("step" in rest ? { do: done, step: rest.step } : action, expected);
    });
  }

  it("says why it refuses", () => {
    const refusal = (facts: Parameters<typeof makeFacts>[0]) => nextStep(makeJob(), makeFacts(facts), RULES);
    const reasonOf = (action: JobAction) => ("reason" in action ? action.reason : null);
    assert.match(reasonOf(refusal({ now: 1051 })) ?? "", /fetched and checked/);
    assert.equal(
      reasonOf(refusal({ now: 1051, checkProblem: "Input scene cannot be fetched." })),
      "Input scene cannot be fetched.",
    );
    assert.match(reasonOf(refusal({ isStopping: true })) ?? "", /shutting down/);
  });

  it("uses at most half of a short window as margin", () => {
    const terms = { ...makeJob().terms, declineSeconds: 4, slackSeconds: 2 };
    const at = (now: number) => nextStep(makeJob({ terms }), makeFacts({ now }), RULES).do;
    assert.deepEqual([at(1002), at(1003)], ["check", "note"]);
    const run = (now: number) =>
      nextStep(makeJob({ terms, step: "running" }), makeFacts({ now, isRunning: true }), RULES);
    assert.deepEqual(
      [run(1105), run(1106)].map((action) => action.do),
      ["run", "note"],
    );
  });

  it("does nothing about a job that has ended, whatever the chain says", () => {
    for (const step of JOB_STEPS.slice(JOB_STEPS.indexOf("paid"))) {
      assert.deepEqual(nextStep(makeJob({ step }), makeFacts(), RULES), wait());
    }
  });
});
