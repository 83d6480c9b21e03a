import { z } from "zod";

/** What a signer's process is told, in a file of its own. Its keys come in the environment. */
export const signerConfigSchema = z.strictObject({
  rpcUrl: z.string(),
  /** The deployment record. */
  deploymentFile: z.string(),
  adjudicator: z.string(),
  /** Where the software driver is unpacked. */
  cacheFolder: z.string(),
  workFolder: z.string(),
  allowUnsandboxed: z.boolean(),
});

/** See {@link signerConfigSchema}. */
export type SignerConfig = z.infer<typeof signerConfigSchema>;

/** The line that a signer's process prints once it listens. */
export const signerReadySchema = z.object({ url: z.string(), adapter: z.string() });

/** What a signer is sent. */
export const judgeRequestSchema = z.strictObject({
  jobId: z.string().regex(/^0x[0-9a-f]{64}$/),
  /** The job's key, encrypted: base64. */
  disclosure: z.base64(),
});

/** What a signer answers. */
export const judgeAnswerSchema = z.object({
  providerRight: z.boolean(),
  reason: z.string(),
  attestation: z.object({ signer: z.string(), signature: z.string() }),
});

/** Longest request in bytes: a key, encrypted to at most 32 signers. */
export const REQUEST_MAX_BYTES = 64 * 1024;
