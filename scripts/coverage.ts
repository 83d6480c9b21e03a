import { spawn } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { parseContracts } from "./audit/parseContracts.ts";
import { readCoverage } from "./coverage/readCoverage.ts";
import { followProcess } from "./followProcess.ts";

// `npm run coverage [-- --json]`: runs the unit tests over instrumented contracts, and fails where they leave a line of what
// is shipped unreached. A line counts as reached when every statement on it is, so all lines are all statements. The page
// to look through is coverage/html/index.html.

const root = fileURLToPath(new URL("..", import.meta.url));
const REPORT = `${root}coverage/lcov.info`;
const { json } = parseArgs({ options: { json: { type: "boolean", default: false } } }).values;

// The tests of attacks would reach the same lines without looking at what they do.
const tests = globSync("test/unit/**/*.t.sol", { cwd: root }).sort();
// What an earlier run left says nothing of this one.
rmSync(REPORT, { force: true });
const child = spawn("hardhat", ["test", "solidity", "--coverage", ...tests], {
  cwd: root,
  env: { ...process.env, WATTLE_COVERAGE: "1" },
  stdio: ["ignore", "pipe", "pipe"],
});
const followed = followProcess(child, (text) => (json ? process.stderr : process.stdout).write(text));
if (!(await followed.ended)) {
  console.error("The unit tests could not be run over instrumented contracts, or fail: see above.");
  process.exit(1);
}

const shipped = globSync("contracts/{*,abstracts/*,libraries/*}.sol", { cwd: root }).sort();
const covered = readCoverage(readFileSync(REPORT, "utf8"));
// What was not compiled to be counted is not in the report at all, and neither is what has no code.
const trees = parseContracts(shipped.filter((file) => !covered.has(file)));
const files = shipped.flatMap((file) => {
  const lines = covered.get(file);
  if (lines !== undefined) return [{ file, lines: lines.size, unreached: unreachedOf(lines) }];
  return JSON.stringify(trees.get(file)).includes('"nodeType":"Block"')
    ? [{ file, lines: 0, unreached: [] }]
    : [];
});
const isWhole = (file: (typeof files)[number]): boolean => file.lines > 0 && file.unreached.length === 0;
const failed = files.filter((file) => !isWhole(file));

if (json) {
  console.log(JSON.stringify(files, null, 2));
} else {
  const table = new Table({ head: ["file", "lines", "unreached"], style: { head: [], border: [] } });
  for (const { file, lines, unreached } of files) {
    table.push([
      file,
      lines === 0 ? "none seen" : lines,
      unreached.join(", ") || (lines === 0 ? "all" : "none"),
    ]);
  }
  console.log(table.toString());
  console.log("The lines themselves: coverage/html/index.html");
}
for (const { file, lines, unreached } of failed) {
  console.error(
    lines === 0
      ? `${file} is not in the report: was it compiled?`
      : `${file}: no unit test reaches line ${unreached.join(", ")}.`,
  );
}
if (!json) console.log(`${String(files.length - failed.length)} passed, ${String(failed.length)} failed`);
process.exit(failed.length === 0 ? 0 : 1);

function unreachedOf(lines: ReadonlyMap<number, number>): number[] {
  return [...lines].filter(([, hits]) => hits === 0).map(([line]) => line);
}
