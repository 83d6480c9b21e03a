import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { CID } from "multiformats/cid";
import * as Digest from "multiformats/hashes/digest";
import { InvalidCidError } from "./errors.ts";

/** Multicodec of a dag-pb node. */
export const DAG_PB_CODE = 0x70;

/** Multicodec of a raw block. */
export const RAW_CODE = 0x55;

/** Multihash code of sha2-256. */
export const SHA2_256_CODE = 0x12;

/** The CID of a block with a sha2-256 digest of 32 bytes. */
export function makeCid(code: number, digest: Uint8Array): CID {
  return CID.createV1(code, Digest.create(SHA2_256_CODE, digest));
}

/**
 * The CID of a blob, as IPFS writes it: version 1, base32, dag-pb, sha2-256.
 *
 * @param root Digest of the root of the blob's tree (0x hex).
 *
 * @example
 * ```ts
 * import { cidOfRoot } from "@wattle/sdk/blobs";
 *
 * const cid = cidOfRoot("0xbfccda787baba32b59c78450ac3d20b633360b43992c77289f9ed46d843561e6");
 * ```
 */
export function cidOfRoot(root: string): string {
  return makeCid(DAG_PB_CODE, hexToBytes(root.slice(2))).toString();
}

/**
 * The root digest (0x hex) that a blob's CID holds: the inverse of {@link cidOfRoot}.
 *
 * @throws {@link InvalidCidError} for any other text, also for another spelling of the same CID.
 *
 * @example
 * ```ts
 * import { rootOfCid } from "@wattle/sdk/blobs";
 *
 * const root = rootOfCid("bafybeif7ztnhq65lumvvtr4ekcwd2ifwgm3awq4zfr3srh462rwyinlb4y");
 * ```
 */
export function rootOfCid(cid: string): string {
  let parsed: CID;
  try {
    parsed = CID.parse(cid);
  } catch (error) {
    throw new InvalidCidError(cid, error);
  }
  const { code, multihash } = parsed;
  const isBlob = code === DAG_PB_CODE && multihash.code === SHA2_256_CODE && multihash.size === 32;
  if (!isBlob || parsed.version !== 1 || parsed.toString() !== cid) throw new InvalidCidError(cid);
  return `0x${bytesToHex(multihash.digest)}`;
}
