import type { TypedDataDomain, TypedDataField } from "ethers";
import type { WattleClient } from "../../client/wattleClient.ts";

/** The EIP-712 domain of the market of batch jobs: it names the chain and the market. */
export function marketDomain(client: WattleClient): TypedDataDomain {
  return {
    name: "Wattle JobEscrow",
    version: "1",
    chainId: client.chainId,
    verifyingContract: client.deployment.contracts.jobEscrow,
  };
}

/** The EIP-712 type of an order, taken from the contract's ABI, so that there is one list of fields. */
export function orderTypes(
  client: WattleClient,
  name: "Offer" | "Request",
): Record<string, TypedDataField[]> {
  const { interface: escrow } = client.contracts.escrow;
  const [order] = escrow.getFunction(name === "Offer" ? "hashOffer" : "hashRequest").inputs;
  return { [name]: (order?.components ?? []).map(({ name: field, type }) => ({ name: field, type })) };
}
