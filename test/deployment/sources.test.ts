import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { keccak256 } from "ethers";
import hre from "hardhat";
import { type ContractName, initCodeOf, readArtifact, readCompiler } from "../../scripts/artifacts.ts";
import { loadCompiler } from "../../scripts/compiler.ts";
import { deployContracts } from "../../scripts/deployment/deployContracts.ts";
import { describeDeployment } from "../../scripts/deployment/describeDeployment.ts";
import { NETWORKS } from "../../scripts/deployment/networks.ts";
import type { DeployedContract, DeploymentRecord } from "../../scripts/deployment/record.ts";
import { startExplorer } from "./support/explorer.ts";
import { type RehearsalChain, startRehearsalChain } from "./support/rehearsalChain.ts";
import { runScript } from "./support/runScript.ts";

interface CompilerOutput {
  readonly contracts: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly evm: { readonly bytecode: { readonly object: string } } }>>
    >
  >;
}

/** Compiling the markets takes a minute: one small contract at each change, all of them before a release. */
const isDeep = process.env["WATTLE_PROFILE"] === "deep";
const sample = (names: readonly string[]): readonly string[] =>
  isDeep ? names : names.filter((name) => name === "FaucetToken");

describe("the sources that explorers get", () => {
  let chain: RehearsalChain;
  let record: DeploymentRecord;
  let records: string;

  before(async () => {
    chain = await startRehearsalChain("anvil", "base-sepolia");
    const { provider, network, suite } = chain;
    await deployContracts(chain.account(0), suite.contracts);
    record = await describeDeployment(provider, { network, suite, commit: "0".repeat(40) });
    records = await mkdtemp(join(tmpdir(), "wattle-records-"));
    await writeFile(join(records, "84532.json"), JSON.stringify(record));
  });
  after(async () => {
    await rm(records, { recursive: true, force: true });
    await chain.stop();
  });

  it("compile to what was deployed", async () => {
    const names = sample(Object.keys(record.contracts));
    const explorer = await startExplorer(chain.network.chainId);
    try {
      const { exitCode, stdout, stderr } = await runScript(
        "verify-sources",
        [
          ...["--network", "base-sepolia", "--explorer", "sourcify", "--records", records],
          ...["--contract", ...names],
        ],
        { BASE_SEPOLIA_RPC_URL: chain.rpcUrl, SOURCIFY_URL: explorer.url },
      );
      assert.equal(exitCode, 0, `${stdout}${stderr}`);
      assert.equal(explorer.submissions.length, names.length);
      for (const name of names) {
        const entry = record.contracts[name as DeployedContract];
        const submission = explorer.submissions.find(({ address }) => address === entry?.address);
        assert.ok(submission, `${name} was submitted`);
        assert.match(submission.contractIdentifier, new RegExp(`contracts/${name}\\.sol:${name}$`));
        const { longVersion } = await readCompiler(name as ContractName);
        assert.equal(submission.compilerVersion, `v${longVersion}`);
      }
      const solc = loadCompiler();
      for (const name of names) {
        const entry = record.contracts[name as DeployedContract];
        const submission = explorer.submissions.find(({ address }) => address === entry?.address);
        assert.ok(entry && submission);
        assert.ok(submission.compilerVersion.startsWith(`v${solc.version().split(".Emscripten")[0] ?? ""}`));
        const output = JSON.parse(solc.compile(JSON.stringify(submission.stdJsonInput))) as CompilerOutput;
        const [source = ""] = submission.contractIdentifier.split(`:${name}`);
        const { object } = output.contracts[source]?.[name]?.evm.bytecode ?? { object: "" };
        const artifact = await readArtifact(name as ContractName);
        assert.equal(`0x${object}`, artifact.bytecode, `${name} compiles to the same`);
        const initCode = initCodeOf(artifact, entry.arguments);
        assert.equal(keccak256(initCode), entry.initCodeHash, `${name} was created from it`);
      }
    } finally {
      await explorer.close();
    }
  });

  it("have an explorer of each kind on every public network", () => {
    const { sourcify, blockscout, etherscan } = hre.config.verify;
    assert.deepEqual([sourcify.enabled, blockscout.enabled, etherscan.enabled], [true, true, true]);
    for (const { name, chainId, isLocal } of NETWORKS) {
      if (isLocal) continue;
      const explorers = hre.config.chainDescriptors.get(BigInt(chainId))?.blockExplorers;
      assert.ok(explorers?.etherscan?.url, `${name}: Etherscan`);
      assert.ok(explorers.blockscout?.apiUrl, `${name}: Blockscout`);
    }
  });
});
