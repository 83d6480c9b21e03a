import { z } from "zod";
import { bytes32Schema, worthSchema } from "./primitives.ts";

/** Leases of this worker's machines. */
export const leasesSchema = z.strictObject({
  /** The machines that this worker stands for, as offers name them. Leases of others are left alone. */
  machineIds: z.array(bytes32Schema).min(1),
  /** Default: a third of each lease's grace. */
  checkInEverySeconds: z.int().min(1).optional(),
  withdraw: worthSchema.extend({ everySeconds: z.int().min(1).default(86_400) }).prefault({}),
});

/** Leases of this worker's machines: see {@link leasesSchema}. */
export type LeasesFile = z.output<typeof leasesSchema>;
