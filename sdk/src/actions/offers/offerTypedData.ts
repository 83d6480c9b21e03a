import type { TypedDataDomain, TypedDataField } from "ethers";
import type { WattleClient } from "../../client/wattleClient.ts";

/** The EIP-712 domain of the market's offers: it names the chain and the market. */
export function offerDomain(client: WattleClient): TypedDataDomain {
  return {
    name: "Wattle JobEscrow",
    version: "1",
    chainId: client.chainId,
    verifyingContract: client.deployment.contracts.jobEscrow,
  };
}

/** The EIP-712 type of an offer, taken from the contract's ABI, so that there is one list of fields. */
export function offerTypes(client: WattleClient): Record<"Offer", TypedDataField[]> {
  const [offer] = client.contracts.escrow.interface.getFunction("hashOffer").inputs;
  return { Offer: (offer?.components ?? []).map(({ name, type }) => ({ name, type })) };
}
