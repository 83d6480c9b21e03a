import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type DisputeFacts,
  type DisputeHearing,
  type DisputeRules,
  nextDisputeStep,
} from "../../src/disputes/nextDisputeStep.ts";

const CLIENT = "0x00000000000000000000000000000000000000C1";
const PROVIDER = "0x00000000000000000000000000000000000000A2";

const DEADLINES = {
  ...{ drawUntil: 1300, commitUntil: 1700, revealUntil: 2000, appealUntil: 2100 },
  ...{ appealDrawUntil: 2400, appealCommitUntil: 2800, appealRevealUntil: 3100 },
};

const SEAT = { place: 0, seat: 4, juror: PROVIDER, vote: "none", commitment: null } as const;

const HEARING: DisputeHearing = {
  ...{ stage: "drawing", isConceded: false, openedAt: 1000, seedBlock: 55, appealSeedBlock: null },
  ...{ deadlines: DEADLINES, panel: [], votes: { right: 0, wrong: 0 }, firstRuling: "none" },
  ...{ appellant: null, appealPanel: [], appealVotes: { right: 0, wrong: 0 } },
};

/** With a first ruling against the provider. */
const RULED: DisputeHearing = {
  ...HEARING,
  ...{ stage: "appealable", panel: [SEAT], votes: { right: 0, wrong: 1 }, firstRuling: "provider-wrong" },
};

const RULES: DisputeRules = { openCases: true, patienceSeconds: 120, mayAppeal: false };

const facts = (changes: Partial<DisputeFacts> = {}): DisputeFacts => ({
  terms: { client: CLIENT, rulingSeconds: 4000 },
  slot: { steppedAt: 900, caseOpened: false },
  rules: { neededSeconds: 2400, drawSeconds: 300 },
  hearing: null,
  ruling: "none",
  atBlock: 60,
  now: 1000,
  ...changes,
});

const heard = (hearing: DisputeHearing, changes: Partial<DisputeFacts> = {}): DisputeFacts =>
  facts({ slot: { steppedAt: 900, caseOpened: true }, hearing, ...changes });

describe("the next step of a dispute of one's own", () => {
  it("opens the case once others have had their time, and until no ruling could come any more", () => {
    assert.deepEqual(nextDisputeStep(facts({ now: 1019 }), RULES), { do: "wait", until: 1020 });
    assert.deepEqual(nextDisputeStep(facts({ now: 1020 }), RULES), { do: "open-case" });
    assert.deepEqual(nextDisputeStep(facts({ now: 2500 }), RULES), { do: "open-case" });
    assert.deepEqual(nextDisputeStep(facts({ now: 2501 }), RULES), { do: "wait", until: 4901 });
    assert.deepEqual(nextDisputeStep(facts({ now: 1020 }), { ...RULES, openCases: false }), {
      do: "wait",
      until: 4901,
    });
  });

  it("leaves others no more than half of a short time", () => {
    const short = facts({ terms: { client: CLIENT, rulingSeconds: 2460 }, now: 929 });
    assert.deepEqual(nextDisputeStep(short, RULES), { do: "wait", until: 930 });
    assert.deepEqual(nextDisputeStep({ ...short, now: 930 }, RULES), { do: "open-case" });
  });

  it("opens nothing with an adjudicator that is no court, and splits when nobody ruled", () => {
    assert.deepEqual(nextDisputeStep(facts({ rules: null, now: 2000 }), RULES), { do: "wait", until: 4901 });
    assert.deepEqual(nextDisputeStep(facts({ rules: null, now: 4900 }), RULES), { do: "wait", until: 4901 });
    assert.deepEqual(nextDisputeStep(facts({ rules: null, now: 4901 }), RULES), { do: "split" });
    assert.deepEqual(nextDisputeStep(heard(RULED, { now: 4901 }), RULES), { do: "split" });
  });

  it("has a ruling applied that is for the provider, and leaves the other to the client", () => {
    assert.deepEqual(nextDisputeStep(facts({ ruling: "provider-right" }), RULES), { do: "apply-ruling" });
    assert.deepEqual(nextDisputeStep(facts({ ruling: "provider-right", rules: null }), RULES), {
      do: "apply-ruling",
    });
    assert.deepEqual(nextDisputeStep(facts({ ruling: "provider-wrong" }), RULES), {
      do: "wait",
      until: 4901,
    });
  });

  it("draws a panel once its seed is there and others have had their time", () => {
    assert.deepEqual(nextDisputeStep(heard(HEARING, { now: 1119 }), RULES), { do: "wait", until: 1120 });
    assert.deepEqual(nextDisputeStep(heard(HEARING, { now: 1120 }), RULES), { do: "draw" });
    assert.deepEqual(nextDisputeStep(heard(HEARING, { now: 1120, atBlock: 55 }), RULES), {
      do: "wait",
      until: null,
    });
    assert.deepEqual(nextDisputeStep(heard(HEARING, { now: 1120 }), { ...RULES, openCases: false }), {
      do: "wait",
      until: null,
    });
  });

  it("appeals only a ruling against the provider, and only where that may be paid for", () => {
    const may = { ...RULES, mayAppeal: true };
    assert.deepEqual(nextDisputeStep(heard(RULED, { now: 2050 }), RULES), { do: "wait", until: null });
    assert.deepEqual(nextDisputeStep(heard(RULED, { now: 2050 }), may), { do: "appeal" });
    assert.deepEqual(nextDisputeStep(heard(RULED, { now: 2101 }), may), { do: "wait", until: null });
    const won: DisputeHearing = { ...RULED, votes: { right: 1, wrong: 0 }, firstRuling: "provider-right" };
    assert.deepEqual(nextDisputeStep(heard(won, { now: 2050 }), may), { do: "wait", until: null });
  });

  it("draws the panel of an appeal of its own side, and never of the client's", () => {
    const appealed: DisputeHearing = {
      ...RULED,
      stage: "appeal-drawing",
      appellant: PROVIDER,
      appealSeedBlock: 58,
    };
    assert.deepEqual(nextDisputeStep(heard(appealed, { now: 2010 }), RULES), { do: "draw" }, "at once");
    const paidFor = nextDisputeStep(heard(appealed, { now: 2010 }), { ...RULES, openCases: false });
    assert.deepEqual(paidFor, { do: "draw" }, "what it paid for, whoever opened the case");
    assert.deepEqual(nextDisputeStep(heard(appealed, { now: 2010, atBlock: 58 }), RULES), {
      do: "wait",
      until: null,
    });
    const others = { ...appealed, appellant: CLIENT.toLowerCase() };
    assert.deepEqual(nextDisputeStep(heard(others, { now: 2220 }), RULES), { do: "wait", until: null });
  });
});
