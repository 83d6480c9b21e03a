import { globSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import hardhatToolboxMochaEthers from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { configVariable, defineConfig } from "hardhat/config";
import type { HardhatPlugin } from "hardhat/types/plugins";
import { DEPLOYER_KEY_VARIABLE, LOCAL_RPC_URL, NETWORKS } from "./scripts/deployment/networks.ts";

const soljson = createRequire(import.meta.url).resolve("solc/soljson.js");
const deep = process.env["WATTLE_PROFILE"] === "deep";
const counting = process.env["WATTLE_COVERAGE"] === "1";
const seed = process.env["WATTLE_SEED"];
const runs = Number(process.env["WATTLE_RUNS"] ?? (deep ? 2_000 : 28));
const depth = Number(process.env["WATTLE_DEPTH"] ?? (deep ? 60 : 50));

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
// Most of an invariant's time is the code of handlers and checks. The optimizer makes it faster and the compile slower, so
// that it pays in a long run only.
const handlerCompiler = deep
  ? { ...testCompiler, settings: { ...testCompiler.settings, optimizer: { enabled: true, runs: 10_000 } } }
  : testCompiler;
// Each group is compiled as one job, both of the tests at once on two cores: files that share fixtures stay together.
const testJobs = [
  { files: globSync("test/unit/**/*.sol"), compiler: testCompiler },
  { files: globSync("test/{invariant,security,utils}/**/*.sol"), compiler: handlerCompiler },
  { files: globSync("contracts/mocks/*.sol"), compiler: testCompiler },
];
const overrides = {
  ...Object.fromEntries(testJobs.flatMap((job) => job.files.map((file) => [file, job.compiler] as const))),
  "contracts/JobEscrow.sol": smallCompiler,
};

// Hardhat compiles files together whose settings are one and the same object, and makes an object of each override:
// this makes them one again, and a cold compile of the tests three times as fast. By default it also leaves one core
// idle.
const quickCompile: HardhatPlugin = {
  id: "wattle-quick-compile",
  hookHandlers: {
    config: () =>
      Promise.resolve({
        default: () =>
          Promise.resolve({
            resolveUserConfig: async (userConfig, resolveVariable, next) => {
              const resolved = await next(userConfig, resolveVariable);
              for (const { overrides: settings } of Object.values(resolved.solidity.profiles)) {
                for (const { files } of testJobs) {
                  const [first] = files.map((file) => settings[file]);
                  if (first !== undefined) for (const file of files) settings[file] = first;
                }
              }
              return resolved;
            },
          }),
      }),
    solidity: () =>
      Promise.resolve({
        default: () =>
          Promise.resolve({
            build: (context, files, options, next) =>
              next(context, files, { ...options, concurrency: availableParallelism() }),
          }),
      }),
  },
};

export default defineConfig({
  plugins: [hardhatToolboxMochaEthers, quickCompile],
  // The SDK's generator writes the types that everything uses.
  typechain: { dontOverrideCompile: true },
  solidity: {
    profiles: {
      default: { compilers: [compiler], overrides },
      production: { compilers: [compiler], overrides },
    },
    splitTestsCompilation: true,
  },
  paths: {
    tests: { solidity: "test", mocha: "test" },
    // Contracts that were compiled to be counted must not be taken for those that ship.
    ...(counting ? { artifacts: "cache/coverage/artifacts", cache: "cache/coverage/cache" } : {}),
  },
  networks: {
    // Where the suite is deployed to. URL and key come from Hardhat's keystore or the environment, and from no file here.
    ...Object.fromEntries(
      NETWORKS.map(({ name, chainId, chainType, isLocal, rpcUrlVariable }) => [
        name,
        {
          type: "http" as const,
          chainId,
          chainType,
          url: isLocal
            ? configVariable(rpcUrlVariable, { default: LOCAL_RPC_URL })
            : configVariable(rpcUrlVariable),
          ...(isLocal ? {} : { accounts: [configVariable(DEPLOYER_KEY_VARIABLE)] }),
        },
      ]),
    ),
    // Where a deployment is tried before: each transaction has its block at once.
    rehearsal: { type: "edr-simulated", allowBlocksWithSameTimestamp: true },
    // The local node: a block for each transaction and one each second, so that time passes on its own.
    node: {
      type: "edr-simulated",
      chainId: 31337,
      allowBlocksWithSameTimestamp: true,
      mining: { auto: true, interval: 1000 },
    },
  },
  verify: {
    etherscan: { apiKey: configVariable("ETHERSCAN_API_KEY") },
    // Another server than the public one: an own instance, or a test's.
    sourcify: {
      ...(process.env["SOURCIFY_URL"] === undefined ? {} : { apiUrl: process.env["SOURCIFY_URL"] }),
    },
  },
  test: {
    solidity: {
      // Where the invariants' handlers write what they reached.
      fsPermissions: { writeFile: ["cache/invariant-reach.jsonl"] },
      fuzz: { runs: deep ? 1_000 : 64, ...(seed === undefined ? {} : { seed }) },
      // A move makes all that it needs of one random number: to collect what contracts store, and to choose from that, takes
      // time and makes moves more alike.
      invariant: {
        runs,
        depth,
        failOnRevert: false,
        dictionaryWeight: 0,
        includeStorage: false,
        includePushBytes: false,
      },
    },
  },
});
