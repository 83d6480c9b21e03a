import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { SourcesUncommittedError } from "./errors.ts";

/** What decides a deployment's code and addresses. */
const SOURCES = [
  ...["contracts", "hardhat.config.ts", "package-lock.json"],
  ...["deployments/parameters", "deployments/createx.json", "scripts/deployment"],
];
const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

/** The commit that is checked out. @throws {@link SourcesUncommittedError} when the sources are not those of it. */
export async function commitOfSources(): Promise<string> {
  const { stdout: changes } = await run("git", ["status", "--porcelain", "--", ...SOURCES], { cwd: root });
  if (changes !== "") throw new SourcesUncommittedError(changes.trimEnd());
  const { stdout: commit } = await run("git", ["rev-parse", "HEAD"], { cwd: root });
  return commit.trim();
}
