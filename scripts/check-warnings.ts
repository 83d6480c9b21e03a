import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

// Compiles what is not compiled yet, tests too, and fails on a warning in our own Solidity, whenever it was compiled.
// With --cold it compiles everything from nothing, and prints how long that took beside what it should take on two idle
// cores; a busy machine fails nothing by being slow.

const WANTED_SECONDS = 120;
// Of the code that a contract has, and of the code that makes it.
const SIZES = ["5574", "3860"];
const ARTIFACTS = ["artifacts", "cache/test-artifacts"];
const root = fileURLToPath(new URL("..", import.meta.url));
const { cold } = parseArgs({ options: { cold: { type: "boolean", default: false } } }).values;

const started = Date.now();
const build = spawnSync("hardhat", ["build", ...(cold ? ["--force"] : [])], { cwd: root, encoding: "utf8" });
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
const readJson = (file: string): unknown => JSON.parse(readFileSync(`${root}/${file}`, "utf8"));

// What earlier compiles left behind says nothing about the sources of now: only what an artifact refers to does, and
// of that, what was compiled as it stands there now.
const builds = new Map<string, string>();
for (const folder of ARTIFACTS) {
  for (const file of globSync(`${folder}/**/*.sol/*.json`, { cwd: root })) {
    const { buildInfoId } = readJson(file) as { readonly buildInfoId: string };
    const output = `${folder}/build-info/${buildInfoId}.output.json`;
    if (!existsSync(`${root}/${output}`)) {
      console.error(`${file} refers to ${output}, which is not there: run with --cold.`);
      process.exit(1);
    }
    builds.set(output, `${folder}/build-info/${buildInfoId}.json`);
  }
}
const warnings = new Set<string>();
for (const [outputFile, inputFile] of builds) {
  const { output } = readJson(outputFile) as { readonly output: { readonly errors?: readonly Diagnostic[] } };
  const { input } = readJson(inputFile) as {
    readonly input: { readonly sources: Readonly<Record<string, { readonly content: string }>> };
  };
  const isAsItWas = (file: string): boolean => {
    const path = `${root}/${file.replace(/^project\//, "")}`;
    return existsSync(path) && readFileSync(path, "utf8") === input.sources[file]?.content;
  };
  for (const { severity, errorCode, formattedMessage, sourceLocation } of output.errors ?? []) {
    const file = sourceLocation?.file ?? "";
    if (severity === "info" || !/^project\/(contracts|test)\//.test(file) || !isAsItWas(file)) continue;
    // A test contract is never deployed to a chain that would mind its size.
    if (SIZES.includes(errorCode ?? "") && file.startsWith("project/test/")) continue;
    warnings.add(formattedMessage);
  }
}
for (const warning of warnings) console.error(warning);
console.log(
  `${String(warnings.size)} warnings of ${String(builds.size)} compiles in our own files` +
    (cold ? `; all of it in ${seconds.toFixed(0)} s` : ""),
);
if (builds.size === 0) {
  console.error("Nothing was compiled.");
  process.exit(1);
}
if (cold && seconds > WANTED_SECONDS)
  console.error(`A cold compile should take at most ${String(WANTED_SECONDS)} s on two idle cores.`);
process.exit(warnings.size === 0 ? 0 : 1);
