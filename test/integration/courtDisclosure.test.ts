import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import {
  blobUrl,
  BlobUnavailableError,
  DecryptionError,
  generateJobKey,
  type JobKey,
  openBlob,
  openEnvelope,
  UploadRefusedError,
} from "../../sdk/src/blobs/index.ts";
import {
  disputeJob,
  drawPanel,
  getHearing,
  getJob,
  type Job,
  openCase,
  PanelNotDrawnError,
  parseManifest,
  prepareOffer,
  publishOffer,
  submitResult,
  updateProfile,
  type WgslProgram,
} from "../../sdk/src/index.ts";
import {
  discloseJob,
  type DiscloseJobParameters,
  type DiscloseJobReturnType,
  DisclosureFailedError,
  type DisclosureProgress,
  fetchDisclosedKey,
  fetchJobCopies,
  JobPartMissingError,
  runJob,
} from "../../sdk/src/jobs/index.ts";
import { jurorOf, mineBeyond, openCourt, type TestCourt } from "../../sdk/test/support/court.ts";
import { type Market, openMarket } from "../../sdk/test/support/market.ts";
import { MIN_RATE, RESULT, setUpBuyer, setUpProvider } from "../../sdk/test/support/provider.ts";
import { chainPartyCheck, createRelay, type Relay, type RelayOptions } from "../../relay/src/index.ts";

const PROGRAM: WgslProgram = {
  source: "@compute @workgroup_size(1) fn main() {}",
  bindings: [
    { binding: 0, kind: "input", name: "scene" },
    { binding: 1, kind: "output", name: "image", size: 64 },
  ],
  steps: [{ entryPoint: "main", workgroups: [1, 1, 1], passes: 1 }],
};

const JOB = {
  program: PROGRAM,
  inputs: { scene: new TextEncoder().encode("a scene with a glass sphere") },
  comparison: { mode: "exact" as const },
  requirements: { bufferBytes: 64, memoryBytes: 2 ** 24 },
};

/** A point of X25519 that nothing can be encrypted to. */
const LOW_ORDER_KEY = `0x01${"00".repeat(31)}`;
/** Nobody listens there. */
const NO_STORE = "http://127.0.0.1:1/juror";

describe("an encrypted job before a court", () => {
  let folder: string;
  let market: Market;
  let place: TestCourt;
  /** Of the provider, of two jurors, of another one. */
  let relays: Relay[] = [];
  let job: Job;
  let jobKey: JobKey;
  let copies: readonly Uint8Array[];
  /** The drawn jurors in the order of their places, and their keys. */
  let panel: readonly string[];
  let keys: readonly JobKey[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "wattle-disclosure-"));
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
    place = await openCourt(market, {}, 1);
    relays = await Promise.all(["provider", "jurors", "juror"].map((name) => startRelay(name)));
    keys = await Promise.all([0, 1, 2].map(() => generateJobKey()));
    ({ job, jobKey, copies } = await dispute());
  });

  after(async () => {
    await Promise.all(relays.map((relay) => relay.close()));
    await market.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function startRelay(name: string, options: Partial<RelayOptions> = {}): Promise<Relay> {
    const { reader, token } = market;
    return createRelay({
      dataDir: join(folder, name),
      chainId: BigInt(reader.chainId),
      escrow: reader.deployment.contracts.jobEscrow,
      partyCheck: chainPartyCheck({ client: reader, acceptedTokens: [{ token, minAmount: 1n }] }),
      ...options,
    });
  }
  /** Starts a relay anew, with nothing in it. */
  async function replace(index: number, name: string, options: Partial<RelayOptions> = {}): Promise<void> {
    const relay = relays[index] ?? assert.fail("no such relay");
    await relay.close();
    relays[index] = await startRelay(name, { port: Number(new URL(relay.url).port), ...options });
  }
  /** A `fetch` that writes down which blobs were sent where. */
  const recorder = () => {
    const sent: string[] = [];
    const send: typeof fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (init?.method === "POST") sent.push(url);
      return fetch(input, init);
    };
    return { sent, fetch: send };
  };
  const urlOf = (index: number): string => relays[index]?.url ?? assert.fail("no such relay");
  const keyOf = (index: number): JobKey => keys[index] ?? assert.fail("no such key");
  const disclose = (
    options: Omit<Partial<DiscloseJobParameters>, "court" | "caseId"> = {},
    client = market.buyer.client,
  ) => discloseJob(client, { court: place.court, caseId: job.jobId, jobKey, ...options });
  const namesOf = ({ failed }: DiscloseJobReturnType) =>
    failed.map(({ juror, error }) => [juror, error.name, error.cause instanceof Error && error.cause.name]);

  /** Opens an encrypted job, submits a result, and hands the dispute to the court. */
  async function dispute() {
    const { owner, operator, payout, buyer, token } = market;
    const provider = owner.address;
    const own = await generateJobKey();
    const profile = { payout: payout.address, encryptionKey: own.publicKey, endpoint: urlOf(0) };
    await updateProfile(owner.client, { provider, ...profile });
    const { court: adjudicator, rules } = place;
    const offer = await prepareOffer(operator.client, {
      ...{ provider, token, ratePerSecond: MIN_RATE, collateral: 10n ** 18n },
      ...{ adjudicator, disputeFee: rules.panelFee, rulingSeconds: rules.neededSeconds + 60 },
    });
    await publishOffer(operator.client, { offer });
    const opened = await runJob(buyer.client, { offer, signature: "0x", runLimitSeconds: 30, ...JOB });
    const { jobId } = opened;
    const { terms } = await getJob(buyer.client, { jobId });
    await submitResult(operator.client, { terms, ...RESULT });
    await disputeJob(buyer.client, { terms });
    await openCase(buyer.client, { terms });
    return { job: await getJob(buyer.client, { jobId }), jobKey: opened.jobKey, copies: opened.copies };
  }

  const setProfile = async (index: number, encryptionKey: string, endpoint: string): Promise<void> => {
    const provider = panel[index] ?? assert.fail("no such juror");
    const { client } = jurorOf(place, provider);
    await updateProfile(client, { provider, payout: provider, encryptionKey, endpoint });
  };

  it("error: PanelNotDrawnError before there is anybody to disclose it to", async () => {
    await assert.rejects(disclose(), PanelNotDrawnError);
  });

  it("is opened to the drawn jurors that have a key and a store, and to nobody else", async () => {
    const { court } = place;
    const { openedCase, seedBlock } = await getHearing(market.reader, { court, caseId: job.jobId });
    await mineBeyond(market, seedBlock);
    const drawn = await drawPanel(market.stranger.client, { court, openedCase });
    panel = drawn.panel.map(({ juror }) => juror);
    assert.equal(new Set(panel).size, 3);
    // Two jurors share a store, which keeps one hand-over of a job.
    await setProfile(0, keyOf(0).publicKey, urlOf(1));
    await setProfile(1, keyOf(1).publicKey, urlOf(1));
    await setProfile(2, LOW_ORDER_KEY, urlOf(2));
    const { disclosed, failed } = await disclose();
    assert.deepEqual(disclosed, panel.slice(0, 2));
    assert.deepEqual(
      failed.map(({ juror, error }) => [juror, error.name]),
      [[panel[2], "InvalidKeyError"]],
    );
    for (const index of [0, 1]) {
      const { identity } = keyOf(index);
      const key = await fetchDisclosedKey({ store: urlOf(1), jobId: job.jobId, identity });
      assert.equal(key?.identity, jobKey.identity);
      const source = { root: job.specRoot, locations: [blobUrl(urlOf(0), job.specRoot)] };
      const manifest = parseManifest(
        await openEnvelope(source, { identity: key.identity }),
        job.terms.specDigest,
      );
      assert.equal(manifest.recipients[0], jobKey.recipient);
    }
    const { identity } = keyOf(2);
    const asked = { jobId: job.jobId, identity };
    await assert.rejects(fetchDisclosedKey({ ...asked, store: urlOf(1) }), DecryptionError);
    assert.equal(await fetchDisclosedKey({ ...asked, store: urlOf(2) }), null, "it has no key");
    assert.equal(await fetchDisclosedKey({ ...asked, store: urlOf(0) }), null, "the provider is not asked");
  });

  it("leaves manifest and inputs with the jurors, from where their provider cannot delete them", async () => {
    await replace(0, "provider-without-anything");
    const { identity } = jobKey;
    const manifestAt = (index: number) => ({
      root: job.specRoot,
      locations: [blobUrl(urlOf(index), job.specRoot)],
    });
    await assert.rejects(openEnvelope(manifestAt(0), { identity, retries: 0 }), BlobUnavailableError);
    const manifest = parseManifest(await openEnvelope(manifestAt(1), { identity }), job.terms.specDigest);
    const [scene] = manifest.inputs;
    assert.ok(scene !== undefined);
    const { blob } = scene;
    const input = await openBlob({ ...blob, locations: [blobUrl(urlOf(1), blob.root)] }, { identity });
    assert.deepEqual(input, JOB.inputs.scene);
  });

  it("sends nothing again that is there, and finds it there when it needs it for somebody else", async () => {
    await setProfile(2, keyOf(2).publicKey, urlOf(2));
    const first = recorder();
    const progress: DisclosureProgress[] = [];
    const onProgress = (step: DisclosureProgress): void => void progress.push(step);
    assert.deepEqual(await disclose({ fetch: first.fetch, onProgress }), { disclosed: panel, failed: [] });
    assert.deepEqual(first.sent, [`${urlOf(2)}/uploads`, `${urlOf(2)}/uploads`]);
    for (const store of [urlOf(1), urlOf(2)]) {
      for (const part of ["manifest", 'input "scene"']) {
        const last = progress.findLast((step) => step.store === store && step.part === part);
        assert.ok(last !== undefined && last.totalBytes > 0, `${store} has heard of ${part}`);
        assert.equal(last.bytes, last.totalBytes);
      }
    }
    const second = recorder();
    assert.deepEqual(await disclose({ fetch: second.fetch }), { disclosed: panel, failed: [] });
    assert.deepEqual(second.sent, []);
    assert.deepEqual(
      await fetchJobCopies(market.reader, { jobId: job.jobId, jobKey, stores: [urlOf(1)] }),
      copies,
    );
  });

  it("is disclosed again to whoever was missing, at a store of the client's choice too", async () => {
    const { identity, publicKey } = keyOf(2);
    const asked = { jobId: job.jobId, identity };
    await setProfile(2, publicKey, NO_STORE);
    await replace(2, "juror-without-anything");
    const first = await disclose({ stores: [urlOf(2)] });
    assert.deepEqual(first.disclosed, panel.slice(0, 2));
    assert.deepEqual(
      first.failed.map(({ juror, error }) => [juror, error.name, error.retryable]),
      [0, 1, 2].map(() => [panel[2], "DisclosureFailedError", true]),
    );
    for (const { error } of first.failed) {
      assert.ok(error instanceof DisclosureFailedError);
      assert.equal(error.store, NO_STORE);
      assert.match(
        error.message,
        /juror did not take the (key|manifest|input "scene"): The upload did not finish/,
      );
    }
    assert.equal((await fetchDisclosedKey({ ...asked, store: urlOf(2) }))?.identity, jobKey.identity);
    await setProfile(2, publicKey, "");
    assert.deepEqual(namesOf(await disclose()), [[panel[2], "InvalidStoreError", false]]);
    await setProfile(2, publicKey, urlOf(2));
    assert.deepEqual(await disclose(), { disclosed: panel, failed: [] });
  });

  it("one juror's store that takes no blob of this size keeps nobody else from reading", async () => {
    await replace(2, "juror-with-a-limit", { maxBlobBytes: 100 });
    const { disclosed, failed } = await disclose();
    assert.deepEqual(disclosed, panel.slice(0, 2));
    const parts = failed.map(({ juror, error }) => {
      assert.ok(error instanceof DisclosureFailedError && error.cause instanceof UploadRefusedError);
      return [juror, error.store, error.part, error.cause.refusal];
    });
    assert.deepEqual(
      parts,
      ["manifest", 'input "scene"'].map((part) => [panel[2], urlOf(2), part, "BlobTooLarge"]),
    );
    const { identity } = keyOf(2);
    const key = await fetchDisclosedKey({ store: urlOf(2), jobId: job.jobId, identity });
    assert.equal(key?.identity, jobKey.identity, "the key alone is there");
    await replace(2, "juror-without-a-limit");
  });

  it("error: JobPartMissingError once where nobody has the job any more, and the key is left all the same", async () => {
    await replace(1, "jurors-without-anything");
    const { disclosed, failed } = await disclose();
    assert.deepEqual(disclosed, []);
    assert.deepEqual(
      failed.map(({ juror, error }) => [
        juror,
        error.name,
        error instanceof JobPartMissingError && error.part,
      ]),
      [[null, "JobPartMissingError", "manifest"]],
    );
    const { identity } = keyOf(0);
    const key = await fetchDisclosedKey({ store: urlOf(1), jobId: job.jobId, identity });
    assert.equal(key?.identity, jobKey.identity);
    await assert.rejects(fetchJobCopies(market.reader, { jobId: job.jobId, jobKey }), JobPartMissingError);

    // What the client kept is enough, and the manifest alone says so of the input.
    const [envelope] = copies;
    assert.ok(envelope !== undefined);
    const half = await disclose({ copies: [envelope] });
    assert.deepEqual(
      half.failed.map(({ juror, error }) => [juror, error instanceof JobPartMissingError && error.part]),
      [[null, 'input "scene"']],
    );
    assert.deepEqual(await disclose({ copies }), { disclosed: panel, failed: [] });
  });

  it("ends with its signal's reason", async () => {
    const controller = new AbortController();
    const reason = new Error("the user went away");
    const onProgress = (): void => controller.abort(reason);
    await assert.rejects(disclose({ copies, onProgress, signal: controller.signal }), reason);
  });

  it("error: UploadRefusedError for anyone but the job's client", async () => {
    await replace(1, "jurors-again");
    await replace(2, "juror-again");
    const result = await disclose({ copies }, market.stranger.client);
    assert.deepEqual(result.disclosed, []);
    const named = namesOf(result);
    assert.deepEqual(
      new Set(named.map(([, ...names]) => names.join(" for "))),
      new Set(["DisclosureFailedError for UploadRefusedError"]),
    );
    assert.deepEqual(new Set(named.map(([juror]) => juror)), new Set(panel));
  });
});
