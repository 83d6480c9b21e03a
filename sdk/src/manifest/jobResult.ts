import * as z from "zod";
import { blobRefSchema, bytes32Schema } from "./blobRef.ts";
import { identifierSchema } from "./wgslProgram.ts";

/**
 * How a run ended. Reaching the run limit and a program that fails are results like any other: they are submitted,
 * paid and checkable, so that a program that cannot finish never costs an honest provider its stake.
 */
export const jobOutcomeSchema = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("completed") }),
  z.strictObject({ status: z.literal("failed"), reason: z.string().max(2000) }),
  z.strictObject({ status: z.literal("run-limit") }),
]);

/** How a run ended: see {@link jobOutcomeSchema}. */
export type JobOutcome = z.infer<typeof jobOutcomeSchema>;

/** What the provider hands over. Its canonical encoding hashed with sha2-256 is the job's result digest on chain. */
export const jobResultSchema = z.strictObject({
  version: z.literal(1),
  jobId: bytes32Schema,
  specDigest: bytes32Schema,
  outcome: jobOutcomeSchema,
  outputs: z.array(z.strictObject({ name: identifierSchema, blob: blobRefSchema })).max(16),
  usage: z.strictObject({
    runMs: z.int().min(0),
    /** The adapter that ran the job, as the driver names it. */
    adapter: z.string().max(200),
    /** Measured energy in millijoules; null where the machine has no counter ("unmetered"), never an estimate. */
    energyMillijoules: z.int().min(0).nullable(),
  }),
});

/** What the provider hands over: see {@link jobResultSchema}. */
export type JobResult = z.infer<typeof jobResultSchema>;
