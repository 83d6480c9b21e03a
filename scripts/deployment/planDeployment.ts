import {
  Contract,
  isCallException,
  isError,
  type JsonRpcApiProvider,
  keccak256,
  type Provider,
  Transaction,
} from "ethers";
import { CREATE_X_ADDRESS, encodeCreation, requireCreateX } from "./createX.ts";
import { ForeignCodeError } from "./errors.ts";
import type { NetworkDescription } from "./networks.ts";
import type { NetworkParameters } from "./parameters.ts";
import { planSuite, type PlannedContract, type PlannedSuite } from "./planSuite.ts";
import { rehearse, type RehearsedContract } from "./rehearse.ts";

/** One contract of a plan. */
export interface PlannedStep {
  readonly contract: PlannedContract;
  /** Whether the chain has it already, with the very code that it should have. */
  readonly isThere: boolean;
  /** Gas that creating it costs; zero where it is there. */
  readonly gas: bigint;
  /** What that costs at the current price in wei, on OP-stack chains with the fee for its data on Ethereum. */
  readonly costWei: bigint;
}

/** What a deployment would do. */
export interface DeploymentPlan {
  readonly network: NetworkDescription;
  readonly suite: PlannedSuite;
  readonly steps: readonly PlannedStep[];
  /** keccak256 of the code that each contract has once it is there, by name. */
  readonly codeHashes: ReadonlyMap<string, string>;
  readonly account: string;
  readonly balanceWei: bigint;
  /** Transactions of the account that are in no block yet: a run that was cut off may have left one. */
  readonly pendingTransactions: number;
  readonly gasPriceWei: bigint;
  readonly costWei: bigint;
  /** What the account must have: the cost if the base fee doubles meanwhile. */
  readonly neededWei: bigint;
}

/** What {@link planDeployment} takes. */
export interface PlanDeploymentParameters {
  readonly provider: JsonRpcApiProvider;
  readonly network: NetworkDescription;
  readonly parameters: NetworkParameters;
  readonly account: string;
}

/** What an OP-stack chain charges for a transaction's data on Ethereum. */
const GAS_PRICE_ORACLE = "0x420000000000000000000000000000000000000F";

/**
 * Looks at the chain and says what is to be done. It sends nothing.
 *
 * @throws {@link CreateXMissingError} when the chain has no factory.
 * @throws {@link ForeignCodeError} when an address of ours holds something else.
 * @throws {@link DeploymentRevertedError} when a constructor refuses the parameters.
 */
export async function planDeployment({
  provider,
  network,
  parameters,
  account,
}: PlanDeploymentParameters): Promise<DeploymentPlan> {
  const suite = await planSuite(parameters);
  const rehearsed = await rehearse(network.chainId, suite.contracts);
  await requireCreateX(provider);
  const [fees, balanceWei, latest, pending] = await Promise.all([
    provider.getFeeData(),
    provider.getBalance(account),
    provider.getTransactionCount(account, "latest"),
    provider.getTransactionCount(account, "pending"),
  ]);
  const gasPriceWei = fees.gasPrice ?? fees.maxFeePerGas ?? 0n;
  const highestPriceWei = fees.maxFeePerGas ?? gasPriceWei;
  const steps: PlannedStep[] = [];
  let neededWei = 0n;
  for (const contract of suite.contracts) {
    const step = await planStep(
      { provider, network, account, contract, gasPriceWei },
      rehearsed.get(contract.name),
    );
    steps.push(step);
    neededWei +=
      step.costWei + (highestPriceWei > gasPriceWei ? step.gas * (highestPriceWei - gasPriceWei) : 0n);
  }
  return {
    network,
    suite,
    steps,
    codeHashes: new Map([...rehearsed].map(([name, { code }]) => [name, keccak256(code)])),
    ...{ account, balanceWei, gasPriceWei, neededWei },
    pendingTransactions: Math.max(0, pending - latest),
    costWei: steps.reduce((sum, { costWei }) => sum + costWei, 0n),
  };
}

interface StepParameters {
  readonly provider: JsonRpcApiProvider;
  readonly network: NetworkDescription;
  readonly account: string;
  readonly contract: PlannedContract;
  readonly gasPriceWei: bigint;
}

async function planStep(
  { provider, network, account, contract, gasPriceWei }: StepParameters,
  rehearsed: RehearsedContract | undefined,
): Promise<PlannedStep> {
  const code = await provider.getCode(contract.address);
  if (code !== "0x") {
    if (code !== rehearsed?.code) throw new ForeignCodeError(contract.name, contract.address);
    return { contract, isThere: true, gas: 0n, costWei: 0n };
  }
  const call = { from: account, to: CREATE_X_ADDRESS, data: encodeCreation(contract.initCode) };
  // A contract that asks another in its constructor cannot be estimated before that one is there.
  const gas = await provider.estimateGas(call).catch((error: unknown) => {
    if (!isCallException(error)) throw error;
    return rehearsed?.gas ?? 0n;
  });
  const dataFeeWei = network.chainType === "op" ? await dataFeeOf(provider, call) : 0n;
  return { contract, isThere: false, gas, costWei: gas * gasPriceWei + dataFeeWei };
}

async function dataFeeOf(
  provider: Provider,
  { to, data }: { readonly to: string; readonly data: string },
): Promise<bigint> {
  const oracle = new Contract(
    GAS_PRICE_ORACLE,
    ["function getL1Fee(bytes) view returns (uint256)"],
    provider,
  );
  const unsigned = Transaction.from({ to, data, chainId: 1, type: 2, nonce: 0 }).unsignedSerialized;
  const answer = oracle.getFunction("getL1Fee")(unsigned) as Promise<bigint>;
  return answer.catch((error: unknown) => {
    // A simulated chain may have none.
    if (isError(error, "BAD_DATA") || isCallException(error)) return 0n;
    throw error;
  });
}
