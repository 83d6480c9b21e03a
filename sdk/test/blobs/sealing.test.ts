import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  buildTree,
  DecryptionError,
  encryptFor,
  ENVELOPE_MAX_BYTES,
  generateJobKey,
  InvalidKeyError,
  openBlob,
  openEnvelope,
  sealBlob,
  sealEnvelope,
} from "../../src/blobs/index.ts";
import {
  blobRefSchema,
  DigestMismatchError,
  encodeManifest,
  parseManifest,
} from "../../src/manifest/index.ts";
import { sampleManifest } from "../manifest/support/sampleManifest.ts";
import { serveBlob } from "./support/blobServer.ts";
import { seed, seededBytes } from "./support/seededBytes.ts";

describe("sealBlob and openBlob", () => {
  const plaintext = seededBytes(1_500_000);

  it("bring bytes from one side to the other, encrypted", async (t) => {
    const { recipient, identity } = await generateJobKey();
    const sealed = await sealBlob(plaintext, [recipient]);
    const { url } = await serveBlob(t, sealed.bytes);
    const ref = sealed.at([url]);
    assert.deepEqual(blobRefSchema.parse(ref), ref);
    assert.equal(ref.root, (await buildTree(sealed.bytes)).root);
    assert.deepEqual(await openBlob(ref, { identity }), plaintext, `seed ${seed}`);
  });

  it("bring bytes from one side to the other, plain", async (t) => {
    const sealed = await sealBlob(plaintext, null);
    const { url } = await serveBlob(t, sealed.bytes);
    assert.deepEqual(await openBlob(sealed.at([url])), plaintext, `seed ${seed}`);
  });

  it("need the right key", async (t) => {
    const sealed = await sealBlob(plaintext, [(await generateJobKey()).recipient]);
    const ref = sealed.at([(await serveBlob(t, sealed.bytes)).url]);
    await assert.rejects(openBlob(ref), InvalidKeyError);
    await assert.rejects(openBlob(ref, { identity: (await generateJobKey()).identity }), DecryptionError);
  });

  it("notice an author who lies about the plaintext", async (t) => {
    const sealed = await sealBlob(plaintext, null);
    const ref = {
      ...sealed.at([(await serveBlob(t, sealed.bytes)).url]),
      plaintextDigest: `0x${"11".repeat(32)}`,
    };
    await assert.rejects(openBlob(ref), DigestMismatchError);
  });
});

describe("sealEnvelope and openEnvelope", () => {
  it("bring a manifest from one side to the other", async (t) => {
    const [job, provider] = [await generateJobKey(), await generateJobKey()];
    const document = encodeManifest(sampleManifest());
    const envelope = await sealEnvelope(document, [provider.recipient, job.recipient]);
    const { url } = await serveBlob(t, envelope.bytes);
    for (const { identity } of [job, provider]) {
      const bytes = await openEnvelope({ root: envelope.tree.root, locations: [url] }, { identity });
      assert.deepEqual(parseManifest(bytes, document.digest), sampleManifest());
    }
  });

  it("admit the longest document for the most recipients, and nothing longer", async (t) => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => generateJobKey()));
    const recipients = keys.map(({ recipient }) => recipient);
    const longest = await encryptFor(recipients, new Uint8Array(2 ** 20));
    assert.ok(longest.length <= ENVELOPE_MAX_BYTES, `${longest.length}`);
    const identity = keys[0]?.identity ?? "";
    assert.equal((await openEnvelope((await serveBlob(t, longest)).url, { identity })).length, 2 ** 20);
    const longer = await serveBlob(t, new Uint8Array(ENVELOPE_MAX_BYTES + 1));
    await assert.rejects(openEnvelope(longer.url, { identity }), { name: "BlobTooLargeError" });
  });
});
