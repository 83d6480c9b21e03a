import { hexlify, randomBytes, ZeroAddress, ZeroHash } from "ethers";
import { encodeShortText } from "../../abi/shortText.ts";
import { reading } from "../../chain/reading.ts";
import { requireSigner } from "../../chain/sendCall.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { MissingSignerError } from "../../errors/clientErrors.ts";
import type { CourtTermsError } from "../../errors/courtErrors.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { TextTooLongError } from "../../errors/inputErrors.ts";
import type { Request } from "../../types/request.ts";
import { checkCourtTerms } from "../court/checkCourtTerms.ts";
import { usualAdjudication } from "../court/usualAdjudication.ts";
import { getRequestEpoch } from "./getRequestEpoch.ts";

/** What {@link prepareRequest} takes: what only the client can decide, and anything that shall differ from the usual. */
export interface PrepareRequestParameters extends Partial<
  Omit<Request, "token" | "maxRatePerSecond" | "collateral" | "runLimitSeconds" | "specDigest" | "specRoot">
> {
  /** Who pays. Default: the signer. */
  readonly client?: string;
  /** The payment token. */
  readonly token: string;
  /** The most that it pays: base units of the payment token for each second of the run limit. */
  readonly maxRatePerSecond: bigint;
  /** Base units of the stake token that the job locks. */
  readonly collateral: bigint;
  /** How long the job may run. */
  readonly runLimitSeconds: number;
  /** The sha2-256 of the job's canonical manifest (0x hex). */
  readonly specDigest: string;
  /** The UnixFS root of the manifest's envelope (0x hex). */
  readonly specRoot: string;
  /** The card's model in words, as in `nvidia-rtx-4090`. Default: any. */
  readonly gpuModel?: string;
  /** Where the machine stands, as in `de` or `us-ca`: a country covers its subdivisions. Default: anywhere. */
  readonly region?: string;
  /** How long the request can be taken, in seconds. Default: a day. `expiresAt` goes before it. */
  readonly validSeconds?: number;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link prepareRequest} returns. */
export type PrepareRequestReturnType = Request;

/** What {@link prepareRequest} throws. */
export type PrepareRequestErrorType = ReadErrorType | MissingSignerError | TextTooLongError | CourtTermsError;

const DAY_SECONDS = 24 * 3600;

/** How long a rate rises that starts below the highest, unless the client says otherwise. */
const RISE_SECONDS = 600;

/**
 * Fills in the rest of a request: the client's present epoch, start and expiry by the chain's clock, a random salt and
 * usual windows: a minute to decline, a minute of slack, an hour to review, three days for a ruling, half the price
 * without one; for any provider and machine, without an adjudicator, at the highest rate from the start. A lower
 * `startRatePerSecond` rises for ten minutes, so that providers compete for who works for less. Where the adjudicator is a
 * slashing court, fee and time for a ruling are what its rules ask for.
 *
 * @throws {@link CourtTermsError} when the request says something else than its court takes cases with.
 * @throws {@link MissingSignerError} when neither the client nor a signer is given.
 * @throws {@link TextTooLongError} when the model takes more than 32 bytes, or the region more than 8.
 * @throws Any other {@link PrepareRequestErrorType}.
 *
 * @example
 * ```ts
 * import { prepareRequest } from "@wattle/sdk";
 *
 * const request = await prepareRequest(client, {
 *   token,
 *   startRatePerSecond: 500n,
 *   maxRatePerSecond: 2_000n,
 *   collateral: 10n ** 18n,
 *   runLimitSeconds: 600,
 *   minVramMib: 16_384,
 *   region: "de",
 *   specDigest,
 *   specRoot,
 * });
 * ```
 */
export async function prepareRequest(
  client: WattleClient,
  parameters: PrepareRequestParameters,
): Promise<PrepareRequestReturnType> {
  const { validSeconds = DAY_SECONDS, signal, gpuModel = "", region = "", ...given } = parameters;
  const { startRatePerSecond = given.maxRatePerSecond, adjudicator = ZeroAddress } = given;
  const account = given.client ?? (await reading(requireSigner(client).getAddress(), signal));
  const [epoch, block, { disputeFee, rulingSeconds }] = await Promise.all([
    getRequestEpoch(client, { account, signal }),
    reading(client.provider.getBlock("latest"), signal),
    usualAdjudication(client, { adjudicator, signal }),
  ]);
  const nowAt = block?.timestamp ?? Math.floor(Date.now() / 1000);
  const request = {
    client: account,
    taker: ZeroAddress,
    adjudicator,
    startRatePerSecond,
    startsAt: nowAt,
    riseSeconds: startRatePerSecond < given.maxRatePerSecond ? RISE_SECONDS : 0,
    disputeFee,
    declineSeconds: 60,
    slackSeconds: 60,
    reviewSeconds: 3600,
    rulingSeconds,
    noRulingBps: 5000,
    minGpuCount: 0,
    minVramMib: 0,
    minStake: 0n,
    expiresAt: nowAt + validSeconds,
    epoch,
    tag: ZeroHash,
    salt: BigInt(hexlify(randomBytes(32))),
    ...given,
    gpuModel: encodeShortText(gpuModel, 32),
    region: encodeShortText(region, 8),
  };
  await checkCourtTerms(client, { terms: request, signal });
  return request;
}
