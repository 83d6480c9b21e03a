import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { keccak256 } from "ethers";
import { network } from "hardhat";
import { JobEscrow__factory, ProviderStaking__factory } from "../../sdk/src/contracts/index.ts";
import { deployToSimulation } from "../../scripts/deployment/deployToSimulation.ts";
import { readParameters } from "../../scripts/deployment/parameters.ts";
import { checkRecord } from "../../scripts/deployment/record.ts";
import { toSdkDeployment } from "../../scripts/deployment/toSdkDeployment.ts";
import { knownDeployments } from "../../sdk/src/deployments/known.ts";

const folder = new URL("../../deployments/", import.meta.url);
const readFileText = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), "utf8");

describe("a local deployment", () => {
  it("puts on chain what the parameter file and the wiring say", async () => {
    const connection = await network.create();
    const { contracts, tokens } = await deployToSimulation(connection);
    const { provider } = connection.ethers;
    const parameters = await readParameters("localhost");
    const staking = ProviderStaking__factory.connect(contracts.ProviderStaking.address, provider);
    assert.equal(await staking.thawSeconds(), BigInt(parameters.thawSeconds));
    assert.equal(await staking.token(), tokens.stake);
    assert.equal(await staking.registry(), contracts.ProviderRegistry.address);
    const escrow = JobEscrow__factory.connect(contracts.JobEscrow.address, provider);
    assert.equal(await escrow.registry(), contracts.ProviderRegistry.address);
    assert.equal(await escrow.staking(), contracts.ProviderStaking.address);
    assert.equal(await escrow.vault(), contracts.PaymentVault.address);
  });

  it("records the block, the arguments and the code that the chain has", async () => {
    const connection = await network.create();
    const record = await deployToSimulation(connection, 1234);
    const { provider } = connection.ethers;
    assert.equal(record.contracts.ProviderStaking.arguments[2], 1234);
    for (const { address, block, bytecodeHash } of Object.values(record.contracts)) {
      assert.equal(keccak256(await provider.getCode(address)), bytecodeHash);
      assert.notEqual(await provider.getCode(address, block), "0x");
      assert.equal(await provider.getCode(address, block - 1), "0x");
      assert.ok(block >= record.startBlock);
    }
  });

  it("is the one that is checked in for a fresh local chain", async () => {
    const checkedIn = await checkRecord(JSON.parse(await readFileText("../../deployments/31337.json")));
    assert.deepEqual(await deployToSimulation(await network.create()), checkedIn);
  });
});

describe("the SDK", () => {
  it("knows every recorded deployment by its chain id, and no other", async () => {
    const files = (await readdir(folder)).filter((name) => /^\d+\.json$/.test(name));
    assert.deepEqual(
      [...knownDeployments.keys()].map((chainId) => `${String(chainId)}.json`).sort(),
      files.sort(),
    );
    for (const [chainId, deployment] of knownDeployments) {
      const text = await readFile(new URL(`${String(chainId)}.json`, folder), "utf8");
      assert.deepEqual(deployment, toSdkDeployment(await checkRecord(JSON.parse(text))));
    }
  });
});

describe("the schema of deployment records", () => {
  it("names every field that is wrong", async () => {
    const record = JSON.parse(await readFileText("../../deployments/31337.json")) as Record<string, unknown>;
    await assert.rejects(checkRecord({ ...record, chainId: 0 }), /chainId must be >= 1/);
    await assert.rejects(checkRecord({ ...record, extra: true }), /additional properties/);
    const { tokens: _, ...withoutTokens } = record;
    await assert.rejects(checkRecord(withoutTokens), /must have required property 'tokens'/);
  });
});
