import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import {
  DigestMismatchError,
  DOCUMENT_MAX_BYTES,
  DocumentTooLargeError,
  encodeManifest,
  encodeResult,
  ManifestInvalidError,
  NotCanonicalError,
  parseManifest,
  parseResult,
  ResultInvalidError,
} from "../../src/manifest/index.ts";
import { sampleBlob, sampleManifest, sampleResult } from "./support/sampleManifest.ts";

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);
const digestOf = (bytes: Uint8Array): string => `0x${createHash("sha256").update(bytes).digest("hex")}`;

describe("encodeManifest", () => {
  it("sorts keys, adds no space, and hashes with sha2-256", () => {
    const { bytes, digest } = encodeManifest(sampleManifest());
    assert.ok(text(bytes).startsWith('{"comparison":{"absolute":1e-7,"format":"f32","mode":"tolerance"'));
    assert.equal(digest, digestOf(bytes));
  });

  it("does not depend on the order of keys", () => {
    const manifest = sampleManifest();
    const reversed = Object.fromEntries(Object.entries(manifest).reverse()) as typeof manifest;
    assert.equal(encodeManifest(reversed).digest, encodeManifest(manifest).digest);
  });

  it("keeps the digest that providers and jurors compare with, for ever", () => {
    assert.equal(
      encodeManifest(sampleManifest()).digest,
      "0xf075331bce5e18d92c153fee237bd80d8903c6e233c37d3a17ba9385052ccdff",
    );
    assert.equal(
      encodeResult(sampleResult()).digest,
      "0x85a680a751e75784ee8879429ea20640309de747830f2887119d4011f7b7ee85",
    );
  });

  it("refuses half a surrogate pair, which UTF-8 cannot express", () => {
    const manifest = sampleManifest();
    manifest.program.source = "// \ud800";
    assert.throws(() => encodeManifest(manifest), ManifestInvalidError);
  });
});

describe("parseManifest", () => {
  it("returns what was encoded", () => {
    const { bytes, digest } = encodeManifest(sampleManifest());
    assert.deepEqual(parseManifest(bytes, digest), sampleManifest());
    assert.deepEqual(parseManifest(bytes, digest.toUpperCase().replace("0X", "0x")), sampleManifest());
  });

  it("refuses other bytes than the digest names, and says both digests", () => {
    const { bytes, digest } = encodeManifest(sampleManifest());
    const other = utf8(text(bytes).replace('"passes":1', '"passes":2'));
    assert.throws(
      () => parseManifest(other, digest),
      (error) =>
        error instanceof DigestMismatchError && error.expected === digest && error.actual === digestOf(other),
    );
  });

  const canonical = text(encodeManifest(sampleManifest()).bytes);
  const variants: Record<string, string> = {
    "a space": canonical.replace(",", ", "),
    "a duplicate key": canonical.replace('"version":1', '"version":1,"version":1'),
    "keys out of order": JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(canonical)).reverse())),
    "a number spelled otherwise": canonical.replace('"passes":1', '"passes":1.0'),
    "a needless escape": canonical.replace('"scene"', '"\\u0073cene"'),
    "an address in need of trimming": canonical.replace("http://127", " http://127"),
    "a newline at the end": `${canonical}\n`,
  };
  for (const [what, variant] of Object.entries(variants)) {
    it(`refuses ${what}, although it means the same`, () => {
      assert.notEqual(variant, canonical);
      const bytes = utf8(variant);
      assert.throws(() => parseManifest(bytes, digestOf(bytes)), NotCanonicalError);
    });
  }

  it("refuses what is no JSON, no UTF-8, or nested without end", () => {
    const bad = ["", "{", "\ufeff{}", "[".repeat(100_000) + "]".repeat(100_000)].map(utf8);
    for (const bytes of [...bad, Uint8Array.of(0x7b, 0xff, 0x7d)]) {
      assert.throws(() => parseManifest(bytes, digestOf(bytes)), ManifestInvalidError);
    }
  });

  it("refuses a document over the limit before it hashes or parses it", () => {
    const bytes = new Uint8Array(DOCUMENT_MAX_BYTES + 1);
    assert.throws(
      () => parseManifest(bytes, "0x"),
      (error) => error instanceof DocumentTooLargeError && error.size === bytes.length,
    );
  });

  it("accepts the longest manifest that the schema allows", () => {
    const manifest = sampleManifest();
    manifest.program.source = "\u0001".repeat(64 * 1024);
    const location = `http://a.example/${"a".repeat(2048 - 17)}`;
    const input = (index: number) => ({
      name: `input${index}`,
      blob: { ...sampleBlob(1000), locations: Array.from({ length: 8 }, () => location) },
    });
    manifest.inputs = Array.from({ length: 15 }, (_, index) => input(index));
    manifest.program.bindings = [
      ...manifest.inputs.map(({ name }, index) => ({ binding: index, kind: "input" as const, name })),
      { binding: 15, kind: "output", name: "image", size: 64 },
    ];
    const { bytes, digest } = encodeManifest(manifest);
    assert.ok(bytes.length > 600_000);
    assert.deepEqual(parseManifest(bytes, digest), manifest);
  });
});

describe("parseResult", () => {
  it("returns what was encoded", () => {
    const { bytes, digest } = encodeResult(sampleResult());
    assert.deepEqual(parseResult(bytes, digest), sampleResult());
  });

  it("refuses a manifest in its place", () => {
    const { bytes, digest } = encodeManifest(sampleManifest());
    assert.throws(() => parseResult(bytes, digest), ResultInvalidError);
  });
});
