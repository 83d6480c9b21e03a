/** The most similar other week of each week. */
export interface Twins {
  /** Index of each week's twin. */
  readonly indices: Uint32Array;
  /** Sums of squared differences, in hundredths of a square degree. */
  readonly distances: Uint32Array;
}

/** Bytes of a week's entry in the job's output: index and distance, unsigned, little endian. */
export const TWIN_BYTES = 8;

/** Reads the job's output. @throws RangeError when it is cut off in the middle of an entry. */
export function decodeTwins(bytes: Uint8Array): Twins {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.byteLength / TWIN_BYTES;
  const twins = { indices: new Uint32Array(count), distances: new Uint32Array(count) };
  for (let week = 0; week < count; week++) {
    twins.indices[week] = view.getUint32(week * TWIN_BYTES, true);
    twins.distances[week] = view.getUint32(week * TWIN_BYTES + 4, true);
  }
  return twins;
}

/** Lays twins out as the job's output, to be compared with one byte by byte. */
export function encodeTwins({ indices, distances }: Twins): Uint8Array {
  const bytes = new Uint8Array(indices.length * TWIN_BYTES);
  const view = new DataView(bytes.buffer);
  indices.forEach((index, week) => {
    view.setUint32(week * TWIN_BYTES, index, true);
    view.setUint32(week * TWIN_BYTES + 4, distances[week] ?? 0, true);
  });
  return bytes;
}
