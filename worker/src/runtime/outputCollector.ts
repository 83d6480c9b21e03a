/** Takes the raw bytes of all outputs, one after the other, and nothing more. */
export interface OutputCollector {
  /** @returns false when more bytes came than were declared. */
  add(chunk: Uint8Array): boolean;
  isComplete(): boolean;
  /** The outputs in the order of their declaration. Meaningful once complete. */
  outputs(): readonly Uint8Array[];
}

/**
 * Collects outputs of known sizes.
 *
 * @param sizes Size of each output in bytes.
 */
export function createOutputCollector(sizes: readonly number[]): OutputCollector {
  const outputs: Uint8Array[] = [];
  let offset = 0;
  const isComplete = (): boolean =>
    sizes.length === 0 || (outputs.length === sizes.length && offset === sizes[outputs.length - 1]);
  return {
    add: (chunk) => {
      let rest = chunk;
      while (rest.length > 0) {
        if (isComplete()) return false;
        let current = outputs.at(-1);
        if (current === undefined || offset === current.length) {
          current = new Uint8Array(sizes[outputs.length] ?? 0);
          outputs.push(current);
          offset = 0;
        }
        const taken = rest.subarray(0, current.length - offset);
        current.set(taken, offset);
        offset += taken.length;
        rest = rest.subarray(taken.length);
      }
      return true;
    },
    isComplete,
    outputs: () => outputs,
  };
}
