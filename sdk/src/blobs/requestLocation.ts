import { LocationProtocolError, LocationRefusedError, LocationStalledError } from "./locationErrors.ts";
import { redactLocation } from "./locations.ts";

/**
 * Decides whether an address may be asked, for whoever downloads from addresses that strangers name (a worker does):
 * without one, a manifest could make its reader call services of the reader's own network.
 *
 * It sees the address and the target of every redirect, before the request. A host name can point elsewhere by the
 * time of the request, so where that matters also pass a `fetch` that connects only to the address that was checked.
 */
export type LocationPolicy = (url: URL) => boolean | Promise<boolean>;

/** How an untrusted server is asked. */
export interface RequestOptions {
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly allowLocation: LocationPolicy | undefined;
}

/** Redirects that are followed under a policy. */
const MAX_REDIRECTS = 3;

/**
 * Asks a server for a location, and under a policy checks each redirect before following it.
 *
 * @throws {@link LocationRefusedError} | {@link LocationProtocolError} | {@link LocationStalledError}, or the
 *   signal's reason.
 */
export async function requestLocation(
  location: string,
  headers: Record<string, string>,
  options: RequestOptions,
): Promise<Response> {
  let url = parseLocation(location);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    await checkPolicy(url, options.allowLocation);
    const response = await send(url, headers, options);
    if (response.type === "opaqueredirect") {
      throw new LocationProtocolError("it redirects, and a browser hides to where");
    }
    const target = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || target === null) return response;
    await response.body?.cancel();
    url = parseLocation(target, url.href);
  }
  throw new LocationProtocolError("it redirects too often");
}

function parseLocation(location: string, base?: string): URL {
  if (!URL.canParse(location, base)) throw new LocationProtocolError("it is no address");
  return new URL(location, base);
}

async function checkPolicy(url: URL, allowLocation: LocationPolicy | undefined): Promise<void> {
  const isHttp = url.protocol === "http:" || url.protocol === "https:";
  const allowed = isHttp && (allowLocation === undefined || (await allowLocation(url)));
  if (!allowed) throw new LocationRefusedError(redactLocation(url.href));
}

async function send(url: URL, headers: Record<string, string>, options: RequestOptions): Promise<Response> {
  const redirect = options.allowLocation === undefined ? "follow" : "manual";
  try {
    return await options.fetch(url, { headers, redirect, signal: options.signal });
  } catch (error) {
    options.signal.throwIfAborted();
    throw new LocationStalledError(`the connection failed (${reasonOf(error)})`, error);
  }
}

/** Node hides the reason of a failed `fetch` in the error's cause; its messages can repeat the whole address. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : "network error";
}
