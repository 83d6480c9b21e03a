import { globSync } from "node:fs";
import { createRequire } from "node:module";
import hardhatToolboxMochaEthers from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { defineConfig } from "hardhat/config";
import type { HardhatPlugin } from "hardhat/types/plugins";

const soljson = createRequire(import.meta.url).resolve("solc/soljson.js");
const deep = process.env["WATTLE_PROFILE"] === "deep";
const seed = process.env["WATTLE_SEED"];

// What ships is what is tested: one compiler, one set of settings. Tests import interfaces only and deploy the
// shipped bytecode, so they and the mocks compile without the slow pipeline.
const compiler = {
  version: "0.8.37",
  path: soljson,
  settings: {
    viaIR: true,
    evmVersion: "prague",
    optimizer: { enabled: true, runs: 20_000 },
    metadata: { bytecodeHash: "none" as const },
  },
};

// The largest contract would not fit into 24,576 bytes otherwise: docs/decisions/0007.
const smallCompiler = {
  ...compiler,
  settings: { ...compiler.settings, optimizer: { enabled: true, runs: 3_000 } },
};

const testCompiler = {
  ...compiler,
  settings: { ...compiler.settings, viaIR: false, optimizer: { enabled: false } },
};
const helpers = [...globSync("test/**/*.sol"), ...globSync("contracts/mocks/*.sol")];
const overrides = {
  ...Object.fromEntries(helpers.map((file) => [file, testCompiler])),
  "contracts/JobEscrow.sol": smallCompiler,
};

// Hardhat compiles files together whose settings are one and the same object, and makes an object of each override:
// this makes them one again, and a cold compile of the tests three times as fast.
const oneTestCompiler: HardhatPlugin = {
  id: "wattle-one-test-compiler",
  hookHandlers: {
    config: () =>
      Promise.resolve({
        default: () =>
          Promise.resolve({
            resolveUserConfig: async (userConfig, resolveVariable, next) => {
              const resolved = await next(userConfig, resolveVariable);
              for (const profile of Object.values(resolved.solidity.profiles)) {
                const [first] = helpers.map((file) => profile.overrides[file]);
                if (first === undefined) continue;
                for (const file of helpers) profile.overrides[file] = first;
              }
              return resolved;
            },
          }),
      }),
  },
};

export default defineConfig({
  plugins: [hardhatToolboxMochaEthers, oneTestCompiler],
  // The SDK's generator writes the types that everything uses.
  typechain: { dontOverrideCompile: true },
  solidity: {
    profiles: {
      default: { compilers: [compiler], overrides },
      production: { compilers: [compiler], overrides },
    },
    splitTestsCompilation: true,
  },
  paths: { tests: { solidity: "test", mocha: "test" } },
  networks: {
    // A separate node process: `npm run node`, anvil, or the one that the demo starts.
    localhost: { type: "http", url: "http://127.0.0.1:8545" },
    // The local node: a block for each transaction and one each second, so that time passes on its own.
    node: {
      type: "edr-simulated",
      chainId: 31337,
      allowBlocksWithSameTimestamp: true,
      mining: { auto: true, interval: 1000 },
    },
  },
  test: {
    solidity: {
      // Where the invariants' handlers write what they reached.
      fsPermissions: { writeFile: ["cache/invariant-reach.jsonl"] },
      fuzz: { runs: deep ? 2_000 : 256, ...(seed === undefined ? {} : { seed }) },
      invariant: { runs: deep ? 400 : 28, depth: deep ? 60 : 40, failOnRevert: false },
    },
  },
});
