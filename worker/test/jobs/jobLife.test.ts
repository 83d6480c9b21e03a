import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { JobSlot } from "@wattle/sdk";
import { isFinalStep, type JobRecord } from "../../src/jobs/jobRecord.ts";
import { type JobAction, nextStep } from "../../src/jobs/nextStep.ts";
import { seededIntegers } from "../runtime/support/random.ts";
import { makeFacts, makeJob, makeSlot, OPENED_AT, RESULT, RULES } from "../support/jobs.ts";

/** A world in which everything that can happen to a job happens by chance. */
interface World {
  now: number;
  slot: JobSlot;
  job: JobRecord;
  running: boolean;
  placeFreeAt: number;
  /** Calls that the chain took. */
  readonly calls: string[];
}

/** How bad the world is, each in 100. */
interface Luck {
  readonly checkFails: number;
  readonly runFaults: number;
  readonly crashes: number;
  readonly reorgs: number;
  readonly lostCalls: number;
  readonly slow: number;
  readonly busy: number;
}

const { declineSeconds, runLimitSeconds, slackSeconds, reviewSeconds } = makeJob().terms;
const DECLINE_UNTIL = OPENED_AT + declineSeconds;
const DELIVER_UNTIL = DECLINE_UNTIL + runLimitSeconds + slackSeconds;

describe("the life of a job", () => {
  const random = seededIntegers();
  const chance = (percent: number): boolean => random() % 100 < percent;

  it("ends well in a world where nothing fails", () => {
    for (let life = 0; life < 200; life++) {
      const world = live({
        checkFails: 0,
        runFaults: 0,
        crashes: 0,
        reorgs: 0,
        lostCalls: 0,
        slow: 0,
        busy: 0,
      });
      assert.deepEqual(world.calls, ["submit", "settle"]);
      assert.equal(world.job.step, "paid");
    }
  });

  it("ends well in spite of crashes and lost calls, as long as there is time", () => {
    for (let life = 0; life < 200; life++) {
      const world = live({
        checkFails: 0,
        runFaults: 0,
        crashes: 4,
        reorgs: 3,
        lostCalls: 10,
        slow: 0,
        busy: 20,
      });
      assert.ok(["paid", "forfeited", "declined"].includes(world.job.step), world.job.step);
    }
  });

  it("comes to an end in any world, and never calls what the market refuses", () => {
    const ends = new Set<string>();
    for (let life = 0; life < 2000; life++) {
      const part = (): number => random() % 40;
      const luck = {
        checkFails: part(),
        runFaults: part(),
        crashes: part(),
        reorgs: part() / 4,
        lostCalls: part(),
        slow: part(),
        busy: part(),
      };
      const world = live(luck);
      assert.ok(isFinalStep(world.job.step), `ended as ${world.job.step}: ${JSON.stringify(luck)}`);
      ends.add(world.job.step);
    }
    assert.deepEqual(
      [...ends].sort(),
      ["declined", "expired", "forfeited", "paid"],
      "some end was never seen",
    );
  });

  function live(luck: Luck): World {
    const world: World = {
      now: OPENED_AT,
      slot: makeSlot(),
      job: makeJob(),
      running: false,
      placeFreeAt: chance(luck.busy) ? OPENED_AT + (random() % 150) : 0,
      calls: [],
    };
    for (let moment = 0; moment < 2000 && !isFinalStep(world.job.step); moment++) {
      const action = nextStep(
        world.job,
        makeFacts({
          now: world.now,
          slot: world.slot,
          isRunning: world.running,
          placeFreeAt: world.placeFreeAt,
        }),
        RULES,
      );
      if (action.do !== "run") world.running = false;
      act(world, action, luck);
      if (action.do === "note") continue;
      world.now += chance(luck.slow) ? random() % 40 : 1;
      if (chance(luck.crashes)) world.running = false;
      if (world.slot.state === "submitted" && chance(luck.reorgs) && world.now <= DELIVER_UNTIL)
        world.slot = makeSlot();
      if (world.slot.state === "active" && world.now > DELIVER_UNTIL + 5) step(world, "expired");
    }
    return world;
  }

  function act(world: World, action: JobAction, luck: Luck): void {
    const { job } = world;
    const change = (next: Partial<JobRecord>): void => {
      world.job = { ...job, ...next };
    };
    switch (action.do) {
      case "note":
        assert.notEqual(action.step, job.step, "a note must change something");
        return change({ step: action.step, reason: action.reason });
      case "check":
        if (chance(luck.checkFails)) change(chance(50) ? { step: "refused", reason: "bad" } : {});
        else if (chance(50)) change({ step: "checked" });
        return;
      case "run":
        assert.ok(["checked", "running"].includes(job.step), `ran a job that is ${job.step}`);
        if (!world.running) {
          assert.ok(world.placeFreeAt <= world.now, "ran without a place");
          assert.ok(job.runAttempts < RULES.maxRunAttempts, "ran too often");
          world.running = true;
          return change({ step: "running", runAttempts: job.runAttempts + 1 });
        }
        world.running = chance(80);
        if (!world.running)
          change(chance(luck.runFaults) ? { step: "checked" } : { step: "ran", result: RESULT });
        return;
      case "upload":
        assert.notEqual(job.result, null);
        if (chance(50)) change({ step: "uploaded" });
        return;
      case "submit":
        assert.notEqual(job.result, null, "submitted without a result");
        change({ step: "submitting" });
        return call(world, "submit", world.now <= DELIVER_UNTIL, "submitted", luck);
      case "decline":
        return call(world, "decline", world.now <= DECLINE_UNTIL, "declined", luck);
      case "forfeit":
        return call(world, "forfeit", world.now <= DELIVER_UNTIL, "expired", luck);
      case "settle":
        return call(world, "settle", world.now > world.slot.steppedAt + reviewSeconds, "completed", luck);
      case "wait":
    }
  }

  /** The market takes what is allowed, unless the call is lost on the way. */
  function call(world: World, name: string, isAllowed: boolean, state: JobSlot["state"], luck: Luck): void {
    assert.ok(isAllowed, `called ${name} at ${world.now}, when the market refuses it`);
    assert.equal(world.slot.state, name === "settle" ? "submitted" : "active");
    if (chance(luck.lostCalls)) return;
    world.calls.push(name);
    step(world, state);
  }

  function step(world: World, state: JobSlot["state"]): void {
    world.slot = makeSlot({ state, steppedAt: world.now });
  }
});
