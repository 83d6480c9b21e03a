/** What the queue knows of the transactions for one intent. */
export interface TransactionFacts {
  /** The attempt signed last; null before the first. */
  readonly last: { readonly nonce: number; readonly ageMs: number } | null;
  /** Whether a transaction of one of the attempts is in a block. */
  readonly isIncluded: boolean;
  /** The account's next nonce by the newest block. */
  readonly latestNonce: number;
  /** The same with the transactions that the node has waiting. */
  readonly pendingNonce: number;
  /** Whether a node found the last attempt's fees too low. */
  readonly isUnderpriced: boolean;
}

/** What the queue does next for an intent. */
export type TransactionAction =
  | { readonly do: "finish" }
  /** Sign a transaction with this nonce; any earlier attempt has become impossible. */
  | { readonly do: "sign"; readonly nonce: number }
  /** Give the last attempt to a node, perhaps again. */
  | { readonly do: "broadcast" }
  /** Replace the last attempt by one that offers more. */
  | { readonly do: "bump" }
  | { readonly do: "wait" };

/**
 * Decides how an intent is brought about. There is one transaction at a time, so no nonce is ever left out; an attempt
 * is signed anew with another nonce only after its own was used, or would leave a gap.
 *
 * @param bumpAfterMs How long an attempt may wait before it is replaced.
 */
export function nextTransactionStep(facts: TransactionFacts, bumpAfterMs: number): TransactionAction {
  if (facts.isIncluded) return { do: "finish" };
  const { last, latestNonce, pendingNonce } = facts;
  const freeNonce = Math.max(latestNonce, pendingNonce);
  if (last === null) return { do: "sign", nonce: freeNonce };
  // Somebody used the nonce with the same key, by hand for instance.
  if (last.nonce < latestNonce) return { do: "sign", nonce: freeNonce };
  // What was waiting before it has vanished: left like this, it would wait for ever.
  if (last.nonce > freeNonce) return { do: "sign", nonce: freeNonce };
  if (facts.isUnderpriced || last.ageMs >= bumpAfterMs) return { do: "bump" };
  return last.nonce === freeNonce ? { do: "broadcast" } : { do: "wait" };
}
