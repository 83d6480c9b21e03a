export type { Policy, RequestPolicy } from "./config/schema.ts";
export { loadConfig, type ConfigFlags } from "./config/loadConfig.ts";
export { loadIdentity } from "./config/loadIdentity.ts";
export { loadOperator, type OperatorSource } from "./config/loadOperator.ts";
export { ConfigInvalidError, SecretExposedError, SecretUnusableError } from "./config/errors.ts";
export type { WorkerConfig } from "./config/workerConfig.ts";
export { createWorker, type CreateWorkerParameters, type StopOptions, type Worker } from "./createWorker.ts";
export { ProviderSetupError } from "./chain/errors.ts";
export * from "./events/workerEvent.ts";
export { createEventLog, type EventLogOptions } from "./events/eventLog.ts";
export { openJob, type OpenedJob } from "./juror/openJob.ts";
export { type Finding, reexecuteJob, type ReexecuteJobParameters } from "./juror/reexecuteJob.ts";
export { HEARING_STEPS, type HearingStep } from "./juror/hearingRecord.ts";
export { runOpenedJob } from "./juror/runOpenedJob.ts";
export { JOB_STEPS, type JobStep } from "./jobs/jobRecord.ts";
export { REQUEST_STEPS, type RequestStep } from "./requests/requestRecord.ts";
export {
  MemoryLimitUnavailableError,
  NoAdapterError,
  RuntimeFaultError,
  SandboxUnavailableError,
} from "./runtime/errors.ts";
export type * from "./runtime/types.ts";
export { openSandbox } from "./runtime/sandbox.ts";
export { openWgslRuntime, type WgslRuntime, type WgslRuntimeOptions } from "./runtime/wgslRuntime.ts";
export { StateInUseError, StateMismatchError, StateMissingError } from "./store/errors.ts";
export type { Persisted } from "./store/persisted.ts";
export { FeesUnknownError, OperatorFundsError } from "./transactions/errors.ts";
