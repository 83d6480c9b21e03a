import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { verifyTypedData, Wallet } from "ethers";
import {
  blobUrl,
  decodeUploadToken,
  encodeUploadToken,
  InvalidStoreError,
  NO_JOB,
  normalizeStore,
  signUploadToken,
  storeDigest,
  UPLOAD_TOKEN_TYPES,
  UploadTokenInvalidError,
  uploadTokenDomain,
} from "../../src/blobs/index.ts";

const place = { chainId: 31337n, escrow: `0x${"11".repeat(20)}`, store: "http://127.0.0.1:8080" };
const blob = { root: `0x${"ab".repeat(32)}`, size: 1234 };

describe("upload tokens", () => {
  it("are signed by EIP-712 for one chain, escrow and store", async () => {
    const wallet = Wallet.createRandom();
    const signed = await signUploadToken(wallet, { ...place, ...blob, account: wallet.address });
    assert.equal(signed.token.jobId, NO_JOB);
    const recover = (domain: ReturnType<typeof uploadTokenDomain>): string =>
      verifyTypedData(domain, UPLOAD_TOKEN_TYPES, signed.token, signed.signature);
    assert.equal(recover(uploadTokenDomain(place)), wallet.address);
    for (const other of [
      { chainId: 1n },
      { escrow: `0x${"12".repeat(20)}` },
      { store: "http://127.0.0.1:8081" },
    ]) {
      assert.notEqual(recover(uploadTokenDomain({ ...place, ...other })), wallet.address);
    }
  });

  it("expire after ten minutes, or when the caller says", async () => {
    const wallet = Wallet.createRandom();
    const parameters = { ...place, ...blob, account: wallet.address };
    for (const [more, seconds] of [
      [{}, 600],
      [{ validSeconds: 60 }, 60],
    ] as const) {
      const earliest = Math.floor(Date.now() / 1000) + seconds;
      const { token } = await signUploadToken(wallet, { ...parameters, ...more });
      const latest = Math.ceil(Date.now() / 1000) + seconds;
      assert.ok(token.expiresAt >= earliest && token.expiresAt <= latest, `${token.expiresAt}`);
    }
  });

  it("travel in a header, and come out as they went in", async () => {
    const wallet = Wallet.createRandom();
    const signed = await signUploadToken(wallet, { ...place, ...blob, account: wallet.address });
    const header = encodeUploadToken(signed);
    assert.match(header, /^Wattle [A-Za-z0-9_-]+$/);
    assert.deepEqual(decodeUploadToken(header), signed);
  });

  it("are refused when they are none", () => {
    const json = (value: unknown): string =>
      `Wattle ${Buffer.from(JSON.stringify(value)).toString("base64url")}`;
    const token = { account: `0x${"11".repeat(20)}`, jobId: NO_JOB, ...blob, expiresAt: 1 };
    const good = { token, signature: "0x00" };
    decodeUploadToken(json(good));
    const bad = [
      "",
      "Wattle",
      "Bearer abc",
      "Wattle a b",
      "Wattle !!!",
      `Wattle ${"a".repeat(20_000)}`,
      json(null),
      json({ ...good, extra: 1 }),
      json({ ...good, signature: "0x0" }),
      json({ ...good, signature: `0x${"00".repeat(5000)}` }),
      json({ ...good, token: { ...token, size: -1 } }),
      json({ ...good, token: { ...token, size: 1.5 } }),
      json({ ...good, token: { ...token, account: "0x11" } }),
      json({ ...good, token: { ...token, expiresAt: 2 ** 40 } }),
    ];
    for (const header of bad) assert.throws(() => decodeUploadToken(header), UploadTokenInvalidError, header);
  });
});

describe("a store's address", () => {
  it("has one form, whose sha2-256 stands in the job's terms", () => {
    for (const spelling of [
      "http://A.example:80/relay/",
      "http://a.example/relay",
      "http://a.example/relay//",
    ]) {
      assert.equal(normalizeStore(spelling), "http://a.example/relay");
      assert.equal(
        storeDigest(spelling),
        `0x${createHash("sha256").update("http://a.example/relay").digest("hex")}`,
      );
    }
    const root = "0xbfccda787baba32b59c78450ac3d20b633360b43992c77289f9ed46d843561e6";
    assert.equal(
      blobUrl("http://a.example/", root),
      "http://a.example/blobs/bafybeif7ztnhq65lumvvtr4ekcwd2ifwgm3awq4zfr3srh462rwyinlb4y",
    );
  });

  it("is refused with credentials, query or fragment, and the credentials are not repeated", () => {
    const bad = [
      "",
      "a.example",
      "ftp://a.example",
      "http://u:p@a.example",
      "http://a.example?q",
      "http://a.example#f",
    ];
    for (const store of bad) {
      assert.throws(
        () => normalizeStore(store),
        (error) => error instanceof InvalidStoreError && !error.message.includes("u:p"),
      );
    }
  });
});
