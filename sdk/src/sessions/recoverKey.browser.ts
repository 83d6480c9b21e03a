import { getBytes, hexlify, SigningKey } from "ethers";

/** As `recoverKey.ts`, with what ethers has: for browsers, whose bundlers do not all take WebAssembly files. */
export function recoverKey(digest: Uint8Array, signature: Uint8Array): Uint8Array | null {
  // ethers also reads the short form of EIP-2098, and v as 0 or 1, which the contracts do not.
  if (signature.length !== 65 || (signature[64] !== 27 && signature[64] !== 28)) return null;
  try {
    return getBytes(SigningKey.recoverPublicKey(digest, hexlify(signature)));
  } catch {
    return null;
  }
}
