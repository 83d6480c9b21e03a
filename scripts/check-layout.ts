import { readFile } from "node:fs/promises";
import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Rules of the house that no linter knows: 300 lines a Solidity file, three direct bases, no string reverts, no
// tx.origin, no privileged roles, no deployer in a constructor, one-way imports between workspaces, no path of somebody's machine.

const MAX_LINES = 300;
const MAX_BASES = 3;
const ASSEMBLY: ReadonlySet<string> = new Set(
  ["JobMath", "OfferLib", "RequestLib", "SessionLib"].map((name) => `contracts/libraries/${name}.sol`),
);
const root = fileURLToPath(new URL("..", import.meta.url));
const failures: string[] = [];
const read = (file: string): Promise<string> => readFile(`${root}/${file}`, "utf8");

for (const file of globSync(["contracts/**/*.sol", "test/**/*.sol"], { cwd: root })) {
  const text = await read(file);
  const lines = text.split("\n").length - 1;
  if (lines > MAX_LINES) failures.push(`${file}: ${String(lines)} lines, at most ${String(MAX_LINES)}`);
  // A test may lean on as many fixtures as it likes.
  const contracts = file.startsWith("contracts/") ? text : "";
  for (const [, name = "", bases = ""] of contracts.matchAll(
    /^(?:abstract )?contract (\w+) is ([^{]*)\{/gm,
  )) {
    const count = bases.split(",").length;
    if (count > MAX_BASES)
      failures.push(`${file}: ${name} has ${String(count)} direct bases, at most ${String(MAX_BASES)}`);
  }
  if (!file.startsWith("contracts/") || file.includes("/mocks/")) continue;
  for (const [pattern, rule] of [
    [/\brevert\("/, "no string reverts"],
    [/require\([^;]*,\s*"/, "no string reverts"],
    [/\btx\.origin\b/, "no tx.origin"],
    [/\b(?:Ownable|AccessControl|Pausable|delegatecall|selfdestruct)\b/, "no owner, role, pause or proxy"],
    [
      ASSEMBLY.has(file) ? /\bassembly (?!\("memory-safe"\))/ : /\bassembly\b/,
      "assembly only where docs/decisions/0014 has it, and memory-safe",
    ],
    [/^import "/m, "named imports only"],
    [/solhint-disable(?!-(?:next-)?line)/, "no file-level disables"],
    // It would be the factory: docs/decisions/0012.
    [/\bconstructor\([^{]*\{[^}]*\bmsg\.sender\b/, "no msg.sender in a constructor"],
  ] as const) {
    if (pattern.test(text)) failures.push(`${file}: ${rule}`);
  }
}

const workspaces: Readonly<Record<string, readonly string[]>> = { sdk: [], relay: ["sdk"], worker: ["sdk"] };
for (const [workspace, allowed] of Object.entries(workspaces)) {
  for (const file of globSync(`${workspace}/src/**/*.ts`, { cwd: root })) {
    const text = await read(file);
    for (const [, target = ""] of text.matchAll(/^(?:import|export)[^;]*?from\s+"@wattle\/(\w+)/gm)) {
      if (!allowed.includes(target)) failures.push(`${file}: ${workspace} must not import @wattle/${target}`);
    }
    if (/from\s+"[^"]*artifacts\//.test(text)) failures.push(`${file}: only the generators read artifacts`);
  }
}
for (const file of globSync("scripts/**/*.ts", { cwd: root })) {
  const reads = /artifacts\/(?:contracts|build-info)/.test(await read(file));
  const generators = [
    "scripts/artifacts.ts",
    "scripts/check-layout.ts",
    "scripts/check-warnings.ts",
    "scripts/mutate/benchProcess.ts",
  ];
  if (reads && !generators.includes(file)) failures.push(`${file}: only the generators read artifacts`);
}

for (const failure of failures) console.error(failure);
console.log(`layout: ${failures.length === 0 ? "as agreed" : `${String(failures.length)} rules broken`}`);
process.exit(failures.length === 0 ? 0 : 1);
