/** A client's consent to cancel one job. */
export interface SignedCancel {
  /** Unix time in seconds, the last in which it can be used. */
  readonly expiresAt: number;
  /** Of the job's client, 0x hex. */
  readonly signature: string;
}
