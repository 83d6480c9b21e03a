/** The part of a blob that a request asks for. */
export interface RequestedRange {
  /** First byte. */
  readonly start: number;
  /** Number of bytes. */
  readonly length: number;
  /** Whether it is less than the whole, by the client's wish. */
  readonly partial: boolean;
}

/**
 * Reads a `Range` header (RFC 9110, section 14). A header that is malformed, of another unit or of several ranges is
 * ignored, as the standard allows.
 *
 * @param size Bytes of the blob.
 * @returns Null when the range lies behind the blob's end.
 */
export function parseRange(header: string | undefined, size: number): RequestedRange | null {
  const whole = { start: 0, length: size, partial: false };
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  if (match === null) return whole;
  const [, from = "", to = ""] = match;
  if (from === "" && to === "") return whole;
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0 ? null : { start: size - length, length, partial: true };
  }
  const start = Number(from);
  const end = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== "" && Number(to) < start) return whole;
  return start >= size ? null : { start, length: end - start + 1, partial: true };
}
