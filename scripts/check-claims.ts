import { existsSync, globSync, readFileSync } from "node:fs";
import { matchesGlob } from "node:path";
import { fileURLToPath } from "node:url";
import { suites } from "./suites.ts";

// Every claim of the documentation names the test that shows it, as `file › name`, the file from the root of the
// repository. This looks whether each such test is there, is run by `npm test` and is not skipped; whether every test
// file that is named without a test is there; and whether each row of the pages that make claims names one.

// A row may say that nothing shows it, and why.
const EVERY_ROW_OF = [
  "docs/attacks.md",
  "docs/invariants.md",
  "docs/known-limitations.md",
  "docs/trust-model.md",
];
const EXCUSE = /no test: \w/;
const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string): string => readFileSync(`${root}/${file}`, "utf8");
const patterns = Object.values(suites);
const failures: string[] = [];
let named = 0;

/** Why a test is none that `npm test` runs; null where it is one. */
function complaintAbout(file: string, name: string): string | null {
  if (!existsSync(`${root}/${file}`)) return "there is no such file";
  if (!patterns.some((pattern) => matchesGlob(file, pattern))) return "`npm test` does not run this file";
  const text = read(file);
  if (file.endsWith(".sol")) {
    const found = new RegExp(`^ {4}function ${name}\\(([^)]*)\\)([^{;]*)\\{`, "m").exec(text);
    if (found === null) return "the file has no such test";
    if (!/^(?:test|invariant)/.test(name)) return "no runner takes it for a test";
    if (!/\b(?:public|external)\b/.test(found[2] ?? "")) return "no runner can call it";
    const body = text.slice(found.index, text.indexOf("\n    }\n", found.index));
    return /\bvm\.skip\(/.test(body) ? "it is skipped" : null;
  }
  const quoted = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const found = new RegExp(`\\b(?:it|test)((?:\\.\\w+)?)\\(\\s*["\`]${quoted}["\`]([^\\n]*)`).exec(text);
  if (found === null) return "the file has no such test";
  return found[1] !== "" || /\b(?:skip|todo): true/.test(found[2] ?? "") ? "it is skipped" : null;
}

const pages = globSync(
  ["*.md", "{docs,contracts,test,sdk,relay,worker,examples,deployments}/**/*.md"],
  // The packages' own pages are not ours.
  { cwd: root, exclude: (path) => path.endsWith("node_modules") },
).sort();
for (const page of pages) {
  const lines = read(page).split("\n");
  for (const [index, line] of lines.entries()) {
    const fail = (what: string, why: string): void => {
      failures.push(`${page}:${String(index + 1)}: ${what}: ${why}`);
    };
    for (const [, quoted = ""] of line.matchAll(/`([^`]+)`/g)) {
      const [file = "", name, ...more] = quoted.split(" › ");
      if (name !== undefined && more.length === 0) {
        named += 1;
        const complaint = complaintAbout(file, name);
        if (complaint !== null) fail(quoted, complaint);
      } else if (/^[\w./-]+\.(?:t\.sol|test\.ts)$/.test(file) && file.includes("/")) {
        if (!existsSync(`${root}/${file}`)) fail(file, "there is no such file");
      }
    }
    if (!EVERY_ROW_OF.includes(page) || !line.startsWith("|")) continue;
    const isHead = /^\| -+/.test(lines[index + 1] ?? "") || /^\|[ :|-]+$/.test(line);
    if (!isHead && !line.includes(" › ") && !EXCUSE.test(line)) fail(line.slice(0, 60), "names no test");
  }
}

for (const failure of failures) console.error(failure);
console.log(
  `${String(named)} named tests in ${String(pages.length)} pages, ${String(failures.length)} failures`,
);
process.exit(failures.length === 0 ? 0 : 1);
