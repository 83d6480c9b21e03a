import { availableParallelism } from "node:os";
import { runStep, type Step } from "./steps.ts";

// `npm run check`: everything that can be said of the sources without running the product.

const prettier = (name: string, patterns: readonly string[]): Step => ({
  name: `formatting of ${name}`,
  command: "prettier",
  args: ["--check", "--log-level", "warn", ...patterns],
});
const SET_UP: Step = { name: "set-up", command: "node", args: ["scripts/setup.mjs"] };
// These read sources alone, so they need not wait for the contracts' compile, which leaves a core idle.
const readersOfSources: readonly Step[] = [
  prettier("Solidity", ["**/*.sol", "!{artifacts,cache}/**"]),
  prettier("everything else", [
    ..."scripts sdk relay worker examples deployments docs".split(" "),
    "test/**/*.{md,ts}",
    "*.{md,json,ts,mjs}",
  ]),
  { name: "solhint", command: "solhint", args: ["contracts/**/*.sol", "--disc", "--max-warnings", "0"] },
];
// Longest first: as many at a time as there are cores.
const steps: readonly Step[] = [
  { name: "compile, warnings", command: "node", args: ["scripts/check-warnings.ts"] },
  { name: "eslint", command: "eslint", args: [".", "--max-warnings", "0"] },
  { name: "types of scripts and tests", command: "tsc", args: ["-p", "tsconfig.json"] },
  { name: "types of the workspaces", command: "tsc", args: ["-b", "sdk", "relay", "worker"] },
  { name: "layout", command: "node", args: ["scripts/check-layout.ts"] },
  { name: "tests that the documentation names", command: "node", args: ["scripts/check-claims.ts"] },
  { name: "audit scope is fresh", command: "node", args: ["scripts/audit-scope.ts", "--check"] },
  { name: "economics as computed", command: "node", args: ["scripts/economics.ts", "--check"] },
];
// These read what the compile wrote.
const readersOfArtifacts: readonly Step[] = [
  { name: "generated SDK is fresh", command: "node", args: ["scripts/generate-sdk.ts", "--check"] },
  { name: "deployment record is fresh", command: "node", args: ["scripts/export-deployments.ts", "--check"] },
  { name: "expected addresses", command: "node", args: ["scripts/expected-addresses.ts", "--check"] },
  {
    name: "selectors, topics, type hashes, sizes",
    command: "node",
    args: ["scripts/snapshots.ts", "--check"],
  },
];

let passed = 0;
let failed = 0;
let isSetUp = false;
for (const group of [[SET_UP, ...readersOfSources], steps, readersOfArtifacts]) {
  const waiting = group.values();
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (const step of waiting) {
        const { ok } = await runStep(step, step === SET_UP ? "live" : "on failure");
        if (ok) passed += 1;
        else failed += 1;
        if (step === SET_UP) isSetUp = ok;
      }
    }),
  );
  if (!isSetUp) break;
}
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exit(failed === 0 ? 0 : 1);
