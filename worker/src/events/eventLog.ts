import { pino, type Level } from "pino";
import { describeEvent } from "./describeEvent.ts";
import type { WorkerEvent, WorkerEventSink } from "./workerEvent.ts";

/** How events are written. */
export interface EventLogOptions {
  /** One JSON object a line instead of words. */
  readonly json: boolean;
  /** Takes whole lines. */
  readonly write: (line: string) => void;
}

/**
 * Makes a sink that writes events as lines: JSON with the fields of the event and `level`, `time` and `msg`, or words.
 *
 * @example
 * ```ts
 * const log = createEventLog({ json: true, write: (line) => process.stdout.write(line) });
 * log({ event: "stopped" });
 * ```
 */
export function createEventLog({ json, write }: EventLogOptions): WorkerEventSink {
  const destination = { write: (line: string) => write(json ? line : wordsOf(line)) };
  const logger = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  const quarters = new Map<string, number>();
  return (event) => {
    if (!json && event.event === "progress" && !isNewQuarter(event, quarters)) return;
    logger[levelOf(event)](event, describeEvent(event));
  };
}

function levelOf(event: WorkerEvent): Level {
  if (event.event === "problem" || event.event === "reorg") return "warn";
  if (event.event === "transaction" && event.status === "failed") return "warn";
  return "info";
}

function wordsOf(line: string): string {
  const { level, time, msg } = JSON.parse(line) as { level: string; time: string; msg: string };
  return `${time.slice(11, 19)} ${level === "info" ? "" : `${level.toUpperCase()} `}${msg}\n`;
}

/** People need not see every pass. */
function isNewQuarter(
  event: Extract<WorkerEvent, { event: "progress" }>,
  quarters: Map<string, number>,
): boolean {
  const quarter = Math.floor((4 * event.completedPasses) / event.totalPasses);
  const isNew = quarter > (quarters.get(event.jobId) ?? 0);
  if (quarter >= 4) quarters.delete(event.jobId);
  else if (isNew) quarters.set(event.jobId, quarter);
  return isNew;
}
