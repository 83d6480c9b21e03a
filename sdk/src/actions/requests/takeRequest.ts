import { ZeroHash } from "ethers";
import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { reading } from "../../chain/reading.ts";
import { requireSigner, sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { CourtTermsError } from "../../errors/courtErrors.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import { RequestUnavailableError } from "../../errors/requestErrors.ts";
import type { JobTerms } from "../../types/jobTerms.ts";
import { priceOf } from "../../types/priceOf.ts";
import type { Request } from "../../types/request.ts";
import { checkCourtTerms } from "../court/checkCourtTerms.ts";
import { assessRequest } from "./assessRequest.ts";

/** What {@link encodeTakeRequest} takes. */
export interface EncodeTakeRequestParameters {
  readonly request: Request;
  /** Of the client, 0x hex; `0x` for a request that was published on chain. */
  readonly signature: string;
  /** The provider that takes it. */
  readonly provider: string;
  /** The machine that is to run it. Default: none, which suits requests that ask for none. */
  readonly machineId?: string | undefined;
}

/** What {@link takeRequest} takes. */
export interface TakeRequestParameters extends EncodeTakeRequestParameters, WriteOptions {}

/** What {@link takeRequest} returns. */
export interface TakeRequestReturnType extends WriteReceipt {
  readonly jobId: string;
  readonly terms: JobTerms;
  /** Base units of the payment token that are in escrow now. */
  readonly price: bigint;
}

/** What {@link takeRequest} throws. */
export type TakeRequestErrorType = WriteErrorType | RequestUnavailableError | CourtTermsError;

/** Encodes {@link takeRequest}. */
export function encodeTakeRequest(
  client: WattleClient,
  { request, signature, provider, machineId = ZeroHash }: EncodeTakeRequestParameters,
): TransactionCall {
  return encodeCall(client, "escrow", "takeRequest", [request, signature, provider, machineId]);
}

/**
 * Opens a job from a client's request, at its rate of now: the price goes from the client's claim into escrow, the
 * provider's collateral is locked. For the provider's owner, and its operators within the owner's bounds. Whether it
 * would succeed is asked first, and a signature that the market remembers is left out.
 *
 * @throws {@link RequestUnavailableError} when the request is dead, taken or not covered, or the provider does not suit.
 * @throws {@link CourtTermsError} when the court that the request names would refuse every case of the job.
 * @throws Any other {@link TakeRequestErrorType}.
 *
 * @example
 * ```ts
 * import { findRequests, takeRequest } from "@wattle/sdk";
 *
 * const { matches } = await findRequests(client, { token, provider, machineId });
 * const { request, signature } = matches[0];
 * const { jobId, terms } = await takeRequest(client, { request, signature, provider, machineId });
 * ```
 */
export async function takeRequest(
  client: WattleClient,
  parameters: TakeRequestParameters,
): Promise<TakeRequestReturnType> {
  const operator = await reading(requireSigner(client).getAddress(), parameters.signal);
  const { state, orderHash, rejection } = await assessRequest(client, { ...parameters, operator });
  if (rejection !== null) throw new RequestUnavailableError(orderHash, rejection);
  await checkCourtTerms(client, { terms: parameters.request, signal: parameters.signal });
  const signature = state.approved ? "0x" : parameters.signature;
  const call = encodeTakeRequest(client, { ...parameters, signature });
  const { receipt, logs } = await sendCall(client, call, parameters);
  const { jobId, terms } = findEvent(client, "escrow", logs, "JobOpened");
  return { ...receipt, jobId, terms, price: priceOf(terms) };
}
