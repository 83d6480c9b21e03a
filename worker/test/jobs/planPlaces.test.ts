import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { planPlaces } from "../../src/jobs/planPlaces.ts";
import { bytes32, makeJob } from "../support/jobs.ts";

const NOW = 2000;
const job = (number: number, change: Parameters<typeof makeJob>[0] = {}) =>
  makeJob({ jobId: bytes32(number), step: "checked", ...change });

describe("planPlaces", () => {
  it("gives a free machine to the oldest checked job, and the others a place behind it", () => {
    const places = planPlaces([job(1), job(2), job(3)], new Set(), 1, NOW);
    assert.deepEqual([...places.values()], [NOW, NOW + 100, NOW + 200]);
  });

  it("waits for what is running, to its run limit", () => {
    const running = job(1, { step: "running", runStartedAt: NOW - 30 });
    const places = planPlaces([running, job(2)], new Set([running.jobId]), 1, NOW);
    assert.equal(places.get(bytes32(2)), NOW + 70);
    assert.equal(places.get(running.jobId), NOW);
  });

  it("does not count on a run that is over its limit", () => {
    const running = job(1, { step: "running", runStartedAt: NOW - 500 });
    assert.equal(planPlaces([running, job(2)], new Set([running.jobId]), 1, NOW).get(bytes32(2)), NOW + 1);
  });

  it("counts runs that are for none of the jobs", () => {
    const places = planPlaces([job(1), job(2)], new Set(), 2, NOW, [NOW + 30, NOW - 5]);
    assert.deepEqual([...places.values()], [NOW + 1, NOW + 30]);
  });

  it("uses every place", () => {
    const places = planPlaces([job(1), job(2), job(3)], new Set(), 2, NOW);
    assert.deepEqual([...places.values()], [NOW, NOW, NOW + 100]);
  });

  it("lets a job that is still being checked hold up nobody", () => {
    const places = planPlaces([job(1, { step: "seen" }), job(2)], new Set(), 1, NOW);
    assert.equal(places.get(bytes32(2)), NOW);
    assert.equal(places.get(bytes32(1)), NOW + 100);
  });

  it("gives no place to what needs none", () => {
    const done = (["ran", "uploaded", "submitting", "submitted", "refused", "abandoned"] as const).map(
      (step, index) => job(index, { step }),
    );
    assert.equal(planPlaces(done, new Set(), 1, NOW).size, 0);
  });
});
