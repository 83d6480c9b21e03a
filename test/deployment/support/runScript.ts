import { fileURLToPath } from "node:url";
import { execa } from "execa";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** How a command ended. */
export interface ScriptResult {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the commands of `package.json` as a user would, with nobody at the keyboard. */
export async function runScript(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<ScriptResult> {
  const { exitCode, stdout, stderr } = await execa("node", [`scripts/${script}.ts`, ...args], {
    cwd: root,
    // Hardhat's keystore of whoever runs the tests is none of theirs: in CI none is asked.
    env: { CI: "true", ...env },
    stdin: "ignore",
    reject: false,
  });
  return { exitCode, stdout, stderr };
}
