/** A small generator (mulberry32) of unsigned 32-bit integers. The seed is printed, so that a failure can be repeated. */
export function seededIntegers(seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 32)): () => number {
  console.log(`seed: ${seed} (repeat with SEED=${seed})`);
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
