import { TypedDataEncoder, type TypedDataDomain, type TypedDataField } from "ethers";
import { naming } from "../../chain/naming.ts";
import { reading } from "../../chain/reading.ts";
import { requireSigner } from "../../chain/sendCall.ts";
import type { WattleClient, WattleContracts } from "../../client/wattleClient.ts";
import type { LeaseOffer } from "../../types/leaseOffer.ts";
import type { Offer } from "../../types/offer.ts";
import type { Request } from "../../types/request.ts";

/** The orders by their EIP-712 names. */
interface Orders {
  readonly Offer: Offer;
  readonly Request: Request;
  readonly LeaseOffer: LeaseOffer;
}

/** The names in the markets' EIP-712 domains. */
const DOMAIN_NAMES = {
  escrow: "Wattle JobEscrow",
  leases: "Wattle LeaseEscrow",
} as const satisfies Partial<Record<keyof WattleContracts, string>>;

/** The EIP-712 domain of a market: it names the chain and the market. */
export function marketDomain(client: WattleClient, market: keyof typeof DOMAIN_NAMES): TypedDataDomain {
  return {
    name: DOMAIN_NAMES[market],
    version: "1",
    chainId: client.chainId,
    verifyingContract: String(client.contracts[market].target),
  };
}

/** The EIP-712 digest of an order: what its maker signs, and what names it in its market. */
export function hashOrder<Name extends keyof Orders>(
  client: WattleClient,
  name: Name,
  order: Orders[Name],
): string {
  return naming(() => TypedDataEncoder.hash(domainOf(client, name), typesOf(client, name), order));
}

/**
 * Signs an order with the client's signer.
 *
 * @throws {@link MissingSignerError} when it has none.
 */
export async function signOrder<Name extends keyof Orders>(
  client: WattleClient,
  name: Name,
  order: Orders[Name],
): Promise<string> {
  const signer = requireSigner(client);
  return reading(signer.signTypedData(domainOf(client, name), typesOf(client, name), order));
}

function domainOf(client: WattleClient, name: keyof Orders): TypedDataDomain {
  return marketDomain(client, name === "LeaseOffer" ? "leases" : "escrow");
}

/** The EIP-712 type of an order, taken from the contract's ABI, so that there is one list of fields. */
function typesOf({ contracts }: WattleClient, name: keyof Orders): Record<string, TypedDataField[]> {
  const { escrow, leases } = contracts;
  const hashes = {
    Offer: escrow.interface.getFunction("hashOffer"),
    Request: escrow.interface.getFunction("hashRequest"),
    LeaseOffer: leases.interface.getFunction("hashOffer"),
  };
  const [order] = hashes[name].inputs;
  return { [name]: (order?.components ?? []).map(({ name: field, type }) => ({ name: field, type })) };
}
