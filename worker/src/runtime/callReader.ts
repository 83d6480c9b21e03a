const LENGTH_BYTES = 4;

/** Writes what stands before the input of a call. */
export function encodeCallLength(length: number): Uint8Array {
  const bytes = new Uint8Array(LENGTH_BYTES);
  new DataView(bytes.buffer).setUint32(0, length, true);
  return bytes;
}

/**
 * Puts the inputs of calls together from the pieces in which they arrive.
 *
 * @returns A function that takes the next bytes.
 */
export function createCallReader(onCall: (input: Uint8Array) => void): (chunk: Uint8Array) => void {
  const header = new Uint8Array(LENGTH_BYTES);
  let headerLength = 0;
  let input: Uint8Array | undefined;
  let inputLength = 0;
  return (chunk) => {
    let rest = chunk;
    for (;;) {
      if (input === undefined) {
        const taken = rest.subarray(0, LENGTH_BYTES - headerLength);
        header.set(taken, headerLength);
        headerLength += taken.length;
        rest = rest.subarray(taken.length);
        if (headerLength < LENGTH_BYTES) return;
        input = new Uint8Array(new DataView(header.buffer).getUint32(0, true));
      }
      const taken = rest.subarray(0, input.length - inputLength);
      input.set(taken, inputLength);
      inputLength += taken.length;
      rest = rest.subarray(taken.length);
      if (inputLength < input.length) return;
      const call = input;
      input = undefined;
      [inputLength, headerLength] = [0, 0];
      onCall(call);
    }
  };
}
