import { z } from "zod";
import { addressSchema } from "./addressSchema.ts";

/** An amount in base units: a whole number, in quotes where it is large. */
export const amountSchema = z
  .union([z.int().min(0), z.string().regex(/^\d{1,78}$/, "must be a whole number of base units")])
  .transform((amount) => BigInt(amount));

/** An address of the web. */
export const urlSchema = z.url({ protocol: /^https?$/, message: "must be an http(s) address" });

/** A path, relative to the configuration file. */
export const pathSchema = z.string().min(1);

/** What a base unit of a token is worth in wei: a whole number, or a fraction as in `1/3000`. */
export const tokenPriceSchema = z
  .union([z.int().min(0), z.string().regex(/^\d{1,78}(\/[1-9]\d{0,77})?$/, "must be as in 3000 or 1/3000")])
  .transform((price) => {
    const [numerator = "0", denominator = "1"] = String(price).split("/");
    return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
  });

/** When it is worth its gas to take earnings out of an escrow. */
export const worthSchema = z.strictObject({
  /** What tokens are worth; what is in others is taken at the end only. */
  weiPerToken: z.record(addressSchema, tokenPriceSchema).default({}),
  /** How many times its gas a transaction must bring while there is time. */
  minFactor: z.number().min(1).max(1_000_000).default(20),
});

/** 32 bytes. */
export const bytes32Schema = z.string().regex(/^0x[0-9a-fA-F]{64}$/, "must be 32 bytes (0x…)");
