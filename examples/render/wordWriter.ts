import type { Vector } from "./vector.ts";

/** Bytes of a word: WGSL's `vec4`. */
const WORD_BYTES = 16;

/** Fills a buffer word by word, little endian as WebGPU has it. */
export class WordWriter {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  /** @param words Size of the buffer in words of 16 bytes. */
  constructor(words: number) {
    this.bytes = new Uint8Array(words * WORD_BYTES);
    this.#view = new DataView(this.bytes.buffer);
  }

  /** Four unsigned integers. */
  integers(...values: readonly [number, number, number, number]): void {
    for (const value of values) this.#integer(value);
  }

  /** Four floats, the first three of which may be a vector. */
  floats(vector: Vector, last = 0): void {
    for (const value of [...vector, last]) this.#float(value);
  }

  /** Three floats and an unsigned integer. */
  tagged(vector: Vector, tag: number): void {
    for (const value of vector) this.#float(value);
    this.#integer(tag);
  }

  /** A float and two unsigned integers. */
  mixed(first: number, second: number, third: number): void {
    this.#float(first);
    this.#integer(second);
    this.#integer(third);
    this.#integer(0);
  }

  #integer(value: number): void {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
  }

  #float(value: number): void {
    this.#view.setFloat32(this.#at, value, true);
    this.#at += 4;
  }
}
