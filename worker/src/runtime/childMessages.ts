import { z } from "zod";
import type { ChildMessage } from "./childProtocol.ts";

const limit = z.number().min(0);

/**
 * Reads one line of the job's process. The process ran a stranger's program through a large native library, so its
 * words are checked like any other stranger's.
 */
export const childMessageSchema: z.ZodType<ChildMessage> = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("unavailable"), reason: z.string() }),
  z.strictObject({
    type: z.literal("opened"),
    adapter: z.strictObject({
      name: z.string().max(200),
      vendor: z.string().max(200),
      isSoftware: z.boolean(),
      limits: z.strictObject({
        maxBufferSize: limit,
        maxStorageBufferBindingSize: limit,
        maxStorageBuffersPerShaderStage: limit,
        maxComputeWorkgroupStorageSize: limit,
        maxComputeInvocationsPerWorkgroup: limit,
        maxComputeWorkgroupSizeX: limit,
        maxComputeWorkgroupSizeY: limit,
        maxComputeWorkgroupSizeZ: limit,
        maxComputeWorkgroupsPerDimension: limit,
      }),
    }),
  }),
  z.strictObject({ type: z.literal("progress"), completedPasses: z.int().min(0) }),
  z.strictObject({ type: z.literal("ready") }),
  z.strictObject({ type: z.literal("completed") }),
  z.strictObject({ type: z.literal("failed"), reason: z.string() }),
]);
