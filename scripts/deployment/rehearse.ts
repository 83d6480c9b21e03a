import { network } from "hardhat";
import { installCreateX } from "./createX.ts";
import { deployContracts } from "./deployContracts.ts";
import type { PlannedContract } from "./planSuite.ts";

/** What a contract is once it is there. */
export interface RehearsedContract {
  /** The code on chain, immutables included. */
  readonly code: string;
  /** Gas of the transaction that creates it, on an Ethereum-like chain. */
  readonly gas: bigint;
}

const rehearsals = new Map<string, Promise<ReadonlyMap<string, RehearsedContract>>>();

/**
 * Deploys contracts to a chain in this process that has the chain id of the real one, at the addresses that they have
 * there. Code with its immutables (addresses, periods, EIP-712 domains) then needs no guess, and estimates need no
 * contract that is not there yet.
 *
 * @returns By the contract's name.
 * @throws {@link DeploymentRevertedError} when a constructor refuses its arguments.
 */
export function rehearse(
  chainId: number,
  contracts: readonly PlannedContract[],
): Promise<ReadonlyMap<string, RehearsedContract>> {
  // Addresses say what the code and the arguments are, so the same ones end the same way.
  const key = [chainId, ...contracts.map(({ address }) => address)].join();
  const known = rehearsals.get(key) ?? deployToRehearsal(chainId, contracts);
  rehearsals.set(key, known);
  return known;
}

async function deployToRehearsal(
  chainId: number,
  contracts: readonly PlannedContract[],
): Promise<ReadonlyMap<string, RehearsedContract>> {
  const connection = await network.create({ network: "rehearsal", override: { chainId } });
  try {
    const { provider } = connection.ethers;
    const [signer] = await connection.ethers.getSigners();
    if (signer === undefined) throw new TypeError("The chain has no accounts.");
    await installCreateX(provider, signer.address);
    const gas = new Map<string, bigint>();
    await deployContracts(signer, contracts, {
      onStep: ({ contract, gasUsed }) => gasUsed !== undefined && gas.set(contract.name, gasUsed),
    });
    const rehearsed = new Map<string, RehearsedContract>();
    for (const { name, address } of contracts) {
      rehearsed.set(name, { code: await provider.getCode(address), gas: gas.get(name) ?? 0n });
    }
    return rehearsed;
  } finally {
    await connection.close();
  }
}
