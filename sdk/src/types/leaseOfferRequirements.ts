import type { MachineRequirements } from "./offerRequirements.ts";

/** What a client wants of an offer of leases. */
export interface LeaseOfferRequirements {
  /** The payment token. */
  readonly token: string;
  /** How long the lease shall last at most. Default: any length. */
  readonly leaseSeconds?: number | undefined;
  /** How many seconds the client would pay in at first. Default: as few as the offer allows. */
  readonly fundedSeconds?: number | undefined;
  /** Base units of the token for each second. */
  readonly maxRatePerSecond?: bigint | undefined;
  /** The longest that a check-in may count: as long may a client pay for a machine that is gone. */
  readonly maxGraceSeconds?: number | undefined;
  readonly machine?: MachineRequirements | undefined;
  /** The least stake behind all of the provider's promises, in base units of the stake token. No lease locks any. */
  readonly minCommittedStake?: bigint | undefined;
}
