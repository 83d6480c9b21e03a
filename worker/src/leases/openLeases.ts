import type { Head } from "../chain/chainClock.ts";
import type { LeasesConfig, WorkerConfig } from "../config/workerConfig.ts";
import type { WorkerState } from "../store/openState.ts";
import type { TransactionNews } from "../transactions/transactionQueue.ts";
import { LeaseFollower } from "./leaseFollower.ts";
import { LeaseKeeper, type LeaseKeeperParameters } from "./leaseKeeper.ts";

/** What the parts work with. */
export type OpenLeasesParameters = Omit<LeaseKeeperParameters, "leases" | "transactions" | "config"> & {
  readonly state: Pick<WorkerState, "leases" | "transactions">;
};

/** The parts of a worker that let a machine by the second. */
export interface Leases {
  /** Reads the chain anew from a block on. */
  rewind(commonBlock: number): void;
  /** Reads the chain up to a block. */
  follow(head: Head, signal: AbortSignal): Promise<void>;
  /** Asks for check-ins and what else is due. */
  consider(head: Head, signal: AbortSignal): Promise<void>;
  /** Takes in what became of a transaction. */
  onTransaction(news: TransactionNews): void;
}

/** Makes the parts of a worker that let a machine by the second. */
export function openLeases(
  { provider, chain }: WorkerConfig,
  config: LeasesConfig,
  parameters: OpenLeasesParameters,
): Leases {
  const { leases, transactions } = parameters.state;
  const { machineIds } = config;
  const { confirmations } = chain;
  const follower = new LeaseFollower({ ...parameters, leases, provider, machineIds, confirmations });
  const keeper = new LeaseKeeper({ ...parameters, leases, transactions, config });
  return {
    rewind: (commonBlock) => follower.rewind(commonBlock),
    follow: (head, signal) => follower.follow(head, signal),
    consider: (head, signal) => keeper.consider(head.number, signal),
    onTransaction: (news) => keeper.onTransaction(news),
  };
}
