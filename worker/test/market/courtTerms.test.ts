import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { encodeTakeOffer, getEscrowEvents, prepareOffer, signOffer, type WattleClient } from "@wattle/sdk";
import { createJob } from "@wattle/sdk/jobs";
import { openCourt, type TestCourt } from "../support/court.ts";
import { INCREMENT, jobOf, NUMBERS } from "../support/jobRequests.ts";
import { COLLATERAL, type Market, openMarket, RATE, type TestProvider } from "../support/market.ts";
import { addTaker, postRequest } from "../support/openRequests.ts";
import { startTestWorker, stopTestWorkers, type TestWorker } from "../support/testWorker.ts";

describe("a worker before orders that name a court", { concurrency: false }, () => {
  let market: Market;
  let client: WattleClient;
  let place: TestCourt;
  let provider: TestProvider;
  let worker: TestWorker;
  before(async () => {
    market = await openMarket();
    client = await market.addClient();
    place = await openCourt(market, 1);
    await place.addJuror();
    provider = await addTaker(market, place.court, { maxRulingSeconds: 90 * 86_400 });
    worker = await startTestWorker(provider);
  });
  after(async () => {
    await stopTestWorkers();
    await market.close();
  });

  it("leaves requests alone whose disputes it would refuse, and takes the others", async () => {
    const amended = { disputeFee: 0n, rulingSeconds: 3600 };
    const bad = await postRequest(market, client, place.court, true, { amended });
    const reason = await worker.untilRequest(bad.orderHash, "refused");
    assert.match(reason ?? "", /Its court would refuse every dispute: disputeFee 0 must be \d+/);
    const good = await postRequest(market, client, place.court, true);
    await worker.untilRequest(good.orderHash, "taken");
  });

  it("declines a job from an offer of its own provider that a client could dispute for nothing", async () => {
    const { owner, id } = provider;
    const offer = await prepareOffer(owner, {
      ...{ provider: id, token: market.token, ratePerSecond: RATE, collateral: COLLATERAL },
      ...{ adjudicator: place.court, declineSeconds: 60 },
    });
    const signed = await signOffer(owner, { offer: { ...offer, maxRunSeconds: 3600 } });
    const { program, comparison, requirements } = jobOf(INCREMENT);
    const created = await createJob(client, {
      ...{ program, comparison, requirements, inputs: { numbers: NUMBERS } },
      provider: { encryptionKey: provider.identity.publicKey, endpoint: provider.endpoint },
    });
    // The SDK would not take it for longer than the court's jurors would run it again: a rogue client does.
    const call = encodeTakeOffer(client, { ...signed, ...created, runLimitSeconds: 61 });
    const receipt = await (await client.signer?.sendTransaction(call))?.wait();
    assert.equal(receipt?.status, 1);
    const range = { fromBlock: receipt.blockNumber, toBlock: receipt.blockNumber };
    const [opened] = await getEscrowEvents(client, { types: ["job-opened"], ...range });
    const reason = await worker.untilStep(opened?.jobId ?? "", "declined");
    assert.match(reason ?? "", /runLimitSeconds 61 must be at most 60/);
  });
});
