import { Command, CommanderError } from "commander";
import { WattleError } from "@wattle/sdk";
import { doctorCommand } from "./doctorCommand.ts";
import { EXIT } from "./exitCodes.ts";
import { keygenCommand } from "./keygenCommand.ts";
import { runCommand } from "./runCommand.ts";
import { statusCommand } from "./statusCommand.ts";

/**
 * Runs the command that the arguments name.
 *
 * @param argv As `process.argv`.
 * @returns The exit code: see {@link EXIT}.
 */
export async function runCli(argv: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.ok;
  const done = (code: number): void => {
    exitCode = code;
  };
  const program = new Command("wattle-worker")
    .description("Sells this machine's GPU on the Wattle market: one process a provider.")
    .exitOverride()
    .addCommand(runCommand(done))
    .addCommand(doctorCommand(done))
    .addCommand(statusCommand(done))
    .addCommand(keygenCommand());
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.invalid;
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${message}\n`);
    return error instanceof WattleError && !error.retryable ? EXIT.invalid : EXIT.failed;
  }
}
