import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runStep, type Step } from "./steps.ts";
import { suites, type SuiteName } from "./suites.ts";

// `npm test`: the contracts' own tests, the invariants with their reach, then everything in TypeScript against real
// chains, real files and the real GPU API. One concern a step, so that a failure names its place. Two lanes at once,
// for one waits where the other computes: many steps are one thread, or wait for a chain's clock.

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

const compute: readonly Step[] = [
  {
    name: "contracts",
    command: "hardhat",
    args: ["test", "solidity", ...files(suites.contracts)],
  },
  { name: "invariants", command: "node", args: ["scripts/check-invariant-reach.ts"] },
  nodeTest("deployment and integration", 2),
  nodeTest("differential", 2),
];
const serve: readonly Step[] = [
  nodeTest("sdk", 2),
  nodeTest("relay", 3),
  nodeTest("examples", 1),
  // Its stories of a market wait for a chain's clock as much as for the machine; a suite's time is that of all its tests.
  nodeTest("worker", 2, 600_000),
];

const only = process.argv.slice(2);
const lanes = [compute, serve]
  .map((steps) => steps.filter(({ name }) => only.length === 0 || only.includes(name)))
  .filter((steps) => steps.length > 0);
let passed = 0;
let failed = 0;

async function runLane(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (lanes.length > 1) console.log(`▶ ${step.name}`);
    const tell = lanes.length > 1 ? "at the end" : "live";
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
}

await Promise.all(lanes.map(runLane));
if (lanes.length === 0) {
  console.error(
    `no step is called ${only.join(", ")}; there are ${[...compute, ...serve].map(({ name }) => name).join(", ")}`,
  );
  failed += 1;
}
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exit(failed === 0 ? 0 : 1);
