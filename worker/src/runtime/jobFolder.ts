import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

const PREFIX = "job-";

/** The private folders of one job. */
export interface JobFolder {
  /** What the job's process may read. */
  readonly request: string;
  /** An empty folder to run in: libraries that look around them find nothing. */
  readonly empty: string;
}

/**
 * Makes the folder in which jobs are prepared and removes what an earlier, killed worker left in it.
 *
 * @param workFolder A folder that belongs to this worker alone.
 */
export async function prepareWorkFolder(workFolder: string): Promise<void> {
  await mkdir(workFolder, { recursive: true, mode: 0o700 });
  const stale = (await readdir(workFolder)).filter((name) => name.startsWith(PREFIX));
  await Promise.all(stale.map((name) => rm(join(workFolder, name), { recursive: true, force: true })));
}

/** A private folder, and how it is removed. */
export interface MadeJobFolder extends JobFolder {
  remove(): Promise<void>;
}

/** Makes a fresh private folder. */
export async function makeJobFolder(workFolder: string): Promise<MadeJobFolder> {
  const folder = await mkdtemp(join(workFolder, PREFIX));
  const remove = async (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  const request = join(folder, "request");
  const empty = join(folder, "empty");
  try {
    await mkdir(request, { mode: 0o700 });
    await mkdir(empty, { mode: 0o700 });
    return { request, empty, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Calls back with a fresh private folder and removes it afterwards, come what may. */
export async function withJobFolder<T>(
  workFolder: string,
  use: (folder: JobFolder) => Promise<T>,
): Promise<T> {
  const folder = await makeJobFolder(workFolder);
  try {
    return await use(folder);
  } finally {
    await folder.remove();
  }
}
