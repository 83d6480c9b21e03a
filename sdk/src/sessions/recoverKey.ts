import { recover } from "tiny-secp256k1";

/** Half of the group's order: a signature's `s` above it is malleable, and the contracts refuse it. */
const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/**
 * The public key whose signature over a digest this is, by the contracts' rules; null where it is of no key.
 *
 * libsecp256k1 as WebAssembly: the pure JavaScript that ethers has takes several milliseconds, this a fraction of one.
 * Bundlers put `recoverKey.browser.ts` in its place, since nobody is paid in a browser.
 *
 * @param digest 32 bytes.
 * @param signature r, s and v: 65 bytes.
 * @returns 65 bytes, the first of them 4.
 */
export function recoverKey(digest: Uint8Array, signature: Uint8Array): Uint8Array | null {
  const recoveryId = (signature[64] ?? 0) - 27;
  if (signature.length !== 65 || (recoveryId !== 0 && recoveryId !== 1)) return null;
  if (scalarAt(signature, 32) > HALF_ORDER) return null;
  try {
    return recover(digest, signature.subarray(0, 64), recoveryId, false);
  } catch {
    // It throws where r or s is zero or beyond the order.
    return null;
  }
}

function scalarAt(bytes: Uint8Array, offset: number): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 32);
  let value = 0n;
  for (let word = 0; word < 32; word += 8) value = (value << 64n) | view.getBigUint64(word);
  return value;
}
