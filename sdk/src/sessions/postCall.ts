import { sleep } from "../chain/sleep.ts";
import type { Receipt } from "../types/session.ts";
import { SessionProtocolError, SessionUnreachableError } from "./callErrors.ts";
import { reasonOf, requestOnce, type SessionAnswer, type SessionRequestOptions } from "./sessionHttp.ts";

/** How a call is sent. */
export interface PostCallOptions extends SessionRequestOptions {
  /** Further attempts when no answer comes, or no place is free. Default: 5. */
  readonly retries?: number | undefined;
  /** Pause before the first of them, in milliseconds; it doubles each time. Default: 200. */
  readonly retryPauseMs?: number | undefined;
  /** The longest answer that is read, in bytes. Default: 64 MiB. */
  readonly maxOutputBytes?: number | undefined;
}

/** An answer to a call. */
export interface CallAnswer {
  readonly answer: SessionAnswer;
  /** Whether an answer before it was lost, so that the call may have been served already. */
  readonly lost: boolean;
}

/** No place is free. */
const BUSY = 429;

/** What a gateway says for a server that it lost. */
const GATEWAY = new Set([502, 503, 504]);

/**
 * Sends a call with its receipt until an answer comes: the same receipt each time, so that the provider cannot charge
 * it twice.
 *
 * @throws {@link SessionUnreachableError} when none does; {@link SessionProtocolError} when it is too long; the
 * signal's reason.
 */
export async function postCall(
  url: string,
  { cumulativeAmount, signature }: Pick<Receipt, "cumulativeAmount" | "signature">,
  input: Uint8Array,
  options: PostCallOptions,
): Promise<CallAnswer> {
  const { retries = 5, retryPauseMs = 200, maxOutputBytes = 64 * 1024 * 1024, signal } = options;
  const headers = {
    "content-type": "application/octet-stream",
    "wattle-cumulative-amount": cumulativeAmount.toString(),
    "wattle-signature": signature,
  };
  const init = { method: "POST", headers, body: input as Uint8Array<ArrayBuffer> };
  let lost = false;
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await requestOnce(url, init, maxOutputBytes, options);
      lost ||= GATEWAY.has(answer.status);
      const passing = answer.status === BUSY || GATEWAY.has(answer.status);
      if (!passing || attempt === retries) return { answer, lost };
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof SessionProtocolError) throw error;
      if (attempt === retries) throw new SessionUnreachableError(attempt + 1, reasonOf(error), error);
      lost = true;
    }
    await sleep(retryPauseMs * 2 ** attempt, signal);
  }
}
