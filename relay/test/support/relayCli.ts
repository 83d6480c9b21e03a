import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Deployment } from "@wattle/sdk";

/** A relay that was started as its operator would. */
export interface RelayCli {
  readonly url: string;
  readonly process: ChildProcess;
  /** Lines that it printed so far. */
  readonly lines: readonly string[];
  /** Sends a signal and returns the exit code. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

const MAIN = join(import.meta.dirname, "../../src/main.ts");

/** Writes a deployment record as `deployments/<chainId>.json` holds it. */
export async function writeDeployment(path: string, deployment: Deployment): Promise<void> {
  const { contracts, tokens, ...rest } = deployment;
  const record = {
    ...rest,
    contracts: {
      ProviderRegistry: { address: contracts.providerRegistry },
      ProviderStaking: { address: contracts.providerStaking },
      PaymentVault: { address: contracts.paymentVault },
      JobEscrow: { address: contracts.jobEscrow },
      LeaseEscrow: { address: contracts.leaseEscrow },
      SessionEscrow: { address: contracts.sessionEscrow },
    },
    tokens: { stake: tokens.stake, faucet: tokens.faucet ?? null },
  };
  await writeFile(path, JSON.stringify(record));
}

/** Runs `wattle-relay` until it says where it listens. */
export async function startRelayCli(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<RelayCli> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...env },
    // What it says of its troubles is expected where a test causes them.
    stdio: ["ignore", "pipe", "ignore"],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => lines.push(line));
  await Promise.race([once(reader, "line"), once(child, "exit")]);
  const url = /http:\/\/[\d.]+:\d+/.exec(lines[0] ?? "")?.[0];
  if (url === undefined) {
    child.kill("SIGKILL");
    throw new Error(`the relay did not start: exit code ${String(child.exitCode)}`);
  }
  return {
    url,
    process: child,
    lines,
    stop: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const exited = once(child, "exit");
      child.kill(signal);
      return ((await exited) as [number | null])[0];
    },
  };
}
