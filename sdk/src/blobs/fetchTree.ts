import type { ResolvedBlobSource } from "./blobSource.ts";
import type { ResolvedDownloadOptions } from "./downloadOptions.ts";
import { BlobTooLargeError, TreeMismatchError } from "./errors.ts";
import { LocationPool } from "./locationPool.ts";
import { sidecarUrl } from "./locations.ts";
import { readAll } from "./readLocation.ts";
import { parseSidecar, sidecarMaxBytes } from "./sidecar.ts";
import type { BlobTree } from "./tree.ts";
import { tryLocations } from "./tryLocations.ts";

/**
 * Fetches the tree of a blob from any of its locations and proves it against the root.
 *
 * @throws {@link BlobTooLargeError} when the blob is larger than `maxBytes`.
 * @throws {@link BlobUnavailableError} when no location has the tree.
 */
export async function fetchTree(
  source: ResolvedBlobSource,
  options: ResolvedDownloadOptions,
): Promise<BlobTree> {
  if (source.size !== null && source.size > options.maxBytes) {
    throw new BlobTooLargeError(source.size, options.maxBytes);
  }
  const maxBytes = sidecarMaxBytes(source.size ?? options.maxBytes);
  const tree = await tryLocations(
    new LocationPool(source.locations),
    async (location) => {
      const found = await parseSidecar(await readAll(sidecarUrl(location), maxBytes, options), source.root);
      if (source.size !== null && found.size !== source.size) {
        throw new TreeMismatchError(source.root, `it has ${found.size} bytes, not ${source.size}`);
      }
      return found;
    },
    options,
  );
  if (tree.size > options.maxBytes) throw new BlobTooLargeError(tree.size, options.maxBytes);
  return tree;
}
