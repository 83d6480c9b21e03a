import { sameAddress } from "../abi/sameAddress.ts";
import {
  SessionCallerStoppedError,
  SessionCallFailedError,
  SessionInputTooLargeError,
  SessionMarketMismatchError,
  SessionPaymentRequiredError,
  SessionProtocolError,
  SessionResponseLostError,
  SessionResponseRejectedError,
  SessionServiceUnknownError,
} from "./callErrors.ts";
import type { Payer } from "./createPayer.ts";
import { CallBudgetExceededError } from "./errors.ts";
import { fetchSessionPrices } from "./fetchSessionPrices.ts";
import { postCall, type PostCallOptions } from "./postCall.ts";
import { refusalErrorOf } from "./refusal.ts";
import { SessionAccount } from "./sessionAccount.ts";
import { sessionUrl } from "./sessionHttp.ts";
import { amountSchema, type SessionService } from "./sessionPrices.ts";

/** What {@link createSessionCaller} takes. */
export interface CreateSessionCallerParameters extends PostCallOptions {
  /** Where the provider serves, without `/sessions`. */
  readonly baseUrl: string;
  /** What is called, as {@link fetchSessionPrices} lists it. */
  readonly serviceId: string;
  /** Signs for the session. One payer pays for one caller at a time. */
  readonly payer: Payer;
}

/** How one call goes. */
export interface SessionCallOptions {
  /**
   * Looks at an answer before any further receipt is signed: if it returns false or throws, the caller stops for good.
   * Without one, every answer is good.
   */
  readonly check?: ((output: Uint8Array, input: Uint8Array) => boolean | Promise<boolean>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Calls a provider's service, and pays by the call. */
export interface SessionCaller {
  /** The most that the calls so far cost; base units of the payment token. */
  readonly spent: bigint;
  /**
   * Pays for a call and makes it. Calls at the same time are made one after the other.
   *
   * @throws {@link SessionResponseRejectedError} when the answer does not pass its check, and then
   * {@link SessionCallerStoppedError}; {@link SessionResponseLostError} when the call was charged and its answer lost;
   * {@link SessionUnreachableError} when no answer comes; a {@link SessionRefusedError} when the provider refuses;
   * {@link CallBudgetExceededError} and the payer's other errors when the budget does not allow it; the signal's reason.
   */
  call(input: Uint8Array, options?: SessionCallOptions): Promise<Uint8Array>;
}

/**
 * Makes a caller. It asks the price with the first call, and pays for each call when it makes it: what it risks is the
 * price of one call.
 *
 * @example
 * ```ts
 * import { createPayer, createSessionCaller } from "@wattle/sdk/sessions";
 *
 * const caller = createSessionCaller({ baseUrl: "https://provider.example", serviceId: "blur", payer });
 * const output = await caller.call(input, { check: (bytes) => bytes.length === input.length });
 * ```
 */
export function createSessionCaller(parameters: CreateSessionCallerParameters): SessionCaller {
  const { baseUrl, serviceId, payer } = parameters;
  const url = sessionUrl(baseUrl, payer.sessionId, serviceId);
  const account = new SessionAccount(payer.signed);
  let service: SessionService | null = null;
  let stopped: SessionResponseRejectedError | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const serviceOf = async (signal: AbortSignal | undefined): Promise<SessionService> =>
    (service ??= await findService(parameters, signal));

  /** Makes a call; null where the provider counts more than we did, though no more than may be. */
  const exchange = async (
    input: Uint8Array,
    price: bigint,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array | null> => {
    const missing = account.low + price - payer.signed;
    const receipt = missing > 0n ? await payer.pay(missing) : await payer.last();
    const { answer, lost } = await postCall(url, receipt, input, { ...parameters, signal }).catch(
      (error: unknown) => {
        account.uncertain(price, payer.signed);
        throw error;
      },
    );
    if (answer.status === 200) {
      account.served(price, payer.signed, consumedOf(answer.headers));
      return answer.body;
    }
    const refusal = refusalErrorOf(answer, payer.signed);
    // What failed was not charged; after a lost answer, no other refusal says as much.
    if (lost && !(refusal instanceof SessionCallFailedError)) account.uncertain(price, payer.signed);
    if (!(refusal instanceof SessionPaymentRequiredError)) throw refusal;
    const believed = account.believe(refusal.due - price);
    if (believed && lost) throw new SessionResponseLostError(price);
    if (believed) return null;
    // Its price may have changed.
    service = null;
    throw refusal;
  };

  const call = async (
    input: Uint8Array,
    { check, signal = parameters.signal }: SessionCallOptions,
  ): Promise<Uint8Array> => {
    if (stopped !== null) throw new SessionCallerStoppedError(stopped);
    signal?.throwIfAborted();
    const { pricePerCall, maxInputBytes } = await serviceOf(signal);
    if (pricePerCall > payer.maxPerCall) throw new CallBudgetExceededError(pricePerCall, payer.maxPerCall);
    if (input.length > maxInputBytes) throw inputTooLarge(input.length, maxInputBytes);
    const output =
      (await exchange(input, pricePerCall, signal)) ?? (await exchange(input, pricePerCall, signal));
    if (output === null) throw new SessionProtocolError("it asks for another amount each time");
    const failure = await failureOf(output, input, check);
    if (failure !== null) throw (stopped = failure);
    return output;
  };

  return {
    get spent() {
      return account.high;
    },
    call: (input, options = {}) => {
      const turn = queue.then(() => call(input, options));
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function findService(
  parameters: CreateSessionCallerParameters,
  signal: AbortSignal | undefined,
): Promise<SessionService> {
  const { baseUrl, serviceId, payer } = parameters;
  const prices = await fetchSessionPrices(baseUrl, { ...parameters, signal });
  if (prices.chainId !== payer.chainId) {
    throw new SessionMarketMismatchError("chain", prices.chainId, payer.chainId);
  }
  if (!sameAddress(prices.sessionEscrow, payer.sessionEscrow)) {
    throw new SessionMarketMismatchError("contract", prices.sessionEscrow, payer.sessionEscrow);
  }
  const service = prices.services.find(({ id }) => id === serviceId);
  if (service !== undefined) return service;
  const message = `its price list has no service ${serviceId}.`;
  throw new SessionServiceUnknownError({ status: 404, code: "unknown-service", message });
}

function inputTooLarge(size: number, maxBytes: number): SessionInputTooLargeError {
  const message = `its price list allows ${maxBytes} bytes, the input has ${size}.`;
  return new SessionInputTooLargeError({ status: 413, code: "input-too-large", message });
}

/** What the provider says that all calls cost; null where it says nothing of use. */
function consumedOf(headers: Headers): bigint | null {
  const parsed = amountSchema.safeParse(headers.get("wattle-consumed"));
  return parsed.success ? parsed.data : null;
}

/** Null for an answer that passes its check. */
async function failureOf(
  output: Uint8Array,
  input: Uint8Array,
  check: SessionCallOptions["check"],
): Promise<SessionResponseRejectedError | null> {
  try {
    return (await (check?.(output, input) ?? true)) ? null : new SessionResponseRejectedError(output);
  } catch (error) {
    return new SessionResponseRejectedError(output, error);
  }
}
