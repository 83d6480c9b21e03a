import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bytesToHex } from "@noble/hashes/utils.js";
import {
  BLOB_MAX_BYTES,
  BlobTooLargeError,
  type BlobTree,
  buildTree,
  type ByteSource,
  CHUNK_BYTES,
  cidOfRoot,
  encodeSidecar,
  InvalidCidError,
  parseSidecar,
  rootOfCid,
  TreeMismatchError,
} from "../../src/blobs/index.ts";
import { sha256 } from "../../src/blobs/sha256.ts";
import { sidecarMaxBytes } from "../../src/blobs/sidecar.ts";
import { chunkCount, treeOfLeaves } from "../../src/blobs/tree.ts";
import { seed, seededBytes } from "./support/seededBytes.ts";

/** The content that the reference CIDs below were computed over. */
function pattern(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 31 + (i >>> 8) * 17 + (i >>> 16) * 7) & 255);
}

/**
 * Computed with ipfs-unixfs-importer 17.1.1: `{ cidVersion: 1, rawLeaves: true, reduceSingleLeafToSelf: false,
 * chunker: fixedSize({ chunkSize: 1048576 }), layout: balanced({ maxChildrenPerNode: 1024 }) }`.
 */
const IPFS_CIDS: [size: number, cid: string][] = [
  [0, "bafybeif7ztnhq65lumvvtr4ekcwd2ifwgm3awq4zfr3srh462rwyinlb4y"],
  [5, "bafybeigqdrmznm7pxgctrg2u4gqcaayh7wmgoiu74akjkalg2n2ahdwnha"],
  [CHUNK_BYTES - 1, "bafybeih4oeyrpulyzj5kf2dnjos3grxszk563dfsndhphojzoarrily2mq"],
  [CHUNK_BYTES, "bafybeibzbptstzkj5oa46l4jlcvldjv4eva6icpbnsrdjbesgb2w7uyqy4"],
  [CHUNK_BYTES + 1, "bafybeignt2ocbtaf4vzdhsjbgfr34rczj2jwn5rqguyimrgixajgffjrfa"],
  [3 * CHUNK_BYTES + 12345, "bafybeidev4hqfqtwurj5oykgmu5s5bokt7d73g2lfqhc53gac2etvypwza"],
];

/**
 * The same over zeros: more than 1,024 chunks, so a tree of two levels. That importer cannot compute the CIDs over
 * 2 GiB (see `unixfsFile`); they are from an implementation in Python that agrees with it on the others.
 */
const IPFS_CIDS_OF_ZEROS: [size: number, cid: string][] = [
  [1025 * CHUNK_BYTES, "bafybeigt7wofv4vnxbg3titijasuw4ptg5kfztec4smsk7opdt7z6djoxq"],
  [2049 * CHUNK_BYTES + 7, "bafybeibcghawmmzo7i4isxl45rlqe2rao362kivnpypxzqb6dohpvlbsmu"],
  [5000 * CHUNK_BYTES, "bafybeiafm6hfjq7vvwycl5naobtebxcnvsfqp22sjzd3qavzxzie3l4hxm"],
];

/** The tree over zeros, without hashing all of them. */
async function treeOfZeros(size: number): Promise<BlobTree> {
  const chunk = await sha256(new Uint8Array(CHUNK_BYTES));
  const leaves = new Uint8Array(chunkCount(size) * 32);
  for (let offset = 0; offset < leaves.length; offset += 32) leaves.set(chunk, offset);
  const rest = size % CHUNK_BYTES;
  if (rest > 0) leaves.set(await sha256(new Uint8Array(rest)), leaves.length - 32);
  return treeOfLeaves(leaves, size);
}

function zeros(size: number): ByteSource {
  const chunk = new Uint8Array(CHUNK_BYTES);
  return { size, read: async (start, end) => chunk.subarray(0, end - start) };
}

describe("buildTree", () => {
  for (const [size, cid] of IPFS_CIDS) {
    it(`gives IPFS's CID for ${size} bytes`, async () => {
      const tree = await buildTree(pattern(size));
      assert.equal(tree.cid, cid);
      assert.equal(tree.size, size);
      assert.equal(tree.nodes.length, 1);
    });
  }

  for (const [size, cid] of IPFS_CIDS_OF_ZEROS) {
    it(`gives IPFS's CID for ${size} zeros, over two levels`, async () => {
      const tree = await treeOfZeros(size);
      assert.equal(tree.cid, cid);
      assert.equal(tree.nodes.length, 1 + Math.ceil(tree.leaves.length / 32 / 1024));
    });
  }

  it("reads bytes, Blob and source alike", async () => {
    const bytes = pattern(CHUNK_BYTES + 100);
    const ofBytes = await buildTree(bytes);
    assert.deepEqual(await buildTree(new Blob([bytes as Uint8Array<ArrayBuffer>])), ofBytes);
    const source = { size: bytes.length, read: async (a: number, b: number) => bytes.slice(a, b) };
    assert.deepEqual(await buildTree(source), ofBytes);
  });

  it("refuses more than 1 TiB, and stops when it is told to", async () => {
    await assert.rejects(buildTree(zeros(BLOB_MAX_BYTES + 1)), BlobTooLargeError);
    await assert.rejects(buildTree(zeros(5), { signal: AbortSignal.abort(new Error("enough")) }), /enough/);
  });
});

describe("the CID of a root", () => {
  it("is one to one with the 32 bytes on chain", () => {
    const root = `0x${bytesToHex(seededBytes(32))}`;
    assert.equal(rootOfCid(cidOfRoot(root)), root, `seed ${seed}`);
  });

  it("is the only spelling that is read", () => {
    const cid = "bafybeif7ztnhq65lumvvtr4ekcwd2ifwgm3awq4zfr3srh462rwyinlb4y";
    const bad = [
      "",
      "..",
      cid.toUpperCase(),
      `${cid}a`,
      cid.slice(0, -1),
      // The same digest as CIDv0, in base58, and as a raw block.
      "QmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR1n",
      "zdj7WkcTbzv5hWNhYBqpVkAMr1HwEZYrgVVpWqHJHoCcrFTvE",
      "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
    ];
    for (const text of bad) assert.throws(() => rootOfCid(text), InvalidCidError, text);
  });
});

describe("the sidecar", () => {
  it("leads back to the same tree, over one level and over two", async () => {
    for (const size of [0, 5, CHUNK_BYTES, 3 * CHUNK_BYTES + 1]) {
      const tree = await buildTree(seededBytes(size));
      assert.deepEqual(await parseSidecar(await encodeSidecar(tree), tree.root), tree, `seed ${seed}`);
    }
    const large = await treeOfZeros(1025 * CHUNK_BYTES);
    assert.deepEqual(await parseSidecar(await encodeSidecar(large), large.root), large);
  });

  it("stays below the limit that readers set", async () => {
    for (const size of [0, CHUNK_BYTES + 1, 1024 * CHUNK_BYTES, 1025 * CHUNK_BYTES, 2 ** 36]) {
      const sidecar = await encodeSidecar(await treeOfZeros(size));
      assert.ok(sidecar.length <= sidecarMaxBytes(size), `${sidecar.length} bytes for ${size}`);
    }
  });

  it("cannot lead to another tree, whichever of its bits is flipped", async () => {
    const tree = await buildTree(seededBytes(2 * CHUNK_BYTES + 1));
    const sidecar = await encodeSidecar(tree);
    let refused = 0;
    for (let bit = 0; bit < sidecar.length * 8; bit++) {
      const flipped = sidecar.slice();
      flipped[bit >>> 3] = (flipped[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
      try {
        // Bits that the reader ignores, such as a CID that it computes itself, change nothing.
        assert.deepEqual(await parseSidecar(flipped, tree.root), tree);
      } catch (error) {
        assert.ok(error instanceof TreeMismatchError, `seed ${seed}, bit ${bit}: ${String(error)}`);
        refused++;
      }
    }
    assert.ok(refused > 3 * 32 * 8, `${refused} refused`);
  });

  it("is refused when it is cut", async () => {
    const tree = await buildTree(seededBytes(2 * CHUNK_BYTES + 1));
    const sidecar = await encodeSidecar(tree);
    for (const length of [0, 10, 59, 60, 97, sidecar.length - 1]) {
      await assert.rejects(
        parseSidecar(sidecar.subarray(0, length), tree.root),
        TreeMismatchError,
        `${length}`,
      );
    }
  });

  it("is refused for another root, and with nodes of another blob", async () => {
    const tree = await buildTree(seededBytes(10));
    const other = await buildTree(seededBytes(11));
    const sidecar = await encodeSidecar(tree);
    await assert.rejects(parseSidecar(sidecar, other.root), TreeMismatchError);
    const forged = await encodeSidecar({ ...tree, nodes: other.nodes });
    await assert.rejects(parseSidecar(forged, tree.root), /belong to/);
  });
});
