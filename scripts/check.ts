import { runStep, type Step } from "./steps.ts";

// `npm run check`: everything that can be said of the sources without running the product.

const ours = [
  "contracts",
  "test",
  "ignition",
  "scripts",
  "sdk",
  "relay",
  "worker",
  "examples",
  "deployments",
  "docs",
];
// What uses one core each is run side by side.
const groups: readonly (readonly Step[])[] = [
  [
    {
      name: "formatting",
      command: "prettier",
      args: ["--check", "--log-level", "warn", ...ours, "*.{md,json,ts,mjs}"],
    },
    { name: "eslint", command: "eslint", args: [".", "--max-warnings", "0"] },
  ],
  [
    { name: "types of the workspaces", command: "tsc", args: ["-b", "sdk", "relay", "worker"] },
    { name: "solhint", command: "solhint", args: ["contracts/**/*.sol", "--disc", "--max-warnings", "0"] },
  ],
  [
    { name: "types of scripts and tests", command: "tsc", args: ["-p", "tsconfig.json"] },
    { name: "layout", command: "node", args: ["scripts/check-layout.ts"] },
  ],
  [{ name: "cold compile, warnings", command: "node", args: ["scripts/check-warnings.ts"] }],
  [
    { name: "generated SDK is fresh", command: "node", args: ["scripts/generate-sdk.ts", "--check"] },
    {
      name: "deployment record is fresh",
      command: "node",
      args: ["scripts/export-deployments.ts", "--check"],
    },
  ],
  [
    {
      name: "selectors, topics, type hashes, sizes",
      command: "node",
      args: ["scripts/snapshots.ts", "--check"],
    },
  ],
];

let passed = 0;
let failed = 0;
for (const group of groups) {
  for (const { ok } of await Promise.all(group.map(async (step) => runStep(step, true)))) {
    if (ok) passed += 1;
    else failed += 1;
  }
}
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exit(failed === 0 ? 0 : 1);
