import { HDNodeWallet, type JsonRpcProvider, type Signer } from "ethers";
import { createRpcProvider } from "../../../sdk/src/rpc/createRpcProvider.ts";
import { installCreateX } from "../../../scripts/deployment/createX.ts";
import { networkOf } from "../../../scripts/deployment/networkOf.ts";
import type { NetworkDescription } from "../../../scripts/deployment/networks.ts";
import { planSuite, type PlannedSuite } from "../../../scripts/deployment/planSuite.ts";
import { type NetworkParameters, readParameters } from "../../../scripts/deployment/parameters.ts";
import { type ChainKind, LOCAL_MNEMONIC, startChain } from "../../../scripts/local/startChain.ts";
import { endWithThisProcess, holdProcess } from "../../support/localChain.ts";

/** A node of one's own that pretends to be a public network, with the factory and nothing else on it. */
export interface RehearsalChain {
  readonly network: NetworkDescription;
  readonly rpcUrl: string;
  readonly provider: JsonRpcProvider;
  readonly parameters: NetworkParameters;
  readonly suite: PlannedSuite;
  /** Funded accounts; the first one deploys. */
  readonly account: (index: number) => HDNodeWallet;
  /** The deploying account behind another endpoint. */
  readonly signerAt: (rpcUrl: string) => Signer;
  /** The chain as it is now, to return to. */
  readonly snapshot: () => Promise<() => Promise<void>>;
  readonly stop: () => Promise<void>;
}

/** Starts a node that pretends to be a network. */
export async function startRehearsalChain(kind: ChainKind, name: string): Promise<RehearsalChain> {
  const network = networkOf(name);
  const chainType = network.chainType === "op" && kind === "hardhat" ? "op" : "l1";
  const chain = await startChain(kind, { chainId: network.chainId, chainType });
  const release = endWithThisProcess(chain);
  holdProcess(chain, false);
  const providers: JsonRpcProvider[] = [];
  const open = (rpcUrl: string): JsonRpcProvider => {
    const provider = createRpcProvider(rpcUrl, { chainId: network.chainId, timeoutMs: 60_000 });
    providers.push(provider);
    return provider;
  };
  const stop = async (): Promise<void> => {
    for (const provider of providers) provider.destroy();
    holdProcess(chain, true);
    await chain.process.stop();
    release();
  };
  try {
    const provider = open(chain.rpcUrl);
    const account = (index: number): HDNodeWallet =>
      HDNodeWallet.fromPhrase(LOCAL_MNEMONIC, undefined, `m/44'/60'/0'/0/${String(index)}`).connect(provider);
    // Not from the account that deploys: its nonce counts what a deployment sent.
    await installCreateX(provider, account(9).address);
    const parameters = await readParameters(name);
    return {
      network,
      rpcUrl: chain.rpcUrl,
      provider,
      parameters,
      suite: await planSuite(parameters),
      account,
      signerAt: (rpcUrl) => account(0).connect(open(rpcUrl)),
      snapshot: async () => {
        let id: unknown = await provider.send("evm_snapshot", []);
        return async () => {
          await provider.send("evm_revert", [id]);
          id = await provider.send("evm_snapshot", []);
        };
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
