import { readdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { WorkerState } from "../store/openState.ts";
import { isFinalStep } from "./jobRecord.ts";

/** Deletes the folders of jobs that are finished, as a worker leaves them that was killed right after the end. */
export async function removeLeftovers({ jobs, jobFolder }: WorkerState): Promise<void> {
  const folders = await readdir(dirname(jobFolder("job"))).catch(() => []);
  const isOver = (jobId: string): boolean => {
    const job = jobs.find(jobId);
    return job === null || isFinalStep(job.step);
  };
  await Promise.all(
    folders.filter(isOver).map(async (jobId) => rm(jobFolder(jobId), { recursive: true, force: true })),
  );
}
