import { allowToken, type AllowanceMethod } from "../payments/allowToken.ts";
import { encodeCall } from "../../chain/encodeCall.ts";
import { type Permit, permitValues } from "../payments/signPermit.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import { encodeAuthorizeService } from "./authorizeService.ts";

/** What a market or court may lock from the same transaction on. */
export interface StakeAuthorization {
  /** Default: the market of batch jobs. */
  readonly service?: string;
  /** The most that it may hold locked at any time, in base units of the stake token. */
  readonly limit: bigint;
  /** The most that a single job may lock. Default: `limit`. */
  readonly maxPerLock?: bigint;
}

/** What {@link encodeDepositStake} takes. */
export interface EncodeDepositStakeParameters {
  /** The provider's id. */
  readonly provider: string;
  /** Base units of the stake token. */
  readonly amount: bigint;
  /** Needs a signer that owns the provider. */
  readonly authorize?: StakeAuthorization | undefined;
  /** The signer's permit for `amount`; null where the allowance is set. */
  readonly permit?: Permit | null;
}

/** What {@link depositStake} takes. */
export interface DepositStakeParameters extends Omit<EncodeDepositStakeParameters, "permit">, WriteOptions {
  /** Default: `auto`, a permit where the token has them, else an approval. */
  readonly method?: AllowanceMethod;
}

/** What {@link depositStake} returns. */
export type DepositStakeReturnType = WriteReceipt;

/** What {@link depositStake} throws. */
export type DepositStakeErrorType = WriteErrorType;

/** Encodes {@link depositStake}. */
export function encodeDepositStake(
  client: WattleClient,
  { provider, amount, authorize, permit = null }: EncodeDepositStakeParameters,
): TransactionCall {
  const deposit =
    permit === null
      ? encodeCall(client, "staking", "deposit", [provider, amount])
      : encodeCall(client, "staking", "depositWithPermit", [provider, amount, ...permitValues(permit)]);
  if (authorize === undefined) return deposit;
  const authorization = encodeAuthorizeService(client, { provider, ...authorize });
  return encodeCall(client, "staking", "multicall", [[deposit.data, authorization.data]]);
}

/**
 * Adds stake to a provider from the signer's tokens, in one transaction where the token has permits. The owner can
 * authorize a market in the same transaction.
 *
 * @throws {@link ERC20InsufficientBalanceError} when the signer has fewer tokens.
 * @throws Any other {@link DepositStakeErrorType}.
 *
 * @example
 * ```ts
 * import { depositStake } from "@wattle/sdk";
 *
 * const amount = 500n * 10n ** 18n;
 * await depositStake(client, { provider, amount, authorize: { limit: amount } });
 * ```
 */
export async function depositStake(
  client: WattleClient,
  parameters: DepositStakeParameters,
): Promise<DepositStakeReturnType> {
  const { amount, method = "auto", provider, authorize, confirmations, signal } = parameters;
  const spender = client.deployment.contracts.providerStaking;
  const token = client.deployment.tokens.stake;
  const permit = await allowToken(client, { token, spender, amount, method, confirmations, signal });
  const call = encodeDepositStake(client, { provider, amount, authorize, permit });
  return (await sendCall(client, call, parameters)).receipt;
}
