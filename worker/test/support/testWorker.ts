import { loadConfig } from "../../src/config/loadConfig.ts";
import { createWorker, type StopOptions } from "../../src/createWorker.ts";
import type { StartedEvent, WorkerEvent } from "../../src/events/workerEvent.ts";
import type { JobStep } from "../../src/jobs/jobRecord.ts";
import type { RequestStep } from "../../src/requests/requestRecord.ts";
import type { Persisted } from "../../src/store/persisted.ts";
import { canSandbox } from "../runtime/support/testRuntime.ts";
import type { TestProvider } from "./market.ts";
import { until } from "./until.ts";

/** A worker in the test's own process, and all that it told. */
export interface TestWorker {
  readonly started: StartedEvent;
  readonly events: readonly WorkerEvent[];
  /** The steps that a job took, in order. */
  stepsOf(jobId: string): JobStep[];
  /** Waits until a job has taken a step. Returns the reason that went with it. */
  untilStep(jobId: string, step: JobStep): Promise<string | null>;
  /** The steps that a request took, in order. */
  requestStepsOf(orderHash: string): RequestStep[];
  /** Waits until a request has taken a step for the nth time. Returns the reason that went with it. */
  untilRequest(orderHash: string, step: RequestStep, nth?: number): Promise<string | null>;
  /** Waits for an event. */
  untilEvent<Name extends WorkerEvent["event"]>(
    name: Name,
    is?: (event: Extract<WorkerEvent, { event: Name }>) => boolean,
  ): Promise<Extract<WorkerEvent, { event: Name }>>;
  stop(options?: StopOptions): Promise<void>;
}

const allowUnsandboxed = !(await canSandbox("the worker's jobs in the sandbox"));

/** Flags that tests start workers with: without a sandbox only where there is none. */
export const TEST_FLAGS = { allowUnsandboxed };

/** For what takes seconds on a machine that does nothing else. */
const PATIENCE_MS = 180_000;

const endings = new Set<() => Promise<unknown>>();

/** Has something done when the tests of a suite are through, however they ended. */
export function atEnd(end: () => Promise<unknown>): void {
  endings.add(end);
}

/** Ends every worker that is still there, as after a test that failed. */
export async function stopTestWorkers(): Promise<void> {
  await Promise.all([...endings].map(async (end) => end()));
}

/** Starts the worker of a provider. */
export async function startTestWorker(provider: TestProvider, onPersisted?: Persisted): Promise<TestWorker> {
  const events: WorkerEvent[] = [];
  const worker = createWorker({
    config: await loadConfig(provider.configFile, {}, TEST_FLAGS),
    operator: provider.operator,
    identity: provider.identity,
    onEvent: (event) => events.push(event),
    ...(onPersisted && { onPersisted }),
  });
  atEnd(async () => worker.stop({ breakOff: true }));
  const report = await worker.start();
  const jobEvents = (jobId: string) =>
    events.filter((event) => event.event === "job").filter((event) => event.jobId === jobId);
  const requestEvents = (orderHash: string) =>
    events.filter((event) => event.event === "request").filter((event) => event.orderHash === orderHash);
  return {
    requestStepsOf: (orderHash) => requestEvents(orderHash).map(({ step }) => step),
    untilRequest: async (orderHash, step, nth = 1) => {
      const look = () => requestEvents(orderHash).filter((event) => event.step === step)[nth - 1];
      try {
        return (await until(`request is ${step}`, look, PATIENCE_MS)).reason;
      } catch (error) {
        throw new Error(`${String(error)}; it told ${JSON.stringify(events)}`);
      }
    },
    started: report,
    events,
    stepsOf: (jobId) => jobEvents(jobId).map(({ step }) => step),
    untilStep: async (jobId, step) => {
      const look = () => jobEvents(jobId).find((event) => event.step === step);
      const seen = () =>
        JSON.stringify(events.filter((event) => event.event === "problem" || "jobId" in event));
      try {
        return (await until(`job is ${step}`, look, PATIENCE_MS)).reason;
      } catch (error) {
        throw new Error(`${String(error)}; it told ${seen()}`);
      }
    },
    untilEvent: async (name, is = () => true) =>
      until(`event ${name}`, () =>
        events
          .filter((event): event is Extract<WorkerEvent, { event: typeof name }> => event.event === name)
          .find(is),
      ),
    stop: async (options) => worker.stop(options),
  };
}
