import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import {
  acceptResult,
  createWattleClient,
  depositPayment,
  depositStake,
  DigestMismatchError,
  encodeResult,
  getJob,
  type JobManifest,
  type JobResult,
  type JobTerms,
  mintFaucetToken,
  parseManifest,
  prepareOffer,
  registerProvider,
  signOffer,
  submitResult,
  UNLIMITED_ALLOWANCE,
  type WattleClient,
  type WgslProgram,
} from "@wattle/sdk";
import {
  BlobUnavailableError,
  blobUrl,
  DecryptionError,
  generateJobKey,
  type JobKey,
  openBlob,
  openEnvelope,
  sealBlob,
  sealEnvelope,
  signUploadToken,
  uploadBlob,
  UploadRefusedError,
} from "@wattle/sdk/blobs";
import { createJob, fetchResult, ResultMissingError, runJob } from "@wattle/sdk/jobs";
import { chainPartyCheck, createRelay, type Relay } from "../../relay/src/index.ts";
import { type DeployedChain, startLocalChain } from "../support/localChain.ts";

const UNIT = 10n ** 18n;
const INPUT = new TextEncoder().encode("a scene with a glass sphere");
const OUTPUT = new Uint8Array(64).fill(7);

const PROGRAM: WgslProgram = {
  source: "@compute @workgroup_size(1) fn main() {}",
  bindings: [
    { binding: 0, kind: "input", name: "scene" },
    { binding: 1, kind: "output", name: "image", size: OUTPUT.length },
  ],
  steps: [{ entryPoint: "main", workgroups: [1, 1, 1], passes: 1 }],
};

const JOB = {
  program: PROGRAM,
  inputs: { scene: INPUT },
  comparison: { mode: "exact" as const },
  requirements: { bufferBytes: 64, memoryBytes: 2 ** 24 },
};

/** The client's side through the SDK's job functions, the provider's through the same blobs that the worker uses. */
describe("an encrypted job", () => {
  let folder: string;
  let chain: DeployedChain;
  let relay: Relay;
  let provider: WattleClient;
  let buyer: WattleClient;
  let stranger: WattleClient;
  let providerKey: JobKey;
  let token: string;
  let providerId: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "wattle-job-"));
    chain = await startLocalChain({ kind: "hardhat" });
    const { rpcUrl: rpcUrls, deployment } = chain;
    const [one, two, three] = chain.accounts.map((signer) =>
      createWattleClient({ rpcUrls, signer, deployment, pollingIntervalMs: 100 }),
    );
    assert.ok(one !== undefined && two !== undefined && three !== undefined);
    [provider, buyer, stranger] = [one, two, three];
    token = chain.deployment.tokens.stake;
    relay = await createRelay({
      dataDir: folder,
      chainId: BigInt(chain.deployment.chainId),
      escrow: chain.deployment.contracts.jobEscrow,
      partyCheck: chainPartyCheck({ client: provider, acceptedTokens: [{ token, minAmount: 1n }] }),
    });
    providerKey = await generateJobKey();
    for (const client of [provider, buyer]) await mintFaucetToken(client, { token, amount: 100n * UNIT });
    const registered = await registerProvider(provider, {
      payout: String(await provider.signer?.getAddress()),
      encryptionKey: providerKey.publicKey,
      endpoint: relay.url,
    });
    providerId = registered.provider;
    const stake = 10n * UNIT;
    await depositStake(provider, { provider: providerId, amount: stake, authorize: { limit: stake } });
    await depositPayment(buyer, { token, amount: 10n * UNIT, marketAllowance: UNLIMITED_ALLOWANCE });
  });

  after(async () => {
    await relay.close();
    await chain.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function run() {
    const draft = { provider: providerId, token, ratePerSecond: 1000n, collateral: UNIT };
    const signed = await signOffer(provider, { offer: await prepareOffer(provider, draft) });
    return runJob(buyer, { ...signed, ...JOB, runLimitSeconds: 60 });
  }

  /** Uploads as the provider. */
  async function store(bytes: Uint8Array, tree: { root: string; size: number }): Promise<void> {
    const { chainId, contracts } = chain.deployment;
    const place = { chainId: BigInt(chainId), escrow: contracts.jobEscrow, store: relay.url };
    const signer = provider.signer ?? assert.fail("no signer");
    const token = await signUploadToken(signer, { ...place, account: providerId, ...tree });
    await uploadBlob({ store: relay.url, bytes, token });
  }

  /** Reads the job as its provider. */
  async function readJob(
    terms: JobTerms,
    specRoot: string,
  ): Promise<{ manifest: JobManifest; input: Uint8Array }> {
    const { identity } = providerKey;
    const source = { root: specRoot, locations: [blobUrl(relay.url, specRoot)] };
    const manifest = parseManifest(await openEnvelope(source, { identity }), terms.specDigest);
    const [input] = manifest.inputs;
    assert.ok(input !== undefined);
    return { manifest, input: await openBlob(input.blob, { identity }) };
  }

  /** Delivers an output as its provider; `lie` changes what the result says of it. */
  async function deliver(
    jobId: string,
    terms: JobTerms,
    recipients: readonly string[],
    lie: (result: JobResult) => JobResult = (result) => result,
  ): Promise<void> {
    const sealed = await sealBlob(OUTPUT, recipients);
    await store(sealed.bytes, sealed.tree);
    const document = encodeResult(
      lie({
        version: 1,
        jobId,
        specDigest: terms.specDigest,
        outcome: { status: "completed" },
        outputs: [{ name: "image", blob: sealed.at([blobUrl(relay.url, sealed.tree.root)]) }],
        usage: { runMs: 12, adapter: "test", energyMillijoules: null },
      }),
    );
    const envelope = await sealEnvelope(document, recipients);
    await store(envelope.bytes, envelope.tree);
    await submitResult(provider, { terms, resultDigest: document.digest, resultRoot: envelope.tree.root });
  }

  it("goes from plain inputs to plain outputs, and nobody else can read either", async () => {
    const { jobId, jobKey, terms, specRoot, manifest, specDigest } = await run();
    assert.equal(terms.specDigest, specDigest);
    const read = await readJob(terms, specRoot);
    assert.deepEqual(read.manifest, manifest);
    assert.deepEqual(read.input, INPUT);
    assert.deepEqual(manifest.recipients, [jobKey.recipient]);
    assert.equal(manifest.resultStore, relay.url);
    await assert.rejects(
      fetchResult(buyer, { job: await getJob(buyer, { jobId }), jobKey }),
      ResultMissingError,
    );

    await deliver(jobId, terms, manifest.recipients);
    const job = await getJob(buyer, { jobId });
    const { result, outputs } = await fetchResult(buyer, { job, jobKey });
    assert.equal(result.outcome.status, "completed");
    assert.deepEqual([...outputs], [["image", OUTPUT]]);
    await assert.rejects(fetchResult(buyer, { job, jobKey: await generateJobKey() }), DecryptionError);
    await acceptResult(buyer, { terms });
  });

  it("shows a result that is not what it says", async () => {
    const { jobId, jobKey, terms, manifest } = await run();
    await deliver(jobId, terms, manifest.recipients, (result) => {
      const [output] = result.outputs;
      assert.ok(output !== undefined);
      const blob = { ...output.blob, plaintextDigest: `0x${"00".repeat(32)}` };
      return { ...result, outputs: [{ ...output, blob }] };
    });
    const job = await getJob(buyer, { jobId });
    await assert.rejects(fetchResult(buyer, { job, jobKey, manifest }), DigestMismatchError);
    await acceptResult(buyer, { terms });
  });

  it("shows a result that no store holds", async () => {
    const { jobId, jobKey, terms, manifest } = await run();
    const missing = `0x${"22".repeat(32)}`;
    await submitResult(provider, { terms, resultDigest: missing, resultRoot: missing });
    const job = await getJob(buyer, { jobId });
    const fetching = fetchResult(buyer, { job, jobKey, manifest, retries: 0 });
    await assert.rejects(fetching, BlobUnavailableError);
    await acceptResult(buyer, { terms });
  });

  it("is refused by the relay when its client has no money in the vault", async () => {
    const creating = createJob(stranger, {
      ...JOB,
      provider: { encryptionKey: providerKey.publicKey, endpoint: relay.url },
    });
    await assert.rejects(creating, UploadRefusedError);
  });
});
