/** An unsigned integer up to 2^53 in LEB128, as protocol buffers and CAR files write it. */
export function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  // Not by shifts: those cut numbers to 32 bits.
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Uint8Array.of(...bytes, rest);
}
