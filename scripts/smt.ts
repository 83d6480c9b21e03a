import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { findSolver } from "./smt/findSolver.ts";
import { proveContract, type Claim } from "./smt/proveContract.ts";

// `npm run smt`: what solc's model checker makes of the claims in scripts/smt/proofs, each for all inputs. It takes
// minutes, prints every verdict, and fails where a claim is refuted, where one holds for no input at all, or where
// docs/proofs.md says something else; `--update` writes that page's table. Without z3 it says so and fails nothing.

const LIBRARIES = ["JobMath", "LeaseMath", "OrderLimits", "RequestLib", "SessionLib"] as const;
const page = fileURLToPath(new URL("../docs/proofs.md", import.meta.url));
const [START, END] = ["<!-- verdicts -->", "<!-- /verdicts -->"];

const solver = findSolver();
if (solver === null) {
  console.log("not run: there is no z3 on the PATH (Debian: apt-get install z3)");
  process.exit(0);
}
console.log(`solver: ${solver.version}`);

const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const rows: string[] = [];
const failures: string[] = [];
let proven = 0;
for (const library of LIBRARIES) {
  const claims: readonly Claim[] = proveContract(`${library}Proofs`, solver);
  for (const { name, verdict, operations } of claims) {
    console.log(`${library}: ${words(name)}: ${verdict}`);
    rows.push(`| \`${library}\` | ${words(name)} | ${verdict} | ${operations} |`);
    if (verdict === "proven") proven += 1;
    if (verdict === "refuted" || verdict === "holds for no input") {
      failures.push(`${library}, ${name}: ${verdict}`);
    }
  }
}
const table = [
  "| library | for all inputs | verdict | its arithmetic neither overflows nor divides by zero |",
  "| --- | --- | --- | --- |",
  ...rows,
].join("\n");

if (!existsSync(page)) failures.push("docs/proofs.md is not there");
else {
  const before = await readFile(page, "utf8");
  const from = before.indexOf(START) + START.length;
  const text = `${before.slice(0, from)}\n\n${table}\n\n${before.slice(before.indexOf(END))}`;
  const after = await format(text, { parser: "markdown", printWidth: 110 });
  if (process.argv.includes("--update")) await writeFile(page, after);
  else if (after !== before) failures.push("docs/proofs.md is stale: run `npm run smt -- --update`");
}

for (const failure of failures) console.error(`smt: ${failure}`);
console.log(`${String(proven)} of ${String(rows.length)} claims proven, ${String(failures.length)} failures`);
process.exit(failures.length === 0 ? 0 : 1);
