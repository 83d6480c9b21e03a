import type { BaseWallet, JsonRpcProvider } from "ethers";
import { createWattleClient } from "../../sdk/src/client/createWattleClient.ts";
import type { WattleClient } from "../../sdk/src/client/wattleClient.ts";
import type { Deployment } from "../../sdk/src/deployments/deployment.ts";

/** What a smoke test works with. */
export interface SmokeContext {
  readonly rpc: JsonRpcProvider;
  readonly deployment: Deployment;
  /** Pays for it, and gets back what is left. */
  readonly deployer: BaseWallet;
  /** Blocks to wait for, so that the next request does not meet an endpoint that is one behind. */
  readonly confirmations: number;
  readonly say: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** The SDK's client of one account. */
export function clientOf({ rpc, deployment }: SmokeContext, signer: BaseWallet): WattleClient {
  return createWattleClient({ provider: rpc, deployment, signer, pollingIntervalMs: 500 });
}
