import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { readFailures } from "./invariants/readFailures.ts";
import { regressionOf } from "./invariants/regressionOf.ts";
import { runInvariants } from "./invariants/runInvariants.ts";

// `npm run test:deep [-- --runs N --depth N --json]`: every invariant over many long sequences from a fresh seed. What
// breaks one is saved as a test in test/invariant/regressions/, which `npm test` runs from then on.

/** The invariants' tests, each a campaign of its own; those of the court's world are tests of their own. */
const CAMPAIGNS = 16;
const EXIT_INTERRUPTED = 130;
const PROGRESS_PERCENT = 5;
const root = fileURLToPath(new URL("..", import.meta.url));

const toCount = (text: string): number => {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1)
    throw new InvalidArgumentError("It must be a whole number of at least 1.");
  return count;
};
const { runs, depth, json } = new Command()
  .name("test:deep")
  .description("All invariants, from a fresh seed, over many long sequences. WATTLE_SEED repeats a run.")
  .option("--runs <number>", "sequences for each invariant", toCount, 2_000)
  .option("--depth <number>", "moves in a sequence", toCount, 60)
  .option("--json", "only a summary, as one line of JSON", false)
  .parse()
  .opts<{ runs: number; depth: number; json: boolean }>();
const say = (line: string): void => {
  if (!json) console.log(line);
};

const seed = process.env["WATTLE_SEED"] ?? `0x${randomBytes(32).toString("hex")}`;
say(`seed ${seed} (WATTLE_SEED repeats it)`);
say(`${String(CAMPAIGNS)} tests × ${String(runs)} sequences × ${String(depth)} moves`);

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    stopping.abort();
  });
let told = 0;
const { ok, output, reach, seconds } = await runInvariants({
  seed,
  env: { WATTLE_PROFILE: "deep", WATTLE_RUNS: String(runs), WATTLE_DEPTH: String(depth) },
  tell: (text) => {
    if (!json) process.stdout.write(text);
  },
  onProgress: (done) => {
    const percent = Math.min(100, Math.floor((100 * done) / (CAMPAIGNS * runs)));
    if (percent < told + PROGRESS_PERCENT) return;
    told = percent;
    say(`${String(percent)} % (${String(done)} sequences)`);
  },
  signal: stopping.signal,
});
if (stopping.signal.aborted) {
  say("✘ interrupted: nothing was saved");
  process.exit(EXIT_INTERRUPTED);
}

const failures = readFailures(output);
const saved: string[] = [];
for (const failure of failures) {
  if (failure.moves.length === 0) {
    // It has none for the set-up and for the look where a run stops.
    say(
      `no sequence from the runner: ${failure.contract} ${failure.invariant}: ${failure.reason}; the seed repeats it`,
    );
    continue;
  }
  const { path, text } = await regressionOf(failure, seed);
  mkdirSync(`${root}/test/invariant/regressions`, { recursive: true });
  writeFileSync(`${root}/${path}`, text);
  saved.push(path);
  say(`saved ${path} (${String(failure.moves.length)} moves): ${failure.reason}`);
}
// Of a run that failed the counts are those of what came before.
const complaints = ok ? reach.complaints() : [];
// The runner makes a sequence more for some.
if (ok && reach.runs < CAMPAIGNS * runs) {
  complaints.push(`${String(reach.runs)} sequences were counted, not ${String(CAMPAIGNS * runs)}`);
}
if (ok) say(reach.table());
for (const complaint of complaints) say(complaint);
const passed = ok && complaints.length === 0;
if (json) {
  const summary = { passed, seed, runs, depth, sequences: reach.runs, seconds, failures, saved, complaints };
  console.log(
    JSON.stringify(summary, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
  );
}
say(`${passed ? "✔" : "✘"} deep invariants (${seconds.toFixed(1)} s, seed ${seed})`);
process.exit(passed ? 0 : 1);
