import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";

/** What {@link getRequestEpoch} takes. */
export interface GetRequestEpochParameters {
  /** The requests' client. */
  readonly account: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getRequestEpoch} returns. */
export type GetRequestEpochReturnType = number;

/** What {@link getRequestEpoch} throws. */
export type GetRequestEpochErrorType = ReadErrorType;

/**
 * Reads the epoch that a client's requests must carry; the first is 0.
 *
 * @throws Any {@link GetRequestEpochErrorType}.
 *
 * @example
 * ```ts
 * import { getRequestEpoch } from "@wattle/sdk";
 *
 * const alive = request.epoch === (await getRequestEpoch(client, { account: request.client }));
 * ```
 */
export async function getRequestEpoch(
  client: WattleClient,
  { account, signal }: GetRequestEpochParameters,
): Promise<GetRequestEpochReturnType> {
  return Number(await reading(client.contracts.escrow.requestEpochOf(account), signal));
}
