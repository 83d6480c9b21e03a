import type { Socket } from "node:net";
import { HDNodeWallet, Mnemonic } from "ethers";
import type { Deployment } from "../../sdk/src/deployments/deployment.ts";
import { deployToProcess } from "../../scripts/deployment/deployToProcess.ts";
import { toSdkDeployment } from "../../scripts/deployment/toSdkDeployment.ts";
import {
  type ChainKind,
  LOCAL_MNEMONIC,
  type LocalChain,
  startChain,
} from "../../scripts/local/startChain.ts";

/** What {@link startLocalChain} takes. */
export interface StartLocalChainParameters {
  readonly kind: ChainKind;
  /** How long stake thaws; `deployments/parameters/localhost.json5` unless given. */
  readonly thawSeconds?: number;
}

/** A chain process of one's own with the suite on it. */
export interface DeployedChain {
  readonly kind: ChainKind;
  readonly rpcUrl: string;
  readonly deployment: Deployment;
  /** Ten funded accounts, without the one that deployed. */
  readonly accounts: readonly HDNodeWallet[];
  /** Ends the process. */
  stop(): Promise<void>;
}

/**
 * Starts a chain process of its own and deploys the suite to it.
 *
 * @throws Error when the process does not answer, or a contract cannot be deployed.
 */
export async function startLocalChain({
  kind,
  thawSeconds,
}: StartLocalChainParameters): Promise<DeployedChain> {
  const chain = await startChain(kind);
  const release = endWithThisProcess(chain);
  holdProcess(chain, false);
  try {
    return {
      kind,
      rpcUrl: chain.rpcUrl,
      deployment: toSdkDeployment(await deployToProcess(chain.rpcUrl, thawSeconds)),
      accounts: Array.from({ length: 10 }, (_, index) => accountAt(index + 1)),
      stop: async () => {
        holdProcess(chain, true);
        await chain.process.stop();
        release();
      },
    };
  } catch (error) {
    release();
    holdProcess(chain, true);
    await chain.process.kill();
    throw error;
  }
}

/** A test that takes too long is ended by a signal, and its chain must not outlive it. Returns how to undo this. */
export function endWithThisProcess(chain: LocalChain): () => void {
  const kill = (): void => void chain.process.kill();
  const exit = (): never => process.exit(1);
  process.once("exit", kill).once("SIGTERM", exit).once("SIGINT", exit);
  return () => {
    process.off("exit", kill).off("SIGTERM", exit).off("SIGINT", exit);
  };
}

/** Whether a chain keeps this process alive: one that a failed test has not stopped must not, it ends with it. */
export function holdProcess({ process: { child } }: LocalChain, holds: boolean): void {
  for (const handle of [child, child.stdout as Socket | null, child.stderr as Socket | null]) {
    if (holds) handle?.ref();
    else handle?.unref();
  }
}

function accountAt(index: number): HDNodeWallet {
  return HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(LOCAL_MNEMONIC), `m/44'/60'/0'/0/${index}`);
}
