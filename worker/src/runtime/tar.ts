const BLOCK_BYTES = 512;
const REGULAR_FILE = /^[0\0]$/;

const text = (header: Uint8Array, from: number, to: number): string =>
  Buffer.from(header.subarray(from, to)).toString("latin1").replace(/\0.*$/s, "");

/**
 * Reads the regular files of an uncompressed tar archive into memory. Links, folders and the extensions for long
 * names are passed over, so that no entry can lead anywhere.
 *
 * @returns The content of each file by its name in the archive.
 * @throws when the archive is cut short or not a tar archive.
 */
export function readTarFiles(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (let offset = 0; offset + BLOCK_BYTES <= archive.length;) {
    const header = archive.subarray(offset, offset + BLOCK_BYTES);
    const name = text(header, 0, 100);
    if (name === "") break;
    const size = Number.parseInt(text(header, 124, 136), 8);
    const end = offset + BLOCK_BYTES + size;
    if (!Number.isSafeInteger(size) || end > archive.length) throw new Error("the archive is damaged");
    if (REGULAR_FILE.test(String.fromCharCode(header[156] ?? 0))) {
      files.set(name.replace(/^\.\//, ""), archive.subarray(offset + BLOCK_BYTES, end));
    }
    offset = Math.ceil(end / BLOCK_BYTES) * BLOCK_BYTES;
  }
  return files;
}
