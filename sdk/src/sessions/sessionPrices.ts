import { isAddress, isHexString } from "ethers";
import { z } from "zod";

/** Most digits of an amount: 128 bits. */
const AMOUNT = /^(?:0|[1-9]\d{0,38})$/;

/** An amount in base units as a decimal string. */
export const amountSchema = z
  .string()
  .regex(AMOUNT)
  .transform(BigInt)
  .refine((value) => value >> 128n === 0n);

const addressSchema = z.string().refine((value) => isAddress(value), "must be an address");
const countSchema = z.int().nonnegative();

const serviceSchema = z.object({
  id: z.string().min(1).max(200),
  token: addressSchema,
  pricePerCall: amountSchema,
  minGraceSeconds: countSchema,
  minSecondsLeft: countSchema,
  maxInputBytes: countSchema,
  programDigest: z.string().refine((value) => isHexString(value, 32), "must be 32 bytes (0x hex)"),
});

/** What a provider's endpoint answers to `GET /sessions`; fields that are not known are left out. */
export const sessionPricesSchema = z.object({
  chainId: z.int().positive(),
  sessionEscrow: addressSchema,
  provider: addressSchema,
  services: z.array(serviceSchema).max(1000),
});

/** Something that a provider sells by the call. */
export interface SessionService {
  readonly id: string;
  /** The payment token. */
  readonly token: string;
  /** Base units of the token. */
  readonly pricePerCall: bigint;
  /** The least grace of a session that is served. */
  readonly minGraceSeconds: number;
  /** The least time that a session must last still. */
  readonly minSecondsLeft: number;
  readonly maxInputBytes: number;
  /** The sha2-256 of the program (0x hex): what a response can be checked with. */
  readonly programDigest: string;
}

/** What a provider sells by the call, and for which market. */
export interface SessionPrices {
  readonly chainId: number;
  readonly sessionEscrow: string;
  /** The provider's id. */
  readonly provider: string;
  readonly services: readonly SessionService[];
}
