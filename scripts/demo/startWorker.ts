import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WorkerEvent } from "@wattle/worker";
import type { LocalProcess } from "../local/startProcess.ts";
import type { ProviderKeys } from "./provider.ts";
import type { Stage } from "./stage.ts";

/** A worker that runs, and what it tells. */
export interface StartedWorker {
  readonly worker: LocalProcess;
  /** Calls the listener with every event from now on. */
  onEvent(listener: (event: WorkerEvent) => void): void;
  /** Resolves with the first event that fits, also one that came before. */
  waitFor<Event extends WorkerEvent>(fits: (event: WorkerEvent) => event is Event): Promise<Event>;
}

/** What {@link startWorker} takes. */
export interface StartWorkerParameters {
  readonly name: string;
  readonly keys: ProviderKeys;
  /** The provider's age identity. */
  readonly identity: string;
  /** What the worker does, beside what all workers of the demo are told. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Further files of its folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly allowUnsandboxed: boolean;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Starts a worker in a folder and a process of its own. */
export async function startWorker(
  stage: Stage,
  { name, keys, identity, config, files = {}, allowUnsandboxed }: StartWorkerParameters,
): Promise<StartedWorker> {
  const folder = join(stage.folder, name.toLowerCase());
  await mkdir(folder);
  await writeFile(join(folder, "identity.txt"), `${identity}\n`, { mode: 0o600 });
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  const whole = {
    rpcUrls: [stage.chain.rpcUrl],
    deployment: stage.deploymentFile,
    provider: keys.owner.address,
    identityFile: "identity.txt",
    stateFolder: "state",
    // One copy of the software driver serves all.
    cacheFolder: join(root, "cache/worker"),
    payout: { tokens: [stage.token] },
    chain: { confirmations: 1, pollIntervalMs: 200 },
    reserves: { declineMarginSeconds: 2, deliverReserveSeconds: 3 },
    ...config,
  };
  const configFile = join(folder, "config.json");
  await writeFile(configFile, JSON.stringify(whole, null, 2));

  const events: WorkerEvent[] = [];
  const listeners = new Set<(event: WorkerEvent) => void>();
  const worker = stage.start({
    name: `${name}'s worker`,
    command: process.execPath,
    args: [
      join(root, "worker/dist/main.js"),
      ...["run", "--config", configFile, "--json"],
      ...(allowUnsandboxed ? ["--allow-unsandboxed"] : []),
    ],
    env: { ...process.env, WATTLE_OPERATOR_KEY: keys.operator.privateKey },
    onLine: (line) => {
      if (!line.startsWith("{")) return;
      const event = JSON.parse(line) as WorkerEvent;
      events.push(event);
      for (const listener of listeners) listener(event);
    },
  });
  const waitFor: StartedWorker["waitFor"] = (fits) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = events.find(fits);
        if (found === undefined) return;
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      look();
      void worker.ended.then((how) => {
        listeners.delete(look);
        reject(new Error(`${worker.name} ended (${String(how)}). It printed:\n${worker.recentOutput()}`));
      });
    });
  return { worker, waitFor, onEvent: (listener) => void listeners.add(listener) };
}
