import type { PartyCheck } from "./partyCheck.ts";
import { type RelayLog, silentLog } from "./relayLog.ts";

/** How a relay behaves. */
export interface RelayOptions {
  /** Folder of everything the relay stores; made if need be. Only one relay may use it at a time. */
  readonly dataDir: string;
  /** Chain whose accounts may upload. */
  readonly chainId: bigint;
  /** Address of the JobEscrow on it. */
  readonly escrow: string;
  /** Decides whether an account may upload. */
  readonly partyCheck: PartyCheck;
  /** Address to listen on. Default: 127.0.0.1. */
  readonly host?: string;
  /** Default: any free port. */
  readonly port?: number;
  /** Base address that clients use, where it is not the one listened on: tokens are only valid for it. */
  readonly publicUrl?: string;
  /** Largest blob, in bytes. Default: 4 GiB. */
  readonly maxBlobBytes?: number;
  /** Most that an account may have stored, in bytes. Default: 16 GiB. */
  readonly quotaBytes?: number;
  /** How long a blob is kept after its last upload, in seconds. Default: 7 days. */
  readonly ttlSeconds?: number;
  /** How long an unfinished upload is kept after its last byte, in seconds. Default: 1 hour. */
  readonly uploadIdleSeconds?: number;
  /** Unfinished uploads that an account may have. Default: 8. */
  readonly maxUploadsPerAccount?: number;
  /** Room that uploads leave on the file system, in bytes. Default: 64 MiB. */
  readonly minFreeBytes?: number;
  /** How far ahead a token may expire, in seconds. Default: 1 day. */
  readonly maxTokenSeconds?: number;
  /** Time between two sweeps for expired blobs, in milliseconds. Default: 1 minute. */
  readonly sweepIntervalMs?: number;
  /** Pages of these origins may use the relay; `*` for all. Default: all. */
  readonly allowOrigins?: readonly string[];
  readonly timeouts?: RelayTimeouts;
  /** Default: nothing is logged. */
  readonly log?: RelayLog;
}

/** How long the relay waits for slow clients, in milliseconds. */
export interface RelayTimeouts {
  /** For all headers of a request. Default: 10,000. */
  readonly headersMs?: number;
  /** For a whole request; one that is cut can be resumed. Default: 600,000. */
  readonly requestMs?: number;
  /** For the next byte in either direction. Default: 30,000. */
  readonly idleMs?: number;
  /** For the chain's answer about a token. Default: 10,000. */
  readonly partyCheckMs?: number;
}

/** The same with every default filled in. */
export type ResolvedRelayOptions = Required<Omit<RelayOptions, "publicUrl" | "timeouts">> & {
  readonly timeouts: Required<RelayTimeouts>;
};

/** Fills in the defaults. */
export function resolveRelayOptions(options: RelayOptions): ResolvedRelayOptions {
  const {
    headersMs = 10_000,
    requestMs = 600_000,
    idleMs = 30_000,
    partyCheckMs = 10_000,
  } = options.timeouts ?? {};
  return {
    dataDir: options.dataDir,
    chainId: options.chainId,
    escrow: options.escrow,
    partyCheck: options.partyCheck,
    host: options.host ?? "127.0.0.1",
    port: options.port ?? 0,
    maxBlobBytes: options.maxBlobBytes ?? 4 * 2 ** 30,
    quotaBytes: options.quotaBytes ?? 16 * 2 ** 30,
    ttlSeconds: options.ttlSeconds ?? 7 * 86_400,
    uploadIdleSeconds: options.uploadIdleSeconds ?? 3600,
    maxUploadsPerAccount: options.maxUploadsPerAccount ?? 8,
    minFreeBytes: options.minFreeBytes ?? 64 * 2 ** 20,
    maxTokenSeconds: options.maxTokenSeconds ?? 86_400,
    sweepIntervalMs: options.sweepIntervalMs ?? 60_000,
    allowOrigins: options.allowOrigins ?? ["*"],
    timeouts: { headersMs, requestMs, idleMs, partyCheckMs },
    log: options.log ?? silentLog,
  };
}
