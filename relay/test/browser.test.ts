import assert from "node:assert/strict";
import { createServer } from "node:http";
import { describe, it, type TestContext } from "node:test";
import { buildTree, rootOfLocation } from "@wattle/sdk/blobs";
import { build } from "esbuild";
import { launchChromium } from "./support/launchChromium.ts";
import { CHAIN_ID, ESCROW, sampleBytes, startRelay, temporaryFolder } from "./support/testRelay.ts";

/** What the page does: seal, upload, download, open, all across origins. */
const PAGE_SCRIPT = `
  import { downloadBlob, generateJobKey, openBlob, sealBlob, signUploadToken, uploadBlob } from "@wattle/sdk/blobs";
  import { Wallet } from "ethers";

  window.roundTrip = async ({ store, chainId, escrow, size }) => {
    const plaintext = Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >>> 8) * 17 + (i >>> 16) * 7) & 255);
    const wallet = Wallet.createRandom();
    const sign = ({ root, size }) =>
      signUploadToken(wallet, { store, chainId: BigInt(chainId), escrow, account: wallet.address, root, size });
    const plain = await uploadBlob({ store, bytes: new Blob([plaintext]), token: sign, requestBytes: 2 ** 20 });
    const key = await generateJobKey();
    const sealed = await sealBlob(plaintext, [key.recipient]);
    const stored = await uploadBlob({ store, bytes: sealed.bytes, tree: sealed.tree, token: sign });
    const opened = await openBlob(sealed.at([stored.url]), { identity: key.identity });
    const fetched = await downloadBlob(plain.url);
    const same = (bytes) => bytes.length === size && bytes.every((byte, i) => byte === plaintext[i]);
    const refused = await uploadBlob({
      store,
      bytes: plaintext.slice(1),
      token: (blob) => sign({ ...blob, size: 1 }),
    }).catch((error) => error.name + " " + error.refusal);
    return { url: plain.url, opened: same(opened), fetched: same(fetched), refused };
  };
`;

async function servePage(t: TestContext): Promise<string> {
  const bundle = await build({
    stdin: { contents: PAGE_SCRIPT, resolveDir: import.meta.dirname },
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  const script = bundle.outputFiles[0]?.text ?? "";
  const server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${String(typeof address === "object" ? address?.port : 0)}/`;
}

describe("a page of another origin", () => {
  it("seals, uploads, downloads and opens blobs with the code that runs in Node", async (t) => {
    const browser = await launchChromium(await temporaryFolder(t));
    if (typeof browser === "string") {
      t.diagnostic(`not run: ${browser}`);
      return;
    }
    t.after(() => browser.close());
    const relay = await startRelay(t);
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    await page.goto(await servePage(t));
    await page.waitForFunction("window.roundTrip !== undefined");
    const size = 3 * 2 ** 20 + 777;
    const call = JSON.stringify({ store: relay.url, chainId: Number(CHAIN_ID), escrow: ESCROW, size });
    const result = await page.evaluate<Record<string, unknown>>(`window.roundTrip(${call})`);
    assert.deepEqual(problems, []);
    const { url, ...rest } = result;
    assert.deepEqual(rest, { opened: true, fetched: true, refused: "UploadRefusedError TokenInvalid" });
    assert.equal(rootOfLocation(String(url)), (await buildTree(sampleBytes(size))).root);
  });
});
