import { ZeroAddress, ZeroHash } from "ethers";
import { z } from "zod";
import { addressSchema } from "./addressSchema.ts";

/** An amount in base units: a whole number, in quotes where it is large. */
const amountSchema = z
  .union([z.int().min(0), z.string().regex(/^\d{1,78}$/, "must be a whole number of base units")])
  .transform((amount) => BigInt(amount));

const urlSchema = z.url({ protocol: /^https?$/, message: "must be an http(s) address" });

const pathSchema = z.string().min(1);

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
  machineId: z
    .string()
    .regex(/^0x[0-9a-fA-F]{64}$/, "must be 32 bytes (0x…)")
    .default(ZeroHash),
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

/** What a base unit of a token is worth in wei: a whole number, or a fraction as in `1/3000`. */
const tokenPriceSchema = z
  .union([z.int().min(0), z.string().regex(/^\d{1,78}(\/[1-9]\d{0,77})?$/, "must be as in 3000 or 1/3000")])
  .transform((price) => {
    const [numerator = "0", denominator = "1"] = String(price).split("/");
    return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
  });

/** When it is worth its gas to take earnings out of an escrow. */
const worthSchema = z.strictObject({
  /** What tokens are worth; what is in others is taken at the end only. */
  weiPerToken: z.record(addressSchema, tokenPriceSchema).default({}),
  /** How many times its gas a transaction must bring while there is time. */
  minFactor: z.number().min(1).max(1_000_000).default(20),
});

const bytes32Schema = z.string().regex(/^0x[0-9a-fA-F]{64}$/, "must be 32 bytes (0x…)");

/** What is sold by the call. */
const serviceSchema = z.strictObject({
  /** How callers name it. */
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, "must be a name of letters, digits, dots and dashes"),
  /** The file of its program: `source` or `sourceFile`, `bindings` and `steps`, as in a job's manifest. */
  program: pathSchema,
  token: addressSchema,
  /** Base units. */
  pricePerCall: amountSchema.refine((price) => price > 0n, "must be above zero"),
  /** Shortest grace of a session in which a receipt can still be redeemed when the worker was away for a while. */
  minGraceSeconds: z.int().min(3600).default(3600),
  /** Calls are taken up to so long before the session's expiry. */
  minSecondsLeft: z.int().min(0).default(60),
  maxInputBytes: z
    .int()
    .min(4)
    .max(2 ** 26)
    .default(2 ** 16),
  /** Longest that a call may take; then its process is killed, and the call costs nothing. */
  callLimitMs: z.int().min(10).max(600_000).default(2000),
  /** Host memory of a session's process. */
  memoryBytes: z
    .int()
    .min(2 ** 24)
    .default(2 ** 29),
});

/** Calls that are sold in sessions. */
const sessionsSchema = z.strictObject({
  listen: z.strictObject({ host: z.string().min(1).default("127.0.0.1"), port: z.int().min(0).max(65_535) }),
  services: z
    .array(serviceSchema)
    .min(1)
    .refine(
      (services) => new Set(services.map(({ id }) => id)).size === services.length,
      "two have the same id",
    ),
  redeem: worthSchema
    .extend({
      /** Pause between two looks at what is worth redeeming. */
      everySeconds: z.int().min(1).default(3600),
      /** From when on a session's last receipt is not put off any more, before anyone may close it. */
      lastChanceSeconds: z.int().min(60).default(1800),
    })
    .prefault({}),
  /** Sessions that have a process at the same time. */
  maxSessions: z.int().min(1).max(64).default(4),
  /** How long a process waits for the next call of its session. */
  idleSeconds: z.int().min(1).default(60),
});

/** Leases of this worker's machines. */
const leasesSchema = z.strictObject({
  /** The machines that this worker stands for, as offers name them. Leases of others are left alone. */
  machineIds: z.array(bytes32Schema).min(1),
  /** Default: a third of each lease's grace. */
  checkInEverySeconds: z.int().min(1).optional(),
  withdraw: worthSchema.extend({ everySeconds: z.int().min(1).default(86_400) }).prefault({}),
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

/** Calls that are sold in sessions: see {@link sessionsSchema}. */
export type SessionsFile = z.output<typeof sessionsSchema>;

/** Leases of this worker's machines: see {@link leasesSchema}. */
export type LeasesFile = z.output<typeof leasesSchema>;

/** What the operator accepts: see {@link policySchema}. */
export type Policy = z.output<typeof policySchema>;

/** Which open requests the operator takes: see {@link requestPolicySchema}. */
export type RequestPolicy = z.output<typeof requestPolicySchema>;
