import { ZeroHash } from "ethers";
import { reading } from "../../chain/reading.ts";
import { requireSigner } from "../../chain/sendCall.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { MissingSignerError } from "../../errors/clientErrors.ts";
import { JobEscrowCannotPromiseError } from "../../errors/contract/jobEscrowErrors.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { OrderState } from "../../types/orderState.ts";
import type { Request } from "../../types/request.ts";
import type { RequestRejection } from "../../types/requestRejection.ts";
import { getOrderState } from "../orders/getOrderState.ts";
import { hashRequest } from "./hashRequest.ts";
import { rejectionOf } from "./rejectionOf.ts";

/** What {@link assessRequest} takes. */
export interface AssessRequestParameters {
  readonly request: Request;
  /** Of the client, 0x hex; `0x` for a request that was published on chain. */
  readonly signature: string;
  /** The provider that would take it. */
  readonly provider: string;
  /** The machine that would run it. Default: none, which suits requests that ask for none. */
  readonly machineId?: string | undefined;
  /** Who would take it for the provider: its owner or an operator. Default: the signer. */
  readonly operator?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link assessRequest} returns. */
export interface AssessRequestReturnType {
  readonly orderHash: string;
  readonly state: OrderState;
  /** Why it cannot be taken; null if it can. */
  readonly rejection: RequestRejection | null;
}

/** What {@link assessRequest} throws. */
export type AssessRequestErrorType = ReadErrorType | MissingSignerError;

/**
 * Asks the market whether a provider could take a request now, without sending anything: the answer is the market's own,
 * so that claim, allowance, the operator's bound, machine, stake and signature (of a key, or by ERC-1271) count in the
 * order in which a transaction would fail.
 *
 * @throws {@link MissingSignerError} when neither an operator nor a signer is given.
 * @throws Any other {@link AssessRequestErrorType}.
 *
 * @example
 * ```ts
 * import { assessRequest } from "@wattle/sdk";
 *
 * const { rejection } = await assessRequest(client, { request, signature, provider, machineId });
 * console.log(rejection === null ? "can be taken" : rejection.message);
 * ```
 */
export async function assessRequest(
  client: WattleClient,
  parameters: AssessRequestParameters,
): Promise<AssessRequestReturnType> {
  const { request, signature, provider, machineId = ZeroHash, signal } = parameters;
  const from = parameters.operator ?? (await reading(requireSigner(client).getAddress(), signal));
  const orderHash = hashRequest(client, { request });
  const { takeRequest } = client.contracts.escrow;
  const [state, refusal] = await Promise.all([
    getOrderState(client, { orderHash, signal }),
    reading(takeRequest.staticCall(request, signature, provider, machineId, { from }), signal).then(
      () => null,
      (error: unknown) => ({ error }),
    ),
  ]);
  if (refusal === null) return { orderHash, state, rejection: null };
  const rejection =
    refusal.error instanceof JobEscrowCannotPromiseError
      ? await rejectByPromise(client, request, refusal.error, signal)
      : rejectionOf(refusal.error);
  if (rejection === null) throw refusal.error;
  return { orderHash, state, rejection };
}

/** The market says only that the key may not; the registry says why. */
async function rejectByPromise(
  client: WattleClient,
  { token, adjudicator }: Request,
  { args: { provider, key, ratePerSecond } }: JobEscrowCannotPromiseError,
  signal: AbortSignal | undefined,
): Promise<RequestRejection> {
  const { registry } = client.contracts;
  const [operates, bound] = await reading(
    Promise.all([registry.canOperate(provider, key), registry.operatorBoundOf(provider, token, adjudicator)]),
    signal,
  );
  if (!operates) return { code: "operator", message: `${key} may not act for provider ${provider}` };
  const allowed = bound === 0n ? "nothing with its token and adjudicator" : `no less than ${bound}`;
  const message = `it pays ${ratePerSecond} a second, and the owner lets operators promise ${allowed}`;
  return { code: "bound", message };
}
