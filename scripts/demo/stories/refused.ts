import { encodeManifest, getJob, getProvider, takeOffer, watchJob } from "@wattle/sdk";
import {
  blobUrl,
  generateJobKey,
  recipientFromPublicKey,
  sealBlob,
  sealEnvelope,
  signUploadToken,
  uploadBlob,
} from "@wattle/sdk/blobs";
import { showTokens } from "../money.ts";
import { chooseOffer } from "./choose.ts";
import { receiptOf } from "./jobReceipt.ts";
import type { Play, StoryEnd } from "./play.ts";

const RUN_LIMIT_SECONDS = 60;
const MIN_VRAM_MIB = 16_384;

/** A client names inputs that it never uploaded: the worker declines, and nobody loses anything. */
export async function playRefused(play: Play): Promise<StoryEnd> {
  const { client, screen, stage, providers, render, signal } = play;
  const { match, chosen } = await chooseOffer(play, {
    client,
    who: "client",
    providers,
    needs: { token: stage.token, runLimitSeconds: RUN_LIMIT_SECONDS, machine: { minVramMib: MIN_VRAM_MIB } },
  });
  const { name } = chosen.machine;
  const { endpoint, encryptionKey } = await getProvider(client, { provider: match.offer.provider, signal });
  const key = await generateJobKey();
  const recipients = [recipientFromPublicKey(encryptionKey), key.recipient];
  const inputs = await Promise.all(
    [...render.inputs].map(async ([input, bytes]) => {
      const sealed = await sealBlob(bytes, recipients);
      return { name: input, blob: sealed.at([blobUrl(endpoint, sealed.tree.root)]) };
    }),
  );
  const document = encodeManifest({
    version: 1,
    runtime: "wgsl",
    program: render.program,
    inputs,
    requirements: render.requirements,
    comparison: render.comparison,
    recipients: [key.recipient],
    resultStore: endpoint,
  });
  // The manifest is there, what it names is not.
  const { bytes, tree } = await sealEnvelope(document, recipients);
  const token = await signUploadToken(play.clientWallet, {
    chainId: BigInt(client.chainId),
    escrow: client.deployment.contracts.jobEscrow,
    store: endpoint,
    account: play.clientWallet.address,
    root: tree.root,
    size: tree.size,
  });
  await uploadBlob({ store: endpoint, bytes, tree, token, signal });
  const { jobId, price } = await takeOffer(client, {
    ...match,
    runLimitSeconds: RUN_LIMIT_SECONDS,
    specDigest: document.digest,
    specRoot: tree.root,
    signal,
  });
  screen.say("client", `put ${showTokens(price)} into escrow, and never uploads the inputs`);
  for await (const { state } of watchJob(client, { jobId, signal })) {
    if (state !== "active") break;
  }
  const job = await getJob(client, { jobId, signal });
  const declined = job.events.find((event) => event.type === "job-declined");
  if (declined?.type !== "job-declined") throw new Error(`The job is ${job.state}, not declined.`);
  screen.say(name, `declined: ${declined.reason}`);
  return {
    receipt: await receiptOf(client, job, play.names, {
      deal: "refused",
      provider: name,
      price,
      outcome: `client got ${showTokens(price)} back; ${name} lost nothing`,
    }),
    changes: new Map(),
    burned: 0n,
  };
}
