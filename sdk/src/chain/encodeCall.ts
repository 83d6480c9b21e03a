import type { Interface } from "ethers";
import type { ContractAbis } from "../abi/eventArgs.ts";
import type { AbiParameter, PlainValue } from "../abi/plain.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import type { DeploymentContracts } from "../deployments/deployment.ts";
import { naming } from "./naming.ts";
import type { TransactionCall } from "./transactionCall.ts";

type AbiFunction<Key extends keyof ContractAbis> = Extract<ContractAbis[Key][number], { type: "function" }>;

/** The values of ABI parameters in their order. */
type PlainValues<Inputs extends readonly AbiParameter[]> = {
  readonly [Index in keyof Inputs]: PlainValue<Inputs[Index]>;
};

const ADDRESS_OF = {
  registry: "providerRegistry",
  staking: "providerStaking",
  vault: "paymentVault",
  escrow: "jobEscrow",
  leases: "leaseEscrow",
  sessions: "sessionEscrow",
} as const satisfies Record<keyof ContractAbis, keyof DeploymentContracts>;

/**
 * Encodes a call to one of the client's contracts; its values are checked against the ABI by their types.
 *
 * @throws {@link InvalidArgumentError} when a value is none of its ABI type, as a misspelled address.
 */
export function encodeCall<Key extends keyof ContractAbis, Name extends AbiFunction<Key>["name"]>(
  client: WattleClient,
  contract: Key,
  name: Name,
  values: PlainValues<Extract<AbiFunction<Key>, { name: Name }>["inputs"]>,
): TransactionCall {
  const abi: Interface = client.contracts[contract].interface;
  const to = client.deployment.contracts[ADDRESS_OF[contract]];
  return { to, data: naming(() => abi.encodeFunctionData(name, values)) };
}
