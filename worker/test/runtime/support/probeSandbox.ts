import { once } from "node:events";
import { text } from "node:stream/consumers";
import { CONTROL_FD } from "../../../src/runtime/childProtocol.ts";
import type { Sandbox, SandboxCommand } from "../../../src/runtime/sandbox.ts";
import { spawnLaunch } from "../../../src/runtime/spawnLaunch.ts";

/**
 * Runs a script where a job would run.
 *
 * @param expression JavaScript that may await, require and use `attempt`, which gives a call's value or the code of
 * its error.
 * @returns What it evaluates to.
 */
export async function probeSandbox(
  sandbox: Sandbox,
  expression: string,
  command: Partial<SandboxCommand> = {},
): Promise<unknown> {
  const script = `
    const attempt = (call) => { try { return call(); } catch (error) { return error.code; } };
    (async () => ${expression})().then((value) => {
      require("node:fs").writeSync(${CONTROL_FD}, JSON.stringify(value ?? null));
      process.exit(0);
    });`;
  const { child, control, stderrTail } = spawnLaunch(
    sandbox.launch({
      args: ["-e", script],
      env: {},
      readOnlyPaths: [],
      devicePaths: [],
      emptyFolder: "/",
      ...command,
    }),
    () => {},
  );
  const [said] = await Promise.all([text(control), once(child, "close")]);
  if (said === "") throw new Error(`the script said nothing: ${stderrTail()}`);
  return JSON.parse(said);
}
