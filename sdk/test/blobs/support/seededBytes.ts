/** A seed that differs from run to run unless WATTLE_TEST_SEED fixes it; print it with every test that uses it. */
export const seed = Number(process.env["WATTLE_TEST_SEED"] ?? Math.floor(Math.random() * 2 ** 32));

/** Bytes that only the seed determines (xorshift32). */
export function seededBytes(length: number, from: number = seed): Uint8Array {
  const words = new Uint32Array(Math.ceil(length / 4));
  let state = from | 1;
  for (let index = 0; index < words.length; index++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[index] = state;
  }
  return new Uint8Array(words.buffer, 0, length);
}
