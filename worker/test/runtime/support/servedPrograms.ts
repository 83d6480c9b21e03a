import type { WgslProgram } from "@wattle/sdk";

/** Adds the words of its input up: the sum, and how many words there were. */
export const SUM_WORDS: WgslProgram = {
  source: `@group(0) @binding(0) var<storage, read> words: array<u32>;
    @group(0) @binding(1) var<storage, read_write> sum: array<u32>;
    @compute @workgroup_size(1) fn main() {
      for (var i = 0u; i < arrayLength(&words); i++) { sum[0] += words[i]; }
      sum[1] += arrayLength(&words);
    }`,
  bindings: [
    { binding: 0, kind: "input", name: "words" },
    { binding: 1, kind: "output", name: "sum", size: 8 },
  ],
  steps: [{ entryPoint: "main", workgroups: [1, 1, 1], passes: 1 }],
};

/** Gives the first word of its input back, unless that is 1: then it never ends. */
export const HOLD: WgslProgram = {
  source: `@group(0) @binding(0) var<storage, read> words: array<u32>;
    @group(0) @binding(1) var<storage, read_write> echo: array<u32>;
    @compute @workgroup_size(1) fn main() {
      echo[0] = words[0];
      while (words[0] == 1u) { echo[0]++; }
      echo[0] = words[0];
    }`,
  bindings: [
    { binding: 0, kind: "input", name: "words" },
    { binding: 1, kind: "output", name: "echo", size: 4 },
  ],
  steps: [{ entryPoint: "main", workgroups: [1, 1, 1], passes: 1 }],
};

/** Numbers as the bytes that programs take them in. */
export const wordsOf = (words: readonly number[]): Uint8Array =>
  new Uint8Array(Uint32Array.from(words).buffer);

/** What {@link SUM_WORDS} answers. */
export const sumOf = (words: readonly number[]): Uint8Array =>
  wordsOf([words.reduce((sum, word) => (sum + word) >>> 0, 0), Math.max(1, words.length)]);
