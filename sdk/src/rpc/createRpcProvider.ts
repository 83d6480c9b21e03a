import { JsonRpcProvider, type JsonRpcPayload, type JsonRpcResult, keccak256, Network } from "ethers";
import { decodeContractError } from "../errors/decodeContractError.ts";
import { RpcUnreachableError } from "../errors/rpcErrors.ts";
import { RpcEndpoint } from "./rpcEndpoint.ts";

/** Options of {@link createRpcProvider}. */
export interface CreateRpcProviderOptions {
  /** The chain; an endpoint of another one is never used. */
  readonly chainId: number;
  /** Longest wait for one endpoint, in milliseconds. Default: 5,000. */
  readonly timeoutMs?: number;
  /** Calls in one HTTP request; many endpoints allow few. Default: 20. */
  readonly batchMaxCount?: number;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/**
 * Makes a provider over several JSON-RPC endpoints: each request goes to the first one that is not known to be ill, and
 * to the next when it hangs, refuses or breaks. An ill endpoint rests, twice as long each time, up to a minute.
 *
 * Requests through it fail with {@link RpcTimeoutError}, {@link RpcRateLimitError}, {@link RpcUnreachableError} or
 * {@link WrongChainError} when every endpoint has failed.
 *
 * @param urls The preferred endpoint first.
 *
 * @example
 * ```ts
 * import { createRpcProvider } from "@wattle/sdk";
 *
 * const provider = createRpcProvider(["https://rpc.example", "https://other.example"], { chainId: 11155111 });
 * ```
 */
export function createRpcProvider(
  urls: string | readonly string[],
  options: CreateRpcProviderOptions,
): JsonRpcProvider {
  return new FailoverProvider(typeof urls === "string" ? [urls] : urls, options);
}

class FailoverProvider extends JsonRpcProvider {
  readonly #endpoints: readonly RpcEndpoint[];

  constructor(urls: readonly string[], options: CreateRpcProviderOptions) {
    const { chainId, timeoutMs = 5000, batchMaxCount = 20, fetch = globalThis.fetch } = options;
    const network = Network.from(chainId);
    super(urls[0], network, {
      staticNetwork: network,
      batchMaxCount,
      // What is asked for at once still goes together; the default has every call wait for 10 ms.
      batchStallTime: 1,
      // An answer that was true a quarter of a second ago may be wrong for a write that came in between.
      cacheTimeout: -1,
      polling: true,
    });
    this.#endpoints = urls.map(
      (url) => new RpcEndpoint({ url, chainId, timeoutMs, fetch: fetch.bind(globalThis) }),
    );
  }

  override async _send(payload: JsonRpcPayload | JsonRpcPayload[]): Promise<JsonRpcResult[]> {
    const failures: { host: string; error: unknown }[] = [];
    for (const endpoint of byHealth(this.#endpoints)) {
      try {
        return await endpoint.post(payload);
      } catch (error) {
        failures.push({ host: endpoint.host, error });
      }
    }
    const [first] = failures;
    if (first !== undefined && failures.length === 1) throw first.error;
    const reasons = failures.map(({ host, error }) => `${host}: ${decodeContractError(error).name}`);
    throw new RpcUnreachableError(`all endpoints failed (${reasons.join(", ")})`, first?.error);
  }

  /** Sending a transaction twice is no failure: the first endpoint may have taken it and not answered. */
  override async send(method: string, params: unknown[] | Record<string, unknown>): Promise<unknown> {
    try {
      return await super.send(method, params);
    } catch (error) {
      const raw: unknown = method === "eth_sendRawTransaction" && Array.isArray(params) ? params[0] : null;
      if (typeof raw !== "string") throw error;
      const hash = keccak256(raw);
      const known: unknown = await super.send("eth_getTransactionByHash", [hash]).catch(() => null);
      if (known === null) throw error;
      return hash;
    }
  }
}

/** Those that rest come last, the one whose rest ends first before the others. */
function byHealth(endpoints: readonly RpcEndpoint[]): RpcEndpoint[] {
  const now = Date.now();
  return [...endpoints].sort((a, b) => Math.max(a.restsUntil, now) - Math.max(b.restsUntil, now));
}
