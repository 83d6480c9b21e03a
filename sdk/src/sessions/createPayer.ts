import type { Signer } from "ethers";
import { decodeContractError } from "../errors/decodeContractError.ts";
import { InvalidArgumentError } from "../errors/inputErrors.ts";
import { RECEIPT_TYPES, receiptDomain, type SessionMarket } from "../types/receiptTypedData.ts";
import type { Receipt } from "../types/session.ts";
import { CallBudgetExceededError, SessionDepositExceededError, SpendingCapExceededError } from "./errors.ts";

/** What {@link createPayer} takes. */
export interface CreatePayerParameters extends SessionMarket {
  readonly sessionId: string;
  /** Base units of the payment token that the session holds; so are all other amounts. */
  readonly deposited: bigint;
  /** The payer key: a wallet over it, or any other ethers signer. */
  readonly signer: Pick<Signer, "signTypedData">;
  /** The most that one call may cost. */
  readonly maxPerCall: bigint;
  /** The most that all calls of the session may cost. Default: the deposit. */
  readonly cap?: bigint | undefined;
  /** What was signed for the session before, by whichever payer: what {@link CreatePayerParameters.onSigned} kept. */
  readonly signedSoFar?: bigint | undefined;
  /**
   * Told each receipt before it is handed out: a payer that is to survive a crash keeps the amount on disk here. If it
   * throws, nothing was spent.
   */
  readonly onSigned?: ((receipt: Receipt) => void | Promise<void>) | undefined;
}

/** Signs what a session's calls cost, within a budget. */
export interface Payer extends SessionMarket {
  readonly sessionId: string;
  readonly maxPerCall: bigint;
  /** The most that all calls may cost; null for the deposit. */
  readonly cap: bigint | null;
  readonly deposited: bigint;
  /** What was signed so far: the most that the provider can redeem. */
  readonly signed: bigint;
  /**
   * Signs a receipt for this much more than before. Calls at the same time are served one after the other.
   *
   * @throws {@link CallBudgetExceededError} | {@link SpendingCapExceededError} | {@link SessionDepositExceededError}
   * when the amount exceeds the budget of a call, the cap or the deposit; {@link UserRejectedError} when a wallet's
   * user says no. Nothing is spent then.
   */
  pay(amount: bigint): Promise<Receipt>;
  /** The receipt over what was signed so far, once more; it spends nothing. */
  last(): Promise<Receipt>;
  /** Tells the deposit after a `topUpSession`. */
  setDeposited(deposited: bigint): void;
}

/**
 * Makes a payer: whoever consumes a session's calls asks it for a receipt for each. It asks nothing of the chain, and
 * never signs less than before.
 *
 * @throws {@link InvalidArgumentError} when an amount is negative or too large.
 *
 * @example
 * ```ts
 * import { getSession } from "@wattle/sdk";
 * import { createPayer } from "@wattle/sdk/sessions";
 * import { Wallet } from "ethers";
 *
 * const { deposited } = await getSession(client, { sessionId });
 * const payer = createPayer({
 *   chainId: client.chainId,
 *   sessionEscrow: client.deployment.contracts.sessionEscrow,
 *   sessionId,
 *   deposited,
 *   signer: new Wallet(payerKey),
 *   maxPerCall: 1_000n,
 *   cap: 50_000n,
 * });
 * const receipt = await payer.pay(800n);
 * ```
 */
export function createPayer(parameters: CreatePayerParameters): Payer {
  const { chainId, sessionEscrow, sessionId, signer, maxPerCall, cap, onSigned } = parameters;
  const domain = receiptDomain({ chainId, sessionEscrow });
  let deposited = amountOf("deposited", parameters.deposited);
  let signed = amountOf("signedSoFar", parameters.signedSoFar ?? 0n);
  amountOf("maxPerCall", maxPerCall);
  if (cap !== undefined) amountOf("cap", cap);
  let kept: Receipt | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  /** One after the other: a receipt stands for all before it. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const sign = async (cumulativeAmount: bigint): Promise<Receipt> => {
    const value = { sessionId, cumulativeAmount };
    const signature = await signer.signTypedData(domain, RECEIPT_TYPES, value).catch((error: unknown) => {
      throw decodeContractError(error);
    });
    return { sessionId, cumulativeAmount, signature };
  };

  const pay = async (amount: bigint): Promise<Receipt> => {
    if (amount <= 0n) throw new InvalidArgumentError(`a call cannot cost ${amount}`);
    if (amount > maxPerCall) throw new CallBudgetExceededError(amount, maxPerCall);
    if (cap !== undefined && signed + amount > cap) throw new SpendingCapExceededError(signed, amount, cap);
    if (signed + amount > deposited) throw new SessionDepositExceededError(signed, amount, deposited);
    const receipt = await sign(signed + amount);
    await onSigned?.(receipt);
    signed = receipt.cumulativeAmount;
    kept = receipt;
    return receipt;
  };

  return {
    chainId,
    sessionEscrow,
    sessionId,
    maxPerCall,
    cap: cap ?? null,
    get deposited() {
      return deposited;
    },
    get signed() {
      return signed;
    },
    pay: (amount) => inTurn(() => pay(amount)),
    last: () => inTurn(async () => (kept ??= await sign(signed))),
    setDeposited: (value) => {
      deposited = amountOf("deposited", value);
    },
  };
}

/** The largest amount that a receipt can carry. */
const MAX_AMOUNT = (1n << 128n) - 1n;

function amountOf(name: string, value: bigint): bigint {
  if (value < 0n || value > MAX_AMOUNT) throw new InvalidArgumentError(`${name} is ${value}`);
  return value;
}
