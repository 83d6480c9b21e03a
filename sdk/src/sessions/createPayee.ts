import { getBytes, hexlify, isHexString } from "ethers";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { sameAddress } from "../abi/sameAddress.ts";
import { naming } from "../chain/naming.ts";
import { sessionIdOf } from "../types/encodeSessionTerms.ts";
import type { SessionMarket } from "../types/receiptTypedData.ts";
import type { Receipt, SessionTerms } from "../types/session.ts";
import { adviseRedemption, type RedemptionAdvice, type RedemptionPolicy } from "./adviseRedemption.ts";
import { PaymentDueError, ReceiptInvalidError } from "./errors.ts";
import { receiptDigester } from "./receiptDigest.ts";
import { recoverKey } from "./recoverKey.ts";

/** What {@link createPayee} takes. */
export interface CreatePayeeParameters extends SessionMarket {
  /** The session's terms: `getSession` has them. */
  readonly terms: SessionTerms;
  /** Base units of the payment token that the session holds; so are all other amounts. */
  readonly deposited: bigint;
  /** What the provider was paid on chain. */
  readonly redeemed: bigint;
  /** The highest receipt so far, where the payee goes on after a restart. It is checked. */
  readonly received?: Receipt | null | undefined;
  /** What all calls so far cost, where the payee goes on after a restart. Default: zero. */
  readonly consumed?: bigint | undefined;
}

/** What {@link Payee.check} found of a good receipt. */
export interface CheckedReceipt {
  /** Whether it says more than every receipt before: keep it on disk before any work is done for it. */
  readonly raises: boolean;
  /** The digest's cumulative amount as far as the deposit covers it. */
  readonly covered: bigint;
}

/** What a chain says of a session. */
export interface SessionFunds {
  readonly deposited: bigint;
  readonly redeemed: bigint;
}

/** Keeps a provider's books of one session. All amounts are base units of the payment token. */
export interface Payee {
  readonly sessionId: string;
  readonly terms: SessionTerms;
  readonly deposited: bigint;
  /** What the provider was paid on chain. */
  readonly redeemed: bigint;
  /** The highest good receipt; null for none. */
  readonly received: Receipt | null;
  /** What all calls so far cost. */
  readonly consumed: bigint;
  /** What a redemption of the highest receipt would bring. */
  readonly unredeemed: bigint;
  /**
   * Checks a receipt in a fraction of a millisecond, by the contract's rules, and remembers the highest. A lower one
   * is good too: it proves who asks, and pays nothing.
   *
   * @throws {@link ReceiptInvalidError} when the contract would refuse it.
   */
  check(receipt: Receipt): CheckedReceipt;
  /** Whether the receipts so far pay for one more call at this price. */
  covers(price: bigint): boolean;
  /** The least cumulative amount that would pay for one more call at this price. */
  due(price: bigint): bigint;
  /**
   * Books a call.
   *
   * @returns What all calls so far cost.
   * @throws {@link PaymentDueError} when the receipts so far do not pay for it.
   */
  charge(price: bigint): bigint;
  /** Tells what the chain says, after a top-up or a redemption. */
  update(funds: SessionFunds): void;
  /** Whether a redemption is worth its gas now, or must happen now because the session ends. */
  isWorthRedeeming(policy: RedemptionPolicy & { readonly secondsLeft: number }): boolean;
  /** The same with the reason and the figures. */
  adviseRedemption(policy: RedemptionPolicy & { readonly secondsLeft: number }): RedemptionAdvice;
}

/** The largest amount that a receipt can carry. */
const MAX_AMOUNT = (1n << 128n) - 1n;

/**
 * Makes a payee: it checks a session's receipts and keeps account of its calls. It asks nothing of the chain.
 *
 * @throws {@link ReceiptInvalidError} when the receipt from before is not good.
 * @throws {@link InvalidArgumentError} when a field of the terms is none of its type.
 *
 * @example
 * ```ts
 * import { getSession } from "@wattle/sdk";
 * import { createPayee } from "@wattle/sdk/sessions";
 *
 * const { terms, deposited, redeemed } = await getSession(client, { sessionId });
 * const { sessionEscrow } = client.deployment.contracts;
 * const payee = createPayee({ chainId: client.chainId, sessionEscrow, terms, deposited, redeemed });
 * if (payee.check(receipt).raises) await keep(receipt);
 * if (payee.covers(price)) {
 *   await serve();
 *   payee.charge(price);
 * }
 * ```
 */
export function createPayee(parameters: CreatePayeeParameters): Payee {
  const { terms } = parameters;
  const sessionId = sessionIdOf(terms);
  const digestOf = receiptDigester(parameters, sessionId);
  const payerKey = terms.payerKey;
  const payerKeyBytes = naming(() => getBytes(payerKey));
  let { deposited, redeemed } = parameters;
  let consumed = parameters.consumed ?? 0n;
  let received: Receipt | null = null;

  const cover = (amount: bigint): bigint => (amount < deposited ? amount : deposited);
  const covered = (): bigint => cover(received?.cumulativeAmount ?? 0n);
  const unredeemed = (): bigint => (covered() > redeemed ? covered() - redeemed : 0n);
  const covers = (price: bigint): boolean => covered() - consumed >= price;

  const check = (receipt: Receipt): CheckedReceipt => {
    const { cumulativeAmount, signature } = receipt;
    if (!sameAddress(receipt.sessionId, sessionId)) {
      throw new ReceiptInvalidError(sessionId, "session", `it is for session ${receipt.sessionId}`);
    }
    if (cumulativeAmount < 0n || cumulativeAmount > MAX_AMOUNT) {
      throw new ReceiptInvalidError(sessionId, "amount", `${cumulativeAmount} is no amount of a receipt`);
    }
    if (!isSignedBy(payerKeyBytes, digestOf(cumulativeAmount), signature)) {
      throw new ReceiptInvalidError(sessionId, "signature", `${payerKey} did not sign it`);
    }
    const raises = cumulativeAmount > (received?.cumulativeAmount ?? 0n);
    if (raises) received = { sessionId, cumulativeAmount, signature };
    return { raises, covered: cover(cumulativeAmount) };
  };

  const advise = (policy: RedemptionPolicy & { readonly secondsLeft: number }): RedemptionAdvice =>
    adviseRedemption([{ unredeemed: unredeemed(), secondsLeft: policy.secondsLeft }], policy);

  if (parameters.received != null) check(parameters.received);
  return {
    sessionId,
    terms,
    get deposited() {
      return deposited;
    },
    get redeemed() {
      return redeemed;
    },
    get received() {
      return received;
    },
    get consumed() {
      return consumed;
    },
    get unredeemed() {
      return unredeemed();
    },
    check,
    covers,
    due: (price) => consumed + price,
    charge: (price) => {
      if (!covers(price)) {
        const amounts = { due: consumed + price, received: received?.cumulativeAmount ?? 0n, deposited };
        throw new PaymentDueError(sessionId, amounts);
      }
      consumed += price;
      return consumed;
    },
    update: (funds) => {
      ({ deposited, redeemed } = funds);
    },
    isWorthRedeeming: (policy) => advise(policy).redeem.length > 0,
    adviseRedemption: advise,
  };
}

/** Whether a signature is of the key with this address. */
function isSignedBy(address: Uint8Array, digest: Uint8Array, signature: string): boolean {
  // The length first: it bounds what a stranger makes us read.
  if (signature.length !== 2 + 2 * 65 || !isHexString(signature)) return false;
  const key = recoverKey(digest, getBytes(signature));
  return key !== null && hexlify(keccak_256(key.subarray(1)).subarray(-20)) === hexlify(address);
}
