import { getBytes, TypedDataEncoder } from "ethers";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { naming } from "../chain/naming.ts";
import { receiptDomain, RECEIPT_TYPES, type SessionMarket } from "../types/receiptTypedData.ts";

const WORD_BYTES = 32;

/**
 * Makes a function that hashes a session's receipts as `hashReceipt` does, and does once what is the same for all of
 * them.
 *
 * @throws {@link InvalidArgumentError} when the session's id or the contract's address is none.
 */
export function receiptDigester(
  market: SessionMarket,
  sessionId: string,
): (cumulativeAmount: bigint) => Uint8Array {
  const typed = naming(() => {
    const encoder = TypedDataEncoder.from(RECEIPT_TYPES);
    // All but the amount, which is the last word.
    return getBytes(encoder.encodeData("Receipt", { sessionId, cumulativeAmount: 0n }));
  });
  const prefixed = new Uint8Array(2 + 2 * WORD_BYTES);
  prefixed.set([0x19, 0x01]);
  prefixed.set(
    naming(() => getBytes(TypedDataEncoder.hashDomain(receiptDomain(market)))),
    2,
  );
  const amount = new DataView(typed.buffer, typed.length - WORD_BYTES / 2);
  return (cumulativeAmount) => {
    amount.setBigUint64(0, cumulativeAmount >> 64n);
    amount.setBigUint64(8, cumulativeAmount & 0xffff_ffff_ffff_ffffn);
    prefixed.set(keccak_256(typed), 2 + WORD_BYTES);
    return keccak_256(prefixed);
  };
}
