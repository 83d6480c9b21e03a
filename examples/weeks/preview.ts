import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openWgslRuntime } from "@wattle/worker";
import { drawChart } from "./chart.ts";
import { findingsOf, nameOfWeek } from "./findings.ts";
import { parseWeather } from "./parseWeather.ts";
import { decodeTwins } from "./twins.ts";
import { createWeeksProgram } from "./weeksJob.ts";

// Finds the twins of weeks on this machine, without a chain: `node examples/weeks/preview.ts [weather.csv] [days]`.

const RUN_LIMIT_MS = 10 * 60 * 1000;
const CHART_FILE = "weeks.svg";

const [file = fileURLToPath(new URL("./data/weather.csv", import.meta.url)), days = "7"] =
  process.argv.slice(2);
const length = Number(days);
const { program, inputs, requirements, output, weeks } = createWeeksProgram(
  parseWeather(await readFile(file, "utf8")),
  length,
);
const folder = await mkdtemp(join(tmpdir(), "wattle-weeks-"));
try {
  const runtime = await openWgslRuntime({
    cacheFolder: join(folder, "cache"),
    workFolder: join(folder, "work"),
    // It is our own program that runs, not a stranger's.
    sandbox: "unsandboxed",
  });
  const { outcome, outputs, runMs } = await runtime.run({
    program,
    inputs,
    runLimitMs: RUN_LIMIT_MS,
    memoryBytes: requirements.memoryBytes,
  });
  const bytes = outputs.get(output);
  if (outcome.status !== "completed" || !bytes) {
    throw new Error(`The run ended with ${JSON.stringify(outcome)}.`);
  }
  const findings = findingsOf(weeks, decodeTwins(bytes), length);
  const { mostAlike, strangest } = findings;
  console.log(
    `compared ${String(weeks.length)} weeks in ${(runMs / 1000).toFixed(1)} s on ${runtime.driver.adapter}`,
  );
  console.log(
    `most alike: ${nameOfWeek(mostAlike.week)} and ${nameOfWeek(mostAlike.twin)}, ${mostAlike.degrees.toFixed(2)} °C apart`,
  );
  console.log(
    `strangest: ${nameOfWeek(strangest.week)}; its twin ${nameOfWeek(strangest.twin)} is ${strangest.degrees.toFixed(2)} °C away`,
  );
  await writeFile(CHART_FILE, drawChart(findings));
  console.log(`wrote ${CHART_FILE}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
