import { readFile, writeFile } from "node:fs/promises";
import { format } from "prettier";
import { NETWORKS } from "./deployment/networks.ts";
import { readParameters } from "./deployment/parameters.ts";
import { planSuite } from "./deployment/planSuite.ts";

// Writes deployments/expected.json: where each network's suite lies or would lie, as code and parameters decide it. With
// --check an address that would move is reported instead of written.

const file = new URL("../deployments/expected.json", import.meta.url);
const expected: Record<string, Record<string, string>> = {};
for (const { name } of NETWORKS) {
  const { contracts } = await planSuite(await readParameters(name));
  expected[name] = Object.fromEntries(contracts.map((contract) => [contract.name, contract.address]));
}

if (!process.argv.includes("--check")) {
  await writeFile(file, await format(JSON.stringify(expected), { parser: "json", printWidth: 110 }));
  console.log("deployments/expected.json written");
} else {
  const text = await readFile(file, "utf8").catch(() => "{}");
  const checkedIn = JSON.parse(text) as typeof expected;
  const moved: string[] = [];
  for (const network of new Set([...Object.keys(expected), ...Object.keys(checkedIn)])) {
    const [now, before] = [expected[network] ?? {}, checkedIn[network] ?? {}];
    for (const contract of new Set([...Object.keys(now), ...Object.keys(before)])) {
      if (now[contract] === before[contract]) continue;
      moved.push(
        `${network}: ${contract} from ${before[contract] ?? "nowhere"} to ${now[contract] ?? "nowhere"}`,
      );
    }
  }
  for (const line of moved) console.error(line);
  console.log(
    `expected addresses: ${moved.length === 0 ? "as checked in" : `${String(moved.length)} moved`}`,
  );
  if (moved.length > 0) console.error("Run `npm run generate`, commit the result and say why they move.");
  process.exit(moved.length === 0 ? 0 : 1);
}
