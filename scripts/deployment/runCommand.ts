import { WattleError } from "../../sdk/src/errors/base.ts";
import { decodeContractError } from "../../sdk/src/errors/decodeContractError.ts";

/** What a command does, between its options and its exit code. */
export interface CommandRun {
  /** Prints for people; on standard error where standard output belongs to JSON. */
  readonly say: (text: string) => void;
  /** Ends when the user or the system asks the command to. */
  readonly signal: AbortSignal;
}

/**
 * Runs a command to its end: its answer goes to standard output, as text or as JSON, and a failure to standard error
 * with what to do. No failure prints an address with secrets: those that could are named by the host alone.
 *
 * @param run Returns what `--json` prints, and whether all is well.
 */
export async function runCommand(
  json: boolean,
  run: (context: CommandRun) => Promise<{ readonly ok: boolean; readonly answer: unknown }>,
): Promise<void> {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort(
      new WattleError("Interrupted.", { action: "Run the same command again.", retryable: true }),
    );
  };
  process.once("SIGINT", abort).once("SIGTERM", abort);
  const say = (text: string): void => {
    if (json) console.error(text);
    else console.log(text);
  };
  try {
    const { ok, answer } = await run({ say, signal: controller.signal });
    if (json)
      console.log(
        JSON.stringify(answer, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value), 2),
      );
    process.exitCode = ok ? 0 : 1;
  } catch (error) {
    const failure = error instanceof WattleError ? error : decodeContractError(error);
    if (json) {
      const { name, message, action, retryable } = failure;
      console.log(JSON.stringify({ error: { name, message, action, retryable } }, null, 2));
    }
    console.error(`${failure.name}: ${failure.message}`);
    process.exitCode = 1;
  } finally {
    process.off("SIGINT", abort).off("SIGTERM", abort);
  }
  // An open connection of the runtime must not keep a finished command alive, once its answer is written.
  process.stdout.write("", () => process.exit());
}
