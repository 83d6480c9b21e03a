import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runStep, type Step } from "./steps.ts";
import { suites, type SuiteName } from "./suites.ts";

// `npm test`: the contracts' own tests, the invariants with their reach, then everything in TypeScript against real
// chains, real files and the real GPU API. One concern a step, so that a failure names its place. Two at once, for one
// waits where the other computes: many steps are one thread, or wait for a chain's clock.
const LANES = 2;

// Against tests that never end; each step takes minutes at most.
const LIMIT_SECONDS = process.env["WATTLE_PROFILE"] === "deep" ? 3600 : 1200;
const root = fileURLToPath(new URL("..", import.meta.url));
const files = (pattern: string): string[] => globSync(pattern, { cwd: root }).sort();
const nodeTest = (name: SuiteName, concurrency: number, timeoutMs = 240_000): Step => ({
  name,
  command: "node",
  args: [
    "--test",
    `--test-concurrency=${String(concurrency)}`,
    `--test-timeout=${String(timeoutMs)}`,
    ...files(suites[name]),
  ],
  // Every file is a process, and many start others: without it each of them compiles the same modules anew.
  env: { NODE_COMPILE_CACHE: `${root}node_modules/.cache/compiled` },
});

// The longest first, so that neither lane is alone at the end. What stands together is done one after the other.
const groups: readonly (readonly Step[])[] = [
  // Its stories of a market wait for a chain's clock as much as for the machine; a suite's time is that of all its tests.
  [nodeTest("worker", 2, 600_000)],
  [
    // Compiles the tests where that was not done.
    { name: "contracts", command: "hardhat", args: ["test", "solidity", ...files(suites.contracts)] },
    { name: "invariants", command: "node", args: ["scripts/check-invariant-reach.ts"] },
  ],
  [nodeTest("deployment and integration", 2)],
  [nodeTest("sdk", 2)],
  [nodeTest("differential", 2)],
  [nodeTest("relay", 3)],
  [nodeTest("examples", 1)],
];

const only = process.argv.slice(2);
const isChosen = ({ name }: Step): boolean => only.length === 0 || only.includes(name);
const chosen = groups.map((steps) => steps.filter(isChosen)).filter((steps) => steps.length > 0);
// What runs alone is told as it comes.
const tell = chosen.length > 1 ? "at the end" : "live";
let passed = 0;
let failed = 0;

async function runStepOfTests(step: Step): Promise<void> {
  if (tell === "at the end") console.log(`▶ ${step.name}`);
  const { ok, output } = await runStep({ limitSeconds: LIMIT_SECONDS, ...step }, tell);
  // Both runners close with their counts: "N passing", and "pass N".
  const count = (pattern: RegExp): number =>
    [...output.matchAll(pattern)].reduce((sum, [, figure]) => sum + Number(figure), 0);
  const stepPassed = count(/^\s*(\d+) passing/gm) + count(/^(?:ℹ|#) pass (\d+)/gm);
  const stepFailed = count(/^\s*(\d+) failing/gm) + count(/^(?:ℹ|#) fail (\d+)/gm);
  passed += stepPassed;
  failed += ok ? 0 : Math.max(1, stepFailed);
  if (ok && stepPassed === 0) {
    console.error(`${step.name}: no test ran`);
    failed += 1;
  }
}

const waiting = chosen.values();
await Promise.all(
  Array.from({ length: LANES }, async () => {
    for (const steps of waiting) for (const step of steps) await runStepOfTests(step);
  }),
);
if (chosen.length === 0) {
  const names = groups.flat().map(({ name }) => name);
  console.error(`no step is called ${only.join(", ")}; there are ${names.join(", ")}`);
  failed += 1;
}
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exit(failed === 0 ? 0 : 1);
