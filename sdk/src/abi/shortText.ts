import { hexlify, toUtf8Bytes, toUtf8String } from "ethers";
import { TextTooLongError } from "../errors/inputErrors.ts";

/**
 * Text as fixed bytes, padded with zeros on the right, as the registry stores names of models and regions.
 *
 * @throws {@link TextTooLongError} when it does not fit.
 */
export function encodeShortText(text: string, length: number): string {
  const bytes = toUtf8Bytes(text);
  if (bytes.length > length) throw new TextTooLongError(text, length);
  const padded = new Uint8Array(length);
  padded.set(bytes);
  return hexlify(padded);
}

/** The inverse of {@link encodeShortText}. Bytes that are no text come back as their hex digits. */
export function decodeShortText(bytes: string): string {
  const trimmed = bytes.replace(/(?:00)+$/, "");
  try {
    return toUtf8String(trimmed);
  } catch {
    return trimmed;
  }
}
