import { mkdir, open, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { buildTree, type BlobTree, cidOfRoot, encodeSidecar } from "@wattle/sdk/blobs";
import { openFileSource } from "@wattle/sdk/node";
import { BlobIndex, type UploadRow } from "./blobIndex.ts";
import { Mutex } from "./mutex.ts";
import { RelayRefusal } from "./refusal.ts";

/** How a {@link BlobStore} keeps blobs. */
export interface BlobStoreOptions {
  /** Folder of everything the relay stores. */
  readonly dataDir: string;
  /** How long a blob is kept after its last upload, in seconds. */
  readonly ttlSeconds: number;
  /** How long an unfinished upload is kept after its last byte, in seconds. */
  readonly uploadIdleSeconds: number;
}

/**
 * The relay's files: `uploads/<id>` while a blob arrives, then `blobs/<cid>` with `blobs/<cid>.dag`, and the index.
 * Each step leaves something from which {@link recover} finishes it, so a crash at any point loses no blob.
 */
export class BlobStore {
  readonly index: BlobIndex;
  readonly #options: BlobStoreOptions;
  readonly #publishing = new Mutex();
  readonly #finishing = new Map<string, Promise<void>>();

  private constructor(index: BlobIndex, options: BlobStoreOptions) {
    this.index = index;
    this.#options = options;
  }

  /** Opens the folder, making it if need be, and finishes what a crash left behind. */
  static async open(options: BlobStoreOptions): Promise<BlobStore> {
    await mkdir(join(options.dataDir, "uploads"), { recursive: true, mode: 0o700 });
    await mkdir(join(options.dataDir, "blobs"), { recursive: true, mode: 0o700 });
    const store = new BlobStore(new BlobIndex(join(options.dataDir, "index.sqlite")), options);
    try {
      await store.#recover();
      return store;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  /** Closes the index once every upload that is being finished is done. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#finishing.values());
    await this.#publishing.run(async () => this.index.close());
  }

  get uploadsDir(): string {
    return join(this.#options.dataDir, "uploads");
  }

  /** Path of a blob, or of its sidecar. */
  blobPath(root: string, kind: "bytes" | "sidecar"): string {
    return join(this.#options.dataDir, "blobs", `${cidOfRoot(root)}${kind === "sidecar" ? ".dag" : ""}`);
  }

  /** When a blob that is stored or renewed now expires, Unix time in milliseconds. */
  expiryMs(): number {
    return Date.now() + this.#options.ttlSeconds * 1000;
  }

  /** Bytes that the file system still has room for. */
  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.#options.dataDir);
    return bavail * bsize;
  }

  /**
   * Verifies an upload whose bytes are all there and publishes it; deletes it if they are not what was announced.
   *
   * @throws {@link RelayRefusal} `RootMismatch`.
   */
  finishUpload(id: string): Promise<void> {
    const running = this.#finishing.get(id);
    if (running !== undefined) return running;
    const finishing = this.#finish(id).finally(() => this.#finishing.delete(id));
    this.#finishing.set(id, finishing);
    return finishing;
  }

  /** Resolves when an upload is not being finished, however that ended. */
  async settled(id: string): Promise<void> {
    await this.#finishing.get(id)?.catch(() => undefined);
  }

  /** Forgets an upload and deletes what has arrived of it. */
  async discardUpload(id: string): Promise<void> {
    this.index.removeUpload(id);
    await rm(join(this.uploadsDir, id), { force: true });
  }

  /** Deletes what has expired. Returns how much that was. */
  async sweep(): Promise<{ blobs: number; uploads: number; handovers: number }> {
    const expired = await this.#publishing.run(async () => {
      const unclaimed = this.index.unclaimed(Date.now());
      for (const { root } of unclaimed) {
        // Files first: a crash in between leaves a row that the next sweep deletes, never a file that nobody knows.
        await this.#removeFiles(root);
        this.index.removeBlob(root);
      }
      return unclaimed.length;
    });
    const idleSince = Date.now() - this.#options.uploadIdleSeconds * 1000;
    let idle = 0;
    for (const upload of this.index.uploads()) {
      if (this.#finishing.has(upload.id) || (await this.#lastChangeMs(upload)) > idleSince) continue;
      await this.discardUpload(upload.id);
      idle++;
    }
    return { blobs: expired, uploads: idle, handovers: this.index.removeHandovers(Date.now()) };
  }

  async #finish(id: string): Promise<void> {
    const upload = this.index.upload(id);
    if (upload === null)
      throw new RelayRefusal("NotFound", "There is no such upload.", "Start the upload again.");
    const path = join(this.uploadsDir, id);
    const tree = await treeOfFile(path);
    if (tree.root !== upload.root || tree.size !== upload.size) {
      await this.discardUpload(id);
      throw new RelayRefusal(
        "RootMismatch",
        `The bytes that arrived have the root ${tree.root}, not the announced ${upload.root}; they were deleted.`,
        "Build the tree over the stored bytes (the ciphertext) and upload them again.",
      );
    }
    try {
      await this.#publishing.run(() => this.#publish(upload, tree));
    } catch (error) {
      // Without room for its tree a complete upload could never be finished; its space serves others.
      await this.discardUpload(id);
      if (this.index.blob(upload.root) === null) await this.#removeFiles(upload.root);
      throw error;
    }
  }

  async #publish(upload: UploadRow, tree: BlobTree): Promise<void> {
    const sidecar = this.blobPath(upload.root, "sidecar");
    await writeDurably(`${sidecar}.tmp`, await encodeSidecar(tree));
    await rename(`${sidecar}.tmp`, sidecar);
    await syncPath(join(this.uploadsDir, upload.id));
    await rename(join(this.uploadsDir, upload.id), this.blobPath(upload.root, "bytes"));
    await syncPath(join(this.#options.dataDir, "blobs"));
    this.index.publish(upload, this.expiryMs());
  }

  async #removeFiles(root: string): Promise<void> {
    await rm(this.blobPath(root, "bytes"), { force: true });
    await rm(this.blobPath(root, "sidecar"), { force: true });
  }

  async #recover(): Promise<void> {
    for (const upload of this.index.uploads()) {
      const arrived = await sizeOf(join(this.uploadsDir, upload.id));
      const published = await sizeOf(this.blobPath(upload.root, "bytes"));
      if (arrived === null && published === upload.size) {
        // The files were renamed after they had been verified; only the index did not hear of it.
        this.index.publish(upload, this.expiryMs());
      } else if (arrived === null) {
        this.index.removeUpload(upload.id);
      } else if (arrived === upload.size) {
        await this.finishUpload(upload.id).catch(() => undefined);
      }
    }
    for (const name of await readdir(this.uploadsDir)) {
      if (this.index.upload(name) === null) await rm(join(this.uploadsDir, name), { force: true });
    }
    const blobsDir = join(this.#options.dataDir, "blobs");
    for (const name of await readdir(blobsDir)) {
      if (name.endsWith(".tmp")) await rm(join(blobsDir, name), { force: true });
    }
  }

  async #lastChangeMs(upload: UploadRow): Promise<number> {
    try {
      return (await stat(join(this.uploadsDir, upload.id))).mtimeMs;
    } catch {
      return upload.createdAtMs;
    }
  }
}

async function treeOfFile(path: string): Promise<BlobTree> {
  const file = await openFileSource(path);
  try {
    return await buildTree(file);
  } finally {
    await file.close();
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    return null;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "w", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a file's bytes, or a folder's names, survive a power cut. */
async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
