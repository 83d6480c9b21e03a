import { encodeBytes32String } from "ethers";
import { initCodeOf, readArtifact } from "../artifacts.ts";
import { createXAddressOf } from "./createX.ts";
import type { CourtParameters, NetworkParameters } from "./parameters.ts";
import type { ArgumentValue, DeployedContract } from "./record.ts";

/** A contract that is to be, or already is, on a chain. Everything in it follows from the code and the parameters. */
export interface PlannedContract {
  readonly name: DeployedContract;
  /** What its constructor gets. */
  readonly arguments: readonly ArgumentValue[];
  readonly initCode: string;
  /** Where the factory puts it: the same on every chain. */
  readonly address: string;
}

/** A network's suite, in an order in which it can be created. */
export interface PlannedSuite {
  readonly contracts: readonly PlannedContract[];
  readonly tokens: { readonly stake: string; readonly faucet: string | null };
}

/** Computes what a network's parameters make of the compiled contracts. It asks no chain. */
export async function planSuite({
  faucet,
  stakeToken,
  thawSeconds,
  court,
}: NetworkParameters): Promise<PlannedSuite> {
  const contracts: PlannedContract[] = [];
  const plan = async (name: DeployedContract, args: readonly ArgumentValue[]): Promise<string> => {
    const planned = await planContract(name, args);
    contracts.push(planned);
    return planned.address;
  };
  const faucetToken = faucet === null ? null : await plan("FaucetToken", [faucet.name, faucet.symbol]);
  const tokenOf = (token: string): string => (token === "faucet" ? (faucetToken ?? token) : token);

  const registry = await plan("ProviderRegistry", []);
  const staking = await plan("ProviderStaking", [tokenOf(stakeToken), registry, thawSeconds]);
  const vault = await plan("PaymentVault", []);
  await plan("JobEscrow", [registry, staking, vault]);
  await plan("LeaseEscrow", [registry, vault]);
  await plan("SessionEscrow", [registry, vault]);
  if (court !== null) await plan("SlashingCourt", [staking, vault, rulesOf(court, tokenOf(court.feeToken))]);
  return { contracts, tokens: { stake: tokenOf(stakeToken), faucet: faucetToken } };
}

/** Computes one contract's code and address. */
async function planContract(
  name: DeployedContract,
  args: readonly ArgumentValue[],
): Promise<PlannedContract> {
  const initCode = initCodeOf(await readArtifact(name), args);
  return { name, arguments: args, initCode, address: createXAddressOf(initCode) };
}

function rulesOf(court: CourtParameters, feeToken: string): ArgumentValue {
  return { ...court, machineClass: encodeBytes32String(court.machineClass), feeToken };
}
