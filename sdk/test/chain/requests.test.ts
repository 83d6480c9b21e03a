import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { id, Wallet, ZeroHash } from "ethers";
import {
  acceptResult,
  approveBySignature,
  approveMarket,
  assessRequest,
  type AssessRequestParameters,
  cancelRequest,
  createWattleClient,
  declineJob,
  depositPayment,
  findRequests,
  type FindRequestsParameters,
  getClaim,
  getJob,
  getMarketAllowance,
  getOrderState,
  getRequestEpoch,
  getRequestWarnings,
  hashRequest,
  machineIdOf,
  OrderBookUnchangedError,
  PaymentVaultSignatureInvalidError,
  prepareRequest,
  publishRequest,
  raiseRequestEpoch,
  rateOfRequest,
  type RequestRejectionCode,
  RequestBookNotClientError,
  RequestUnavailableError,
  type RequestWarning,
  setOperatorBound,
  signAllowance,
  type SignedRequest,
  signRequest,
  submitResult,
  takeRequest,
  TextTooLongError,
  UNLIMITED_ALLOWANCE,
} from "../../src/index.ts";
import { type Market, openMarket, tokens } from "../support/market.ts";
import {
  CLAIM,
  draftRequest,
  makeRequest,
  MIN_RATE,
  RESULT,
  setUpBuyer,
  setUpProvider,
  SPEC,
  STAKE,
} from "../support/provider.ts";

describe("requests", () => {
  let market: Market;
  let provider: string;
  let machineId: string;

  before(async () => {
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
    provider = market.owner.address;
    machineId = machineIdOf(provider, CLAIM);
  });

  after(() => market.close());

  const assess = async (signed: SignedRequest, changes: Partial<AssessRequestParameters> = {}) => {
    const asked = { request: signed.request, signature: signed.signature, provider, machineId, ...changes };
    return (await assessRequest(market.operator.client, asked)).rejection;
  };

  async function rejects(
    code: RequestRejectionCode,
    message: RegExp,
    signed: SignedRequest,
    changes: Partial<AssessRequestParameters> = {},
  ): Promise<void> {
    const rejection = await assess(signed, changes);
    assert.equal(rejection?.code, code, rejection?.message ?? "it can be taken");
    assert.match(rejection.message, message);
  }

  const take = ({ request, signature }: SignedRequest) =>
    takeRequest(market.operator.client, { request, signature, provider, machineId });

  const find = (wanted: Partial<FindRequestsParameters> = {}) =>
    findRequests(market.operator.client, { token: market.token, provider, machineId, ...wanted });

  it("live: published, found, taken, declined, taken again, delivered, paid", async () => {
    const { buyer, operator, payout, reader, token } = market;
    const request = await draftRequest(market, { gpuModel: CLAIM.gpuModel, region: "de", minGpuCount: 2 });
    const store = "https://relay.example";
    const { orderHash } = await publishRequest(buyer.client, { request, store });
    assert.equal(orderHash, hashRequest(reader, { request }));
    assert.equal(orderHash, await reader.contracts.escrow.hashRequest(request));

    const { matches } = await find();
    const found = matches.find((match) => match.orderHash === orderHash);
    assert.deepEqual(found?.request, request);
    assert.deepEqual([found.store, found.signature, found.ratePerSecond], [store, "0x", MIN_RATE]);

    const first = await take(found);
    assert.deepEqual([first.terms.fill, first.price], [1, 30n * MIN_RATE]);
    await rejects("taken", /opened its job/, found);
    await declineJob(operator.client, { terms: first.terms, reason: "the input is gone" });
    assert.equal(await assess(found), null, "a decline opens it again");

    const second = await take(found);
    assert.equal(second.terms.fill, 2);
    const before = await getClaim(reader, { token, account: payout.address });
    await submitResult(operator.client, { terms: second.terms, ...RESULT });
    await acceptResult(buyer.client, { terms: second.terms });
    assert.equal((await getJob(reader, { jobId: second.jobId })).state, "completed");
    assert.equal(await getClaim(reader, { token, account: payout.address }), before + second.price);
    assert.deepEqual(await getOrderState(reader, { orderHash }), {
      approved: true,
      canceled: false,
      filled: 2,
      active: 1,
    });
    await rejects("taken", /number 2/, found);
  });

  it("serve a client without gas: it signs, others send", async () => {
    const { reader, stranger, token, operator } = market;
    const { chainId, deployment, provider: chain } = reader;
    const poor = Wallet.createRandom();
    const client = createWattleClient({ provider: chain, deployment, chainId, signer: poor });
    const account = poor.address;
    await depositPayment(stranger.client, { token, amount: tokens(1), to: account });

    const price = 30n * MIN_RATE;
    const allowance = await signAllowance(client, { token, amount: price });
    await approveBySignature(stranger.client, { allowance });
    assert.equal(await getMarketAllowance(reader, { token, account }), price);
    await assert.rejects(
      approveBySignature(stranger.client, { allowance }),
      PaymentVaultSignatureInvalidError,
      "its nonce is used up",
    );

    const request = await prepareRequest(client, {
      token,
      maxRatePerSecond: MIN_RATE,
      collateral: tokens(1),
      runLimitSeconds: 30,
      ...SPEC,
    });
    assert.equal(request.client, account);
    const { terms } = await take(await signRequest(client, { request }));
    assert.equal(terms.client, account);
    assert.equal(await getClaim(reader, { token, account }), tokens(1) - price);
    assert.equal(await getMarketAllowance(reader, { token, account }), 0n);
    assert.equal(await chain.getTransactionCount(account), 0);
    await declineJob(operator.client, { terms, reason: "a test" });
  });

  describe("prepareRequest", () => {
    it("fills in epoch, start, expiry and a salt of its own", async () => {
      const [one, other] = [await draftRequest(market), await draftRequest(market)];
      const block = await market.reader.provider.getBlock("latest");
      assert.equal(one.epoch, await getRequestEpoch(market.reader, { account: market.buyer.address }));
      assert.equal(one.startsAt, block?.timestamp);
      assert.equal(one.expiresAt, one.startsAt + 24 * 3600);
      assert.deepEqual([one.startRatePerSecond, one.riseSeconds], [MIN_RATE, 0]);
      assert.notEqual(one.salt, other.salt);
      const rising = await draftRequest(market, { startRatePerSecond: 1n });
      assert.deepEqual([rising.startRatePerSecond, rising.riseSeconds], [1n, 600]);
    });

    it("error: TextTooLongError", async () => {
      await assert.rejects(draftRequest(market, { region: "us-california" }), TextTooLongError);
    });
  });

  describe("getRequestWarnings", () => {
    const codesOf = (warnings: readonly RequestWarning[]) => warnings.map(({ code }) => code);

    it("warns of an allowance that a take and a decline use up, before that happens", async () => {
      const { token, operator } = market;
      const { client, address } = await market.actorAt(7);
      const price = 30n * MIN_RATE;
      await depositPayment(client, { token, amount: 10n * price, marketAllowance: price });
      const request = await draftRequest(market, { client: address });
      const signed = await signRequest(client, { request });
      assert.deepEqual(codesOf(signed.warnings), ["finite-allowance"]);
      assert.match(signed.warnings[0]?.message ?? "", /may move 30000 .* up to 30000 of it/);
      assert.deepEqual(await getRequestWarnings(market.reader, { request }), signed.warnings);

      const { terms } = await take(signed);
      await declineJob(operator.client, { terms, reason: "a test" });
      assert.equal(await getClaim(market.reader, { token, account: address }), 10n * price);
      await rejects("allowance", /may move 0 .*less than 30000/, signed);
      const next = await draftRequest(market, { client: address });
      const { warnings } = await publishRequest(client, { request: next });
      assert.deepEqual(codesOf(warnings), ["finite-allowance"]);
      assert.match(warnings[0]?.message ?? "", /may move 0 /);

      await approveMarket(client, { token, amount: UNLIMITED_ALLOWANCE });
      assert.deepEqual(await getRequestWarnings(client, { request }), []);
      assert.deepEqual((await signRequest(client, { request })).warnings, []);
      assert.equal(await assess(signed), null);
    });

    it("says nothing where the market is an operator of the client's in the vault", async () => {
      const { client, address } = await market.actorAt(8);
      const { jobEscrow, paymentVault } = market.chain.deployment.contracts;
      const data = client.contracts.vault.interface.encodeFunctionData("setOperator", [jobEscrow, true]);
      await (await client.signer?.sendTransaction({ to: paymentVault, data }))?.wait();
      const request = await draftRequest(market, { client: address });
      assert.deepEqual((await signRequest(client, { request })).warnings, []);
    });
  });

  describe("assessRequest", () => {
    it("says what is wrong with the request", async () => {
      const signed = await makeRequest(market);
      assert.equal(await assess(signed), null);
      await rejects("malformed", /no manifest/, await makeRequest(market, { specDigest: ZeroHash }));
      await rejects("malformed", /declineSeconds is 0/, await makeRequest(market, { declineSeconds: 0 }));
      await rejects("expired", /1970-01-01T00:16:40/, await makeRequest(market, { expiresAt: 1000 }));
      await rejects("epoch", /epoch 7 of its client/, await makeRequest(market, { epoch: 7 }));
      await rejects("taker", /for 0x/, await makeRequest(market, { taker: market.stranger.address }));
      await rejects("signature", /not that of its client/, { ...signed, signature: "0x1234" });
      const other = await makeRequest(market);
      await rejects("signature", /not that of its client/, { ...signed, signature: other.signature });
      await cancelRequest(market.buyer.client, { request: signed.request });
      await rejects("canceled", /withdrew/, signed);
    });

    it("says what is wrong with the provider", async () => {
      const signed = await makeRequest(market);
      await rejects("operator", /may not act/, signed, { operator: market.stranger.address });
      const cheap = await makeRequest(market, { maxRatePerSecond: MIN_RATE - 1n });
      await rejects("bound", /pays 999 a second.* no less than 1000/, cheap);
      assert.equal(await assess(cheap, { operator: market.owner.address }), null, "the owner has no bound");
      const judged = await makeRequest(market, { adjudicator: market.stranger.address });
      await rejects("bound", /nothing with its token and adjudicator/, judged);
      const large = await makeRequest(market, { minVramMib: CLAIM.vramMib + 1 });
      await rejects("machine", /is not what it asks for/, large);
      const any = await makeRequest(market, { minVramMib: CLAIM.vramMib });
      await rejects("machine", /none of the provider's/, any, { machineId: id("unknown") });
      await rejects("stake", /stands behind/, await makeRequest(market, { minStake: STAKE + 1n }));
      await rejects("authorization", /may lock/, await makeRequest(market, { collateral: STAKE + 1n }));
    });

    it("says that the client cannot pay", async () => {
      const { client, address } = await market.actorAt(6);
      const request = await draftRequest(market, { client: address });
      const signed = await signRequest(client, { request });
      await rejects("allowance", /may move 0 .*less than 30000/, signed);
      await approveMarket(client, { token: market.token, amount: UNLIMITED_ALLOWANCE });
      await rejects("claim", /is 0, less than 30000/, signed);
      await depositPayment(client, { token: market.token, amount: 30n * MIN_RATE });
      assert.equal(await assess(signed), null);
    });

    it("keeps the market's order: what comes first is said first", async () => {
      const changes = { expiresAt: 1000, epoch: 7, minStake: STAKE + 1n, minGpuCount: 99 };
      const signed = { ...(await makeRequest(market, changes)), signature: "0x" };
      await rejects("operator", /may not act/, signed, { operator: market.stranger.address });
      await rejects("machine", /is not what/, signed);
      await rejects("stake", /stands/, { ...signed, request: { ...signed.request, minGpuCount: 0 } });
      const suitable = { ...signed.request, minGpuCount: 0, minStake: 0n };
      await rejects("expired", /expired/, { ...signed, request: suitable });
      const fresh = { ...suitable, expiresAt: (await draftRequest(market)).expiresAt };
      await rejects("epoch", /epoch 7/, { ...signed, request: fresh });
      await rejects("signature", /not that/, { ...signed, request: { ...fresh, epoch: 0 } });
    });
  });

  describe("findRequests", () => {
    it("sorts by what they pay now, then by collateral", async () => {
      const poor = await makeRequest(market, { maxRatePerSecond: MIN_RATE + 1n });
      const risky = await makeRequest(market, { maxRatePerSecond: MIN_RATE + 2n, collateral: tokens(2) });
      const rich = await makeRequest(market, { maxRatePerSecond: MIN_RATE + 2n, collateral: tokens(1) });
      const rising = await makeRequest(market, {
        startRatePerSecond: MIN_RATE,
        maxRatePerSecond: MIN_RATE * 2n,
        riseSeconds: 3600 * 24,
      });
      const { matches } = await find({ published: false, requests: [rising, poor, risky, rich] });
      assert.deepEqual(
        matches.map(({ orderHash }) => orderHash),
        [rich, risky, poor, rising].map(({ orderHash }) => orderHash),
      );
    });

    it("says why each other one does not suit", async () => {
      const signed = await makeRequest(market);
      const reasonFor = async (wanted: Partial<FindRequestsParameters>) => {
        const { matches, rejected } = await find({ published: false, requests: [signed], ...wanted });
        assert.equal(matches.length + rejected.length, 1);
        return rejected[0]?.reason.code ?? null;
      };
      assert.equal(await reasonFor({ minRatePerSecond: MIN_RATE, maxRunSeconds: 30 }), null);
      assert.equal(await reasonFor({ maxCollateral: tokens(100) }), null);
      assert.equal(await reasonFor({ token: market.stranger.address }), "token");
      assert.equal(await reasonFor({ minRatePerSecond: MIN_RATE + 1n }), "rate");
      assert.equal(await reasonFor({ maxRunSeconds: 29 }), "run-limit");
      assert.equal(await reasonFor({ adjudicators: [market.stranger.address] }), "adjudicator");
      assert.equal(await reasonFor({ maxCollateral: tokens(100) - 1n }), "collateral");
      assert.equal(await reasonFor({ operator: market.stranger.address }), "operator");
      const others = await find({ requests: [signed], client: market.stranger.address });
      assert.deepEqual([...others.matches, ...others.rejected], []);
    });
  });

  describe("takeRequest", () => {
    it("error: RequestUnavailableError, with the reason", async () => {
      const signed = await makeRequest(market, { expiresAt: 1000 });
      await assert.rejects(take(signed), (error) => {
        assert.ok(error instanceof RequestUnavailableError);
        assert.deepEqual([error.orderHash, error.rejection.code], [signed.orderHash, "expired"]);
        assert.equal(error.retryable, false);
        return true;
      });
    });

    it("leaves out a signature that the market remembers", async () => {
      const signed = await makeRequest(market);
      const hashes: string[] = [];
      for (const _ of [1, 2]) {
        const { terms, hash } = await take(signed);
        hashes.push(hash);
        await declineJob(market.operator.client, { terms, reason: "a test" });
      }
      const calls = await Promise.all(hashes.map((hash) => market.reader.provider.getTransaction(hash)));
      const carries = calls.map((call) => call?.data.includes(signed.signature.slice(2, 130)));
      assert.deepEqual(carries, [true, false]);
    });
  });

  it("error: RequestBookNotClientError, OrderBookUnchangedError", async () => {
    const request = await draftRequest(market);
    const { client } = market.stranger;
    await assert.rejects(publishRequest(client, { request }), RequestBookNotClientError);
    await assert.rejects(cancelRequest(client, { request }), RequestBookNotClientError);
    await cancelRequest(market.buyer.client, { request });
    await assert.rejects(cancelRequest(market.buyer.client, { request }), OrderBookUnchangedError);
  });

  it("pay at every second what the contract says", async () => {
    const random = seeded(7);
    const { escrow } = market.reader.contracts;
    for (let round = 0; round < 40; round++) {
      const block = await market.reader.provider.getBlock("latest");
      const nowAt = block?.timestamp ?? 0;
      const start = 1n + random(2 ** 30);
      const request = {
        ...(await draftRequest(market)),
        startRatePerSecond: start,
        maxRatePerSecond: start + random(2 ** 30) * (round % 2 === 0 ? 1n : 2n ** 60n),
        startsAt: nowAt + 50 - Number(random(100)),
        riseSeconds: Number(random(100)),
      };
      // The node may ask for the time of the block or of the next one: the request is for a block that is there.
      const rate = await escrow.rateOf(request, { blockTag: block?.number ?? "latest" });
      assert.equal(rateOfRequest(request, nowAt), rate, JSON.stringify(request, printBigint));
    }
  });

  it("die all at once when the client raises its epoch", async () => {
    const signed = await makeRequest(market);
    assert.equal(await assess(signed), null);
    const { epoch } = await raiseRequestEpoch(market.buyer.client);
    assert.equal(epoch, 1);
    await rejects("epoch", /epoch 0 of its client, which is in 1/, signed);
    assert.equal(await assess(await makeRequest(market)), null);
    await setOperatorBound(market.owner.client, { provider, token: market.token, minRatePerSecond: 0n });
    await rejects("bound", /nothing/, await makeRequest(market));
  });
});

/** Numbers below a bound that are the same in every run. */
function seeded(seed: number): (bound: number) => bigint {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return BigInt(Math.floor((state / 2 ** 32) * bound));
  };
}

const printBigint = (_: string, value: unknown): unknown =>
  typeof value === "bigint" ? value.toString() : value;
