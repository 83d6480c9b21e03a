import { readFile, writeFile } from "node:fs/promises";
import { network } from "hardhat";
import { format } from "prettier";
import { deployToSimulation } from "./deployment/deployToSimulation.ts";
import { type DeploymentRecord, recordFileOf } from "./deployment/record.ts";

// Writes deployments/31337.json: where the suite lies on a fresh local chain. Code and parameters decide the addresses,
// so they are the same on every machine; with --check a change is reported instead of written.

const file = recordFileOf(31_337);
const found = await deployToSimulation(await network.create());
// A transaction's hash is another one on each node.
const contracts = Object.fromEntries(
  Object.entries(found.contracts).map(([name, contract]) => [name, { ...contract, transaction: null }]),
);
const record = { ...found, contracts } as DeploymentRecord;
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
