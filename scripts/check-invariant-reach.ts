import { randomBytes } from "node:crypto";
import { globSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runStep } from "./steps.ts";

// Runs the invariants from a fresh seed, and fails as well where their handlers left an action or a state out, or
// where an action mostly did not do what it should: an invariant that holds over nothing says nothing.
// WATTLE_SEED repeats a run, WATTLE_PROFILE=deep makes it a long one.

// Moves are chosen so that they do what they should; a twentieth may be chosen badly.
const LEAST_SUCCESS_RATE = 0.95;

const root = fileURLToPath(new URL("..", import.meta.url));
const reachFile = fileURLToPath(new URL("../cache/invariant-reach.jsonl", import.meta.url));

/** How often an action was tried, and how often it did what it should; an attack should be refused. */
interface ActionCount {
  attempts: number;
  successes: number;
}

/** What all runs together reached. */
interface Reach {
  runs: number;
  readonly actions: Map<string, ActionCount>;
  readonly states: Map<string, number>;
}

/** One run, as `ReachCount.sol` writes it. */
interface RunReport {
  readonly actions: Readonly<Record<string, readonly [attempts: number, successes: number]>>;
  readonly states: Readonly<Record<string, number>>;
}

function sumReach(text: string): Reach {
  const reach: Reach = { runs: 0, actions: new Map(), states: new Map() };
  // Invariants run at the same time, so that two reports may stand on one line.
  for (const line of text.replaceAll("}}{", "}}\n{").split("\n")) {
    if (line === "") continue;
    const report = JSON.parse(line) as RunReport;
    reach.runs += 1;
    for (const [name, [attempts, successes]] of Object.entries(report.actions)) {
      const sum = reach.actions.get(name) ?? { attempts: 0, successes: 0 };
      reach.actions.set(name, {
        attempts: sum.attempts + attempts,
        successes: sum.successes + successes,
      });
    }
    for (const [name, count] of Object.entries(report.states)) {
      reach.states.set(name, (reach.states.get(name) ?? 0) + count);
    }
  }
  return reach;
}

function complaintsAbout({ runs, actions, states }: Reach): string[] {
  const complaints = runs === 0 ? ["no run was recorded"] : [];
  for (const [name, { attempts, successes }] of actions) {
    if (attempts === 0) complaints.push(`action ${name} was never tried`);
    else if (successes / attempts < LEAST_SUCCESS_RATE) {
      complaints.push(`action ${name} did what it should ${String(successes)} of ${String(attempts)} times`);
    }
  }
  for (const [name, count] of states) {
    if (count === 0) complaints.push(`state ${name} was never reached`);
  }
  return complaints;
}

function tableOf({ runs, actions, states }: Reach): string {
  const lines = [`${String(runs)} runs`, "action                            tries      as meant"];
  for (const [name, { attempts, successes }] of actions) {
    const percent = attempts === 0 ? "-" : `${((100 * successes) / attempts).toFixed(0)} %`;
    lines.push(name.padEnd(32) + String(attempts).padStart(7) + percent.padStart(14));
  }
  lines.push("state                           reached");
  for (const [name, count] of states) lines.push(name.padEnd(32) + String(count).padStart(7));
  return lines.join("\n");
}

const seed = process.env["WATTLE_SEED"] ?? `0x${randomBytes(32).toString("hex")}`;
console.log(`seed ${seed} (WATTLE_SEED repeats it)`);
rmSync(reachFile, { force: true });
const { ok } = await runStep(
  {
    name: "invariants hold",
    command: "hardhat",
    // Handlers and stores too: the runner knows only contracts of files that it was given.
    args: ["test", "solidity", ...globSync("test/invariant/**/*.sol", { cwd: root }).sort()],
    env: { WATTLE_SEED: seed, WATTLE_REACH: "1" },
  },
  "live",
);
if (!ok) process.exit(1);

const reach = sumReach(readFileSync(reachFile, "utf8"));
console.log(tableOf(reach));
const complaints = complaintsAbout(reach);
for (const complaint of complaints) console.error(complaint);
console.log(
  complaints.length === 0 ? "✔ invariants reach everything" : "✘ invariants do not reach everything",
);
process.exit(complaints.length === 0 ? 0 : 1);
