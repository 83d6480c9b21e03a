import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { blobUrl, HANDOVER_MAX_BYTES, type UploadToken, type UploadTokenPlace } from "@wattle/sdk/blobs";
import type { BlobStore } from "./blobStore.ts";
import type { UploadClaim } from "./partyCheck.ts";
import { RelayRefusal } from "./refusal.ts";
import type { ResolvedRelayOptions } from "./relayOptions.ts";
import { verifyToken } from "./verifyToken.ts";

/** Party checks at the same time: each may ask the chain several times, and anybody can cause one. */
const MAX_PARTY_CHECKS = 32;

/** Decides which uploads may begin. */
export class UploadAdmission {
  readonly #store: BlobStore;
  readonly #options: ResolvedRelayOptions;
  readonly #place: UploadTokenPlace;
  #partyChecks = 0;

  constructor(store: BlobStore, options: ResolvedRelayOptions, publicUrl: string) {
    this.#store = store;
    this.#options = options;
    this.#place = { chainId: options.chainId, escrow: options.escrow, store: publicUrl };
  }

  /**
   * Admits a new upload and reserves its space.
   *
   * @returns The id of the upload.
   * @throws {@link RelayRefusal} saying why not.
   */
  async admit(headers: IncomingHttpHeaders): Promise<string> {
    const { maxBlobBytes } = this.#options;
    const claim = this.#verify(headers, single(headers["upload-length"]), maxBlobBytes);
    await this.#checkParty({ ...claim, purpose: "blob" });
    await this.#checkSpace(claim.token.size);
    return this.#reserve(claim.token);
  }

  /**
   * Admits what the client of a job hands over to its provider.
   *
   * @param jobId Of the address, in lower case.
   * @throws {@link RelayRefusal} saying why not.
   */
  async admitHandover(jobId: string, headers: IncomingHttpHeaders): Promise<UploadToken> {
    const claim = this.#verify(headers, headers["content-length"], HANDOVER_MAX_BYTES);
    if (claim.token.jobId.toLowerCase() !== jobId) {
      throw new RelayRefusal(
        "TokenInvalid",
        "The token is for another job than the address.",
        "Sign a token that names the job of the address.",
      );
    }
    await this.#checkParty({ ...claim, purpose: "handover" });
    await this.#checkSpace(claim.token.size);
    return claim.token;
  }

  /**
   * Makes sure that an account may store so many bytes more.
   *
   * @param replaced Root of the blob, or id of the job whose hand-over, they take the place of.
   * @throws {@link RelayRefusal} `QuotaExceeded`.
   */
  checkQuota(account: string, size: number, replaced: string): void {
    const { quotaBytes } = this.#options;
    const used = this.#store.index.usedBytes(account, replaced, Date.now());
    if (used + size <= quotaBytes) return;
    throw new RelayRefusal(
      "QuotaExceeded",
      `The account has ${used} of ${quotaBytes} bytes in use; ${size} more do not fit.`,
      "Wait until older blobs expire, or use another store.",
    );
  }

  #verify(
    headers: IncomingHttpHeaders,
    length: string | undefined,
    maxBlobBytes: number,
  ): Omit<UploadClaim, "purpose"> {
    const { maxTokenSeconds } = this.#options;
    return verifyToken(headers.authorization, length, { place: this.#place, maxTokenSeconds, maxBlobBytes });
  }

  async #checkParty(claim: UploadClaim): Promise<void> {
    if (this.#partyChecks >= MAX_PARTY_CHECKS) {
      throw new RelayRefusal(
        "Busy",
        "The relay is checking many uploads at once.",
        "Try again in a few seconds.",
      );
    }
    this.#partyChecks++;
    const signal = AbortSignal.timeout(this.#options.timeouts.partyCheckMs);
    try {
      await Promise.race([this.#options.partyCheck.check(claim, { signal }), rejectOnAbort(signal)]);
    } catch (error) {
      if (error instanceof RelayRefusal) throw error;
      throw new RelayRefusal(
        "ChainUnavailable",
        "The relay cannot ask the chain about this account now.",
        "Try again later, or use another store.",
        error,
      );
    } finally {
      this.#partyChecks--;
    }
  }

  async #checkSpace(size: number): Promise<void> {
    const free = await this.#store.freeBytes();
    if (free < size + this.#options.minFreeBytes) {
      throw new RelayRefusal(
        "StorageFull",
        "The relay's storage is full.",
        "Try again later, or use another store.",
      );
    }
  }

  /** Runs without interruption, so that no two uploads can share what is left of a quota. */
  async #reserve(token: UploadClaim["token"]): Promise<string> {
    const { index } = this.#store;
    const { account, root, size } = token;
    const { maxUploadsPerAccount } = this.#options;
    this.checkQuota(account, size, root);
    if (index.isClaimed(root, Date.now())) {
      index.claim(root, account, this.#store.expiryMs());
      throw new RelayRefusal(
        "AlreadyStored",
        `The blob is stored already at ${blobUrl(this.#place.store, root)}; its time to live was renewed.`,
        "Use that address.",
      );
    }
    const unfinished = index.uploadsOf(account);
    const replaced = unfinished.filter((upload) => upload.root === root);
    if (unfinished.length - replaced.length >= maxUploadsPerAccount) {
      throw new RelayRefusal(
        "TooManyUploads",
        `The account has ${unfinished.length} unfinished uploads.`,
        "Finish or delete one of them first.",
      );
    }
    const id = randomBytes(16).toString("hex");
    index.addUpload({ id, account, root, size, createdAtMs: Date.now() });
    // Whoever starts the same upload again has lost the address of the one before.
    for (const upload of replaced) await this.#store.discardUpload(upload.id);
    return id;
  }
}

/** The chain client may not honor the signal itself. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
