import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Bench, openBench, type Verdict } from "./mutate/bench.ts";
import {
  type Equivalent,
  isEntryOf,
  listMutants,
  type Mutant,
  placeOf,
  sample,
} from "./mutate/listMutants.ts";
import { orderTests } from "./mutate/orderTests.ts";
import { prepareBatch } from "./mutate/prepareBatch.ts";
import { runStep } from "./steps.ts";

// `npm run mutate`: breaks the shipped Solidity in one place at a time and expects a unit test to notice. What nobody
// notices is a rule that no test guards, unless no test could: those are listed, with the reason, in
// mutate/equivalent.json. Hundreds of mutants are compiled at once, side by side behind a selector.
// `npm run mutate -- [--contract JobEscrow | --contract contracts/X.sol] [--count N] [--max-minutes M] [--jobs J]
// [--json]`; WATTLE_SEED repeats a sample and the fuzz tests.

const TIMEOUT_MS = 600_000;
const BATCH = 200;
// Most mutants fail at the first input; what survives this is tried as often as at every change.
const FIRST_RUNS = 8;
const RUNS = 64;
const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

const { values: options } = parseArgs({
  options: {
    contract: { type: "string" },
    count: { type: "string" },
    "max-minutes": { type: "string" },
    jobs: { type: "string", default: String(availableParallelism()) },
    json: { type: "boolean", default: false },
  },
});
const numberOf = (flag: "count" | "max-minutes" | "jobs"): number | undefined => {
  const text = options[flag];
  if (text === undefined) return undefined;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  console.error(`--${flag} must be a whole number from 1, not ${text}.`);
  process.exit(2);
};
const [count, maxMinutes = Infinity, jobs = 1] = [
  numberOf("count"),
  numberOf("max-minutes"),
  numberOf("jobs"),
];
const seed = process.env["WATTLE_SEED"] ?? `0x${randomBytes(32).toString("hex")}`;
const say = (line: string): void => {
  if (options.json) console.error(line);
  else console.log(line);
};

const all = listMutants(root);
const equivalents = JSON.parse(
  readFileSync(`${root}/scripts/mutate/equivalent.json`, "utf8"),
) as Equivalent[];
const stale = equivalents.filter((entry) => !all.some((mutant) => isEntryOf(mutant, entry)));
for (const { file, line, mutation } of stale) {
  say(`equivalent.json: ${file} has no such mutant any more, remove it: ${line} (${mutation})`);
}
const wanted = all.filter(
  ({ source }) =>
    options.contract === undefined ||
    source.file === options.contract ||
    source.contracts.includes(options.contract),
);
if (wanted.length === 0) {
  console.error(`No contract and no file is called ${String(options.contract)}.`);
  process.exit(2);
}
const open = wanted.filter((mutant) => !equivalents.some((entry) => isEntryOf(mutant, entry)));
const chosen = sample(open, seed, count);
say(`seed ${seed} (WATTLE_SEED repeats it)`);
say(
  `${String(chosen.length)} of ${String(wanted.length)} mutants; ${String(wanted.length - open.length)} are equivalent`,
);

const benches: Bench[] = Array.from({ length: jobs }, () => openBench(root, seed));
// They end with this process where it ends in order, too.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
process.once("exit", () => {
  for (const bench of benches) bench.close();
});

const startedAt = Date.now();
const secondsSince = (since: number): string => ((Date.now() - since) / 1000).toFixed(1);
const tests = [...new Set(chosen.flatMap(({ source }) => source.tests))].sort();
for (const args of [["--no-tests"], ["--no-contracts", ...tests]]) {
  const { ok } = await runStep({ name: "build", command: "hardhat", args: ["build", ...args] }, "on failure");
  if (!ok) process.exit(1);
}

const counts: Record<Verdict, number> = { killed: 0, survived: 0, "does not compile": 0, "timed out": 0 };
const survivors: Mutant[] = [];
/** Test files that passed with all runs and no mutant. */
const passed = new Set<string>();
const order = orderTests(root, chosen);
const isLate = (): boolean => Date.now() - startedAt > maxMinutes * 60_000;

const tell = (mutant: Mutant, verdict: Verdict, detail: string): void => {
  counts[verdict] += 1;
  if (verdict === "survived") survivors.push(mutant);
  say(`${verdict === "survived" ? "✘" : "✔"} ${verdict} (${detail})  ${placeOf(mutant)}`);
};
const tryMutant = async (bench: Bench, mutant: Mutant): Promise<void> => {
  const began = Date.now();
  for (const runs of [FIRST_RUNS, RUNS]) {
    const { verdict, failed } = await bench.run({ id: mutant.id, files: order.of(mutant), runs }, TIMEOUT_MS);
    if (failed !== undefined) order.note(mutant, failed.file);
    const by = failed === undefined ? "" : `, ${failed.test.replace(/\(.*/, "")}`;
    if (verdict !== "survived" || runs === RUNS) {
      tell(mutant, verdict, `${secondsSince(began)} s${by}`);
      return;
    }
  }
};

// What is part of the same contracts is compiled together, and the next batch while the tests of one run.
const usersOf = ({ source }: Mutant): string => source.contracts.join();
const slices = [...new Set(chosen.map(usersOf))].flatMap((users) => {
  const group = chosen.filter((mutant) => usersOf(mutant) === users);
  const parts = Math.ceil(group.length / BATCH);
  return Array.from({ length: parts }, (_, at) => group.slice(at * BATCH, (at + 1) * BATCH));
});
const prepare = (at: number): ReturnType<typeof prepareBatch> => prepareBatch(root, slices[at] ?? []);
let next = prepare(0);
for (let at = 0; at < slices.length && !isLate(); at++) {
  const began = Date.now();
  const { batches, uncompilable } = await next;
  say(`compiled ${String(slices[at]?.length)} mutants (waited ${secondsSince(began)} s)`);
  next = prepare(at + 1);
  next.catch(() => undefined);
  for (const mutant of uncompilable) tell(mutant, "does not compile", "0 s");
  for (const { mutants, bytecodes } of batches) {
    for (const bench of benches) bench.load(bytecodes);
    const files = [...new Set(mutants.flatMap(({ source }) => source.tests))].sort();
    // A mutant that was compiled alone has nothing beside it to test as it is.
    if (mutants.length > 1) {
      const baselineAt = Date.now();
      const runs = files.every((file) => passed.has(file)) ? FIRST_RUNS : RUNS;
      const { verdict, failed } = (await benches[0]?.run({ id: 0, files, runs }, TIMEOUT_MS)) ?? {};
      if (verdict !== "survived") {
        say(
          `The tests do not pass with no mutant selected, so a mutant would say nothing: ${String(verdict)}`,
        );
        if (failed !== undefined) say(`${failed.file} ${failed.test} ${failed.reason}`);
        process.exit(1);
      }
      for (const file of files) passed.add(file);
      say(`the tests pass with no mutant selected (${secondsSince(baselineAt)} s)`);
    }
    const queue = [...mutants];
    await Promise.all(
      benches.map(async (bench) => {
        for (let mutant = queue.shift(); mutant !== undefined && !isLate(); mutant = queue.shift()) {
          await tryMutant(bench, mutant);
        }
      }),
    );
  }
}

const tried = Object.values(counts).reduce((sum, one) => sum + one);
if (tried < chosen.length) say(`stopped after ${String(maxMinutes)} minutes`);
if (options.json) {
  const report = {
    seed,
    mutants: chosen.length,
    tried,
    ...counts,
    survivors: survivors.map(({ source, lineNumber, line, mutation, occurrence }) => ({
      file: source.file,
      lineNumber,
      line,
      mutation: mutation.name,
      occurrence,
    })),
  };
  console.log(JSON.stringify(report, null, 2));
}
for (const mutant of survivors) say(`survived: ${placeOf(mutant)}\n    ${mutant.line}`);
const summary = Object.entries(counts).map(([verdict, number]) => `${String(number)} ${verdict}`);
say(`${String(tried)} mutants tried in ${secondsSince(startedAt)} s: ${summary.join(", ")}`);
// A change that makes a test run forever is noticed as well; one that no compiler takes says nothing.
const noticed = counts.killed + counts["timed out"];
say(`${String(noticed)} passed, ${String(survivors.length + stale.length)} failed`);
process.exit(noticed > 0 && survivors.length + stale.length === 0 ? 0 : 1);
