import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What {@link authorizeService} takes. */
export interface AuthorizeServiceParameters extends WriteOptions {
  /** The provider's id. */
  readonly provider: string;
  /** The market or court. Default: the market of batch jobs. */
  readonly service?: string;
  /** The most that it may hold locked at any time, in base units of the stake token. */
  readonly limit: bigint;
  /** The most that a single job may lock. Default: `limit`. Zero stops new jobs. */
  readonly maxPerLock?: bigint;
}

/** What {@link authorizeService} returns. */
export type AuthorizeServiceReturnType = WriteReceipt;

/** What {@link authorizeService} throws. */
export type AuthorizeServiceErrorType = WriteErrorType;

/** Encodes {@link authorizeService}. */
export function encodeAuthorizeService(
  client: WattleClient,
  {
    provider,
    service = client.deployment.contracts.jobEscrow,
    limit,
    maxPerLock = limit,
  }: AuthorizeServiceParameters,
): TransactionCall {
  return encodeCall(client, "staking", "authorize", [provider, service, limit, maxPerLock]);
}

/**
 * Sets the part of a provider's stake that a market or court may lock. A raise comes out of free stake, a cut goes
 * back to it at once. For the provider's owner.
 *
 * @throws {@link ProviderStakingInsufficientFreeError} when there is less free stake than the raise.
 * @throws {@link ProviderStakingLimitBelowLockedError} when the service holds more than the new limit.
 * @throws Any other {@link AuthorizeServiceErrorType}.
 *
 * @example
 * ```ts
 * import { authorizeService } from "@wattle/sdk";
 *
 * await authorizeService(client, { provider, limit: 1_000n * 10n ** 18n });
 * ```
 */
export async function authorizeService(
  client: WattleClient,
  parameters: AuthorizeServiceParameters,
): Promise<AuthorizeServiceReturnType> {
  return (await sendCall(client, encodeAuthorizeService(client, parameters), parameters)).receipt;
}
