import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { cidOfRoot, rootOfCid } from "./cid.ts";
import { InvalidCidError, InvalidStoreError } from "./errors.ts";
import { LocationProtocolError } from "./locationErrors.ts";

/**
 * A store's base address in the one form that is hashed and signed: no slash at its end.
 *
 * @throws {@link InvalidStoreError} when the text is no http(s) address, or has credentials, a query or a fragment.
 *
 * @example
 * ```ts
 * import { normalizeStore } from "@wattle/sdk/blobs";
 *
 * normalizeStore("http://127.0.0.1:8080/"); // "http://127.0.0.1:8080"
 * ```
 */
export function normalizeStore(store: string): string {
  if (!URL.canParse(store)) throw new InvalidStoreError();
  const url = new URL(store);
  const plain = url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  if (!plain || !/^https?:$/.test(url.protocol)) throw new InvalidStoreError();
  return url.href.replace(/\/+$/, "");
}

/**
 * The digest by which a job's terms name a store (`resultStore`): sha2-256 of its normalized address, 0x hex.
 *
 * @example
 * ```ts
 * import { storeDigest } from "@wattle/sdk/blobs";
 *
 * const resultStore = storeDigest("http://127.0.0.1:8080");
 * ```
 */
export function storeDigest(store: string): string {
  return `0x${bytesToHex(sha256(new TextEncoder().encode(normalizeStore(store))))}`;
}

/**
 * Where a store serves a blob.
 *
 * @param root Digest of the root of the blob's tree (0x hex).
 *
 * @example
 * ```ts
 * import { blobUrl } from "@wattle/sdk/blobs";
 *
 * const location = blobUrl("http://127.0.0.1:8080", ref.root);
 * ```
 */
export function blobUrl(store: string, root: string): string {
  return `${normalizeStore(store)}/blobs/${cidOfRoot(root)}`;
}

/**
 * Where the tree nodes of a blob stand: at the blob's address with `.dag` behind the path.
 *
 * @throws {@link LocationProtocolError} when the text is no address.
 */
export function sidecarUrl(location: string): string {
  if (!URL.canParse(location)) throw new LocationProtocolError("it is no address");
  const url = new URL(location);
  url.pathname += ".dag";
  return url.href;
}

/**
 * The root digest (0x hex) that the last path segment of a blob's address names.
 *
 * @throws {@link InvalidCidError} when that segment is no CID of a blob.
 *
 * @example
 * ```ts
 * import { rootOfLocation } from "@wattle/sdk/blobs";
 *
 * const root = rootOfLocation(ref.locations[0]);
 * ```
 */
export function rootOfLocation(location: string): string {
  if (!URL.canParse(location)) throw new InvalidCidError("");
  return rootOfCid(new URL(location).pathname.split("/").at(-1) ?? "");
}

/** An address for messages: without credentials and without a query, which may be a signature. */
export function redactLocation(location: string): string {
  if (!URL.canParse(location)) return "(not an address)";
  const { origin, pathname } = new URL(location);
  return `${origin}${pathname}`;
}
