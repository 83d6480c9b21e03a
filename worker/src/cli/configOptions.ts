import type { Command } from "commander";
import { Option } from "commander";
import { loadConfig } from "../config/loadConfig.ts";
import type { WorkerConfig } from "../config/workerConfig.ts";

/** What the commands that read a configuration take. */
export interface ConfigOptions {
  readonly config: string;
  readonly state?: string;
  readonly driver?: "auto" | "software";
  readonly allowUnsandboxed?: boolean;
}

/** Adds the options that say which configuration is meant. */
export function withConfigOptions(command: Command): Command {
  return command
    .addOption(
      new Option("-c, --config <file>", "configuration (JSON)").env("WATTLE_CONFIG").default("worker.json"),
    )
    .option("--state <folder>", "state folder, instead of the configuration's")
    .addOption(
      new Option("--driver <driver>", "instead of the configuration's").choices(["auto", "software"]),
    )
    .option(
      "--allow-unsandboxed",
      "run jobs without a sandbox: programs of strangers see this machine's files",
    );
}

/** Reads the configuration that the options mean. */
export async function configOf(options: ConfigOptions): Promise<WorkerConfig> {
  const { allowUnsandboxed, driver, state } = options;
  return loadConfig(options.config, process.env, { allowUnsandboxed, driver, stateFolder: state });
}
