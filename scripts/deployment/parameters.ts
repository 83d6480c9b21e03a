import { readFile } from "node:fs/promises";
import { getAddress, isAddress } from "ethers";
import JSON5 from "json5";
import { z } from "zod";
import { ParametersInvalidError } from "./errors.ts";

/** What stake cannot be borrowed for: seven days. */
const PRODUCTION_THAW_SECONDS = 604_800;
const MAX_THAW_SECONDS = 365 * 86_400;
const MAX_STAGE_SECONDS = 30 * 86_400;

const stageSeconds = z.int().min(1).max(MAX_STAGE_SECONDS);
const baseUnits = z.string().regex(/^[1-9]\d*$/, "expected base units of the token, as digits in quotes");
const token = z.union([
  z.literal("faucet"),
  z
    .string()
    .refine((text) => isAddress(text), 'expected "faucet" or a token\'s address')
    .transform((text) => getAddress(text)),
]);

const courtSchema = z
  .strictObject({
    machineClass: z.string().min(1).max(31),
    feeToken: token,
    seatFee: baseUnits,
    penaltyUnit: baseUnits,
    longestRunSeconds: stageSeconds,
    panelSeats: z.union([z.literal(1), z.literal(3)]),
    drawBlocks: z.int().min(1).max(128),
    drawSeconds: stageSeconds,
    commitSeconds: stageSeconds,
    revealSeconds: stageSeconds,
    appealSeconds: stageSeconds,
    applySeconds: stageSeconds,
  })
  .refine(({ commitSeconds, longestRunSeconds }) => commitSeconds > longestRunSeconds, {
    path: ["commitSeconds"],
    message: "jurors run a job again before they commit, so it must be longer than longestRunSeconds",
  });

const parametersSchema = z
  .strictObject({
    purpose: z.enum(["test", "production"]),
    stakeToken: token,
    faucet: z.strictObject({ name: z.string().min(1).max(31), symbol: z.string().min(1).max(11) }).nullable(),
    thawSeconds: z.int().min(1).max(MAX_THAW_SECONDS),
    court: courtSchema.nullable(),
  })
  .superRefine(({ purpose, stakeToken, faucet, thawSeconds, court }, context) => {
    const refuse = (path: string, message: string): void => {
      context.addIssue({ code: "custom", path: [path], message });
    };
    const usesFaucet = stakeToken === "faucet" || court?.feeToken === "faucet";
    if (usesFaucet && faucet === null)
      refuse("faucet", "a token is the faucet's, so it needs a name and a symbol");
    if (purpose !== "production") return;
    if (faucet !== null) refuse("faucet", "anybody can make the faucet's tokens: null in production");
    if (thawSeconds < PRODUCTION_THAW_SECONDS) {
      refuse("thawSeconds", `at least ${String(PRODUCTION_THAW_SECONDS)} (7 days) in production`);
    }
  });

/** What a network's file in `deployments/parameters` says. */
export type NetworkParameters = z.infer<typeof parametersSchema>;

/** What a network's file says of its court. */
export type CourtParameters = z.infer<typeof courtSchema>;

/** The parameter file of a network. */
export const parameterFileOf = (network: string): URL =>
  new URL(`../../deployments/parameters/${network}.json5`, import.meta.url);

/**
 * Checks what a parameter file says.
 *
 * @param file Its name, for the message.
 * @throws {@link ParametersInvalidError} that names every field that is wrong.
 */
export function parseParameters(text: string, file: string): NetworkParameters {
  let value: unknown;
  try {
    value = JSON5.parse(text);
  } catch (error) {
    throw new ParametersInvalidError(file, `it is no JSON5 (${String(error)}).`, error);
  }
  const parsed = parametersSchema.safeParse(value);
  if (!parsed.success) throw new ParametersInvalidError(file, `\n${z.prettifyError(parsed.error)}\n`);
  return parsed.data;
}

/** Reads a network's parameter file. @throws {@link ParametersInvalidError} when it is missing or wrong. */
export async function readParameters(network: string): Promise<NetworkParameters> {
  const file = `deployments/parameters/${network}.json5`;
  let text: string;
  try {
    text = await readFile(parameterFileOf(network), "utf8");
  } catch (error) {
    throw new ParametersInvalidError(file, "it is not there.", error);
  }
  return parseParameters(text, file);
}
