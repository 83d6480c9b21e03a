import { Command } from "commander";
import { examine } from "../doctor/examine.ts";
import type { Finding } from "../doctor/finding.ts";
import { type ConfigOptions, configOf, withConfigOptions } from "./configOptions.ts";
import { EXIT } from "./exitCodes.ts";
import { formatTable } from "./table.ts";

interface DoctorOptions extends ConfigOptions {
  readonly json?: boolean;
}

const MARKS = { ok: "ok", warning: "warn", failed: "FAIL" } as const;

/** `wattle-worker doctor`. */
export function doctorCommand(done: (exitCode: number) => void): Command {
  const command = new Command("doctor").description(
    "look at everything that the worker needs, and change nothing",
  );
  return withConfigOptions(command)
    .option("--json", "one JSON object")
    .action(async (options: DoctorOptions) => {
      const findings = await examine(await configOf(options), process.env["WATTLE_OPERATOR_KEY"]);
      const isReady = findings.every(({ status }) => status !== "failed");
      process.stdout.write(
        options.json === true ? `${JSON.stringify({ isReady, findings })}\n` : describeFindings(findings),
      );
      done(isReady ? EXIT.ok : EXIT.invalid);
    });
}

function describeFindings(findings: readonly Finding[]): string {
  const rows = findings.flatMap(({ check, status, detail, action }) => [
    [MARKS[status], check, detail],
    ...(action === null ? [] : [["", "", `→ ${action}`]]),
  ]);
  return formatTable(rows);
}
