import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { measureDeployment } from "./gas/measureDeployment.ts";
import { measureScale } from "./gas/measureScale.ts";
import { measureSteps } from "./gas/measureSteps.ts";
import { renderGas, type GasReport } from "./gas/renderGas.ts";

// Measures, prints and checks the gas table. `--update` writes the new figures; without it, a figure that differs
// from the checked-in one fails, as does one above its budget.

const update = process.argv.includes("--update");
const snapshotFile = fileURLToPath(new URL("../snapshots/gas.json", import.meta.url));
const docFile = fileURLToPath(new URL("../docs/gas.md", import.meta.url));

const steps = await measureSteps();
const scale = await measureScale([10, 10_000]);
const report: GasReport = { steps, scale, deployment: await measureDeployment() };
const page = await format(renderGas(report), { parser: "markdown", printWidth: 110 });
console.log(page);

const failures: string[] = [];
for (const { name, gas, budget } of steps) {
  if (budget !== undefined && gas > budget) {
    failures.push(`${name}: ${String(gas)} gas is above the budget of ${String(budget)}`);
  }
}
for (const { name, gas, change } of scale) {
  if (Math.abs(change) > 0.05) {
    failures.push(`${name}: ${gas.join(" → ")} gas changes by ${(change * 100).toFixed(2)} %, more than 5 %`);
  }
}

const snapshot = `${JSON.stringify(Object.fromEntries(steps.map(({ name, gas }) => [name, Number(gas)])), null, 2)}\n`;
if (update) {
  await writeFile(snapshotFile, snapshot);
  await writeFile(docFile, page);
} else {
  const before = JSON.parse(await readFile(snapshotFile, "utf8")) as Record<string, number>;
  for (const { name, gas } of steps) {
    if (before[name] !== Number(gas)) {
      failures.push(
        `${name}: ${String(gas)} gas, checked in is ${String(before[name])}; run \`npm run gas -- --update\` and say why`,
      );
    }
  }
  if ((await readFile(docFile, "utf8")) !== page)
    failures.push("docs/gas.md is stale; run `npm run gas -- --update`");
}

for (const failure of failures) console.error(`gas: ${failure}`);
console.log(
  `${String(steps.length + scale.length - failures.length)} passed, ${String(failures.length)} failed`,
);
process.exit(failures.length === 0 ? 0 : 1);
