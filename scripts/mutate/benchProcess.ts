import { globSync, readFileSync } from "node:fs";
// Hardhat's own engine. Its `test solidity` reads and hashes everything anew for each run, which would take longer than
// the tests of a mutant do.
import {
  type Artifact,
  EdrContext,
  L1_CHAIN_TYPE,
  l1GenesisState,
  l1HardforkLatest,
  l1HardforkToString,
  l1SolidityTestRunnerFactory,
  type SuiteResult,
} from "@nomicfoundation/edr";
import type { BenchAnswer, BenchTask } from "./bench.ts";
import type { Bytecode } from "./compileSources.ts";
import { selectMutant } from "./weaveMutants.ts";

// Runs unit tests against mutants, as `openBench` wants it.

interface Compiled {
  readonly contractName: string;
  readonly inputSourceName: string;
  readonly abi: unknown;
  readonly bytecode: string;
  readonly deployedBytecode: string;
  readonly linkReferences: NonNullable<Artifact["contract"]["linkReferences"]>;
  readonly deployedLinkReferences: NonNullable<Artifact["contract"]["linkReferences"]>;
}

// A mutant that never ends runs out of it within seconds; the longest test needs half of it.
const GAS_LIMIT = 1_000_000_000n;
const contracts = readAll("artifacts/contracts/**/*.json");
const suites = new Map<string, readonly Artifact[]>();
const hardfork = l1HardforkLatest();
const context = new EdrContext();
await context.registerSolidityTestRunnerFactory(L1_CHAIN_TYPE, l1SolidityTestRunnerFactory());
let mutants: Readonly<Record<string, Bytecode>> = {};

process.on("disconnect", () => process.exit());
process.on("message", (message) => {
  const task = message as BenchTask;
  if ("bytecodes" in task) {
    mutants = task.bytecodes;
    return;
  }
  run(task)
    .catch((error: unknown): BenchAnswer => ({ error: String(error) }))
    .then((answer) => process.send?.(answer))
    .catch(() => process.exit(1));
});

async function run({ id, files, runs, seed }: Extract<BenchTask, { id: number }>): Promise<BenchAnswer> {
  const deployed = contracts.map((artifact) => select(artifact, id));
  for (const file of files) {
    const tests = suites.get(file) ?? readAll(`cache/test-artifacts/${file}/*.json`).filter(isSuite);
    suites.set(file, tests);
    if (tests.length === 0) return { error: `${file} has no compiled test.` };
    for (const { testResults } of await runSuites(deployed, tests, runs, seed)) {
      const failed = testResults.find(({ status }) => String(status) === "Failure");
      if (failed !== undefined) {
        return { failed: { file, test: failed.name, reason: failed.reason ?? "" } };
      }
    }
  }
  return {};
}

async function runSuites(
  deployed: readonly Artifact[],
  tests: readonly Artifact[],
  runs: number,
  seed: string,
): Promise<readonly SuiteResult[]> {
  const results: SuiteResult[] = [];
  // The last result may come after the run's own end.
  await new Promise<void>((resolve, reject) => {
    context
      .runSolidityTests(
        L1_CHAIN_TYPE,
        [...deployed, ...tests],
        tests.map(({ id }) => id),
        {
          projectRoot: process.cwd(),
          hardfork: l1HardforkToString(hardfork),
          localPredeploys: l1GenesisState(hardfork),
          disableBlockGasLimit: true,
          disableTransactionGasCap: true,
          gasLimit: GAS_LIMIT,
          fuzz: { runs, seed },
          generateGasReport: false,
        },
        { buildInfos: [], ignoreContracts: false },
        (result) => {
          results.push(result);
          if (results.length === tests.length) resolve();
        },
      )
      .catch(reject);
  });
  return results;
}

function select(artifact: Artifact, id: number): Artifact {
  const mutant = artifact.id.source.startsWith("project/contracts/") ? mutants[artifact.id.name] : undefined;
  if (mutant === undefined) return artifact;
  const bytecode = selectMutant(mutant.bytecode, id);
  const deployedBytecode = selectMutant(mutant.deployedBytecode, id);
  return { id: artifact.id, contract: { ...artifact.contract, bytecode, deployedBytecode } };
}

function isSuite({ contract }: Artifact): boolean {
  return /"name":"test/.test(contract.abi);
}

function readAll(pattern: string): Artifact[] {
  return globSync(pattern)
    .map((file) => JSON.parse(readFileSync(file, "utf8")) as Partial<Compiled>)
    .filter((one): one is Compiled => one.bytecode !== undefined && one.bytecode !== "0x")
    .map(({ contractName, inputSourceName, abi, ...contract }) => ({
      id: { name: contractName, source: inputSourceName, solcVersion: "0.8.37" },
      contract: {
        abi: JSON.stringify(abi),
        bytecode: contract.bytecode,
        linkReferences: contract.linkReferences,
        deployedBytecode: contract.deployedBytecode,
        deployedLinkReferences: contract.deployedLinkReferences,
      },
    }));
}
