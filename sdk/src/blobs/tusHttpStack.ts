import type { HttpRequest, HttpResponse, HttpStack } from "tus-js-client";

/** How requests to the store are made. */
export interface TusHttpOptions {
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  /** Base address of the store: requests elsewhere are refused. */
  readonly store: string;
  /** Longest wait for the answer to one request, in milliseconds. */
  readonly requestTimeoutMs: number;
}

/** Longest answer that is read, in bytes: a refusal is a few sentences. */
const MAX_ANSWER_BYTES = 16 * 1024;

/**
 * Makes tus-js-client use `fetch`, in Node as in browsers. A store that is not trusted can neither send the client
 * elsewhere, nor keep it waiting, nor make it send the same bytes for ever.
 */
export function tusHttpStack(options: TusHttpOptions): HttpStack {
  return {
    getName: () => "fetch",
    createRequest: (method, url) => makeRequest(method, url, options),
  };
}

function makeRequest(method: string, url: string, options: TusHttpOptions): HttpRequest {
  const headers: Record<string, string> = {};
  const aborted = new AbortController();
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name, value) => void (headers[name.toLowerCase()] = value),
    getHeader: (name) => headers[name.toLowerCase()],
    // `fetch` reports no progress within a request; tus-js-client reports it after every request itself.
    setProgressHandler: () => undefined,
    abort: async () => aborted.abort(),
    getUnderlyingObject: () => null,
    send: async (body: Uint8Array<ArrayBuffer> | null | undefined) => {
      if (new URL(url).origin !== new URL(options.store).origin) {
        throw new Error("the store names an upload address on another host");
      }
      const timeout = AbortSignal.timeout(options.requestTimeoutMs);
      const response = await options.fetch(url, {
        method,
        headers,
        body: body ?? null,
        redirect: "error",
        signal: AbortSignal.any([options.signal, aborted.signal, timeout]),
      });
      const answer = makeResponse(response, await readText(response));
      if (method === "PATCH" && response.ok) checkProgress(headers, answer);
      return answer;
    },
  };
}

function makeResponse(response: Response, body: string): HttpResponse {
  return {
    getStatus: () => response.status,
    getHeader: (name) => response.headers.get(name) ?? undefined,
    getBody: () => body,
    getUnderlyingObject: () => response,
  };
}

function checkProgress(headers: Record<string, string>, answer: HttpResponse): void {
  if (!(Number(answer.getHeader("upload-offset")) > Number(headers["upload-offset"]))) {
    throw new Error("the store accepted none of the bytes that were sent");
  }
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let length = 0; reader !== undefined;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MAX_ANSWER_BYTES) {
      await reader.cancel();
      break;
    }
    text += decoder.decode(value, { stream: true });
  }
  return text;
}
