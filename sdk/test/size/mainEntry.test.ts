import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What an application that buys compute loads at first, without ethers, which it has anyway. */
const LIMIT_BYTES = 40 * 1024;

/** Bundles some exports of the main entry as an application's build would. */
async function bundle(exports: readonly string[]): Promise<{ text: string; gzipBytes: number }> {
  const entry = fileURLToPath(new URL("../../src/index.ts", import.meta.url));
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${exports.join(", ")} } from ${JSON.stringify(entry)};`,
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

describe("the size of the main entry", () => {
  it("keeps client, takeOffer and getJob small", async () => {
    const { text, gzipBytes } = await bundle(["createWattleClient", "takeOffer", "getJob"]);
    console.log(
      `client + takeOffer + getJob: ${text.length} bytes, ${gzipBytes} with gzip, limit ${LIMIT_BYTES}`,
    );
    assert.ok(gzipBytes <= LIMIT_BYTES);
  });

  it("keeps bytecode, schemas and encryption out of it", async () => {
    const { text } = await bundle(["createWattleClient", "takeOffer", "getJob"]);
    assert.doesNotMatch(text, /0x60[a-f0-9]{200}/, "bytecode");
    assert.doesNotMatch(text, /ZodError|age-encryption|AGE-SECRET-KEY/, "zod or age");
  });
});
