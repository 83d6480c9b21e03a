import type { Deployment } from "@wattle/sdk";
import type { DisputesFile } from "./disputesSchema.ts";
import type { JurorFile } from "./jurorSchema.ts";
import type { LeasesFile } from "./leasesSchema.ts";
import type { Policy, RequestPolicy } from "./schema.ts";
import type { SessionsFile } from "./sessionsSchema.ts";

/** Calls that are sold in sessions. */
export type SessionsConfig = SessionsFile;

/** What is sold by the call; the path of its program is absolute. */
export type ServiceConfig = SessionsFile["services"][number];

/** When receipts are redeemed. */
export type RedeemPolicy = SessionsFile["redeem"];

/** Leases of this worker's machines. */
export type LeasesConfig = Omit<LeasesFile, "checkInEverySeconds"> & {
  /** Null for a third of each lease's grace. */
  readonly checkInEverySeconds: number | null;
};

/** What the worker does about disputes of its provider's own jobs. */
export type DisputesConfig = DisputesFile;

/** The seats of this worker's provider. */
export type JurorConfig = JurorFile;

/** All that a worker needs to know; no secret is part of it. Paths are absolute. */
export interface WorkerConfig {
  readonly rpcUrls: readonly string[];
  readonly deployment: Deployment;
  /** The provider's id. */
  readonly provider: string;
  readonly operatorKeystore: { readonly keystoreFile: string; readonly passwordFile: string } | null;
  readonly identityFile: string;
  readonly stateFolder: string;
  readonly cacheFolder: string;
  /** Base address of the store of manifests and inputs; null for the endpoint of the provider's profile. */
  readonly relay: string | null;
  /** Origins of other stores that jobs may name, or `public`. */
  readonly allowedStores: readonly string[];
  /** Null where nothing is paid out. */
  readonly payout: {
    /** Null for the payout address of the provider's profile. */
    readonly account: string | null;
    readonly tokens: readonly string[];
    /** Base units. */
    readonly threshold: bigint;
  } | null;
  readonly policy: Policy;
  /** Null where no open requests are taken. */
  readonly requests: RequestPolicy | null;
  /** Null where no calls are sold. */
  readonly sessions: SessionsConfig | null;
  /** Null where no leases are looked after. */
  readonly leases: LeasesConfig | null;
  readonly disputes: DisputesConfig;
  /** Null where no disputes are judged. */
  readonly juror: JurorConfig | null;
  readonly sandbox: "required" | "unsandboxed";
  readonly driver: "auto" | "software";
  readonly memoryLimit: "auto" | "watchdog";
  readonly chain: {
    /** Blocks, its own included, after which a block is taken to stay. */
    readonly confirmations: number;
    readonly pollIntervalMs: number;
    readonly rpcTimeoutMs: number;
    readonly bumpAfterMs: number;
    /** Wei. */
    readonly maxFeePerGasCap: bigint;
  };
  readonly reserves: {
    readonly declineMarginSeconds: number;
    readonly deliverReserveSeconds: number;
    readonly maxRunAttempts: number;
  };
}
