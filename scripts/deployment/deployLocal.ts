import { readFile } from "node:fs/promises";
import { keccak256 } from "ethers";
import hre from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";
import JSON5 from "json5";
import FaucetToken from "../../ignition/modules/FaucetToken.ts";
import Wattle from "../../ignition/modules/Wattle.ts";
import { checkRecord, type ContractRecord, type DeploymentRecord } from "./record.ts";

interface LocalParameters {
  readonly ProviderStaking: { readonly thawSeconds: number };
}

/**
 * Deploys the suite through its Ignition modules to a chain on this machine, beside a FaucetToken to stake and pay
 * with, and describes what is there now.
 *
 * @param connection A connection to the chain: simulated, or a separate process.
 * @param thawSeconds How long stake thaws; `ignition/parameters/local.json5` unless given.
 * @throws Error if the record breaks its schema.
 */
export async function deployLocal(
  connection: NetworkConnection,
  thawSeconds?: number,
): Promise<DeploymentRecord> {
  const { ethers, ignition } = connection;
  const file = new URL("../../ignition/parameters/local.json5", import.meta.url);
  const parameters = JSON5.parse<LocalParameters>(await readFile(file, "utf8"));
  const thaw = thawSeconds ?? parameters.ProviderStaking.thawSeconds;

  const startBlock = await ethers.provider.getBlockNumber();
  const { faucetToken } = await ignition.deploy(FaucetToken);
  const faucet = await faucetToken.getAddress();
  const deployed = await ignition.deploy(Wattle, {
    parameters: { ProviderStaking: { stakeToken: faucet, thawSeconds: thaw } },
  });
  const registry = await deployed.providerRegistry.getAddress();
  const staking = await deployed.providerStaking.getAddress();
  const vault = await deployed.paymentVault.getAddress();
  const escrow = await deployed.jobEscrow.getAddress();
  const leases = await deployed.leaseEscrow.getAddress();
  const sessions = await deployed.sessionEscrow.getAddress();

  const head = await ethers.provider.getBlockNumber();
  const firstBlockOf = async (address: string): Promise<number> => {
    let [low, high] = [startBlock, head];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((await ethers.provider.getCode(address, middle)) === "0x") low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const describe = async (address: string, args: readonly (string | number)[]): Promise<ContractRecord> => ({
    address,
    block: await firstBlockOf(address),
    arguments: args,
    bytecodeHash: keccak256(await ethers.provider.getCode(address)),
  });
  const compiler = hre.config.solidity.profiles["default"]?.compilers[0];
  if (compiler === undefined) throw new Error("hardhat.config.ts names no compiler");
  const settings = compiler.settings as { evmVersion: string; viaIR: boolean; optimizer: { runs: number } };
  const { chainId } = await ethers.provider.getNetwork();

  return checkRecord({
    chainId: Number(chainId),
    name: "local",
    commit: null,
    startBlock,
    compiler: {
      version: compiler.version,
      evmVersion: settings.evmVersion,
      viaIR: settings.viaIR,
      optimizerRuns: settings.optimizer.runs,
    },
    contracts: {
      ProviderRegistry: await describe(registry, []),
      ProviderStaking: await describe(staking, [faucet, registry, thaw]),
      PaymentVault: await describe(vault, []),
      JobEscrow: await describe(escrow, [registry, staking, vault]),
      LeaseEscrow: await describe(leases, [registry, vault]),
      SessionEscrow: await describe(sessions, [registry, vault]),
    },
    tokens: { stake: faucet, faucet },
  });
}
