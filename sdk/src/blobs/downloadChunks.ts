import type { ResolvedDownloadOptions } from "./downloadOptions.ts";
import { ChunkMismatchError } from "./errors.ts";
import { LocationPool } from "./locationPool.ts";
import { readRange } from "./readLocation.ts";
import { sha256 } from "./sha256.ts";
import { type BlobTree, chunkCount, chunkLength, CHUNK_BYTES } from "./tree.ts";
import { tryLocations } from "./tryLocations.ts";

/** Where verified chunks go. */
export interface ChunkSink {
  /** Reads back chunk `index` of `length` bytes, if a download before has left it; null if there is nothing. */
  read(index: number, length: number): Promise<Uint8Array | null>;
  /** Keeps chunk `index`, which has been verified. */
  write(index: number, bytes: Uint8Array): Promise<void>;
}

/** Chunks in one request: few requests on a good line, little lost on a bad one. */
const CHUNKS_PER_REQUEST = 8;

/**
 * Downloads the chunks of a blob that the sink does not hold yet. Each is verified before the sink sees it.
 *
 * @throws {@link BlobUnavailableError} when no location delivers; chunks that arrived stay in the sink.
 */
export async function downloadChunks(
  tree: BlobTree,
  locations: readonly string[],
  sink: ChunkSink,
  options: ResolvedDownloadOptions,
): Promise<void> {
  const runs = runsOf(await missingChunks(tree, sink, options));
  let bytes = tree.size - runs.flat().reduce((sum, index) => sum + chunkLength(tree.size, index), 0);
  options.onProgress({ bytes, totalBytes: tree.size });

  // One failed request ends the others: the blob is of no use without its chunks.
  const failure = new AbortController();
  const signal = AbortSignal.any([options.signal, failure.signal]);
  const pool = new LocationPool(locations);

  const accept = async (index: number, chunk: Uint8Array): Promise<void> => {
    if (!(await matches(tree, index, chunk))) throw new ChunkMismatchError(index);
    await sink.write(index, chunk);
    bytes += chunk.length;
    options.onProgress({ bytes, totalBytes: tree.size });
  };
  const fetchRun = async (run: number[]): Promise<void> => {
    while (run.length > 0) {
      // Attempts are counted anew after every chunk that arrived.
      await tryLocations(pool, (location) => readRun(location, tree, run, accept, { ...options, signal }), {
        signal,
        retries: options.retries,
      });
    }
  };
  const fetchRuns = async (): Promise<void> => {
    for (let run = runs.shift(); run !== undefined; run = runs.shift()) await fetchRun(run);
  };
  await Promise.all(
    Array.from({ length: options.parallel }, async () => {
      try {
        await fetchRuns();
      } catch (error) {
        failure.abort(error);
        throw error;
      }
    }),
  );
}

/** Reads a run of neighboring chunks, removing each from the run once it is accepted. */
async function readRun(
  location: string,
  tree: BlobTree,
  run: number[],
  accept: (index: number, chunk: Uint8Array) => Promise<void>,
  options: ResolvedDownloadOptions,
): Promise<void> {
  const before = run.length;
  const start = (run[0] ?? 0) * CHUNK_BYTES;
  const end = Math.min(tree.size, ((run.at(-1) ?? 0) + 1) * CHUNK_BYTES);
  const chunk = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  try {
    for await (const bytes of readRange(location, { start, length: end - start }, options)) {
      for (let taken = 0; taken < bytes.length;) {
        const length = chunkLength(tree.size, run[0] ?? 0);
        const part = bytes.subarray(taken, taken + length - filled);
        chunk.set(part, filled);
        filled += part.length;
        taken += part.length;
        if (filled < length) continue;
        await accept(run[0] ?? 0, chunk.subarray(0, length));
        run.shift();
        filled = 0;
      }
    }
  } catch (error) {
    if (error instanceof ChunkMismatchError || run.length === before) throw error;
    // Whatever broke the connection, chunks arrived: the caller asks for the rest.
  }
}

async function missingChunks(
  tree: BlobTree,
  sink: ChunkSink,
  options: ResolvedDownloadOptions,
): Promise<number[]> {
  const missing: number[] = [];
  for (let index = 0; index < chunkCount(tree.size); index++) {
    options.signal.throwIfAborted();
    const length = chunkLength(tree.size, index);
    const held = await sink.read(index, length);
    if (held === null || !(await matches(tree, index, held))) missing.push(index);
  }
  return missing;
}

async function matches(tree: BlobTree, index: number, chunk: Uint8Array): Promise<boolean> {
  const digest = await sha256(chunk);
  return digest.every((byte, offset) => byte === tree.leaves[index * 32 + offset]);
}

function runsOf(indexes: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const index of indexes) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === index - 1 && run.length < CHUNKS_PER_REQUEST) run.push(index);
    else runs.push([index]);
  }
  return runs;
}
