import { keccak256, type Provider } from "ethers";
import { readCompiler } from "../artifacts.ts";
import { NotDeployedError } from "./errors.ts";
import { findCreation } from "./findCreation.ts";
import type { NetworkDescription } from "./networks.ts";
import type { PlannedContract, PlannedSuite } from "./planSuite.ts";
import { checkRecord, type ContractRecord, type DeploymentRecord } from "./record.ts";

/** What {@link describeDeployment} takes. */
export interface DescribeDeploymentParameters {
  readonly network: Pick<NetworkDescription, "name" | "chainId" | "isLocal">;
  readonly suite: PlannedSuite;
  /** The commit of the sources; null for a chain that lives on one machine. */
  readonly commit: string | null;
  readonly signal?: AbortSignal;
}

/**
 * Says where a network's suite is, as the chain has it.
 *
 * @throws {@link NotDeployedError} when a contract is missing.
 * @throws Error if the record breaks its schema.
 */
export async function describeDeployment(
  provider: Provider,
  { network, suite, commit, signal }: DescribeDeploymentParameters,
): Promise<DeploymentRecord> {
  const describe = async (contract: PlannedContract): Promise<ContractRecord> => {
    const code = await provider.getCode(contract.address);
    const creation = await findCreation(provider, contract.address, signal);
    if (code === "0x" || creation === null) throw new NotDeployedError(contract.name, network.name);
    const { optimizerRuns } = await readCompiler(contract.name);
    return {
      address: contract.address,
      block: creation.block,
      // A chain on one machine starts again and again, and each gives it another hash.
      transaction: network.isLocal ? null : creation.transaction,
      arguments: contract.arguments,
      optimizerRuns,
      initCodeHash: keccak256(contract.initCode),
      bytecodeHash: keccak256(code),
    };
  };
  const entries: [string, ContractRecord][] = [];
  for (const contract of suite.contracts) entries.push([contract.name, await describe(contract)]);
  const { version, evmVersion, viaIR } = await readCompiler("ProviderRegistry");
  return checkRecord({
    chainId: network.chainId,
    name: network.name,
    commit,
    // Nor do its blocks come at the same numbers.
    startBlock: network.isLocal ? 0 : Math.min(...entries.map(([, { block }]) => block)),
    compiler: { version, evmVersion, viaIR },
    contracts: Object.fromEntries(entries),
    tokens: suite.tokens,
  });
}
