import { recipientOfIdentity } from "./ageKeys.ts";
import { InvalidStoreError } from "./errors.ts";
import { normalizeStore } from "./locations.ts";

/** Where the manifest of an open request lies, and how it is read. */
export interface RequestStore {
  /** Base address of the store. */
  readonly store: string;
  /**
   * The key that manifest and inputs are encrypted to (`AGE-SECRET-KEY-1…`), where the client made it known to
   * everybody; null where it hands it over to whoever takes the request.
   */
  readonly inputIdentity: string | null;
}

/**
 * The text that is published with a request. The key of a public job stands in the address's fragment, which no HTTP
 * request carries.
 *
 * @throws {@link InvalidStoreError}
 *
 * @example
 * ```ts
 * import { formatRequestStore } from "@wattle/sdk/blobs";
 *
 * const text = formatRequestStore({ store, inputIdentity: null });
 * ```
 */
export function formatRequestStore({ store, inputIdentity }: RequestStore): string {
  const base = normalizeStore(store);
  return inputIdentity === null ? base : `${base}#${inputIdentity}`;
}

/**
 * Reads what was published with a request; the text is a stranger's.
 *
 * @throws {@link InvalidStoreError} when it is no address of a store.
 * @throws {@link InvalidKeyError} when its fragment is no key.
 *
 * @example
 * ```ts
 * import { parseRequestStore } from "@wattle/sdk/blobs";
 *
 * const { store, inputIdentity } = await parseRequestStore(event.store);
 * ```
 */
export async function parseRequestStore(text: string): Promise<RequestStore> {
  const [base = "", fragment, ...more] = text.split("#");
  if (more.length > 0) throw new InvalidStoreError();
  const store = normalizeStore(base);
  if (fragment === undefined || fragment === "") return { store, inputIdentity: null };
  await recipientOfIdentity(fragment);
  return { store, inputIdentity: fragment };
}
