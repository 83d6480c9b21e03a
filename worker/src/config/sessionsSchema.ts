import { z } from "zod";
import { addressSchema } from "./addressSchema.ts";
import { amountSchema, pathSchema, worthSchema } from "./primitives.ts";

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
export const sessionsSchema = z.strictObject({
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

/** Calls that are sold in sessions: see {@link sessionsSchema}. */
export type SessionsFile = z.output<typeof sessionsSchema>;
