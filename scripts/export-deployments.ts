import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { network } from "hardhat";
import { format } from "prettier";
import { deployLocal } from "./deployment/deployLocal.ts";

// Writes deployments/31337.json: where the suite lies on a fresh local chain. The first account's nonces decide the
// addresses, so they are the same on every machine; with --check a change is reported instead of written.

const file = fileURLToPath(new URL("../deployments/31337.json", import.meta.url));
const record = await deployLocal(await network.create());
const text = await format(JSON.stringify(record), { parser: "json", printWidth: 110 });

if (!process.argv.includes("--check")) {
  await writeFile(file, text);
  console.log(`deployments/31337.json written`);
} else if ((await readFile(file, "utf8").catch(() => "")) === text) {
  console.log("deployments/31337.json is fresh");
} else {
  console.error("deployments/31337.json is stale. Run `npm run generate` and commit the result.");
  process.exit(1);
}
