import { LocationProtocolError, LocationStalledError, LocationStatusError } from "./locationErrors.ts";
import { Patience } from "./patience.ts";
import { type RequestOptions, requestLocation } from "./requestLocation.ts";

/** How an untrusted server is read. */
export interface ReadOptions extends RequestOptions {
  /** Longest wait for the next 16 KiB, in milliseconds. */
  readonly stallTimeoutMs: number;
}

/** A part of what a location serves. */
export interface ByteRange {
  /** First byte. */
  readonly start: number;
  /** Number of bytes. */
  readonly length: number;
}

/** Longest pause that a server can ask for, in milliseconds. */
const MAX_RETRY_AFTER_MS = 30_000;

/**
 * Reads a range of bytes from a server that may be hostile. It never yields more than the range, whatever the server
 * sends, and never waits for longer than the stall timeout.
 *
 * @throws {@link LocationStatusError} | {@link LocationStalledError} | {@link LocationProtocolError} |
 *   {@link LocationRefusedError}, or the signal's reason.
 */
export async function* readRange(
  location: string,
  range: ByteRange,
  options: ReadOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const header = `bytes=${range.start}-${range.start + range.length - 1}`;
  let left = range.length;
  for await (const bytes of read(
    location,
    { range: header },
    (response) => checkRange(response, range),
    options,
  )) {
    yield bytes.subarray(0, left);
    left -= Math.min(left, bytes.length);
    if (left === 0) return;
  }
  throw new LocationStalledError(`its answer ended ${left} bytes early`);
}

/**
 * Reads everything that a location serves, up to a limit.
 *
 * @throws As {@link readRange}; {@link LocationProtocolError} when there are more than `maxBytes`.
 */
export async function readAll(location: string, maxBytes: number, options: ReadOptions): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of read(location, {}, () => undefined, options)) {
    length += bytes.length;
    if (length > maxBytes) throw new LocationProtocolError(`it serves more than ${maxBytes} bytes`);
    parts.push(bytes);
  }
  const all = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}

async function* read(
  location: string,
  headers: Record<string, string>,
  check: (response: Response) => void,
  options: ReadOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  // Aborted at the end in any case, so that nobody can make the reader download what it does not want.
  const request = new AbortController();
  const signal = AbortSignal.any([options.signal, request.signal]);
  const patience = new Patience(options.stallTimeoutMs, request);
  try {
    // A compressed answer could unpack to far more than was asked for.
    const sent = { ...headers, "accept-encoding": "identity" };
    const response = await patience.during(() => requestLocation(location, sent, { ...options, signal }));
    if (response.status !== 200 && response.status !== 206) {
      throw new LocationStatusError(response.status, retryAfterMs(response.headers.get("retry-after")));
    }
    check(response);
    const reader = response.body?.getReader();
    if (reader === undefined) return;
    for (;;) {
      const bytes = await patience.during(() => readNext(reader));
      if (bytes === null) return;
      patience.received(bytes.length);
      yield bytes;
    }
  } catch (error) {
    options.signal.throwIfAborted();
    throw error;
  } finally {
    request.abort();
  }
}

async function readNext(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | null> {
  try {
    return (await reader.read()).value ?? null;
  } catch (error) {
    throw new LocationStalledError("the connection broke", error);
  }
}

function checkRange(response: Response, range: ByteRange): void {
  if (response.status === 206) {
    // Browsers hide this header unless the server exposes it; the digests decide in any case.
    const sent = response.headers.get("content-range");
    if (sent !== null && !sent.startsWith(`bytes ${range.start}-`)) {
      throw new LocationProtocolError("it answered with another range than the one asked for");
    }
  } else if (range.start !== 0) {
    throw new LocationProtocolError("it does not serve byte ranges");
  }
}

/** Seconds or a date, as HTTP allows; held to a limit, because the server may be hostile. */
function retryAfterMs(header: string | null): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS);
}
