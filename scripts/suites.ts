/** The parts of `npm test`, and which files each runs: what no pattern matches is never run. */
export const suites = {
  contracts: "test/{unit,security}/**/*.t.sol",
  invariants: "test/invariant/**/*.t.sol",
  "deployment and integration": "test/{deployment,integration}/**/*.test.ts",
  differential: "test/differential/**/*.test.ts",
  sdk: "sdk/test/**/*.test.ts",
  relay: "relay/test/**/*.test.ts",
  examples: "examples/**/test/**/*.test.ts",
  worker: "worker/test/**/*.test.ts",
} as const;

/** A part of `npm test`. */
export type SuiteName = keyof typeof suites;
