import type { JobRecord } from "./jobRecord.ts";

/**
 * When a place to run is free for each job at the latest, in Unix seconds of the chain: as if every job before it
 * took its whole run limit. Checked jobs come first, then in the order in which they were opened.
 *
 * @param jobs Jobs that are not final, oldest first.
 * @param running Ids of those whose run is under way in this process.
 * @param places Runs that may be under way at the same time.
 * @param otherRuns When runs end that are for none of the jobs, and take a place each.
 */
export function planPlaces(
  jobs: readonly JobRecord[],
  running: ReadonlySet<string>,
  places: number,
  now: number,
  otherRuns: readonly number[] = [],
): Map<string, number> {
  const freeAt = new Map<string, number>();
  const ends = otherRuns.map((end) => Math.max(end, now + 1));
  for (const job of jobs) {
    if (!running.has(job.jobId)) continue;
    freeAt.set(job.jobId, now);
    // The place is taken for as long as the run is, even beyond its limit.
    ends.push(Math.max((job.runStartedAt ?? now) + job.terms.runLimitSeconds, now + 1));
  }
  while (ends.length < places) ends.push(now);
  const waiting = jobs.filter((job) => !running.has(job.jobId) && isToRun(job));
  // A job that is still being checked holds up nobody: its client may be the one who makes that slow.
  const inTurn = [...waiting.filter(isChecked), ...waiting.filter((job) => !isChecked(job))];
  for (const job of inTurn) {
    ends.sort((left, right) => left - right);
    const [earliest = now] = ends;
    freeAt.set(job.jobId, earliest);
    ends[0] = earliest + job.terms.runLimitSeconds;
  }
  return freeAt;
}

function isToRun(job: JobRecord): boolean {
  return job.step === "seen" || isChecked(job);
}

function isChecked(job: JobRecord): boolean {
  return job.step === "checked" || job.step === "running";
}
