import { ZeroAddress } from "ethers";
import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What a provider's operators may promise in one token with one adjudicator. */
export interface OperatorBound {
  /** The payment token. */
  readonly token: string;
  /** Default: the zero address, which stands for jobs without an adjudicator. */
  readonly adjudicator?: string;
  /** The lowest rate, in the token's base units a second; zero forbids the pair. */
  readonly minRatePerSecond: bigint;
}

/** What {@link setOperatorBound} takes. */
export interface SetOperatorBoundParameters extends OperatorBound, WriteOptions {
  /** The provider's id. */
  readonly provider: string;
}

/** What {@link setOperatorBound} returns. */
export type SetOperatorBoundReturnType = WriteReceipt;

/** What {@link setOperatorBound} throws. */
export type SetOperatorBoundErrorType = WriteErrorType;

/** Encodes {@link setOperatorBound}. */
export function encodeSetOperatorBound(
  client: WattleClient,
  { provider, token, adjudicator = ZeroAddress, minRatePerSecond }: SetOperatorBoundParameters,
): TransactionCall {
  return encodeCall(client, "registry", "setOperatorBound", [provider, token, adjudicator, minRatePerSecond]);
}

/**
 * Bounds what a provider's operators may promise. Nothing is allowed until the owner says so; tightening a bound voids
 * every offer signed so far. For the provider's owner.
 *
 * @throws {@link ProviderRegistryNotOwnerError} when the signer does not own the provider.
 * @throws Any other {@link SetOperatorBoundErrorType}.
 *
 * @example
 * ```ts
 * import { setOperatorBound } from "@wattle/sdk";
 *
 * await setOperatorBound(client, { provider, token, minRatePerSecond: 1_000n });
 * ```
 */
export async function setOperatorBound(
  client: WattleClient,
  parameters: SetOperatorBoundParameters,
): Promise<SetOperatorBoundReturnType> {
  return (await sendCall(client, encodeSetOperatorBound(client, parameters), parameters)).receipt;
}
