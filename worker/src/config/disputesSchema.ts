import { z } from "zod";
import { addressSchema } from "./addressSchema.ts";
import { amountSchema } from "./primitives.ts";

/** What the worker does about disputes of its provider's own jobs. */
export const disputesSchema = z.strictObject({
  /**
   * Whether to open a case with its court, and to draw its panel, where nobody else does: without a case there is no
   * ruling, and the client has a part of the price back for nothing.
   */
  openCases: z.boolean().default(true),
  /** How long others may take to do that first, in seconds; never more than half of the time that there is. */
  patienceSeconds: z.int().min(0).max(86_400).default(120),
  /** Most that opening and drawing may cost a dispute, in wei. */
  maxGasWei: amountSchema.default(10n ** 16n),
  /**
   * Most that an appeal of a ruling against the provider may cost, by payment token, in base units. The operator's own
   * claim pays it. Default: it never appeals.
   */
  maxAppealFee: z.record(addressSchema, amountSchema).default({}),
});

/** What the worker does about disputes of its provider's own jobs: see {@link disputesSchema}. */
export type DisputesFile = z.output<typeof disputesSchema>;
