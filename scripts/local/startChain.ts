import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "./freePort.ts";
import { startProcess, type LocalProcess } from "./startProcess.ts";

/** Which node to start: Hardhat's, which is embedded, or anvil, an independent one. */
export type ChainKind = "hardhat" | "anvil";

/** What a chain pretends to be. */
export interface ChainIdentity {
  /** Default: {@link LOCAL_CHAIN_ID}. */
  readonly chainId?: number;
  /** `op` is an OP-stack chain, which Hardhat's node can be. Default: an Ethereum-like one. */
  readonly chainType?: "l1" | "op";
}

/** A chain process on 127.0.0.1. */
export interface LocalChain {
  readonly kind: ChainKind;
  readonly rpcUrl: string;
  readonly process: LocalProcess;
}

/** The mnemonic whose accounts both nodes fund: public, worthless, for local chains only. */
export const LOCAL_MNEMONIC = "test test test test test test test test test test test junk";

/** Both nodes' chain id. */
export const LOCAL_CHAIN_ID = 31_337;

const root = fileURLToPath(new URL("../..", import.meta.url));
const packagedAnvil = `${root}/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil`;
/** A busy machine needs most of a minute for Hardhat's node. */
const PATIENCE_MS = 120_000;
const ATTEMPTS = 3;

/** Between the choice of the port and its use somebody else may take it. */
const PORT_TAKEN = /EADDRINUSE|address already in use/i;

/**
 * Starts a chain process and waits until it answers; on another port where somebody was quicker to take the first.
 *
 * @throws Error when it does not answer within two minutes, or ends, with what it printed.
 */
export async function startChain(kind: ChainKind, identity: ChainIdentity = {}): Promise<LocalChain> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnFreePort(kind, identity);
    } catch (error) {
      if (attempt === ATTEMPTS || !PORT_TAKEN.test(String(error))) throw error;
    }
  }
}

async function startOnFreePort(
  kind: ChainKind,
  { chainId = LOCAL_CHAIN_ID, chainType = "l1" }: ChainIdentity,
): Promise<LocalChain> {
  const port = await freePort();
  const rpcUrl = `http://127.0.0.1:${String(port)}`;
  const process =
    kind === "hardhat"
      ? startProcess({
          name: "Hardhat's node",
          command: `${root}/node_modules/.bin/hardhat`,
          args: [
            ...["node", "--network", "node", "--hostname", "127.0.0.1", "--port", String(port)],
            ...["--chain-id", String(chainId), "--chain-type", chainType],
          ],
          cwd: root,
        })
      : startProcess({
          name: "anvil",
          command: existsSync(packagedAnvil) ? packagedAnvil : "anvil",
          args: [
            ...["--host", "127.0.0.1", "--port", String(port), "--chain-id", String(chainId)],
            ...["--mnemonic", LOCAL_MNEMONIC, "--hardfork", "prague", "--silent", "--accounts", "20"],
            // A block for each transaction and one each second, as Hardhat's node is configured.
            ...["--block-time", "1", "--mixed-mining"],
          ],
        });
  const giveUpAt = Date.now() + PATIENCE_MS;
  let failed: number | NodeJS.Signals | undefined;
  void process.ended.then((how) => {
    failed = how;
  });
  while (!(await answers(rpcUrl))) {
    if (failed !== undefined || Date.now() > giveUpAt) {
      await process.kill();
      throw new Error(`${process.name} did not answer at ${rpcUrl}. It printed:\n${process.recentOutput()}`);
    }
    await sleep(100);
  }
  return { kind, rpcUrl, process };
}

async function answers(rpcUrl: string): Promise<boolean> {
  try {
    const response = await fetch(rpcUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] }),
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok;
  } catch {
    // Not there yet: the caller asks again until its patience ends.
    return false;
  }
}
