import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PanelSeat } from "@wattle/sdk";
import { courtStageAt, type StageFacts } from "../../src/juror/courtStageAt.ts";
import type { HearingStep } from "../../src/juror/hearingRecord.ts";
import { type JurorSeat, type JurorStep, nextJurorStep } from "../../src/juror/nextJurorStep.ts";
import { address, bytes32 } from "../support/jobs.ts";

const OURS = bytes32(0xaa);
const SEAT = 7;
const deadlines = {
  drawUntil: 100,
  commitUntil: 200,
  revealUntil: 300,
  appealUntil: 400,
  appealDrawUntil: 500,
  appealCommitUntil: 600,
  appealRevealUntil: 700,
};

const seat = (vote: PanelSeat["vote"], commitment: string | null = null, number = SEAT): PanelSeat => ({
  ...{ place: 0, seat: number, juror: address(3), vote, commitment },
});
const other = (vote: PanelSeat["vote"]): PanelSeat => seat(vote, null, SEAT + 1);
const case_ = (change: Partial<StageFacts> = {}): StageFacts => ({
  stage: "committing",
  isConceded: false,
  deadlines,
  panel: [seat("none"), other("none"), other("none")],
  votes: { right: 0, wrong: 0 },
  appellant: null,
  appealPanel: [],
  appealVotes: { right: 0, wrong: 0 },
  ...change,
});
const with_ = (drawn: PanelSeat, change: Partial<StageFacts> = {}): StageFacts =>
  case_({ panel: [drawn, other("none"), other("none")], ...change });
const own = (step: HearingStep, providerRight: boolean | null = null, isAppeal = false): JurorSeat => ({
  ...{ seat: SEAT, isAppeal, step, providerRight },
  commitment: providerRight === null ? null : OURS,
});

const ruled = { votes: { right: 2, wrong: 1 } };
const appealed = { ...ruled, appellant: address(4) };
const onAppeal = (drawn: PanelSeat): StageFacts =>
  case_({ ...appealed, panel: [other("none"), other("none"), other("none")], appealPanel: [drawn] });
const note = (step: HearingStep): JurorStep => ({ do: "note", step });
const never: JurorStep = { do: "wait", until: null };

describe("nextJurorStep", () => {
  const cases: [string, JurorSeat, StageFacts, number, JurorStep][] = [
    ["a drawn seat judges", own("drawn"), case_(), 50, { do: "judge" }],
    ["up to the last second", own("drawn"), case_(), 200, { do: "judge" }],
    ["an answer is committed", own("judged", true), case_(), 150, { do: "commit" }],
    ["a commitment is noted", own("judged", true), with_(seat("committed", OURS)), 150, note("committed")],
    [
      "it waits while others may commit",
      own("committed", true),
      with_(seat("committed", OURS)),
      200,
      { do: "wait", until: 201 },
    ],
    [
      "it reveals at once then",
      own("committed", true),
      with_(seat("committed", OURS)),
      201,
      { do: "reveal" },
    ],
    ["up to the last second", own("committed", false), with_(seat("committed", OURS)), 300, { do: "reveal" }],
    [
      "a lost record finds its answer again",
      own("drawn"),
      with_(seat("committed", OURS)),
      250,
      { do: "recover" },
    ],
    [
      "so does one with another answer",
      own("judged", true),
      with_(seat("committed", bytes32(1))),
      150,
      { do: "recover" },
    ],
    ["another's commitment is let be", own("missed"), with_(seat("committed", bytes32(1))), 250, never],
    [
      "a revealed vote is noted",
      own("committed", true),
      with_(seat("provider-right")),
      250,
      note("revealed"),
    ],
    ["even by a lost record", own("drawn"), with_(seat("provider-wrong")), 250, note("revealed")],
    ["then it waits", own("revealed", true), with_(seat("provider-right"), ruled), 350, never],
    ["no commitment in time", own("drawn"), case_(), 201, note("missed")],
    ["an answer that came too late", own("judged", true), case_(), 201, note("missed")],
    ["silence waits for the end", own("missed"), case_(), 250, never],
    ["no reveal in time", own("committed", true), with_(seat("committed", OURS), ruled), 301, note("missed")],
    ["nobody appealed", own("revealed", true), with_(seat("provider-right"), ruled), 401, { do: "finish" }],
    ["no ruling", own("revealed", true), with_(seat("provider-right")), 301, { do: "finish" }],
    ["one that missed it finishes too", own("missed"), case_(), 301, { do: "finish" }],
    ["conceded before the answer", own("drawn"), case_({ isConceded: true }), 120, { do: "finish" }],
    [
      "conceded after the commitment",
      own("committed", true),
      with_(seat("committed", OURS), { isConceded: true }),
      120,
      { do: "finish" },
    ],
    ["finished", own("revealed", true), case_({ stage: "finished", panel: [] }), 500, note("finished")],
    ["and noted", own("finished", true), case_({ stage: "finished", panel: [] }), 500, never],
    [
      "first panel, while the appeal goes on",
      own("revealed", true),
      with_(seat("provider-right"), appealed),
      450,
      never,
    ],
    ["a seat of the appeal judges", own("drawn", null, true), onAppeal(seat("none")), 550, { do: "judge" }],
    ["commits", own("judged", false, true), onAppeal(seat("none")), 600, { do: "commit" }],
    ["reveals", own("committed", false, true), onAppeal(seat("committed", OURS)), 601, { do: "reveal" }],
    ["misses", own("judged", false, true), onAppeal(seat("none")), 601, note("missed")],
    ["and finishes", own("missed", false, true), onAppeal(seat("none")), 701, { do: "finish" }],
    ["a draw that was taken back", own("judged", true), case_({ panel: [] }), 50, note("gone")],
    ["with other seats in its place", own("drawn"), case_({ panel: [other("none")] }), 50, note("gone")],
    [
      "a case that was taken back",
      own("committed", true),
      case_({ stage: "none", panel: [] }),
      50,
      note("gone"),
    ],
    ["noted", own("gone", true), case_({ panel: [] }), 50, never],
    ["and drawn again", own("gone", true), case_(), 150, note("drawn")],
    ["with its answer", own("drawn", true), case_(), 150, { do: "commit" }],
    ["a commitment that was taken back", own("committed", true), case_(), 150, note("judged")],
    [
      "a reveal that was taken back",
      own("revealed", true),
      with_(seat("committed", OURS)),
      250,
      note("committed"),
    ],
    [
      "a finish that was taken back",
      own("finished", true),
      with_(seat("provider-right"), ruled),
      450,
      note("drawn"),
    ],
  ];
  for (const [name, record, facts, now, expected] of cases) {
    test(name, () => assert.deepEqual(nextJurorStep(record, facts, now), expected));
  }

  test("whatever is noted, it comes to rest", () => {
    for (const [name, record, facts, now] of cases) {
      let current = record;
      for (let notes = 0; ; notes++) {
        const step = nextJurorStep(current, facts, now);
        if (step.do !== "note") break;
        assert.ok(notes < 4, name);
        current = { ...current, step: step.step };
      }
    }
  });
});

describe("courtStageAt", () => {
  const cases: [string, StageFacts, number][] = [
    ["drawing", case_({ panel: [] }), 100],
    ["decided", case_({ panel: [] }), 101],
    ["committing", case_(), 200],
    ["revealing", case_(ruled), 300],
    ["decided", case_({ votes: { right: 1, wrong: 1 } }), 301],
    ["appealable", case_(ruled), 400],
    ["decided", case_(ruled), 401],
    ["appeal-drawing", case_(appealed), 500],
    ["decided", case_(appealed), 501],
    ["appeal-committing", onAppeal(seat("none")), 600],
    ["appeal-revealing", onAppeal(seat("none")), 700],
    ["decided", onAppeal(seat("none")), 701],
    ["decided", case_({ isConceded: true }), 50],
    ["finished", case_({ stage: "finished" }), 50],
    ["none", case_({ stage: "none" }), 50],
  ];
  for (const [expected, facts, now] of cases) {
    test(`${expected} at ${now}`, () => assert.equal(courtStageAt(facts, now), expected));
  }
});
