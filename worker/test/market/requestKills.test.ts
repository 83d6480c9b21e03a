import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { getEscrowEvents, getJob } from "@wattle/sdk";
import { addTaker, freshAdjudicator, postRequest } from "../support/openRequests.ts";
import { suiteMarket } from "../support/suiteMarket.ts";
import { surviveCrashes } from "../support/surviveCrashes.ts";
import { startTestWorker } from "../support/testWorker.ts";

// On a chain of its own: the requests of other stories would be steps of this worker too.
describe("a worker that is killed at every step of a take", () => {
  const market = suiteMarket();

  it("takes once, with no nonce left out", async () => {
    const client = await market().addClient();
    const adjudicator = freshAdjudicator();
    const provider = await addTaker(market(), adjudicator);
    await postRequest(market(), client, adjudicator, true, {
      request: { declineSeconds: 240 },
    });
    const steps = ["seen", "ready", "taking", "taken"].map((step) => `request:${step}`);
    const changes = ["open", "signed", "mined"].map((status) => `transaction:take:${status}`);
    await surviveCrashes(provider, [...steps, ...changes], ["request:", "transaction:take:"]);
    const opened = await getEscrowEvents(client, { types: ["job-opened"] });
    assert.equal(opened.length, 1, "it was taken once");
    const [{ jobId } = { jobId: "" }] = opened;
    const worker = await startTestWorker(provider);
    if ((await getJob(client, { jobId })).state === "active") await worker.untilStep(jobId, "submitted");
    const nonce = await client.provider.getTransactionCount(provider.operator.address);
    assert.equal(nonce, 2, "one transaction to take, one to submit");
    await worker.stop();
  });
});
