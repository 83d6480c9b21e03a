import { describeDuty } from "../juror/describeDuty.ts";
import type {
  DisputeEvent,
  HearingEvent,
  StartedEvent,
  StoppingEvent,
  TransactionEvent,
  WorkerEvent,
} from "./workerEvent.ts";

/** Says an event in words, for people. */
export function describeEvent(event: WorkerEvent): string {
  switch (event.event) {
    case "started":
      return describeStart(event);
    case "job":
      return `job ${short(event.jobId)}: ${event.step}${event.reason === null ? "" : ` (${event.reason})`}`;
    case "request":
      return `request ${short(event.orderHash)}: ${event.step}${event.reason === null ? "" : ` (${event.reason})`}`;
    case "listening":
      return `sells calls at ${event.url}/sessions: ${event.services.join(", ")}`;
    case "session":
      return `session ${short(event.sessionId)}: ${event.state}`;
    case "lease":
      return `lease ${short(event.leaseId)}: ${event.state}, ${event.servedSeconds} s served, ${event.paidSeconds} s paid`;
    case "hearing":
      return describeHearing(event);
    case "dispute":
      return describeDispute(event);
    case "progress":
      return `job ${short(event.jobId)}: pass ${event.completedPasses} of ${event.totalPasses}`;
    case "result": {
      const reason = event.reason === null ? "" : ` (${event.reason})`;
      return `job ${short(event.jobId)}: ${event.outcome}${reason} after ${event.runMs} ms, ${event.outputBytes} bytes, energy unmetered`;
    }
    case "transaction":
      return describeTransaction(event);
    case "payout":
      return `paid out ${event.amount} base units of ${event.token} to ${event.account}`;
    case "reorg":
      return `the chain was reorganized; ${event.jobIds.length} job(s) are no longer part of it`;
    case "problem":
      return event.jobId === null ? event.message : `job ${short(event.jobId)}: ${event.message}`;
    case "stopping":
      return describeStopping(event);
    case "stopped":
      return "stopped";
  }
}

function describeStart(event: StartedEvent): string {
  const { policy } = event;
  return [
    `provider ${event.provider}, operator ${event.operator}, payout ${event.payout}`,
    `chain ${event.chainId}, market ${event.escrow}, relay ${event.relay}`,
    event.isSoftware
      ? `no GPU in use: jobs run on the CPU by the software driver "${event.adapter}"`
      : `GPU "${event.adapter}"`,
    event.sandbox === "none"
      ? "NO SANDBOX: programs of strangers can read this machine's files"
      : `sandbox ${event.sandbox}${event.hasSeccomp ? " with seccomp" : " without seccomp"}`,
    `memory limit by ${event.memoryLimit}, energy unmetered`,
    `policy: ${policy.maxConcurrentJobs} job(s) at a time of runtime ${policy.runtimes.join(", ")}, ` +
      `at most ${policy.maxRunSeconds} s, ${policy.maxMemoryBytes} bytes of memory, ` +
      `${policy.maxBufferBytes} bytes a buffer, ${policy.maxInputBytes} bytes of inputs`,
  ].join("\n  ");
}

function describeHearing({ caseId, seat, isAppeal, step, providerRight, reason }: HearingEvent): string {
  const panel = isAppeal ? "the appeal's panel" : "the panel";
  const answer = providerRight === null ? "" : providerRight ? " for the provider" : " against the provider";
  const told = reason === null ? "" : ` (${reason})`;
  return `seat ${seat} on ${panel} of case ${short(caseId)}: ${step}${answer}${told}`;
}

function describeDispute({ jobId, isCourt, stage, ruling, appealUntil }: DisputeEvent): string {
  const about = `job ${short(jobId)} is disputed`;
  const answer = ruling === "none" ? "" : ruling === "provider-right" ? ", for the provider" : ", against it";
  if (!isCourt) return `${about}${answer}`;
  const until = appealUntil === null ? "" : ` until ${new Date(appealUntil * 1000).toISOString()}`;
  return `${about}: ${stage ?? "no case is open"}${answer}${until}`;
}

function describeStopping({ hearings }: StoppingEvent): string {
  const duties = hearings.map((duty) =>
    duty.isAwaited ? `waits for ${describeDuty(duty)}` : `be back for ${describeDuty(duty)}`,
  );
  return ["stopping: no more jobs are taken", ...duties].join("; ");
}

function describeTransaction(event: TransactionEvent): string {
  const about = event.jobId === null ? event.kind : `job ${short(event.jobId)}: ${event.kind}`;
  const gas = event.gasUsed === null ? "" : `, ${event.gasUsed} gas`;
  const reason = event.reason === null ? "" : `: ${event.reason}`;
  return `${about} ${event.status}${event.hash === null ? "" : ` ${event.hash}`}${gas}${reason}`;
}

function short(jobId: string): string {
  return jobId.slice(0, 10);
}
