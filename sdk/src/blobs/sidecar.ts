import * as dagPb from "@ipld/dag-pb";
import { concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { DAG_PB_CODE, makeCid } from "./cid.ts";
import { TreeMismatchError } from "./errors.ts";
import { sha256 } from "./sha256.ts";
import { BLOB_MAX_BYTES, type BlobTree, chunkCount, treeOfLeaves } from "./tree.ts";
import { varint } from "./varint.ts";

/**
 * The sidecar of a blob (`<address>.dag`) is a CARv1 file (https://ipld.io/specs/transport/car/carv1/) of the tree's
 * dag-pb nodes without the chunks: root first, then the level below from left to right. `ipfs dag import` reads it,
 * and it is about 50 bytes a chunk.
 */
export const SIDECAR_MEDIA_TYPE = "application/vnd.ipld.car";

/** Length of a CID with codec dag-pb and a sha2-256 digest, in bytes. */
const CID_BYTES = 36;

/** An upper bound on the sidecar of a blob of `size` bytes, for readers who do not trust its server. */
export function sidecarMaxBytes(size: number): number {
  return 512 + 64 * chunkCount(size);
}

/**
 * Encodes the sidecar of a blob.
 *
 * @example
 * ```ts
 * import { buildTree, encodeSidecar } from "@wattle/sdk/blobs";
 *
 * const car = await encodeSidecar(await buildTree(bytes));
 * ```
 */
export async function encodeSidecar(tree: BlobTree): Promise<Uint8Array> {
  const parts = [carHeader(tree.root)];
  for (const node of tree.nodes) {
    const cid = makeCid(DAG_PB_CODE, await sha256(node)).bytes;
    parts.push(varint(cid.length + node.length), cid, node);
  }
  return concatBytes(...parts);
}

/**
 * Reads an untrusted sidecar. It takes from it only the chunk digests and the size, builds the tree over them anew
 * and compares the root: whatever else the bytes contain cannot matter, and a tree with other settings is refused.
 *
 * @param root Digest of the root (0x hex) that is trusted.
 * @throws {@link TreeMismatchError} when the bytes do not lead to that root.
 *
 * @example
 * ```ts
 * import { parseSidecar } from "@wattle/sdk/blobs";
 *
 * const { size, leaves } = await parseSidecar(car, ref.root);
 * ```
 */
export async function parseSidecar(bytes: Uint8Array, root: string): Promise<BlobTree> {
  const header = carHeader(root);
  if (!header.every((byte, index) => byte === bytes[index])) {
    throw new TreeMismatchError(root, "its file of nodes is not for this blob");
  }
  const digests: Uint8Array[] = [];
  let size = 0;
  try {
    for (const node of carBlocks(bytes, header.length)) {
      for (const { Hash, Tsize } of dagPb.decode(node).Links) {
        if (Hash.code === DAG_PB_CODE) continue;
        digests.push(Hash.multihash.digest);
        size += Tsize ?? 0;
      }
    }
  } catch (error) {
    throw new TreeMismatchError(root, "its file of nodes is damaged", error);
  }
  const shaped = digests.length === chunkCount(size) && digests.every((digest) => digest.length === 32);
  if (!shaped || size > BLOB_MAX_BYTES) throw new TreeMismatchError(root, "its nodes have the wrong shape");
  const leaves = new Uint8Array(digests.length * 32);
  for (const [index, digest] of digests.entries()) leaves.set(digest, index * 32);
  const tree = await treeOfLeaves(leaves, size);
  if (tree.root !== root) throw new TreeMismatchError(root, `its nodes belong to ${tree.root}`);
  return tree;
}

/** Length and dag-cbor of `{ roots: [CID], version: 1 }`, of which only the CID's digest varies. */
function carHeader(root: string): Uint8Array {
  const cid = makeCid(DAG_PB_CODE, hexToBytes(root.slice(2))).bytes;
  const before = hexToBytes("a265726f6f747381d82a582500");
  const after = hexToBytes("6776657273696f6e01");
  return concatBytes(varint(before.length + cid.length + after.length), before, cid, after);
}

/** The nodes in a CARv1 file behind its header; their CIDs are skipped, because the tree is built anew. */
function* carBlocks(bytes: Uint8Array, start: number): Generator<Uint8Array> {
  let offset = start;
  while (offset < bytes.length) {
    let length = 0;
    let shift = 0;
    for (let more = true; more; offset++) {
      const byte = bytes[offset];
      if (byte === undefined || shift > 28) throw new RangeError("bad length");
      length += (byte & 0x7f) * 2 ** shift;
      shift += 7;
      more = byte >= 0x80;
    }
    if (length <= CID_BYTES || offset + length > bytes.length) throw new RangeError("bad block");
    yield bytes.subarray(offset + CID_BYTES, offset + length);
    offset += length;
  }
}
