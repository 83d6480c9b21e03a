import { z } from "zod";
import { addressSchema } from "./addressSchema.ts";

/** The seats of this worker's provider. */
export const jurorSchema = z.strictObject({
  /** The courts whose panels it serves on. */
  courts: z.array(addressSchema).min(1),
  /** Seconds that are kept for the commitment before a panel's time to commit is over. */
  commitReserveSeconds: z.int().min(1).default(60),
  /** Whether to draw panels that wait for it, of any case: whoever comes first. */
  drawPanels: z.boolean().default(true),
  /** Whether to finish decided cases that it sat on, which pays and frees all seats. */
  finishCases: z.boolean().default(true),
  /**
   * How long a worker that is stopped stays for a commitment or a reveal, in seconds; for what is due later it has to be
   * back in time.
   */
  stopWaitSeconds: z.int().min(0).max(86_400).default(600),
});

/** The seats of this worker's provider: see {@link jurorSchema}. */
export type JurorFile = z.output<typeof jurorSchema>;
