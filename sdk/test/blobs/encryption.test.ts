import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import {
  DecryptionError,
  decryptStream,
  decryptWith,
  encryptFor,
  encryptStream,
  generateJobKey,
  InvalidKeyError,
  publicKeyFromRecipient,
  recipientFromPublicKey,
} from "../../src/blobs/index.ts";
import { recipientOfIdentity } from "../../src/blobs/ageKeys.ts";
import { decryptFile, encryptFile } from "../../src/node/index.ts";
import { seed, seededBytes } from "./support/seededBytes.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A pair that the age project itself publishes: https://github.com/FiloSottile/typage. */
const KNOWN = {
  identity: "AGE-SECRET-KEY-184JMZMVQH3E6U0PSL869004Y3U2NYV7R30EU99CSEDNPH02YUVFSZW44VU",
  recipient: "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm",
};

describe("job keys", () => {
  it("are made anew, and have one public key in two spellings", async () => {
    const key = await generateJobKey();
    const other = await generateJobKey();
    assert.notEqual(key.identity, other.identity);
    assert.match(key.identity, /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
    assert.match(key.publicKey, /^0x[0-9a-f]{64}$/);
    assert.equal(recipientFromPublicKey(key.publicKey), key.recipient);
    assert.equal(publicKeyFromRecipient(key.recipient), key.publicKey);
  });

  it("agree with a pair that the age project publishes", async () => {
    assert.equal(await recipientOfIdentity(KNOWN.identity), KNOWN.recipient);
  });

  it("are refused when they are none, without repeating them", async () => {
    const badKeys = ["", "0x00", `0x${"00".repeat(32)}`, `0x${"zz".repeat(32)}`, "11".repeat(32)];
    for (const bad of badKeys) assert.throws(() => recipientFromPublicKey(bad), InvalidKeyError);
    const badRecipients = [
      "",
      "age1",
      KNOWN.recipient.slice(0, -1),
      KNOWN.recipient.toUpperCase() + "q",
      "bc1qqqq",
    ];
    for (const bad of badRecipients) assert.throws(() => publicKeyFromRecipient(bad), InvalidKeyError);
    const typo = KNOWN.identity.replace("184J", "184K");
    await assert.rejects(
      decryptWith(typo, utf8("x")),
      (error) => error instanceof InvalidKeyError && !error.message.includes("184"),
    );
  });
});

describe("encryption", () => {
  it("can be opened by every recipient and by nobody else", async () => {
    const [one, two, stranger] = [await generateJobKey(), await generateJobKey(), await generateJobKey()];
    const ciphertext = await encryptFor([one.recipient, two.recipient], utf8("hello"));
    assert.equal(new TextDecoder().decode(await decryptWith(one.identity, ciphertext)), "hello");
    assert.equal(new TextDecoder().decode(await decryptWith(two.identity, ciphertext)), "hello");
    await assert.rejects(decryptWith(stranger.identity, ciphertext), DecryptionError);
  });

  it("refuses to encrypt to nobody, to a bad recipient, and to a point that hides nothing", async () => {
    const zeroPoint = recipientFromPublicKey(`0x01${"00".repeat(31)}`);
    for (const recipients of [[], ["age1xyz"], [zeroPoint]]) {
      await assert.rejects(encryptFor(recipients, utf8("x")), InvalidKeyError);
    }
  });

  it("notices every change and every cut", async () => {
    const { recipient, identity } = await generateJobKey();
    const ciphertext = await encryptFor([recipient], seededBytes(70_000));
    for (const offset of [0, 30, 150, ciphertext.length - 1]) {
      const changed = ciphertext.slice();
      changed[offset] = (changed[offset] ?? 0) ^ 1;
      await assert.rejects(decryptWith(identity, changed), DecryptionError, `byte ${offset}`);
    }
    // 65,536 bytes of plaintext are one unit of age's stream: cut there, all that is left is still authentic.
    for (const length of [0, 10, 216, 216 + 65_552, ciphertext.length - 1]) {
      await assert.rejects(
        decryptWith(identity, ciphertext.subarray(0, length)),
        DecryptionError,
        `${length}`,
      );
    }
  });

  it("gives other bytes every time", async () => {
    const { recipient } = await generateJobKey();
    const [one, two] = [await encryptFor([recipient], utf8("x")), await encryptFor([recipient], utf8("x"))];
    assert.notDeepEqual(one, two);
  });
});

describe("streams", () => {
  const streamOf = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
    new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  const collect = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array> =>
    new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());

  it("encrypt and decrypt as whole bytes do", async () => {
    const { recipient, identity } = await generateJobKey();
    const bytes = seededBytes(1_000_000);
    const ciphertext = await collect(await encryptStream([recipient], streamOf(bytes)));
    assert.deepEqual(await decryptWith(identity, ciphertext), bytes, `seed ${seed}`);
    assert.deepEqual(await collect(await decryptStream(identity, streamOf(ciphertext))), bytes);
  });

  it("fail with the same error as whole bytes, at the start and in the middle", async () => {
    const { recipient, identity } = await generateJobKey();
    const ciphertext = await encryptFor([recipient], seededBytes(200_000));
    const stranger = await generateJobKey();
    await assert.rejects(decryptStream(stranger.identity, streamOf(ciphertext)), DecryptionError);
    const cut = await decryptStream(identity, streamOf(ciphertext.subarray(0, 150_000)));
    await assert.rejects(collect(cut), DecryptionError);
  });

  it("leave no file behind that was not verified to its end", async (t) => {
    const folder = await mkdtemp(join(tmpdir(), "wattle-age-"));
    t.after(() => rm(folder, { recursive: true }));
    const { recipient, identity } = await generateJobKey();
    const bytes = seededBytes(300_000);
    await writeFile(join(folder, "plain"), bytes);
    await encryptFile([recipient], join(folder, "plain"), join(folder, "sealed"));
    await decryptFile(identity, join(folder, "sealed"), join(folder, "opened"));
    assert.deepEqual(new Uint8Array(await readFile(join(folder, "opened"))), bytes);

    const sealed = await readFile(join(folder, "sealed"));
    await writeFile(join(folder, "cut"), sealed.subarray(0, 250_000));
    await assert.rejects(decryptFile(identity, join(folder, "cut"), join(folder, "never")), DecryptionError);
    await assert.rejects(readFile(join(folder, "never")), { code: "ENOENT" });
    await assert.rejects(readFile(join(folder, "never.partial")), { code: "ENOENT" });
  });
});

describe("the age command", () => {
  it("opens what this writes, and this opens what it writes", async (t) => {
    try {
      execFileSync("age", ["--version"], { stdio: "ignore" });
    } catch {
      t.diagnostic("not run: the age command is not installed (Debian: apt-get install age)");
      return;
    }
    const folder = await mkdtemp(join(tmpdir(), "wattle-age-"));
    t.after(() => rm(folder, { recursive: true }));
    const { recipient, identity } = await generateJobKey();
    await writeFile(join(folder, "key"), `${identity}\n`, { mode: 0o600 });
    const bytes = seededBytes(100_000);

    await writeFile(join(folder, "ours"), await encryptFor([recipient], bytes));
    const opened = execFileSync("age", [
      "--decrypt",
      "--identity",
      join(folder, "key"),
      join(folder, "ours"),
    ]);
    assert.deepEqual(new Uint8Array(opened), bytes, `seed ${seed}`);

    const theirs = execFileSync("age", ["--recipient", recipient], { input: bytes });
    assert.deepEqual(await decryptWith(identity, theirs), bytes, `seed ${seed}`);
  });
});
