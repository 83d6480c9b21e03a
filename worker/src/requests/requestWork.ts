import type { RequestRecord } from "./requestRecord.ts";

/** What is asked about a request before it is taken. */
export interface RequestWork {
  /**
   * @returns The rate from which on it is taken, in base units a second.
   * @throws `JobRefusedError` when it is not for this worker.
   */
  check(record: RequestRecord, signal: AbortSignal): Promise<bigint>;
  /** Asks the market. */
  assess(record: RequestRecord, signal: AbortSignal): Promise<Assessment>;
}

/** Whether a request can be taken now. */
export type Assessment =
  /** @param fill The number that the job would have. */
  | { readonly can: "take"; readonly fill: number }
  /** It may become possible. */
  | { readonly can: "wait"; readonly reason: string }
  | { readonly can: "never"; readonly step: "lost" | "gone" | "refused"; readonly reason: string };
