import * as z from "zod";

/** Name of an input, an output or an entry point: an identifier that WGSL accepts too. */
export const identifierSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, "must be an identifier");

/**
 * One buffer of bind group 0.
 *
 * - `input`: storage, read only, holding the named input's bytes (padded with zeros to a multiple of 4).
 * - `output`: storage, read and write, zeroed at the start, `size` bytes, returned as the named output.
 * - `scratch`: storage, read and write, zeroed at the start, never returned.
 * - `pass`: a 16-byte uniform `vec4<u32>(pass, passes, 0, 0)` that counts a step's repetitions.
 */
export const wgslBindingSchema = z.discriminatedUnion("kind", [
  z.strictObject({ binding: z.int().min(0).max(15), kind: z.literal("input"), name: identifierSchema }),
  z.strictObject({
    binding: z.int().min(0).max(15),
    kind: z.literal("output"),
    name: identifierSchema,
    size: z
      .int()
      .min(4)
      .max(2 ** 30)
      .multipleOf(4),
  }),
  z.strictObject({
    binding: z.int().min(0).max(15),
    kind: z.literal("scratch"),
    size: z
      .int()
      .min(4)
      .max(2 ** 30)
      .multipleOf(4),
  }),
  z.strictObject({ binding: z.int().min(0).max(15), kind: z.literal("pass") }),
]);

/** One buffer of bind group 0: see {@link wgslBindingSchema}. */
export type WgslBinding = z.infer<typeof wgslBindingSchema>;

/** A compute pass, dispatched `passes` times in order; short passes keep a desktop's GPU responsive. */
export const wgslStepSchema = z.strictObject({
  entryPoint: identifierSchema,
  workgroups: z.tuple([z.int().min(1).max(65535), z.int().min(1).max(65535), z.int().min(1).max(65535)]),
  passes: z.int().min(1).max(65536),
});

/** A compute pass: see {@link wgslStepSchema}. */
export type WgslStep = z.infer<typeof wgslStepSchema>;

/** Longest WGSL source that the `wgsl` runtime accepts, in bytes: compiling is synchronous and grows with it. */
export const WGSL_SOURCE_MAX_BYTES = 64 * 1024;

/** A program of the `wgsl` runtime: one shader module, its buffers and the passes to run over them. */
export const wgslProgramSchema = z.strictObject({
  source: z
    .string()
    .min(1)
    .refine((source) => new TextEncoder().encode(source).length <= WGSL_SOURCE_MAX_BYTES, {
      message: `must be at most ${WGSL_SOURCE_MAX_BYTES} bytes of UTF-8`,
    }),
  bindings: z.array(wgslBindingSchema).min(1).max(16),
  steps: z.array(wgslStepSchema).min(1).max(64),
});

/** A program of the `wgsl` runtime: see {@link wgslProgramSchema}. */
export type WgslProgram = z.infer<typeof wgslProgramSchema>;
