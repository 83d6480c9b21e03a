/**
 * Told after every change of the state, when it is safely on disk.
 *
 * @param change Such as `job:ran` or `transaction:submit:signed`.
 * @param jobId The job that it is about; null where there is none.
 */
export type Persisted = (change: string, jobId: string | null) => void;
