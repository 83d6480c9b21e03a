import { SessionProtocolError, type SessionRefusedError, SessionUnreachableError } from "./callErrors.ts";
import { refusalErrorOf } from "./refusal.ts";
import {
  reasonOf,
  requestOnce,
  type SessionAnswer,
  type SessionRequestOptions,
  sessionUrl,
} from "./sessionHttp.ts";
import { type SessionPrices, sessionPricesSchema } from "./sessionPrices.ts";

/** The longest price list that is read. */
const MAX_BYTES = 1024 * 1024;

/** What {@link fetchSessionPrices} returns. */
export type FetchSessionPricesReturnType = SessionPrices;

/** What {@link fetchSessionPrices} throws. */
export type FetchSessionPricesErrorType =
  SessionProtocolError | SessionUnreachableError | SessionRefusedError;

/**
 * Asks a provider's endpoint what it sells by the call.
 *
 * @param baseUrl Without `/sessions`.
 * @throws {@link SessionUnreachableError} when it does not answer.
 * @throws {@link SessionProtocolError} when the answer is no price list.
 * @throws Any other {@link FetchSessionPricesErrorType}, or the signal's reason.
 *
 * @example
 * ```ts
 * import { fetchSessionPrices } from "@wattle/sdk/sessions";
 *
 * const { provider, services } = await fetchSessionPrices("https://provider.example");
 * const service = services.find(({ id }) => id === "blur");
 * ```
 */
export async function fetchSessionPrices(
  baseUrl: string,
  options: SessionRequestOptions = {},
): Promise<FetchSessionPricesReturnType> {
  const url = sessionUrl(baseUrl);
  const answer = await requestOnce(
    url,
    { headers: { accept: "application/json" } },
    MAX_BYTES,
    options,
  ).catch((error: unknown) => {
    options.signal?.throwIfAborted();
    throw error instanceof SessionProtocolError
      ? error
      : new SessionUnreachableError(1, reasonOf(error), error);
  });
  if (answer.status !== 200) throw refusalErrorOf(answer, 0n);
  return parsePrices(answer);
}

function parsePrices({ body }: SessionAnswer): SessionPrices {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(body));
  } catch (error) {
    throw new SessionProtocolError("it is no JSON", error);
  }
  const parsed = sessionPricesSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SessionProtocolError(
    `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "it is no price list"}`,
  );
}
