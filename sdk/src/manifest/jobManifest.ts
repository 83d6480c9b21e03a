import * as z from "zod";
import { blobRefSchema } from "./blobRef.ts";
import { identifierSchema, wgslProgramSchema } from "./wgslProgram.ts";

/**
 * How two results are compared when somebody re-executes the job.
 *
 * `exact` is only sound for integer, fixed-point or bit operations: float division and transcendental functions
 * differ between drivers. A `tolerance` reads every output as an array of `format` values and accepts a result in
 * which at most `outliersPerMillion` of them differ by more than `absolute + relative × |expected|`.
 */
export const comparisonSchema = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("exact") }),
  z.strictObject({
    mode: z.literal("tolerance"),
    format: z.enum(["f32", "u8"]),
    absolute: z.number().min(0),
    relative: z.number().min(0),
    outliersPerMillion: z.int().min(0).max(1_000_000),
  }),
]);

/** How two results are compared: see {@link comparisonSchema}. */
export type Comparison = z.infer<typeof comparisonSchema>;

/** An age recipient (`age1…`, X25519). */
export const ageRecipientSchema = z
  .string()
  .regex(/^age1[02-9ac-hj-np-z]{58}$/, "must be an age X25519 recipient");

/**
 * What a job computes, from what, and how its result is judged. Its canonical encoding (RFC 8785) hashed with
 * sha2-256 is the job's `specDigest` on chain.
 */
export const jobManifestSchema = z.strictObject({
  version: z.literal(1),
  runtime: z.literal("wgsl"),
  program: wgslProgramSchema,
  inputs: z.array(z.strictObject({ name: identifierSchema, blob: blobRefSchema })).max(16),
  requirements: z.strictObject({
    /** Largest single buffer that the device must offer, in bytes. */
    bufferBytes: z.int().min(0),
    /** Host memory that the job's process may use, in bytes. */
    memoryBytes: z
      .int()
      .min(2 ** 24)
      .max(2 ** 40),
  }),
  comparison: comparisonSchema,
  /** Age recipients of the outputs. The first is the job's own key, made by the client for this job alone. */
  recipients: z.array(ageRecipientSchema).min(1).max(8),
  /** Base address of the store that takes the result; its sha2-256 is the `resultStore` of the job's terms. */
  resultStore: z.url({ protocol: /^https?$/ }).max(2048),
});

/** What a job computes: see {@link jobManifestSchema}. */
export type JobManifest = z.infer<typeof jobManifestSchema>;
