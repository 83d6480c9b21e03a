import { openSandbox, SandboxUnavailableError } from "@wattle/worker";
import type { Screen } from "./screen.ts";

/** Whether the workers have to run without a sandbox here. Only the demo may decide so, and says it. */
export async function needsUnsandboxed(screen: Screen): Promise<boolean> {
  try {
    await openSandbox("required");
    return false;
  } catch (error) {
    if (!(error instanceof SandboxUnavailableError)) throw error;
    screen.say(
      "demo",
      "bubblewrap is missing here, so the workers run WITHOUT a sandbox (--allow-unsandboxed)",
    );
    return true;
  }
}
