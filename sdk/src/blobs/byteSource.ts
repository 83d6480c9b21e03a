/** Bytes that can be read more than once, from any offset: memory, a `File` in a browser, a file on disk. */
export interface ByteSource {
  /** Number of bytes. */
  readonly size: number;
  /** The bytes from `start` up to, not including, `end`. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** What functions that read bytes more than once take: bytes, a `Blob` or `File`, or a {@link ByteSource}. */
export type Bytes = Uint8Array | Blob | ByteSource;

/** Reads any kind of {@link Bytes} in one way. */
export function byteSource(bytes: Bytes): ByteSource {
  if (bytes instanceof Uint8Array) {
    return { size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
  }
  if (bytes instanceof Blob) {
    return {
      size: bytes.size,
      read: async (start, end) => new Uint8Array(await bytes.slice(start, end).arrayBuffer()),
    };
  }
  return bytes;
}
