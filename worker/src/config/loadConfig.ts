import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Deployment, knownDeployments } from "@wattle/sdk";
import { parseUnits } from "ethers";
import type { z } from "zod";
import { deploymentSchema } from "./deploymentSchema.ts";
import { ConfigInvalidError } from "./errors.ts";
import { type ConfigFile, configFileSchema } from "./schema.ts";
import type { WorkerConfig } from "./workerConfig.ts";

/** What the command line says beyond the file. */
export interface ConfigFlags {
  readonly allowUnsandboxed?: boolean | undefined;
  readonly stateFolder?: string | undefined;
  readonly driver?: "auto" | "software" | undefined;
}

/**
 * Reads the configuration: the file, over it the environment (`WATTLE_RPC_URLS`, separated by commas, and
 * `WATTLE_STATE_FOLDER`), over that the flags.
 *
 * @throws {@link ConfigInvalidError} naming everything that is wrong.
 */
export async function loadConfig(
  path: string,
  environment: NodeJS.ProcessEnv = process.env,
  flags: ConfigFlags = {},
): Promise<WorkerConfig> {
  const folder = dirname(resolve(path));
  const json = await readJson(path, path);
  const file = parseWith(configFileSchema, withEnvironment(json, environment), path);
  const stateFolder = flags.stateFolder ?? environment["WATTLE_STATE_FOLDER"];
  const absolute = (name: string): string => resolve(folder, name);
  const state = stateFolder === undefined ? absolute(file.stateFolder) : resolve(stateFolder);
  return {
    rpcUrls: file.rpcUrls,
    deployment: await loadDeployment(file, folder, path),
    provider: file.provider,
    operatorKeystore:
      file.operator === undefined
        ? null
        : {
            keystoreFile: absolute(file.operator.keystoreFile),
            passwordFile: absolute(file.operator.passwordFile),
          },
    identityFile: absolute(file.identityFile),
    stateFolder: state,
    cacheFolder: file.cacheFolder === undefined ? join(state, "cache") : absolute(file.cacheFolder),
    relay: file.stores.relay ?? null,
    allowedStores: file.stores.allowed,
    payout: file.payout === undefined ? null : { ...file.payout, account: file.payout.account ?? null },
    policy: file.policy,
    requests: file.requests ?? null,
    sessions:
      file.sessions === undefined
        ? null
        : {
            ...file.sessions,
            services: file.sessions.services.map((service) => ({
              ...service,
              program: absolute(service.program),
            })),
          },
    leases:
      file.leases === undefined
        ? null
        : { ...file.leases, checkInEverySeconds: file.leases.checkInEverySeconds ?? null },
    disputes: file.disputes,
    juror: file.juror ?? null,
    sandbox: flags.allowUnsandboxed === true ? "unsandboxed" : file.sandbox,
    driver: flags.driver ?? file.driver,
    memoryLimit: file.memoryLimit,
    chain: {
      confirmations: file.chain.confirmations,
      pollIntervalMs: file.chain.pollIntervalMs,
      rpcTimeoutMs: file.chain.rpcTimeoutMs,
      bumpAfterMs: file.chain.bumpAfterMs,
      maxFeePerGasCap: parseUnits(file.chain.maxFeePerGasGwei.toFixed(9), "gwei"),
    },
    reserves: file.reserves,
  };
}

function withEnvironment(json: unknown, environment: NodeJS.ProcessEnv): unknown {
  const urls = environment["WATTLE_RPC_URLS"];
  if (urls === undefined || urls === "" || typeof json !== "object" || json === null) return json;
  return { ...json, rpcUrls: urls.split(",").map((url) => url.trim()) };
}

async function loadDeployment(file: ConfigFile, folder: string, source: string): Promise<Deployment> {
  if (file.deployment === undefined) {
    const known = knownDeployments.get(file.chainId ?? -1);
    if (known !== undefined) return known;
    throw new ConfigInvalidError(source, [
      "deployment: name the deployment's JSON file, or a chainId that the SDK knows",
    ]);
  }
  const path = resolve(folder, file.deployment);
  const deployment = parseWith(deploymentSchema, await readJson(path, path), path);
  if (file.chainId !== undefined && file.chainId !== deployment.chainId) {
    throw new ConfigInvalidError(source, [`chainId: the deployment file is for chain ${deployment.chainId}`]);
  }
  return deployment;
}

async function readJson(path: string, source: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new ConfigInvalidError(source, [`the file cannot be read (${code})`], error);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigInvalidError(source, ["the file is not JSON"]);
  }
}

function parseWith<T>(schema: z.ZodType<T>, value: unknown, source: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join(".")}: ${message}`,
  );
  throw new ConfigInvalidError(source, problems);
}
