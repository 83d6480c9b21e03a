import { runJob } from "@wattle/sdk/jobs";
import { SQUARES } from "../runtime/support/programs.ts";
import { jobOf } from "../support/jobRequests.ts";
import { openMarket } from "../support/market.ts";
import { until } from "../support/until.ts";
import { startWorkerProcess, type TimedEvent } from "../support/workerProcess.ts";

// How long the worker as it ships takes from seeing a job that computes next to nothing to having sent its result's
// transaction, on a local chain. `node worker/test/measure/submitLatency.ts [jobs] [--gate]`; the first job is not
// counted. It reports against the budget; with --gate it also fails above it, for a machine that does nothing else.

const BUDGET_MS = 300;
const jobs = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 20);
const isGate = process.argv.includes("--gate");

/** The parts of the way, each from one thing that the worker tells to another. */
const PARTS = {
  "seen → submitted": ["seen", "sent"],
  "  fetch and check": ["seen", "checked"],
  "  run and encrypt": ["running", "ran"],
  "  upload": ["ran", "uploaded"],
  "  estimate, sign and send": ["uploaded", "sent"],
} as const;

/** When a job took each of its steps, and when its result's transaction was sent. */
function momentsOf(events: readonly TimedEvent[], jobId: string): Map<string, number> {
  const moments = new Map<string, number>();
  for (const { event, atMs } of events) {
    if (event.event === "job" && event.jobId === jobId) moments.set(event.step, atMs);
    if (event.event !== "transaction" || event.jobId !== jobId) continue;
    if (event.kind === "submit" && event.status === "sent") moments.set("sent", atMs);
  }
  return moments;
}

const market = await openMarket();
const measured = new Map<string, number[]>();
const note = (part: string, milliseconds: number): void => {
  measured.set(part, [...(measured.get(part) ?? []), milliseconds]);
};
try {
  const client = await market.addClient();
  const provider = await market.addProvider({
    slots: jobs + 1,
    config: { chain: { confirmations: 1, pollIntervalMs: 50 } },
  });
  const worker = await startWorkerProcess(provider);
  for (let count = 0; count <= jobs; count++) {
    const { jobId } = await runJob(client, { ...jobOf(SQUARES), ...provider.offer });
    const moments = await until("job is submitted", () => {
      const seen = momentsOf(worker.events, jobId);
      return seen.has("submitted") && seen;
    });
    if (count === 0) continue;
    for (const [part, [from, to]] of Object.entries(PARTS)) {
      note(part, (moments.get(to) ?? Number.NaN) - (moments.get(from) ?? Number.NaN));
    }
    for (const { event } of worker.events) {
      if (event.event === "result" && event.jobId === jobId) note("    of it the job's process", event.runMs);
    }
  }
  await worker.stop();
} finally {
  await market.close();
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((left, right) => left - right)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
for (const [part, values] of measured) {
  const [p50, p90] = [percentile(values, 0.5), percentile(values, 0.9)].map((value) => value.toFixed(0));
  console.log(`${part.padEnd(28)} p50 ${p50?.padStart(5) ?? ""} ms   p90 ${p90?.padStart(5) ?? ""} ms`);
}
const total = percentile(measured.get("seen → submitted") ?? [], 0.5);
const isWithin = total <= BUDGET_MS;
console.log(`${isWithin ? "within" : "over"} the budget of p50 ≤ ${BUDGET_MS} ms, by ${jobs} jobs`);
process.exitCode = isGate && !isWithin ? 1 : 0;
