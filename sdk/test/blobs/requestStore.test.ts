import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  formatRequestStore,
  generateJobKey,
  InvalidKeyError,
  InvalidStoreError,
  parseRequestStore,
} from "../../src/blobs/index.ts";

describe("the store of a request", () => {
  it("carries the key of a public job in its fragment, and none of a private one", async () => {
    const { identity } = await generateJobKey();
    for (const inputIdentity of [identity, null]) {
      const text = formatRequestStore({ store: "https://store.example/base/", inputIdentity });
      assert.equal(text.includes("#"), inputIdentity !== null);
      assert.deepEqual(await parseRequestStore(text), {
        store: "https://store.example/base",
        inputIdentity,
      });
    }
  });

  it("is not believed when it is a stranger's nonsense", async () => {
    const { identity, recipient } = await generateJobKey();
    for (const text of [
      "",
      "store",
      "ftp://store.example",
      "https://u:p@store.example",
      `https://s#${identity}#`,
    ]) {
      await assert.rejects(parseRequestStore(text), InvalidStoreError, text);
    }
    for (const fragment of [recipient, "x", identity.slice(0, -1)]) {
      await assert.rejects(parseRequestStore(`https://store.example#${fragment}`), InvalidKeyError, fragment);
    }
    assert.deepEqual(await parseRequestStore("https://store.example#"), {
      store: "https://store.example",
      inputIdentity: null,
    });
  });
});
