import { getHearing } from "../actions/court/getHearing.ts";
import type { HearingName } from "../actions/court/courtAt.ts";
import { getJob } from "../actions/jobs/getJob.ts";
import { getProvider } from "../actions/provider/getProvider.ts";
import {
  encryptFor,
  type JobKey,
  normalizeStore,
  recipientFromPublicKey,
  type TransferProgress,
} from "../blobs/index.ts";
import { InvalidKeyError } from "../blobs/errors.ts";
import { requireSigner } from "../chain/sendCall.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import type { WattleError } from "../errors/base.ts";
import { PanelNotDrawnError } from "../errors/courtErrors.ts";
import { decodeContractError } from "../errors/decodeContractError.ts";
import { DisclosureFailedError } from "./errors.ts";
import { getJobStores } from "./getJobStores.ts";
import { copiesByRoot, findParts, type JobPart } from "./jobParts.ts";
import { leaveAtStore } from "./leaveAtStore.ts";

/** What {@link discloseJob} takes. */
export interface DiscloseJobParameters extends Omit<HearingName, "market"> {
  /** The job's own key, as `runJob` or `createRequestJob` returned it. It opens this job and no other. */
  readonly jobKey: Pick<JobKey, "identity">;
  /**
   * The job's manifest and inputs, encrypted, as `runJob` or `createRequestJob` returned them, or `fetchJobCopies`.
   * Default: they are looked for where the job was put, which may be with the accused provider alone, and at the jurors'
   * stores.
   */
  readonly copies?: readonly Uint8Array[] | undefined;
  /** More stores to leave everything at, as the job's own, for jurors whose store does not answer. */
  readonly stores?: readonly string[] | undefined;
  /** Told how far each blob is at each store. */
  readonly onProgress?: ((progress: DisclosureProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
}

/** How far a blob of a job is on its way to jurors. */
export interface DisclosureProgress extends TransferProgress {
  /** Base address of the store. */
  readonly store: string;
  /** `manifest`, `result`, or the name of an input or output as in `input "scene"`. */
  readonly part: string;
}

/** What a juror cannot read, or a store that did not take it. */
export interface FailedDisclosure {
  /** The provider's id; null for one of the further stores, and for what nobody gets. */
  readonly juror: string | null;
  /**
   * {@link DisclosureFailedError} where a store did not take something: it names both. {@link JobPartMissingError} where
   * nobody has what is to be left.
   */
  readonly error: WattleError;
}

/** What {@link discloseJob} returns. */
export interface DiscloseJobReturnType {
  /** Jurors whose own store has the key, the manifest and every input now: their providers' ids. */
  readonly disclosed: readonly string[];
  /** What did not work: call again, what is there already is not sent again. */
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
 * keys of the registry, and copies of its manifest and inputs, by way of the store that each of them runs, so that the
 * job's provider can neither stand in between nor delete what they need. Call it after each draw; jurors that cannot
 * read a job vote for its provider. A result that lies at a store without https is left with them too: jurors ask no such
 * store of a stranger's.
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
 * const { failed } = await discloseJob(client, { court, caseId: jobId, jobKey, copies });
 * for (const { juror, error } of failed) console.warn(juror, error.message);
 * ```
 */
export async function discloseJob(
  client: WattleClient,
  parameters: DiscloseJobParameters,
): Promise<DiscloseJobReturnType> {
  const { court, caseId, jobKey, stores = [], onProgress, signal, fetch } = parameters;
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
  const further = await Promise.all(stores.map((store) => attempt(null, async () => normalizeStore(store))));
  const places = [
    ...readers.map(({ juror, store }) => ({ juror, store })),
    ...further.filter((store) => store !== null).map((store) => ({ juror: null, store })),
  ];

  // A store keeps one hand-over a job, and may serve several jurors: all of them can read the same.
  const secret = new TextEncoder().encode(jobKey.identity);
  const recipients = readers.map(({ recipient }) => recipient);
  const key = await encryptFor(recipients, secret);
  const found = await attempt(null, () => partsOf(client, parameters, places));
  const work = { account: openedCase.client, jobId: caseId, key, parts: found ?? [], signal, fetch };
  const leaving = new Map(
    [...new Set(places.map(({ store }) => store))].map((store) => {
      const tell = (part: string, progress: TransferProgress): void =>
        onProgress?.({ store, part, ...progress });
      return [store, leaveAtStore(client, { ...work, store, onProgress: tell })] as const;
    }),
  );
  await Promise.all(leaving.values());
  const disclosed: string[] = [];
  const missing = new Set<WattleError>();
  for (const { juror, store } of places) {
    const errors = (await leaving.get(store)) ?? [];
    for (const error of errors) {
      if (error instanceof DisclosureFailedError) failed.push({ juror, error });
      else missing.add(error);
    }
    if (juror !== null && found !== null && errors.length === 0) disclosed.push(juror);
  }
  for (const error of missing) failed.push({ juror: null, error });
  return { disclosed, failed };
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

/** Looks in what the client kept, where the job was put, and where an earlier call left it. */
async function partsOf(
  client: WattleClient,
  { caseId, jobKey, copies = [], signal, fetch }: DiscloseJobParameters,
  places: readonly { readonly store: string }[],
): Promise<readonly JobPart[]> {
  const job = await getJob(client, { jobId: caseId, signal });
  const known = await getJobStores(client, { job, signal });
  return findParts(job, {
    identity: jobKey.identity,
    kept: await copiesByRoot(copies),
    stores: [...new Set([...known, ...places.map(({ store }) => store)])],
    options: { signal, fetch },
  });
}
