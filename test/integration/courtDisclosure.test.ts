import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import {
  blobUrl,
  DecryptionError,
  generateJobKey,
  type JobKey,
  openEnvelope,
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
import { discloseJob, fetchDisclosedKey, runJob } from "../../sdk/src/jobs/index.ts";
import { jurorOf, mineBeyond, openCourt, type TestCourt } from "../../sdk/test/support/court.ts";
import { type Market, openMarket } from "../../sdk/test/support/market.ts";
import { MIN_RATE, RESULT, setUpBuyer, setUpProvider } from "../../sdk/test/support/provider.ts";
import { chainPartyCheck, createRelay, type Relay } from "../../relay/src/index.ts";

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
  let relays: readonly Relay[] = [];
  let job: Job;
  let jobKey: JobKey;
  /** The drawn jurors in the order of their places, and their keys. */
  let panel: readonly string[];
  let keys: readonly JobKey[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "wattle-disclosure-"));
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
    place = await openCourt(market, {}, 1);
    const { reader, token } = market;
    const { jobEscrow } = reader.deployment.contracts;
    relays = await Promise.all(
      ["provider", "jurors", "juror"].map((name) =>
        createRelay({
          dataDir: join(folder, name),
          chainId: BigInt(reader.chainId),
          escrow: jobEscrow,
          partyCheck: chainPartyCheck({ client: reader, acceptedTokens: [{ token, minAmount: 1n }] }),
        }),
      ),
    );
    keys = await Promise.all([0, 1, 2].map(() => generateJobKey()));
    ({ job, jobKey } = await dispute());
  });

  after(async () => {
    await Promise.all(relays.map((relay) => relay.close()));
    await market.close();
    await rm(folder, { recursive: true, force: true });
  });

  const urlOf = (index: number): string => relays[index]?.url ?? assert.fail("no such relay");
  const keyOf = (index: number): JobKey => keys[index] ?? assert.fail("no such key");
  const disclose = (stores: readonly string[] = [], client = market.buyer.client) =>
    discloseJob(client, { court: place.court, caseId: job.jobId, jobKey, stores });

  /** Opens an encrypted job, submits a result, and hands the dispute to the court. */
  async function dispute(): Promise<{ readonly job: Job; readonly jobKey: JobKey }> {
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
    return { job: await getJob(buyer.client, { jobId }), jobKey: opened.jobKey };
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

  it("is disclosed again to whoever was missing, at a store of the client's choice too", async () => {
    const { identity, publicKey } = keyOf(2);
    const asked = { jobId: job.jobId, identity };
    await setProfile(2, publicKey, NO_STORE);
    const first = await disclose([urlOf(2)]);
    assert.deepEqual(first.disclosed, panel.slice(0, 2));
    assert.deepEqual(
      first.failed.map(({ juror, error }) => [juror, error.name, error.retryable]),
      [[panel[2], "UploadFailedError", true]],
    );
    assert.equal((await fetchDisclosedKey({ ...asked, store: urlOf(2) }))?.identity, jobKey.identity);
    await setProfile(2, publicKey, "");
    assert.deepEqual(
      (await disclose()).failed.map(({ juror, error }) => [juror, error.name]),
      [[panel[2], "InvalidStoreError"]],
    );
    await setProfile(2, publicKey, urlOf(2));
    assert.deepEqual(await disclose(), { disclosed: panel, failed: [] });
  });

  it("error: UploadRefusedError for anyone but the job's client", async () => {
    const { disclosed, failed } = await disclose([], market.stranger.client);
    assert.deepEqual(disclosed, []);
    assert.deepEqual(new Set(failed.map(({ error }) => error.name)), new Set(["UploadRefusedError"]));
    assert.deepEqual(new Set(failed.map(({ juror }) => juror)), new Set(panel));
  });
});
