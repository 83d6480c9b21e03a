import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What an application that pays by the call loads, without ethers: zod, which the entry for jobs has too, and errors. */
const LIMIT_BYTES = 120 * 1024;

/** Bundles some exports of the built package for browsers, as an application does. */
async function bundle(exports: readonly string[]): Promise<{ text: string; gzipBytes: number }> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${exports.join(", ")} } from "@wattle/sdk/sessions";`,
      resolveDir: fileURLToPath(new URL("../..", import.meta.url)),
    },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
    platform: "browser",
    external: ["ethers"],
  });
  const text = outputFiles.map((file) => file.text).join("");
  return { text, gzipBytes: gzipSync(text, { level: 9 }).length };
}

describe("the entry for sessions in a browser", () => {
  it("keeps payer and caller small", async () => {
    const { text, gzipBytes } = await bundle(["createPayer", "createSessionCaller"]);
    console.log(`payer + caller: ${text.length} bytes, ${gzipBytes} with gzip, limit ${LIMIT_BYTES}`);
    assert.ok(gzipBytes <= LIMIT_BYTES);
  });

  it("has no WebAssembly, also with a payee", async () => {
    const { text } = await bundle(["createPayee", "createPayer"]);
    assert.doesNotMatch(text, /secp256k1\.wasm|WebAssembly/);
    assert.match(text, /recoverPublicKey/);
  });
});
