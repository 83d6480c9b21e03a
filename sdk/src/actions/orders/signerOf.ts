import { recoverAddress } from "ethers";

/** The bytes of an ECDSA signature as the contracts take it: r, s and v. */
const SIGNATURE_HEX_LENGTH = 2 + 2 * 65;

/** Whose key signed a digest, by the contracts' rules; null where the signature fits none. */
export function signerOf(digest: string, signature: string): string | null {
  // ethers also reads the short form of EIP-2098, which the contracts do not.
  if (signature.length !== SIGNATURE_HEX_LENGTH) return null;
  try {
    return recoverAddress(digest, signature);
  } catch {
    return null;
  }
}
