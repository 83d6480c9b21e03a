import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Interface, keccak256, toUtf8Bytes } from "ethers";
import { CONTRACTS, readArtifact } from "./artifacts.ts";

// What integrators rely on and must not change unseen: ABI selectors, event topics, EIP-712 type hashes, code sizes.
// With --check a difference fails; without it, the file is written.

const file = fileURLToPath(new URL("../snapshots/interface.json", import.meta.url));
const MAX_BYTECODE_BYTES = 24_576;

const contracts: Record<string, unknown> = {};
for (const name of CONTRACTS) {
  const { abi, deployedBytecode } = await readArtifact(name);
  const face = new Interface(abi);
  const selectors: Record<string, string> = {};
  const topics: Record<string, string> = {};
  const errors: Record<string, string> = {};
  face.forEachFunction((fragment) => (selectors[fragment.format()] = fragment.selector));
  face.forEachEvent((fragment) => (topics[fragment.format()] = fragment.topicHash));
  face.forEachError((fragment) => (errors[fragment.format()] = fragment.selector));
  const bytes = (deployedBytecode.length - 2) / 2;
  if (bytes >= MAX_BYTECODE_BYTES) {
    console.error(
      `${name} has ${String(bytes)} bytes of code; a chain takes less than ${String(MAX_BYTECODE_BYTES)}.`,
    );
    process.exit(1);
  }
  contracts[name] = { bytes, selectors, topics, errors };
}

const typeStrings: Record<string, string> = {};
const contractsFolder = fileURLToPath(new URL("../contracts", import.meta.url));
for (const source of globSync("{*,abstracts/*,libraries/*}.sol", { cwd: contractsFolder }).sort()) {
  const text = await readFile(`${contractsFolder}/${source}`, "utf8");
  for (const [, body = ""] of text.matchAll(/TYPEHASH\s*=\s*keccak256\(([^;]*)\);/g)) {
    const type = [...body.matchAll(/"([^"]*)"/g)].map(([, part = ""]) => part).join("");
    typeStrings[type] = keccak256(toUtf8Bytes(type));
  }
}

const text = `${JSON.stringify({ contracts, eip712: typeStrings }, null, 2)}\n`;
if (!process.argv.includes("--check")) {
  await writeFile(file, text);
  console.log("snapshots/interface.json written");
} else if ((await readFile(file, "utf8").catch(() => "")) === text) {
  console.log("snapshots/interface.json is fresh");
} else {
  console.error(
    "The interface or a code size changed. Run `npm run generate`, commit the result and say why.",
  );
  process.exit(1);
}
