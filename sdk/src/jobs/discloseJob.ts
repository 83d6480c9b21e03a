import { getHearing } from "../actions/court/getHearing.ts";
import type { HearingName } from "../actions/court/courtAt.ts";
import { getProvider } from "../actions/provider/getProvider.ts";
import {
  encryptFor,
  type JobKey,
  normalizeStore,
  putHandover,
  recipientFromPublicKey,
  signUploadToken,
} from "../blobs/index.ts";
import { requireSigner } from "../chain/sendCall.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import type { WattleError } from "../errors/base.ts";
import { PanelNotDrawnError } from "../errors/courtErrors.ts";
import { decodeContractError } from "../errors/decodeContractError.ts";
import { InvalidKeyError } from "../blobs/errors.ts";

/** What {@link discloseJob} takes. */
export interface DiscloseJobParameters extends Omit<HearingName, "market"> {
  /** The job's own key, as `runJob` or `createRequestJob` returned it. It opens this job and no other. */
  readonly jobKey: Pick<JobKey, "identity">;
  /** More stores to leave it at, as the job's own, for jurors whose store does not answer. */
  readonly stores?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
}

/** A juror that cannot read the disclosure, or a store that did not take it. */
export interface FailedDisclosure {
  /** The provider's id; null for one of the further stores. */
  readonly juror: string | null;
  readonly error: WattleError;
}

/** What {@link discloseJob} returns. */
export interface DiscloseJobReturnType {
  /** Jurors whose own store has the key now: their providers' ids. */
  readonly disclosed: readonly string[];
  /** What did not work: call again, the last disclosure counts. */
  readonly failed: readonly FailedDisclosure[];
}

/** What is known of a drawn juror. */
interface Reader {
  readonly juror: string;
  readonly store: string;
  readonly recipient: string;
}

/**
 * Discloses an encrypted job to the jurors that were drawn to judge it, as the job's client: its key, encrypted to their
 * keys of the registry, by way of the store that each of them runs, so that the job's provider cannot stand in between.
 * Call it after each draw; jurors that cannot read a job vote for its provider.
 *
 * One juror with a broken key or store keeps nobody else from reading.
 *
 * @throws {@link PanelNotDrawnError} when no seat was drawn yet, or the case is finished.
 * @throws {@link HearingNotFoundError} when the court has no such case.
 *
 * @example
 * ```ts
 * import { drawPanel } from "@wattle/sdk";
 * import { discloseJob } from "@wattle/sdk/jobs";
 *
 * await drawPanel(client, { court, openedCase });
 * const { failed } = await discloseJob(client, { court, caseId: jobId, jobKey });
 * for (const { juror, error } of failed) console.warn(juror, error.message);
 * ```
 */
export async function discloseJob(
  client: WattleClient,
  parameters: DiscloseJobParameters,
): Promise<DiscloseJobReturnType> {
  const { court, caseId, jobKey, stores = [], signal } = parameters;
  requireSigner(client);
  const { panel, appealPanel, openedCase } = await getHearing(client, { court, caseId, signal });
  const jurors = [...new Set([...panel, ...appealPanel].map(({ juror }) => juror))];
  if (jurors.length === 0) throw new PanelNotDrawnError(caseId);

  const failed: FailedDisclosure[] = [];
  const attempt = async <T>(juror: string | null, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      failed.push({ juror, error: decodeContractError(error) });
      return null;
    }
  };
  const readers = (
    await Promise.all(jurors.map((juror) => attempt(juror, () => findReader(client, juror, signal))))
  ).filter((reader) => reader !== null);
  if (readers.length === 0) return { disclosed: [], failed };

  // A store keeps one hand-over a job, and may serve several jurors: all of them can read the same.
  const secret = new TextEncoder().encode(jobKey.identity);
  const bytes = await encryptFor(
    readers.map(({ recipient }) => recipient),
    secret,
  );
  const put = (store: string): Promise<void> =>
    leave(client, { ...parameters, store, bytes, account: openedCase.client });
  const leaving = new Map<string, Promise<void>>();
  const putOnce = (store: string): Promise<void> => {
    const under = leaving.get(store) ?? put(store);
    leaving.set(store, under);
    return under;
  };
  const told = await Promise.all(
    readers.map(({ juror, store }) => attempt(juror, () => putOnce(store).then(() => juror))),
  );
  await Promise.all(stores.map((store) => attempt(null, async () => putOnce(normalizeStore(store)))));
  return { disclosed: told.filter((juror) => juror !== null), failed };
}

/** @throws Any {@link WattleError} when the juror has no store, or a key that nothing can be encrypted to. */
async function findReader(client: WattleClient, juror: string, signal?: AbortSignal): Promise<Reader> {
  const { encryptionKey, endpoint } = await getProvider(client, { provider: juror, signal });
  const recipient = recipientFromPublicKey(encryptionKey);
  // 32 bytes can be a point that age refuses: that must not spoil the disclosure for the others.
  await encryptFor([recipient], new Uint8Array()).catch(() => {
    throw new InvalidKeyError("a public key that can be encrypted to");
  });
  return { juror, store: normalizeStore(endpoint), recipient };
}

async function leave(
  client: WattleClient,
  place: DiscloseJobParameters & {
    readonly store: string;
    readonly bytes: Uint8Array;
    readonly account: string;
  },
): Promise<void> {
  const { store, bytes, account, caseId: jobId, signal, fetch } = place;
  const signer = requireSigner(client);
  const chainId = BigInt(client.chainId);
  const escrow = client.deployment.contracts.jobEscrow;
  await putHandover({
    store,
    jobId,
    bytes,
    token: ({ root, size }) =>
      signUploadToken(signer, { chainId, escrow, store, account, jobId, root, size }),
    signal,
    fetch,
  });
}
