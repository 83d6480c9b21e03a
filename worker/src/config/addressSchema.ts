import { getAddress, isAddress } from "ethers";
import { z } from "zod";

/** An address, brought into checksum form. */
export const addressSchema = z
  .string()
  .refine((text) => isAddress(text), { message: "must be an address of 20 bytes (0x…)", abort: true })
  .transform((text) => getAddress(text));
