import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findSources, type MutableSource } from "./mutants/findSources.ts";
import { makeMutations, type Mutation } from "./mutants/makeMutations.ts";
import { openWorkshop, type Verdict } from "./mutants/openWorkshop.ts";

// Breaks the shipped Solidity in one place at a time and expects a unit test to notice. What nobody notices is a rule
// that no test guards, unless no test could: those are listed, with the reason, in mutants/equivalent.json.
// `node scripts/mutants.ts [--count N] [--minutes M] [--file contracts/X.sol] [--json]`; WATTLE_SEED repeats a sample.

const BASELINE_TIMEOUT_MS = 600_000;
const MUTANT_TIMEOUT_MS = 240_000;
const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** A mutant that behaves as the original does, or differs where the design says that nobody may rely on it. */
interface Equivalent {
  readonly file: string;
  /** The whole line on which the mutation begins, trimmed. */
  readonly line: string;
  /** As the run prints it. */
  readonly mutation: string;
  readonly reason: string;
}

interface Mutant {
  readonly source: MutableSource;
  readonly mutation: Mutation;
  readonly lineNumber: number;
  readonly line: string;
}

const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "40" },
    minutes: { type: "string", default: "30" },
    file: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const seed = process.env["WATTLE_SEED"] ?? `0x${randomBytes(32).toString("hex")}`;
const say = (line: string): void => {
  if (options.json) console.error(line);
  else console.log(line);
};

const mutantsOf = (source: MutableSource): Mutant[] =>
  makeMutations(source.text).map((mutation) => {
    const before = source.text.slice(0, mutation.start).split("\n");
    const line = source.text.split("\n")[before.length - 1] ?? "";
    return { source, mutation, lineNumber: before.length, line: line.trim() };
  });
const place = ({ source, lineNumber, mutation }: Mutant): string =>
  `${source.file}:${String(lineNumber)}  ${mutation.name}`;
// The order of a hash is a sample without replacement, the same for the same seed.
const rankOf = (mutant: Mutant): string =>
  createHash("sha256")
    .update(`${seed}\n${place(mutant)}\n${String(mutant.mutation.start)}`)
    .digest("hex");

const sources = findSources(root);
const all = sources.flatMap(mutantsOf);
const equivalents = JSON.parse(
  readFileSync(`${root}/scripts/mutants/equivalent.json`, "utf8"),
) as Equivalent[];
const isEntryOf =
  ({ source, line, mutation }: Mutant) =>
  (entry: Equivalent): boolean =>
    entry.file === source.file && entry.line === line && entry.mutation === mutation.name;
const stale = equivalents.filter((entry) => !all.some((mutant) => isEntryOf(mutant)(entry)));
for (const { file, line } of stale)
  say(`equivalent.json: ${file} has no such mutant any more, remove it: ${line}`);

const chosen = all
  .filter(({ source }) => options.file === undefined || source.file === options.file)
  .filter((mutant) => !equivalents.some(isEntryOf(mutant)))
  .sort((left, right) => (rankOf(left) < rankOf(right) ? -1 : 1))
  .slice(0, Number(options.count));
say(`seed ${seed} (WATTLE_SEED repeats it)`);
say(
  `${String(chosen.length)} of ${String(all.length)} mutants; ${String(equivalents.length)} are equivalent`,
);

// The runner is a group of its own, which ends with this process only where this process ends in order.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
const workshop = openWorkshop(root, seed);
const startedAt = Date.now();
const secondsSince = (since: number): string => ((Date.now() - since) / 1000).toFixed(0);
for (const { file, text } of sources.slice(0, 1)) {
  const tests = [...new Set(chosen.flatMap(({ source }) => source.tests))].sort();
  const { verdict, output } = await workshop.test({
    file,
    original: text,
    text,
    tests,
    timeoutMs: BASELINE_TIMEOUT_MS,
  });
  if (verdict === "survived") continue;
  say(output);
  say(`The tests do not pass on the sources as they are (${verdict}), so a mutant would say nothing.`);
  process.exit(1);
}
say(`the tests pass on the sources as they are (${secondsSince(startedAt)} s)`);

const counts: Record<Verdict, number> = { killed: 0, survived: 0, "does not compile": 0, "timed out": 0 };
const survivors: Mutant[] = [];
let tried = 0;
for (const mutant of chosen) {
  if (Date.now() - startedAt > Number(options.minutes) * 60_000) {
    say(`stopped after ${options.minutes} minutes`);
    break;
  }
  const began = Date.now();
  const { source, mutation } = mutant;
  const { verdict } = await workshop.test({
    file: source.file,
    original: source.text,
    text: source.text.slice(0, mutation.start) + mutation.replacement + source.text.slice(mutation.end),
    tests: source.tests,
    timeoutMs: MUTANT_TIMEOUT_MS,
  });
  tried += 1;
  counts[verdict] += 1;
  if (verdict === "survived") survivors.push(mutant);
  say(`${verdict === "survived" ? "✘" : "✔"} ${verdict} (${secondsSince(began)} s)  ${place(mutant)}`);
}

if (options.json) {
  const report = {
    seed,
    mutants: all.length,
    tried,
    ...counts,
    survivors: survivors.map(({ source, lineNumber, line, mutation }) => ({
      file: source.file,
      lineNumber,
      line,
      mutation: mutation.name,
    })),
  };
  console.log(JSON.stringify(report, null, 2));
}
for (const mutant of survivors) say(`survived: ${place(mutant)}\n    ${mutant.line}`);
const summary = Object.entries(counts).map(([verdict, count]) => `${String(count)} ${verdict}`);
say(`${String(tried)} mutants tried in ${secondsSince(startedAt)} s: ${summary.join(", ")}`);
// A change that makes a test run forever is noticed as well; one that no compiler takes says nothing.
const noticed = counts.killed + counts["timed out"];
say(`${String(noticed)} passed, ${String(survivors.length + stale.length)} failed`);
process.exit(noticed > 0 && survivors.length + stale.length === 0 ? 0 : 1);
