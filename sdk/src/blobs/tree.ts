import * as dagPb from "@ipld/dag-pb";
import { bytesToHex, concatBytes } from "@noble/hashes/utils.js";
import type { CID } from "multiformats/cid";
import { DAG_PB_CODE, makeCid, RAW_CODE } from "./cid.ts";
import { sha256 } from "./sha256.ts";
import { varint } from "./varint.ts";

/** Size of every chunk of a blob but the last, in bytes. */
export const CHUNK_BYTES = 2 ** 20;

/** Most children that a node of the tree has. */
export const TREE_FANOUT = 1024;

/** Largest blob, in bytes (1 TiB): two levels of nodes above the chunks. */
export const BLOB_MAX_BYTES = 2 ** 40;

/**
 * The UnixFS tree over a blob: chunks of 1 MiB, raw leaves, balanced with 1,024 children a node, CID version 1, and
 * a root that is a dag-pb node even over a single chunk. IPFS importers with these settings give the same CID.
 */
export interface BlobTree {
  /** sha2-256 of the root node (0x hex): what the chain and the manifest store. */
  readonly root: string;
  /** The same as a CID. */
  readonly cid: string;
  /** Bytes of the blob. */
  readonly size: number;
  /** The digests of the chunks in order, 32 bytes each. */
  readonly leaves: Uint8Array;
  /** The encoded dag-pb nodes: the root, then the level below it from left to right. */
  readonly nodes: readonly Uint8Array[];
}

/** Number of chunks of a blob; an empty one has none. */
export function chunkCount(size: number): number {
  return Math.ceil(size / CHUNK_BYTES);
}

/** Length of one chunk of a blob, in bytes. */
export function chunkLength(size: number, index: number): number {
  return Math.min(CHUNK_BYTES, size - index * CHUNK_BYTES);
}

/**
 * Builds the tree over chunks whose digests are known. It is a pure function of its arguments, so whoever holds the
 * digests and the root can check one against the other.
 *
 * @param leaves The digests of the chunks in order, 32 bytes each.
 * @param size Bytes of the blob.
 */
export async function treeOfLeaves(leaves: Uint8Array, size: number): Promise<BlobTree> {
  let level: Entry[] = [];
  for (let index = 0; index * 32 < leaves.length; index++) {
    const cid = makeCid(RAW_CODE, leaves.subarray(index * 32, index * 32 + 32));
    const bytes = chunkLength(size, index);
    level.push({ cid, fileBytes: bytes, treeBytes: bytes });
  }
  let nodes: Uint8Array[] = [];
  do {
    const parents: Entry[] = [];
    const encoded: Uint8Array[] = [];
    for (let start = 0; start === 0 || start < level.length; start += TREE_FANOUT) {
      const { entry, bytes } = await makeNode(level.slice(start, start + TREE_FANOUT));
      parents.push(entry);
      encoded.push(bytes);
    }
    nodes = [...encoded, ...nodes];
    level = parents;
  } while (level.length > 1);
  const [root] = level;
  if (root === undefined) throw new RangeError("A tree has a root.");
  return {
    root: `0x${bytesToHex(root.cid.multihash.digest)}`,
    cid: root.cid.toString(),
    size,
    leaves,
    nodes,
  };
}

interface Entry {
  readonly cid: CID;
  /** Bytes of the blob below this entry. */
  readonly fileBytes: number;
  /** The same and all nodes down to it. */
  readonly treeBytes: number;
}

async function makeNode(children: readonly Entry[]): Promise<{ entry: Entry; bytes: Uint8Array }> {
  const links = children.map((child) => ({ Name: "", Hash: child.cid, Tsize: child.treeBytes }));
  const bytes = dagPb.encode(dagPb.prepare({ Data: unixfsFile(children), Links: links }));
  const entry = {
    cid: makeCid(DAG_PB_CODE, await sha256(bytes)),
    fileBytes: children.reduce((sum, child) => sum + child.fileBytes, 0),
    treeBytes: children.reduce((sum, child) => sum + child.treeBytes, bytes.length),
  };
  return { entry, bytes };
}

/**
 * The UnixFS message of a file over these children: type 2 (file), its size, and each child's. Written by hand,
 * because ipfs-unixfs 13.1.1 puts uninitialized memory in place of sizes from 2 to 4 GiB.
 */
function unixfsFile(children: readonly Entry[]): Uint8Array {
  const size = children.reduce((sum, child) => sum + child.fileBytes, 0);
  const childSizes = children.flatMap((child) => [Uint8Array.of(0x20), varint(child.fileBytes)]);
  return concatBytes(Uint8Array.of(0x08, 0x02, 0x18), varint(size), ...childSizes);
}
