import { Command } from "commander";
import { loadIdentity } from "../config/loadIdentity.ts";
import { loadOperator } from "../config/loadOperator.ts";
import { createWorker, type Worker } from "../createWorker.ts";
import { createEventLog } from "../events/eventLog.ts";
import { type ConfigOptions, configOf, withConfigOptions } from "./configOptions.ts";
import { EXIT } from "./exitCodes.ts";

interface RunOptions extends ConfigOptions {
  readonly json?: boolean;
  readonly breakOff?: boolean;
}

/** `wattle-worker run`. */
export function runCommand(done: (exitCode: number) => void): Command {
  const command = new Command("run").description(
    "take jobs until stopped; Ctrl-C finishes the running one and what is due at court, twice leaves at once",
  );
  return withConfigOptions(command)
    .option("--json", "tell what happens as JSON, one object a line, on standard output")
    .option(
      "--break-off",
      "when stopped, break running jobs off and wait for no hearing; the next start resumes",
    )
    .action(async (options: RunOptions) => done(await run(options)));
}

async function run(options: RunOptions): Promise<number> {
  const config = await configOf(options);
  const source = { key: process.env["WATTLE_OPERATOR_KEY"], keystore: config.operatorKeystore ?? undefined };
  const operator = await loadOperator(source);
  // Whatever is started from here on has no business with it.
  delete process.env["WATTLE_OPERATOR_KEY"];
  const identity = await loadIdentity(config.identityFile);
  const json = options.json === true;
  // Whoever read the events has gone: no reason to leave jobs behind.
  process.stdout.on("error", () => {});
  const onEvent = createEventLog({ json, write: (line) => process.stdout.write(line) });
  const worker = createWorker({ config, operator, identity, onEvent });
  const startup = new AbortController();
  const stopped = untilSignal(worker, startup, options.breakOff === true);
  try {
    await worker.start(startup.signal);
  } catch (error) {
    if (!startup.signal.aborted) throw error;
  }
  return stopped;
}

/** Resolves with the exit code once a signal has stopped the worker. */
function untilSignal(worker: Worker, startup: AbortController, breakOff: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    let signals = 0;
    const onSignal = (): void => {
      signals++;
      startup.abort();
      // The state is on disk: the next start goes on from here.
      if (signals > 1) process.exit(EXIT.interrupted);
      worker.stop({ breakOff }).then(() => resolve(EXIT.ok), reject);
    };
    process.on("SIGINT", onSignal);
    process.on("SIGTERM", onSignal);
  });
}
