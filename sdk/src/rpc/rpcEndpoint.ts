import type { JsonRpcPayload, JsonRpcResult } from "ethers";
import { WrongChainError } from "../errors/clientErrors.ts";
import { WattleError } from "../errors/base.ts";
import { RpcError, RpcRateLimitError, RpcTimeoutError, RpcUnreachableError } from "../errors/rpcErrors.ts";

/** First rest of an endpoint that failed, in milliseconds; it doubles with each further failure. */
const FIRST_REST_MS = 1_000;

/** Longest rest of an endpoint, in milliseconds. */
const MAX_REST_MS = 60_000;

/** What an {@link RpcEndpoint} is made of. */
export interface RpcEndpointOptions {
  readonly url: string;
  /** The chain that it must be on. */
  readonly chainId: number;
  /** Longest wait for an answer, in milliseconds. */
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
}

/** One JSON-RPC endpoint and how well it is. */
export class RpcEndpoint {
  /** Time (`Date.now()`) until which other endpoints are asked first. */
  restsUntil = 0;

  readonly #options: RpcEndpointOptions;
  #failures = 0;
  #onChain: Promise<void> | null = null;

  constructor(options: RpcEndpointOptions) {
    this.#options = options;
  }

  /** For messages: the rest of the address may be a key. */
  get host(): string {
    const { url } = this.#options;
    return URL.canParse(url) ? new URL(url).host : "an endpoint whose address is none";
  }

  /**
   * Sends a call, or a batch of them. Before the first one the endpoint is asked for its chain.
   *
   * @throws {@link RpcTimeoutError} {@link RpcRateLimitError} {@link RpcUnreachableError} {@link RpcError}
   * {@link WrongChainError}
   */
  async post(payload: JsonRpcPayload | JsonRpcPayload[]): Promise<JsonRpcResult[]> {
    try {
      this.#onChain ??= this.#requireChain();
      await this.#onChain;
      const results = await this.#request(payload);
      this.#failures = 0;
      this.restsUntil = 0;
      return results;
    } catch (error) {
      this.#rest(error);
      throw error;
    }
  }

  #rest(error: unknown): void {
    const backOffMs = FIRST_REST_MS * 2 ** Math.min(this.#failures++, 10);
    const askedMs = error instanceof RpcRateLimitError ? (error.retryAfterMs ?? 0) : 0;
    this.restsUntil = Date.now() + Math.min(MAX_REST_MS, Math.max(backOffMs, askedMs));
  }

  async #requireChain(): Promise<void> {
    try {
      const [answer] = await this.#request({ jsonrpc: "2.0", id: 0, method: "eth_chainId", params: [] });
      const actual = Number(answer?.result);
      if (actual !== this.#options.chainId) throw new WrongChainError(this.#options.chainId, actual);
    } catch (error) {
      // Asked again after its rest: an endpoint may have been started for another chain by mistake.
      this.#onChain = null;
      throw error;
    }
  }

  async #request(payload: JsonRpcPayload | JsonRpcPayload[]): Promise<JsonRpcResult[]> {
    const { url, timeoutMs, fetch } = this.#options;
    const signal = AbortSignal.timeout(timeoutMs);
    const headers = { "content-type": "application/json" };
    try {
      const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(payload), signal });
      if (response.status === 429) throw new RpcRateLimitError(this.host, retryAfterMs(response));
      if (response.status >= 500) {
        throw new RpcUnreachableError(`${this.host} has status ${response.status}`);
      }
      return this.#check(payload, await response.json());
    } catch (error) {
      if (error instanceof WattleError) throw error;
      if (signal.aborted) throw new RpcTimeoutError(`${this.host} within ${timeoutMs} ms`);
      throw new RpcUnreachableError(this.host, error);
    }
  }

  /** Some endpoints answer a batch that is too large for them, or a missing key, with a single error. */
  #check(payload: JsonRpcPayload | JsonRpcPayload[], answer: unknown): JsonRpcResult[] {
    const wanted = Array.isArray(payload) ? payload : [payload];
    const results: unknown[] = Array.isArray(answer) ? answer : [answer];
    if (results.length === wanted.length && results.every(isResult)) return results;
    const failure = results.find(isFailure);
    if (failure !== undefined) throw new RpcError(failure.error.message, failure.error.code);
    throw new RpcUnreachableError(`${this.host} does not speak JSON-RPC`);
  }
}

function isResult(value: unknown): value is JsonRpcResult {
  return typeof value === "object" && value !== null && "id" in value && value.id !== null;
}

function isFailure(
  value: unknown,
): value is { readonly error: { readonly message: string; readonly code: number } } {
  if (typeof value !== "object" || value === null || !("error" in value)) return false;
  const { error } = value;
  return typeof error === "object" && error !== null && "message" in error && "code" in error;
}

/** `Retry-After` in seconds or as a date. */
function retryAfterMs(response: Response): number | null {
  const header = response.headers.get("retry-after");
  if (header === null) return null;
  const seconds = Number(header);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : null;
}
