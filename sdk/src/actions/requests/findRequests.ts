import { sameAddress } from "../../abi/sameAddress.ts";
import { reading } from "../../chain/reading.ts";
import { requireSigner } from "../../chain/sendCall.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { MissingSignerError } from "../../errors/clientErrors.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { OrderState } from "../../types/orderState.ts";
import { rateOfRequest } from "../../types/rateOfRequest.ts";
import type { SignedRequest } from "../../types/request.ts";
import type { RequestRejection } from "../../types/requestRejection.ts";
import type { RequestRequirements } from "../../types/requestRequirements.ts";
import { getEscrowEvents } from "../jobs/getEscrowEvents.ts";
import { assessRequest, type AssessRequestParameters } from "./assessRequest.ts";
import { hashRequest } from "./hashRequest.ts";
import { rejectByTerms } from "./rejectRequest.ts";

/** What {@link findRequests} takes. */
export interface FindRequestsParameters extends RequestRequirements {
  /** The provider that would take them. */
  readonly provider: string;
  /** The machine that would run them. Default: none, which suits requests that ask for none. */
  readonly machineId?: string | undefined;
  /** Who would take them for the provider. Default: the signer. */
  readonly operator?: string | undefined;
  /** Requests from elsewhere, as from a client's website. */
  readonly requests?: readonly SignedRequest[];
  /** Whether to look for requests that were published on chain. Default: true. */
  readonly published?: boolean;
  /** First block to look in. Default: the deployment's first. */
  readonly fromBlock?: number;
  /** One client's requests only. */
  readonly client?: string;
  readonly signal?: AbortSignal | undefined;
}

/** A request that meets all requirements and can be taken now. */
export interface RequestMatch extends SignedRequest {
  readonly orderHash: string;
  readonly state: OrderState;
  /** What it pays now: base units of the payment token for each second of the run limit. */
  readonly ratePerSecond: bigint;
}

/** A request that does not match, and why. */
export interface RejectedRequest extends SignedRequest {
  readonly orderHash: string;
  readonly reason: RequestRejection;
}

/** What {@link findRequests} returns. */
export interface FindRequestsReturnType {
  /** The best paid first; of equal rates the one with less collateral. */
  readonly matches: readonly RequestMatch[];
  /** All others. Nothing is left out silently. */
  readonly rejected: readonly RejectedRequest[];
}

/** What {@link findRequests} throws. */
export type FindRequestsErrorType = ReadErrorType | MissingSignerError;

/**
 * Finds requests that a provider could take now, and says of each other one why it could not.
 *
 * @throws {@link MissingSignerError} when neither an operator nor a signer is given.
 * @throws Any other {@link FindRequestsErrorType}.
 *
 * @example
 * ```ts
 * import { findRequests } from "@wattle/sdk";
 *
 * const { matches, rejected } = await findRequests(client, {
 *   token,
 *   provider,
 *   machineId,
 *   minRatePerSecond: 1_000n,
 *   maxRunSeconds: 3600,
 * });
 * for (const { orderHash, reason } of rejected) console.log(orderHash, reason.message);
 * ```
 */
export async function findRequests(
  client: WattleClient,
  parameters: FindRequestsParameters,
): Promise<FindRequestsReturnType> {
  const { provider, machineId, signal } = parameters;
  const operator = parameters.operator ?? (await reading(requireSigner(client).getAddress(), signal));
  const [candidates, block] = await Promise.all([
    collectRequests(client, parameters),
    reading(client.provider.getBlock("latest"), signal),
  ]);
  const nowAt = block?.timestamp ?? Math.floor(Date.now() / 1000);
  const judged = await Promise.all(
    [...candidates].map(async ([orderHash, signed]): Promise<RequestMatch | RejectedRequest> => {
      // What needs no request to the endpoint comes first, so that a large book of dead requests costs nothing.
      const unsuitable = rejectByTerms(signed.request, parameters, nowAt);
      if (unsuitable !== null) return { ...signed, orderHash, reason: unsuitable };
      const { request, signature } = signed;
      const taking: AssessRequestParameters = { request, signature, provider, machineId, operator, signal };
      const { state, rejection } = await assessRequest(client, taking);
      if (rejection !== null) return { ...signed, orderHash, reason: rejection };
      return { ...signed, orderHash, state, ratePerSecond: rateOfRequest(request, nowAt) };
    }),
  );
  return {
    matches: judged.filter((found): found is RequestMatch => !("reason" in found)).sort(byRate),
    rejected: judged.filter((found): found is RejectedRequest => "reason" in found),
  };
}

/** All requests by their digest, each once. */
async function collectRequests(
  client: WattleClient,
  parameters: FindRequestsParameters,
): Promise<Map<string, SignedRequest>> {
  const { requests = [], published = true, fromBlock, signal } = parameters;
  const events = published
    ? await getEscrowEvents(client, {
        types: ["request-published"],
        ...(fromBlock !== undefined && { fromBlock }),
        signal,
      })
    : [];
  const all = [
    ...requests.map(({ request, signature, store }) => {
      return [hashRequest(client, { request }), { request, signature, store }] as const;
    }),
    // A request that was published needs no signature, and its store is the client's word.
    ...events.map(
      ({ orderHash, request, store }) => [orderHash, { request, signature: "0x", store }] as const,
    ),
  ];
  const wanted = parameters.client;
  return new Map(
    all.filter(([, { request }]) => wanted === undefined || sameAddress(request.client, wanted)),
  );
}

function byRate(a: RequestMatch, b: RequestMatch): number {
  if (a.ratePerSecond !== b.ratePerSecond) return a.ratePerSecond > b.ratePerSecond ? -1 : 1;
  const [less, more] = [a.request.collateral, b.request.collateral];
  if (less !== more) return less < more ? -1 : 1;
  return a.orderHash < b.orderHash ? -1 : 1;
}
