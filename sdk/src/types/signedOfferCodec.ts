import type { Offer, SignedOffer } from "./offer.ts";
import { decodeOrder, encodeOrder, type EncodedOrder, hexAt, objectAt } from "./orderCodec.ts";

/** A {@link SignedOffer} as JSON can carry it. */
export interface EncodedSignedOffer {
  readonly offer: EncodedOrder<Offer>;
  readonly signature: string;
}

/**
 * Turns a signed offer into what `JSON.stringify` takes, as for a website that shows offers.
 *
 * @example
 * ```ts
 * import { encodeSignedOffer, signOffer } from "@wattle/sdk";
 *
 * const body = JSON.stringify(encodeSignedOffer(await signOffer(client, { offer })));
 * ```
 */
export function encodeSignedOffer({ offer, signature }: SignedOffer): EncodedSignedOffer {
  return { offer: encodeOrder(offer), signature };
}

/**
 * The inverse of {@link encodeSignedOffer}, for values from anywhere. What stands beside offer and signature is left
 * out. Whether the signature is good is for `assessOffer` to say.
 *
 * @throws {@link InvalidArgumentError} that names the first field that is missing, unknown or none of its type.
 *
 * @example
 * ```ts
 * import { decodeSignedOffer, takeOffer } from "@wattle/sdk";
 *
 * const signed = decodeSignedOffer(await response.json());
 * await takeOffer(client, { ...signed, runLimitSeconds: 120, specDigest, specRoot });
 * ```
 */
export function decodeSignedOffer(value: unknown): SignedOffer {
  const { offer, signature } = objectAt("signed offer", value);
  return {
    // The fields and their types are those of the ABI, with which a test compares the interface.
    offer: decodeOrder("Offer", "offer", offer) as unknown as Offer,
    signature: hexAt("signature", signature),
  };
}
