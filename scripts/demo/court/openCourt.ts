import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateJobKey } from "@wattle/sdk/blobs";
import { Wallet } from "ethers";
import { deployAdjudicator } from "../../deployment/deployAdjudicator.ts";
import type { Screen } from "../screen.ts";
import type { Stage } from "../stage.ts";
import type { Judgement } from "./judgeCase.ts";
import { judgeAnswerSchema, type SignerConfig, signerReadySchema } from "./signerProtocol.ts";

/** One of the adjudicator's signers, in a process of its own. */
export interface CourtSigner {
  readonly name: string;
  readonly address: string;
  /** What a key must be encrypted to for it. */
  readonly recipient: string;
  /** Has it judge a case. @throws Error when it cannot. */
  judge(jobId: string, disclosure: Uint8Array, signal: AbortSignal): Promise<Judgement>;
}

/** An adjudicator of the demo's own. */
export interface Court {
  readonly adjudicator: string;
  readonly threshold: number;
  readonly signers: readonly CourtSigner[];
}

const NAMES = ["Ash", "Birch", "Chestnut"] as const;
const THRESHOLD = 2;
const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Makes keys for three signers, deploys an adjudicator that two of them decide for, and starts them. */
export async function openCourt(stage: Stage, screen: Screen, allowUnsandboxed: boolean): Promise<Court> {
  const seats = await Promise.all(
    NAMES.map(async (name) => ({ name, wallet: Wallet.createRandom(), key: await generateJobKey() })),
  );
  const adjudicator = await deployAdjudicator(stage.chain.rpcUrl, {
    paymentVault: stage.deployment.contracts.paymentVault,
    signers: seats.map(({ wallet }) => wallet.address),
    threshold: THRESHOLD,
  });
  screen.say(
    "court",
    `an adjudicator of ${String(THRESHOLD)} of ${String(NAMES.length)} signers at ${adjudicator}`,
  );
  const signers = await Promise.all(
    seats.map(async ({ name, wallet, key }): Promise<CourtSigner> => {
      const url = await startSigner(stage, name, {
        adjudicator,
        key: wallet.privateKey,
        identity: key.identity,
        allowUnsandboxed,
      });
      return {
        name,
        address: wallet.address,
        recipient: key.recipient,
        judge: (jobId, disclosure, signal) => askSigner(name, url, jobId, disclosure, signal),
      };
    }),
  );
  return { adjudicator, threshold: THRESHOLD, signers };
}

interface Seat {
  readonly adjudicator: string;
  readonly key: string;
  readonly identity: string;
  readonly allowUnsandboxed: boolean;
}

async function startSigner(stage: Stage, name: string, seat: Seat): Promise<string> {
  const folder = join(stage.folder, name.toLowerCase());
  await mkdir(folder);
  const config: SignerConfig = {
    rpcUrl: stage.chain.rpcUrl,
    deploymentFile: stage.deploymentFile,
    adjudicator: seat.adjudicator,
    cacheFolder: join(root, "cache/worker"),
    workFolder: join(folder, "work"),
    allowUnsandboxed: seat.allowUnsandboxed,
  };
  const configFile = join(folder, "config.json");
  await writeFile(configFile, JSON.stringify(config, null, 2));
  return new Promise((resolve, reject) => {
    const signer = stage.start({
      name: `the signer ${name}`,
      command: process.execPath,
      args: [join(root, "scripts/demo/court/signerMain.ts"), configFile],
      env: { ...process.env, WATTLE_SIGNER_KEY: seat.key, WATTLE_SIGNER_IDENTITY: seat.identity },
      onLine: (line) => {
        if (line.startsWith("{")) resolve(signerReadySchema.parse(JSON.parse(line)).url);
      },
    });
    void signer.ended.then((how) => {
      reject(new Error(`${signer.name} ended (${String(how)}). It printed:\n${signer.recentOutput()}`));
    });
  });
}

async function askSigner(
  name: string,
  url: string,
  jobId: string,
  disclosure: Uint8Array,
  signal: AbortSignal,
): Promise<Judgement> {
  const body = JSON.stringify({ jobId, disclosure: Buffer.from(disclosure).toString("base64") });
  const response = await fetch(url, { method: "POST", body, signal });
  const text = await response.text();
  if (!response.ok) throw new Error(`The signer ${name} cannot judge job ${jobId}: ${text}`);
  return judgeAnswerSchema.parse(JSON.parse(text));
}
