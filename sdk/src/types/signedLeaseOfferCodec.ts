import type { LeaseOffer, SignedLeaseOffer } from "./leaseOffer.ts";
import { decodeOrder, encodeOrder, type EncodedOrder, hexAt, objectAt } from "./orderCodec.ts";

/** A {@link SignedLeaseOffer} as JSON can carry it. */
export interface EncodedSignedLeaseOffer {
  readonly offer: EncodedOrder<LeaseOffer>;
  readonly signature: string;
}

/**
 * Turns a signed offer of leases into what `JSON.stringify` takes, as for a website that shows offers.
 *
 * @example
 * ```ts
 * import { encodeSignedLeaseOffer, signLeaseOffer } from "@wattle/sdk";
 *
 * const body = JSON.stringify(encodeSignedLeaseOffer(await signLeaseOffer(client, { offer })));
 * ```
 */
export function encodeSignedLeaseOffer({ offer, signature }: SignedLeaseOffer): EncodedSignedLeaseOffer {
  return { offer: encodeOrder(offer), signature };
}

/**
 * The inverse of {@link encodeSignedLeaseOffer}, for values from anywhere. What stands beside offer and signature is
 * left out. Whether the signature is good is for `assessLeaseOffer` to say.
 *
 * @throws {@link InvalidArgumentError} that names the first field that is missing, unknown or none of its type.
 *
 * @example
 * ```ts
 * import { decodeSignedLeaseOffer, openLease } from "@wattle/sdk";
 *
 * const signed = decodeSignedLeaseOffer(await response.json());
 * await openLease(client, { ...signed, leaseSeconds: 3600, fundedSeconds: 600 });
 * ```
 */
export function decodeSignedLeaseOffer(value: unknown): SignedLeaseOffer {
  const { offer, signature } = objectAt("signed offer", value);
  return {
    // The fields and their types are those of the ABI, with which a test compares the interface.
    offer: decodeOrder("LeaseOffer", "offer", offer) as unknown as LeaseOffer,
    signature: hexAt("signature", signature),
  };
}
