import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";

// Compiles everything from nothing, tests too, and fails on a warning in our own Solidity. How long it took is printed
// beside what it should take on two idle cores; a busy machine fails nothing by being slow.

const WANTED_SECONDS = 120;
// Of the code that a contract has, and of the code that makes it.
const SIZES = ["5574", "3860"];
const root = fileURLToPath(new URL("..", import.meta.url));

const started = Date.now();
const build = spawnSync("hardhat", ["build", "--force"], { cwd: root, encoding: "utf8" });
const seconds = (Date.now() - started) / 1000;
if (build.status !== 0) {
  console.error(build.stdout, build.stderr);
  process.exit(1);
}

interface Diagnostic {
  readonly severity: string;
  readonly errorCode?: string;
  readonly formattedMessage: string;
  readonly sourceLocation?: { readonly file: string };
}
const warnings = new Set<string>();
for (const file of globSync("{artifacts,cache}/**/build-info/*.output.json", { cwd: root })) {
  // What earlier compiles left behind says nothing about the sources of now.
  if ((await stat(`${root}/${file}`)).mtimeMs < started) continue;
  const { output } = JSON.parse(await readFile(`${root}/${file}`, "utf8")) as {
    output: { errors?: readonly Diagnostic[] };
  };
  for (const { severity, errorCode, formattedMessage, sourceLocation } of output.errors ?? []) {
    const file = sourceLocation?.file ?? "";
    if (severity === "info" || !/^project\/(contracts|test)\//.test(file)) continue;
    // A test contract is never deployed to a chain that would mind its size.
    if (SIZES.includes(errorCode ?? "") && file.startsWith("project/test/")) continue;
    warnings.add(formattedMessage);
  }
}
for (const warning of warnings) console.error(warning);
console.log(
  `compiled everything in ${seconds.toFixed(0)} s with ${String(warnings.size)} warnings in our own files`,
);
if (seconds > WANTED_SECONDS)
  console.error(`A cold compile should take at most ${String(WANTED_SECONDS)} s on two idle cores.`);
process.exit(warnings.size === 0 ? 0 : 1);
