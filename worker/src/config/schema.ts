import { ZeroAddress, ZeroHash } from "ethers";
import { z } from "zod";
import { addressSchema } from "./addressSchema.ts";
import { disputesSchema } from "./disputesSchema.ts";
import { jurorSchema } from "./jurorSchema.ts";
import { leasesSchema } from "./leasesSchema.ts";
import { amountSchema, bytes32Schema, pathSchema, urlSchema } from "./primitives.ts";
import { sessionsSchema } from "./sessionsSchema.ts";

/** What the operator accepts. */
export const policySchema = z.strictObject({
  /** Runs at the same time: one for each GPU. */
  maxConcurrentJobs: z.int().min(1).max(64).default(1),
  /** The lowest rate by payment token, in base units a second. Tokens that are not named are refused, if any is. */
  minRatePerSecond: z.record(addressSchema, amountSchema).default({}),
  runtimes: z
    .array(z.enum(["wgsl"]))
    .min(1)
    .default(["wgsl"]),
  maxRunSeconds: z.int().min(1).default(3600),
  /** Host memory of a job's process. */
  maxMemoryBytes: z
    .int()
    .min(2 ** 24)
    .default(4 * 2 ** 30),
  /** A single buffer of a job. */
  maxBufferBytes: z
    .int()
    .min(4)
    .default(2 ** 30),
  /** All inputs of a job together, decrypted. */
  maxInputBytes: z
    .int()
    .min(0)
    .default(2 ** 28),
});

/** Which open requests the operator takes. */
export const requestPolicySchema = z.strictObject({
  /** The provider's machine, as the registry knows it; not needed for requests that ask for none. */
  machineId: bytes32Schema.default(ZeroHash),
  /** The rate from which on a request is taken, by payment token, in base units a second; others are left alone. */
  minRatePerSecond: z
    .record(addressSchema, amountSchema)
    .refine((rates) => Object.keys(rates).length > 0, "must name a token"),
  /** Default: that of the policy for all jobs. */
  maxRunSeconds: z.int().min(1).optional(),
  /** Most that a job may lock, in base units of the stake token. */
  maxCollateral: amountSchema,
  /** Who may answer disputes. Default: nobody, so that every dispute ends in a split. */
  adjudicators: z.array(addressSchema).min(1).default([ZeroAddress]),
  /**
   * The client chooses the windows of a request. In windows too short to decline or deliver in, it would collect the
   * collateral of every worker that takes it.
   */
  minDeclineSeconds: z.int().min(1).default(30),
  minSlackSeconds: z.int().min(1).default(60),
  /** Longest that earnings may wait for a client that says nothing. */
  maxReviewSeconds: z
    .int()
    .min(1)
    .default(7 * 86_400),
  /** An adjudicator needs that long to answer; without an answer the price is split. */
  minRulingSeconds: z.int().min(1).default(3600),
  /** Longest that earnings may wait for an answer. */
  maxRulingSeconds: z
    .int()
    .min(1)
    .default(30 * 86_400),
  /** The least part of the price, in ten-thousandths, that a client who disputes must leave where nobody answers. */
  minNoRulingBps: z.int().min(0).max(10_000).default(5000),
  /** Whether to take requests whose manifest can be read only after the take. */
  takePrivate: z.boolean().default(true),
});

/** The worker's configuration as it stands in its file. Paths are relative to the file. */
export const configFileSchema = z.strictObject({
  /** JSON-RPC endpoints, the preferred one first. */
  rpcUrls: z.array(urlSchema).min(1),
  /** The deployment's JSON file; not needed where the SDK knows the chain. */
  deployment: pathSchema.optional(),
  /** Needed where no deployment file is named. */
  chainId: z.int().min(1).optional(),
  /** The provider's id. */
  provider: addressSchema,
  /** The operator's key; not needed where WATTLE_OPERATOR_KEY holds it. */
  operator: z.strictObject({ keystoreFile: pathSchema, passwordFile: pathSchema }).optional(),
  /** The provider's age identity (AGE-SECRET-KEY-1…), mode 0600. */
  identityFile: pathSchema,
  /** Belongs to this worker alone. */
  stateFolder: pathSchema,
  /** Where the software driver is unpacked; workers may share it. Default: within the state folder. */
  cacheFolder: pathSchema.optional(),
  stores: z
    .strictObject({
      /** Where manifests and inputs lie. Default: the endpoint of the provider's registry profile. */
      relay: urlSchema.optional(),
      /** Other stores that jobs may name, by their origin; `public` for every https host with a public address. */
      allowed: z.array(z.union([z.literal("public"), urlSchema])).default([]),
    })
    .prefault({}),
  payout: z
    .strictObject({
      /** Whose claims are paid out, to itself. Default: the payout address of the provider's profile. */
      account: addressSchema.optional(),
      /** Tokens that are paid out. */
      tokens: z.array(addressSchema).min(1),
      /** Pays out once the claim is this large, in base units. */
      threshold: amountSchema.default(1n),
    })
    .optional(),
  policy: policySchema.prefault({}),
  /** Left out: the worker takes no open requests. */
  requests: requestPolicySchema.optional(),
  /** Left out: the worker sells no calls, and listens nowhere. */
  sessions: sessionsSchema.optional(),
  /** Left out: the worker checks in on no leases. */
  leases: leasesSchema.optional(),
  disputes: disputesSchema.prefault({}),
  /** Left out: the worker judges no disputes. */
  juror: jurorSchema.optional(),
  /** `unsandboxed` is not possible here: only `--allow-unsandboxed` on the command line says it. */
  sandbox: z.literal("required").default("required"),
  /** `software` computes on the CPU even where there is a GPU. */
  driver: z.enum(["auto", "software"]).default("auto"),
  memoryLimit: z.enum(["auto", "watchdog"]).default("auto"),
  chain: z
    .strictObject({
      /** Blocks, its own included, after which a block is taken to stay. */
      confirmations: z.int().min(1).max(200).default(3),
      pollIntervalMs: z.int().min(20).max(60_000).default(2000),
      /** How long an endpoint may take to answer. */
      rpcTimeoutMs: z.int().min(100).max(60_000).default(5000),
      /** How long a transaction may wait before it is replaced by one that offers more. */
      bumpAfterMs: z.int().min(100).default(30_000),
      /** Most that a unit of gas may cost, in gwei. */
      maxFeePerGasGwei: z.number().positive().max(1_000_000).default(500),
    })
    .prefault({}),
  reserves: z
    .strictObject({
      /** A job that is not checked by then is declined: seconds before its decline window closes. */
      declineMarginSeconds: z.int().min(0).default(10),
      /** Seconds that are kept for upload and submission before a job's deadline. */
      deliverReserveSeconds: z.int().min(0).default(30),
      /** Runs that may end in a fault of the machine before the job is given up. */
      maxRunAttempts: z.int().min(1).max(10).default(3),
    })
    .prefault({}),
});

/** What a configuration file holds: see {@link configFileSchema}. */
export type ConfigFile = z.output<typeof configFileSchema>;

/** What the operator accepts: see {@link policySchema}. */
export type Policy = z.output<typeof policySchema>;

/** Which open requests the operator takes: see {@link requestPolicySchema}. */
export type RequestPolicy = z.output<typeof requestPolicySchema>;
