import { allowToken, type AllowanceMethod } from "./allowToken.ts";
import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { type Permit, permitValues } from "./signPermit.ts";
import { reading } from "../../chain/reading.ts";
import { requireSigner, sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import { encodeApproveMarket } from "./approveMarket.ts";

/** What {@link encodeDepositPayment} takes. */
export interface EncodeDepositPaymentParameters {
  /** The payment token. */
  readonly token: string;
  /** Base units of the token. */
  readonly amount: bigint;
  /** Whose claim rises. */
  readonly to: string;
  /** The allowance that the market gets in the same transaction, for the signer's own claim. Default: unchanged. */
  readonly marketAllowance?: bigint | undefined;
  /** The market that gets it. Default: the market of batch jobs. */
  readonly market?: string | undefined;
  /** The signer's permit for `amount`; null where the allowance is set. */
  readonly permit?: Permit | null;
}

/** What {@link depositPayment} takes. */
export interface DepositPaymentParameters
  extends Omit<EncodeDepositPaymentParameters, "permit" | "to">, WriteOptions {
  /** Whose claim rises. Default: the signer's. */
  readonly to?: string;
  /** Default: `auto`, a permit where the token has them, else an approval. */
  readonly method?: AllowanceMethod;
}

/** What {@link depositPayment} returns. */
export interface DepositPaymentReturnType extends WriteReceipt {
  /** What arrived and was credited, in base units of the token: less than asked if the token takes a fee. */
  readonly received: bigint;
}

/** What {@link depositPayment} throws. */
export type DepositPaymentErrorType = WriteErrorType;

/** Encodes {@link depositPayment}. */
export function encodeDepositPayment(
  client: WattleClient,
  { token, amount, to, marketAllowance, market, permit = null }: EncodeDepositPaymentParameters,
): TransactionCall {
  const deposit =
    permit === null
      ? encodeCall(client, "vault", "deposit", [token, amount, to])
      : encodeCall(client, "vault", "depositWithPermit", [token, amount, to, ...permitValues(permit)]);
  if (marketAllowance === undefined) return deposit;
  const approval = encodeApproveMarket(client, { token, amount: marketAllowance, market });
  return encodeCall(client, "vault", "multicall", [[deposit.data, approval.data]]);
}

/**
 * Deposits tokens into the vault, where markets can move them. Where the token has permits, the deposit and the
 * market's allowance are one transaction.
 *
 * @throws {@link ERC20InsufficientBalanceError} when the signer has fewer tokens.
 * @throws Any other {@link DepositPaymentErrorType}.
 *
 * @example
 * ```ts
 * import { depositPayment } from "@wattle/sdk";
 *
 * const amount = 25n * 10n ** 6n;
 * const { received } = await depositPayment(client, { token: usdc, amount, marketAllowance: amount });
 * ```
 */
export async function depositPayment(
  client: WattleClient,
  parameters: DepositPaymentParameters,
): Promise<DepositPaymentReturnType> {
  const { token, amount, marketAllowance, market, method = "auto", confirmations, signal } = parameters;
  const to = parameters.to ?? (await reading(requireSigner(client).getAddress(), signal));
  const permit = await allowToken(client, {
    token,
    spender: client.deployment.contracts.paymentVault,
    amount,
    method,
    confirmations,
    signal,
  });
  const call = encodeDepositPayment(client, { token, amount, to, marketAllowance, market, permit });
  const { receipt, logs } = await sendCall(client, call, parameters);
  const { received } = findEvent(client, "vault", logs, "Deposited");
  return { ...receipt, received };
}
