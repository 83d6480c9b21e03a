import { getProvider } from "../actions/provider/getProvider.ts";
import {
  encryptFor,
  type JobKey,
  parseRequestStore,
  putHandover,
  recipientFromPublicKey,
  signUploadToken,
} from "../blobs/index.ts";
import { requireSigner } from "../chain/sendCall.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import type { JobTerms } from "../types/jobTerms.ts";

/** What {@link handOverInputKey} takes. */
export interface HandOverInputKeyParameters {
  readonly jobId: string;
  /** Of the job that the take opened. */
  readonly terms: Pick<JobTerms, "client" | "provider">;
  /** The key that manifest and inputs are encrypted to. */
  readonly inputKey: Pick<JobKey, "identity">;
  /** As it was published with the request. */
  readonly store: string;
  readonly signal?: AbortSignal | undefined;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
}

/**
 * Hands the key of a private job's inputs to the provider that took its request: encrypted to the provider's key of the
 * registry, by way of the store. Without it the provider declines at the end of its decline window.
 *
 * @throws {@link UploadRefusedError} when the store refuses it, with the store's reason.
 * @throws {@link UploadFailedError} when the connection fails again and again.
 *
 * @example
 * ```ts
 * import { getJob } from "@wattle/sdk";
 * import { handOverInputKey } from "@wattle/sdk/jobs";
 *
 * const { terms } = await getJob(client, { jobId });
 * await handOverInputKey(client, { jobId, terms, inputKey, store });
 * ```
 */
export async function handOverInputKey(
  client: WattleClient,
  { jobId, terms, inputKey, store: text, signal, fetch }: HandOverInputKeyParameters,
): Promise<void> {
  const signer = requireSigner(client);
  const { store } = await parseRequestStore(text);
  const { encryptionKey } = await getProvider(client, { provider: terms.provider, signal });
  const secret = new TextEncoder().encode(inputKey.identity);
  const bytes = await encryptFor([recipientFromPublicKey(encryptionKey)], secret);
  const place = { chainId: BigInt(client.chainId), escrow: client.deployment.contracts.jobEscrow, store };
  await putHandover({
    store,
    jobId,
    bytes,
    token: ({ root, size }) =>
      signUploadToken(signer, { ...place, account: terms.client, jobId, root, size }),
    signal,
    fetch,
  });
}
