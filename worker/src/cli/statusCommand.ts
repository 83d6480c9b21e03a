import { type CourtDeadlines, priceOf } from "@wattle/sdk";
import { Command } from "commander";
import { dutiesOf } from "../juror/hearingDuty.ts";
import { type HearingRecord, isToldStep } from "../juror/hearingRecord.ts";
import { readState } from "../store/openState.ts";
import { type ConfigOptions, configOf, withConfigOptions } from "./configOptions.ts";
import { EXIT } from "./exitCodes.ts";
import { formatTable } from "./table.ts";

interface StatusOptions extends ConfigOptions {
  readonly json?: boolean;
}

/** Jobs and transactions that are listed. */
const LISTED = 20;

/** `wattle-worker status`. */
export function statusCommand(done: (exitCode: number) => void): Command {
  const command = new Command("status").description(
    "show the jobs, requests, sessions, leases, hearings and transactions of a worker, running or not",
  );
  return withConfigOptions(command)
    .option("--json", "one JSON object")
    .action(async (options: StatusOptions) => {
      const { stateFolder } = await configOf(options);
      process.stdout.write(describeState(stateFolder, options.json === true));
      done(EXIT.ok);
    });
}

function describeState(folder: string, json: boolean): string {
  const state = readState(folder);
  try {
    const block = state.blocks.last()?.number ?? null;
    const jobs = state.jobs
      .latest(LISTED)
      .map(({ jobId, step, reason, terms, runAttempts, isOrphaned, updatedAtMs }) => ({
        jobId,
        step: isOrphaned ? "orphaned" : step,
        reason,
        token: terms.token,
        price: String(priceOf(terms)),
        runAttempts,
        updatedAt: new Date(updatedAtMs).toISOString(),
      }));
    // Not the store: its text may hold the key of somebody's inputs.
    const requests = state.requests
      .latest(LISTED)
      .map(({ orderHash, step, reason, leastRate, request, updatedAtMs }) => ({
        orderHash,
        step,
        reason,
        token: request.token,
        leastRate: leastRate === null ? null : String(leastRate),
        maxRate: String(request.maxRatePerSecond),
        updatedAt: new Date(updatedAtMs).toISOString(),
      }));
    // Not the receipts: a signature is as good as money.
    const sessions = state.sessions.latest(LISTED).map((session) => ({
      sessionId: session.sessionId,
      state: session.slot.state,
      token: session.terms.token,
      calls: session.calls,
      consumed: String(session.consumed),
      redeemed: String(session.slot.redeemed),
      deposited: String(session.slot.deposited),
      updatedAt: new Date(session.updatedAtMs).toISOString(),
    }));
    const leases = state.leases.latest(LISTED).map(({ leaseId, machineId, slot, updatedAtMs }) => ({
      leaseId,
      machineId,
      state: slot.state,
      seenAt: new Date(slot.seenAt * 1000).toISOString(),
      servedSeconds: slot.servedSeconds,
      fundedSeconds: slot.fundedSeconds,
      paidSeconds: slot.paidSeconds,
      updatedAt: new Date(updatedAtMs).toISOString(),
    }));
    const clock = Math.floor(Date.now() / 1000);
    // Of an answer nothing before the panel's time to commit is over, and never its salt.
    const hearings = state.hearings.latest(LISTED).map((hearing) => ({
      ...{ court: hearing.court, caseId: hearing.caseId, seat: hearing.seat, isAppeal: hearing.isAppeal },
      step: hearing.step,
      providerRight: isToldStep(hearing.step) ? hearing.providerRight : null,
      reason: isToldStep(hearing.step) ? hearing.reason : null,
      ...windowsOf(hearing),
      owes:
        hearing.deadlines === null ? [] : dutiesOf(hearing, hearing.deadlines, clock).map(({ duty }) => duty),
      updatedAt: new Date(hearing.updatedAtMs).toISOString(),
    }));
    const transactions = state.transactions.latest(LISTED).map((intent) => {
      const last = state.transactions.attempts(intent.key).at(-1);
      const { kind, jobId, status, error } = intent;
      return { kind, jobId, status, error, nonce: last?.nonce ?? null, hash: last?.hash ?? null };
    });
    if (json)
      return `${JSON.stringify({ block, jobs, requests, sessions, leases, hearings, transactions })}\n`;
    return [
      `all events known up to block ${block ?? "(none)"}\n`,
      formatTable([
        ["job", "step", "price", "changed", "reason"],
        ...jobs.map((job) => [job.jobId, job.step, job.price, job.updatedAt, job.reason ?? ""]),
      ]),
      ...(requests.length === 0
        ? []
        : [
            formatTable([
              ["request", "step", "pays up to", "taken from", "changed", "reason"],
              ...requests.map((request) => [
                request.orderHash,
                request.step,
                request.maxRate,
                request.leastRate ?? "",
                request.updatedAt,
                request.reason ?? "",
              ]),
            ]),
          ]),
      ...(sessions.length === 0
        ? []
        : [
            formatTable([
              ["session", "state", "calls", "consumed", "redeemed", "deposited", "changed"],
              ...sessions.map((session) => [
                session.sessionId,
                session.state,
                String(session.calls),
                session.consumed,
                session.redeemed,
                session.deposited,
                session.updatedAt,
              ]),
            ]),
          ]),
      ...(leases.length === 0
        ? []
        : [
            formatTable([
              ["lease", "state", "seen", "served", "funded", "paid"],
              ...leases.map((lease) => [
                lease.leaseId,
                lease.state,
                lease.seenAt,
                `${lease.servedSeconds} s`,
                `${lease.fundedSeconds} s`,
                `${lease.paidSeconds} s`,
              ]),
            ]),
          ]),
      ...(hearings.length === 0
        ? []
        : [
            formatTable([
              ["case", "seat", "step", "commits until", "reveals until", "owes", "reason"],
              ...hearings.map((hearing) => [
                hearing.caseId,
                `${hearing.seat}${hearing.isAppeal ? " (appeal)" : ""}`,
                hearing.step,
                hearing.commitUntil ?? "",
                hearing.revealUntil ?? "",
                hearing.owes.join(", "),
                hearing.reason ?? "",
              ]),
            ]),
          ]),
      formatTable([
        ["transaction", "status", "nonce", "hash", "error"],
        ...transactions.map(({ kind, jobId, status, nonce, hash, error }) => [
          `${kind} ${jobId?.slice(0, 10) ?? ""}`.trim(),
          status,
          String(nonce ?? ""),
          hash ?? "",
          error ?? "",
        ]),
      ]),
    ].join("\n");
  } finally {
    state.close();
  }
}

/** When a seat's windows close. */
function windowsOf({
  isAppeal,
  deadlines,
}: Pick<HearingRecord, "isAppeal"> & { readonly deadlines: CourtDeadlines | null }): {
  readonly commitUntil: string | null;
  readonly revealUntil: string | null;
} {
  const at = (seconds: number | undefined): string | null =>
    seconds === undefined ? null : new Date(seconds * 1000).toISOString();
  return isAppeal
    ? { commitUntil: at(deadlines?.appealCommitUntil), revealUntil: at(deadlines?.appealRevealUntil) }
    : { commitUntil: at(deadlines?.commitUntil), revealUntil: at(deadlines?.revealUntil) };
}
