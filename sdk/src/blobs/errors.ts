import { WattleError } from "../errors/base.ts";

/** A text is not the CID of a Wattle blob. */
export class InvalidCidError extends WattleError {
  override name = "InvalidCidError";

  constructor(cid: string, cause?: unknown) {
    super(`"${cid.slice(0, 80)}" is not the CID of a blob.`, {
      action: "Give a CIDv1 in base32 with codec dag-pb and a sha2-256 digest, as cidOfRoot returns it.",
      retryable: false,
      cause,
    });
  }
}

/** A text is not the base address of a store. */
export class InvalidStoreError extends WattleError {
  override name = "InvalidStoreError";

  constructor() {
    // The text itself stays out of the message: it may hold credentials.
    super("The store's address is not an http(s) address without credentials, query and fragment.", {
      action: "Give the address that the store prints when it starts.",
      retryable: false,
    });
  }
}

/** A text or a number of bytes is not an age X25519 key. */
export class InvalidKeyError extends WattleError {
  override name = "InvalidKeyError";

  constructor(expected: string) {
    // The text itself stays out of the message: it may be a secret key.
    super(`The key is not ${expected}.`, {
      action: "Make a key with generateJobKey, or take the provider's from the registry.",
      retryable: false,
    });
  }
}

/** Encrypted bytes cannot be opened: they are not for this key, were altered, or are cut short. */
export class DecryptionError extends WattleError {
  override name = "DecryptionError";

  constructor(cause: unknown) {
    super(
      "The encrypted bytes cannot be opened: they are not for this key, were altered, or are cut short.",
      {
        action:
          "Check that the identity belongs to one of the recipients; if it does, the sender's data is bad.",
        retryable: false,
        cause,
      },
    );
  }
}

/** A blob is larger than the caller allows. */
export class BlobTooLargeError extends WattleError {
  override name = "BlobTooLargeError";

  /** Size of the blob in bytes. */
  readonly size: number;

  /** Greatest size that was allowed, in bytes. */
  readonly maxBytes: number;

  constructor(size: number, maxBytes: number) {
    super(`The blob has ${size} bytes; at most ${maxBytes} are allowed here.`, {
      action: "Raise maxBytes if you expect a blob of this size, or download it to a file.",
      retryable: false,
    });
    this.size = size;
    this.maxBytes = maxBytes;
  }
}

/** What a location answered is not the tree of the blob that was asked for. */
export class TreeMismatchError extends WattleError {
  override name = "TreeMismatchError";

  /** The digest of the tree's root that was asked for (0x hex). */
  readonly root: string;

  constructor(root: string, reason: string, cause?: unknown) {
    super(`The tree nodes do not prove the blob ${root}: ${reason}.`, {
      action: "Do not trust this location; fetch the blob from another one.",
      retryable: false,
      cause,
    });
    this.root = root;
  }
}

/** A 1 MiB chunk of a blob does not have the digest that the blob's tree gives it. */
export class ChunkMismatchError extends WattleError {
  override name = "ChunkMismatchError";

  /** Number of the chunk, from 0. */
  readonly index: number;

  constructor(index: number) {
    super(`Chunk ${index} does not match the blob's root digest.`, {
      action: "Do not trust this location; fetch the blob from another one.",
      retryable: false,
    });
    this.index = index;
  }
}

/** One attempt to read a blob from one location, and how it ended. */
export interface LocationFailure {
  /** The location, without credentials and query. */
  readonly location: string;
  readonly error: Error;
}

/** No location delivered the blob. */
export class BlobUnavailableError extends WattleError {
  override name = "BlobUnavailableError";

  /** The last failure of each location. */
  readonly failures: readonly LocationFailure[];

  constructor(failures: readonly LocationFailure[]) {
    const reasons = failures.map(({ location, error }) => `${location}: ${error.message}`).join(" ");
    super(`No location delivered the blob. ${reasons}`, {
      action: "Upload the blob again, or name another location that holds it.",
      retryable: failures.some(({ error }) => error instanceof WattleError && error.retryable),
      cause: failures[0]?.error,
    });
    this.failures = failures;
  }
}
