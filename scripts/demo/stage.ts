import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createWattleClient, type Deployment, type WattleClient } from "@wattle/sdk";
import type { Provider, Signer } from "ethers";
import { deployToProcess } from "../deployment/deployToProcess.ts";
import { toSdkDeployment } from "../deployment/toSdkDeployment.ts";
import { freePort } from "../local/freePort.ts";
import { startChain, type ChainKind, type LocalChain } from "../local/startChain.ts";
import { startProcess, type LocalProcess } from "../local/startProcess.ts";
import type { Screen } from "./screen.ts";

/** What the demo plays on: a chain with the suite on it, a relay, and a folder that goes away again. */
export interface Stage {
  readonly chain: LocalChain;
  readonly deployment: Deployment;
  readonly deploymentFile: string;
  /** The demo's token: it stakes and pays. */
  readonly token: string;
  readonly relayUrl: string;
  readonly folder: string;
  /** A client of the deployment for one signer. */
  clientFor(signer: Signer | null): WattleClient;
  readonly provider: Provider;
  /** Starts a process that ends with the stage. */
  start(...parameters: Parameters<typeof startProcess>): LocalProcess;
  /** Ends every process and removes the folder. */
  strike(): Promise<void>;
}

const THAW_SECONDS = 5;
const POLLING_INTERVAL_MS = 100;
const RELAY_PATIENCE_MS = 20_000;
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Starts chain and relay, deploys, and says so. */
export async function setStage(kind: ChainKind, screen: Screen): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "wattle-demo-"));
  const processes: LocalProcess[] = [];
  let isStruck = false;
  const strike = async (): Promise<void> => {
    isStruck = true;
    await Promise.all(processes.map((process) => process.stop()));
    await rm(folder, { recursive: true, force: true });
  };
  const start = (parameters: Parameters<typeof startProcess>[0]): LocalProcess => {
    // The play may still be going on while the stage is being struck.
    if (isStruck) throw new Error(`${parameters.name} was not started: the demo is over`);
    const process = startProcess(parameters);
    processes.push(process);
    return process;
  };
  try {
    const chain = await startChain(kind);
    processes.push(chain.process);
    screen.say("chain", `${chain.process.name} at ${chain.rpcUrl}`);

    const record = await deployToProcess(chain.rpcUrl, THAW_SECONDS);
    const deployment = toSdkDeployment(record);
    const deploymentFile = join(folder, "deployment.json");
    await writeFile(deploymentFile, JSON.stringify(record));
    screen.say("chain", `the suite is deployed; the market is ${deployment.contracts.jobEscrow}`);

    const relayUrl = await startRelay(start, { folder, rpcUrl: chain.rpcUrl, deploymentFile });
    screen.say("relay", `keeps ciphertext at ${relayUrl}`);

    const reader = createWattleClient({
      rpcUrls: chain.rpcUrl,
      deployment,
      pollingIntervalMs: POLLING_INTERVAL_MS,
    });
    return {
      chain,
      deployment,
      deploymentFile,
      token: deployment.tokens.stake,
      relayUrl,
      folder,
      provider: reader.provider,
      clientFor: (signer) =>
        signer === null
          ? reader
          : createWattleClient({
              provider: reader.provider,
              signer,
              deployment,
              pollingIntervalMs: POLLING_INTERVAL_MS,
            }),
      start,
      strike,
    };
  } catch (error) {
    await strike();
    throw error;
  }
}

async function startRelay(
  start: Stage["start"],
  { folder, rpcUrl, deploymentFile }: { folder: string; rpcUrl: string; deploymentFile: string },
): Promise<string> {
  const port = await freePort();
  const dataFolder = join(folder, "relay");
  await mkdir(dataFolder);
  const url = `http://127.0.0.1:${String(port)}`;
  const relay = start({
    name: "the relay",
    command: process.execPath,
    args: [
      join(root, "relay/dist/main.js"),
      ...["--listen", `127.0.0.1:${String(port)}`, "--data", dataFolder],
      ...["--rpc", rpcUrl, "--chain", deploymentFile],
    ],
  });
  const giveUpAt = Date.now() + RELAY_PATIENCE_MS;
  let hasEnded = false;
  void relay.ended.then(() => {
    hasEnded = true;
  });
  for (;;) {
    try {
      if ((await fetch(`${url}/health`)).ok) return url;
    } catch {
      // Not listening yet: asked again until the patience ends.
    }
    if (hasEnded || Date.now() > giveUpAt) {
      throw new Error(`The relay did not start. It printed:\n${relay.recentOutput()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
