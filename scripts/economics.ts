import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { conditions } from "./economics/conditions.ts";
import {
  accomplice,
  cheater,
  fallibleCourt,
  griefers,
  lazyJuror,
  tippingPoint,
} from "./economics/parties.ts";
import { occupiedMajority, occupiedPanels } from "./economics/occupied.ts";
import { bound, grinding, proposing, withholding } from "./economics/randomness.ts";
import { diluter, occupier, sybilOdds, sybilWorth } from "./economics/seats.ts";

// Computes every table of docs/economics.md and prints them. `--update` writes them between their markers; `--check`
// fails where the page says something else.

const tables: Readonly<Record<string, () => string>> = {
  conditions,
  cheater,
  fallibleCourt,
  accomplice,
  lazyJuror,
  tippingPoint,
  griefers,
  sybilOdds,
  sybilWorth,
  occupier,
  occupiedPanels,
  occupiedMajority,
  diluter,
  bound,
  grinding,
  proposing,
  withholding,
};

const update = process.argv.includes("--update");
const check = process.argv.includes("--check");
const page = fileURLToPath(new URL("../docs/economics.md", import.meta.url));

const failures: string[] = [];
const before = await readFile(page, "utf8");
let text = before;
for (const [name, compute] of Object.entries(tables)) {
  const content = compute();
  if (!update && !check) console.log(`${name}\n\n${content}\n`);
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) {
    failures.push(`docs/economics.md has no markers for ${name}`);
    continue;
  }
  text = `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}
const after = await format(text, { parser: "markdown", printWidth: 110 });
if (update) await writeFile(page, after);
else if (check && after !== before) {
  failures.push("docs/economics.md is stale; run `node scripts/economics.ts --update` and read it again");
}

for (const failure of failures) console.error(`economics: ${failure}`);
if (update || check) {
  console.log(`${String(Object.keys(tables).length)} tables, ${String(failures.length)} failures`);
}
process.exit(failures.length === 0 ? 0 : 1);
