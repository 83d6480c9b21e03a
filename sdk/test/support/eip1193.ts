import { BrowserProvider, type Eip1193Provider } from "ethers";
import type { Market } from "./market.ts";

/** A wallet as browsers have it, over the accounts that a local chain's node holds itself. */
export interface TestWallet {
  readonly provider: BrowserProvider;
  /** Methods that the user rejects from now on. */
  readonly rejected: Set<string>;
  /** Methods that the wallet does not have. */
  readonly unsupported: Set<string>;
  /** The chain that the wallet is switched to. */
  chainId: number;
}

/**
 * Connects a wallet to a market's chain.
 *
 * @param network `any` lets ethers follow the wallet from chain to chain.
 */
export function connectWallet(market: Market, network?: "any"): TestWallet {
  const rejected = new Set<string>();
  const unsupported = new Set<string>();
  const wallet = { rejected, unsupported, chainId: market.reader.chainId };
  const eip1193: Eip1193Provider = {
    request: async ({ method, params = [] }) => {
      if (rejected.has(method)) {
        throw Object.assign(new Error("User rejected the request."), { code: 4001 });
      }
      if (unsupported.has(method)) {
        throw Object.assign(new Error("The method is not supported."), { code: 4200 });
      }
      if (method === "eth_chainId") return `0x${wallet.chainId.toString(16)}`;
      return market.rpc(method === "eth_requestAccounts" ? "eth_accounts" : method, params as unknown[]);
    },
  };
  return Object.assign(wallet, { provider: new BrowserProvider(eip1193, network) });
}
