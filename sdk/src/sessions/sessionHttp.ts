import { SessionProtocolError } from "./callErrors.ts";

/** How a provider's endpoint is asked. */
export interface SessionRequestOptions {
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Longest wait for the answer to one request, in milliseconds. Default: 60,000. */
  readonly requestTimeoutMs?: number | undefined;
}

/** An answer that has come in whole. */
export interface SessionAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** The address of something at a provider's endpoint. */
export function sessionUrl(baseUrl: string, ...parts: readonly string[]): string {
  return [baseUrl.replace(/\/+$/, ""), "sessions", ...parts.map(encodeURIComponent)].join("/");
}

/**
 * Asks once. Redirects are not followed: a receipt is for one provider.
 *
 * @throws {@link SessionProtocolError} when the answer is longer than allowed; the signal's reason; or whatever `fetch`
 * throws where no answer came in whole.
 */
export async function requestOnce(
  url: string,
  init: RequestInit,
  maxBytes: number,
  { fetch: send = globalThis.fetch, signal, requestTimeoutMs = 60_000 }: SessionRequestOptions,
): Promise<SessionAnswer> {
  const timeout = AbortSignal.timeout(requestTimeoutMs);
  const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  try {
    const response = await send(url, { ...init, redirect: "error", signal: either });
    const { status, headers } = response;
    return { status, headers, body: await readBody(response, maxBytes) };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    size += value.length;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new SessionProtocolError(`it is longer than ${maxBytes} bytes`);
    }
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.length;
  }
  return body;
}

/** Why there was no answer: Node hides the reason in the cause, and messages can repeat the whole address. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return "it took too long";
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : "the connection failed";
}
