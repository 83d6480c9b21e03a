import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import type { WorkerEvent } from "../../src/events/workerEvent.ts";
import { type Assignment, CaseJudge, type CaseJudgeParameters } from "../../src/juror/caseJudge.ts";
import { assignmentOf } from "../../src/juror/hearingKeeper.ts";
import { address, bytes32 } from "../support/jobs.ts";

const deadlines = {
  ...{ drawUntil: 100, commitUntil: 500, revealUntil: 600, appealUntil: 700 },
  ...{ appealDrawUntil: 800, appealCommitUntil: 1200, appealRevealUntil: 1300 },
};
const courtCase = {
  ...{ court: address(1), caseId: bytes32(2), market: address(3), openedBlock: 1, deadlines },
  openedCase: {
    ...{ caseId: bytes32(2), provider: address(4), client: address(5), token: address(6), fee: 3n },
    ...{ rulingUntil: 9999, runLimitSeconds: 50, specDigest: bytes32(7), resultMark: address(8) },
  },
};
const assignment = assignmentOf(courtCase, { isAppeal: false }, { commitReserveSeconds: 60 });
const AGREED = { providerRight: true, reason: "the outputs agree (exact)" };
const MISSING = { providerRight: false, reason: "no result" };
const UNDISCLOSED = { providerRight: true, reason: "its key is not disclosed" };

/** A judge whose clock and findings the test has in its hand. */
function judgeWith(look: CaseJudgeParameters["look"], hasPlace = (_running: number): boolean => true) {
  const events: WorkerEvent[] = [];
  const clock = { now: 150 };
  let doneCalls = 0;
  const judge = new CaseJudge({
    ...{ look, hasPlace, now: () => clock.now, onEvent: (event) => events.push(event) },
    onDone: () => doneCalls++,
  });
  return { judge, clock, events, doneCalls: () => doneCalls };
}
const settled = async (): Promise<void> => {
  for (let turns = 0; turns < 5; turns++) await turn();
};

describe("the time of a case", () => {
  test("is what the panel's window leaves for a run and the reserve", () => {
    assert.deepEqual([assignment.startUntil, assignment.answerUntil], [390, 440]);
    const appeal = assignmentOf(courtCase, { isAppeal: true }, { commitReserveSeconds: 1000 });
    assert.deepEqual([appeal.startUntil, appeal.answerUntil], [1050, 1100], "a quarter at most");
    assert.notEqual(appeal.key, assignment.key, "the appeal is judged afresh");
  });
});

describe("CaseJudge", () => {
  test("has an answer as soon as one look settles it", async () => {
    const { judge, doneCalls } = judgeWith(async () => ({ finding: AGREED, isFinal: true }));
    assert.equal(judge.answerTo(assignment), null);
    await settled();
    assert.deepEqual([judge.answerTo(assignment), doneCalls()], [AGREED, 1]);
  });

  test("waits for what may come, as long as there is time for a run", async () => {
    let looks = 0;
    const { judge, clock } = judgeWith(async () => {
      looks++;
      return { finding: looks === 1 ? UNDISCLOSED : MISSING, isFinal: false };
    });
    judge.answerTo(assignment);
    await settled();
    clock.now = assignment.startUntil;
    assert.equal(judge.answerTo(assignment), null);
    clock.now++;
    assert.deepEqual(judge.answerTo(assignment), UNDISCLOSED);
  });

  test("lets a look that has begun end, up to the reserve", async () => {
    const { judge, clock } = judgeWith(() => new Promise(() => {}));
    judge.answerTo(assignment);
    clock.now = assignment.answerUntil;
    assert.equal(judge.answerTo(assignment), null);
    clock.now++;
    assert.deepEqual(judge.answerTo(assignment), {
      providerRight: true,
      reason: "nothing could be found out in time",
    });
  });

  test("looks again after trouble of its own, and votes for the provider if it stays", async () => {
    const { judge, clock, events } = judgeWith(async () => {
      throw new Error("the driver is gone");
    });
    judge.answerTo(assignment);
    await settled();
    assert.match(JSON.stringify(events), /cannot be judged for now: the driver is gone/);
    clock.now = assignment.startUntil + 1;
    assert.equal(judge.answerTo(assignment)?.providerRight, true);
    await judge.abort();
  });

  test("waits for a place to run, but not beyond its time", async () => {
    const places: number[] = [];
    const { judge, clock } = judgeWith(
      async ({ inPlace }) => inPlace(async () => ({ finding: AGREED, isFinal: true })),
      (running) => {
        places.push(running);
        return false;
      },
    );
    judge.answerTo(assignment);
    await settled();
    assert.deepEqual([judge.answerTo(assignment), judge.busyUntil()], [null, []]);
    clock.now = assignment.startUntil + 1;
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(judge.answerTo(assignment), AGREED);
    assert.deepEqual(places, [0, 0]);
  });

  test("counts its runs as places that are taken", async () => {
    let end = (): void => {};
    const running = new Promise<void>((resolve) => (end = resolve));
    const { judge, clock } = judgeWith(async ({ inPlace }) => {
      await inPlace(async () => running);
      return { finding: AGREED, isFinal: true };
    });
    judge.answerTo(assignment);
    await settled();
    assert.deepEqual(judge.busyUntil(), [clock.now + 50]);
    end();
    await settled();
    assert.deepEqual(judge.busyUntil(), []);
  });

  test("breaks off what is not wanted any more, and begins anew if it is again", async () => {
    const signals: AbortSignal[] = [];
    const { judge } = judgeWith(({ signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    });
    const other: Assignment = { ...assignment, key: "another" };
    judge.answerTo(assignment);
    judge.answerTo(other);
    await settled();
    judge.keepOnly(new Set(["another"]));
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true, false],
    );
    judge.answerTo(assignment);
    await settled();
    assert.equal(signals.length, 3);
  });
});
