import { createWriteStream } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { FileStore } from "@tus/file-store";
import { Upload } from "@tus/server";
import type { BlobStore } from "./blobStore.ts";

/**
 * tus's file store over the relay's index, which already knows the size of every admitted upload. Unlike its parent
 * it tells a full disk from other failures.
 */
export class UploadFileStore extends FileStore {
  readonly #store: BlobStore;

  constructor(store: BlobStore) {
    super({ directory: store.uploadsDir, configstore: new UploadConfigs(store) });
    this.#store = store;
    this.extensions = ["creation", "creation-with-upload", "termination"];
  }

  override async write(bytes: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(join(this.#store.uploadsDir, id), { flags: "r+", start: offset });
    await pipeline(bytes, file);
    return offset + file.bytesWritten;
  }
}

class UploadConfigs {
  readonly #store: BlobStore;

  constructor(store: BlobStore) {
    this.#store = store;
  }

  async get(id: string): Promise<Upload | undefined> {
    const row = this.#store.index.upload(id);
    if (row === null) return undefined;
    const { size, createdAtMs } = row;
    return new Upload({ id, size, offset: 0, creation_date: new Date(createdAtMs).toISOString() });
  }

  /** The index heard of the upload when it was admitted. */
  async set(): Promise<void> {}

  async delete(id: string): Promise<void> {
    this.#store.index.removeUpload(id);
  }
}
