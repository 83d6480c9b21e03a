import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { encodeBytes32String, id, Wallet, ZeroAddress } from "ethers";
import * as sdk from "../../src/index.ts";
import {
  approveMarket,
  closeSession,
  depositPayment,
  encodeSessionTerms,
  getClaim,
  getSession,
  getSessionEvents,
  getSessionSlot,
  hashReceipt,
  openSession,
  type OpenSessionParameters,
  redeemReceipt,
  redeemReceipts,
  registerProvider,
  type SessionTerms,
  sessionIdOf,
  signReceipt,
  startCloseSession,
  topUpSession,
  updateProfile,
  watchSessionEvents,
} from "../../src/index.ts";
import { encodeOpenSession } from "../../src/actions/sessions/openSession.ts";
import { sendCall } from "../../src/chain/sendCall.ts";
import { createPayee, createPayer } from "../../src/sessions/index.ts";
import { type Actor, type Market, openMarket, tokens } from "../support/market.ts";
import { CLAIM, ENCRYPTION_KEY, setUpProvider } from "../support/provider.ts";
import { refuses } from "../support/refuses.ts";

const HOUR = 3_600;

describe("a session", () => {
  let market: Market;
  let place: { chainId: number; sessionEscrow: string };
  const payerKey = new Wallet(id("payer key"));

  before(async () => {
    market = await openMarket();
    const { deployment } = market.chain;
    place = { chainId: deployment.chainId, sessionEscrow: deployment.contracts.sessionEscrow };
    await setUpProvider(market);
    await fund(market.buyer, tokens(100));
  });

  after(() => market.close());

  /** Gives an account money in the vault, and the market of sessions the right to it. */
  async function fund({ client }: Actor, amount: bigint): Promise<void> {
    const { token } = market;
    await depositPayment(client, { token, amount });
    await approveMarket(client, { token, amount: sdk.UNLIMITED_ALLOWANCE, market: place.sessionEscrow });
  }

  async function nowAt(): Promise<number> {
    return (await market.reader.provider.getBlock("latest"))?.timestamp ?? 0;
  }

  async function open(changes: Partial<OpenSessionParameters> = {}) {
    return openSession(market.buyer.client, {
      provider: market.owner.address,
      token: market.token,
      amount: 1_000n,
      payerKey: payerKey.address,
      expiresAt: (await nowAt()) + 24 * HOUR,
      graceSeconds: HOUR,
      ...changes,
    });
  }

  const signedBy = (signer: Wallet) =>
    sdk.createWattleClient({ provider: market.reader.provider, deployment: market.chain.deployment, signer });

  const claimOf = (account: string): Promise<bigint> =>
    getClaim(market.reader, { token: market.token, account });

  it("pays many calls with one redemption, and the payer gets the rest", async () => {
    const { buyer, owner, payout, stranger, operator, reader } = market;
    const before = { payer: await claimOf(buyer.address), payout: await claimOf(payout.address) };
    const { sessionId, terms } = await open();
    assert.equal(sessionIdOf(terms), sessionId);
    assert.equal(terms.payer, buyer.address);
    assert.equal(terms.payout, payout.address);

    const session = await getSession(reader, { sessionId });
    assert.deepEqual(session, {
      sessionId,
      terms,
      state: "open",
      deposited: 1_000n,
      redeemed: 0n,
      openedBlock: session.openedBlock,
      graceUntil: terms.expiresAt + HOUR,
    });

    const payer = createPayer({ ...place, sessionId, deposited: 1_000n, signer: payerKey, maxPerCall: 5n });
    const payee = createPayee({ ...place, ...session });
    for (let call = 0; call < 50; call++) {
      payee.check(await payer.pay(5n));
      payee.charge(5n);
    }
    const receipt = payee.received;
    assert.ok(receipt);
    const { amount } = await redeemReceipt(stranger.client, { terms, receipt });
    assert.equal(amount, 250n);
    assert.equal(await claimOf(payout.address), before.payout + 250n);
    payee.update(await getSessionSlot(reader, { sessionId }));
    assert.equal(payee.unredeemed, 0n);

    assert.equal((await topUpSession(buyer.client, { terms, amount: 500n })).deposited, 1_500n);
    const { graceUntil } = await startCloseSession(buyer.client, { terms });
    const closing = await getSession(reader, { sessionId });
    assert.deepEqual([closing.state, closing.graceUntil], ["closing", graceUntil]);
    assert.equal(graceUntil, (await nowAt()) + HOUR);

    const last = await payer.pay(5n);
    assert.equal((await redeemReceipt(operator.client, { terms, receipt: last })).amount, 5n);
    assert.equal((await closeSession(owner.client, { terms })).rest, 1_245n);
    assert.equal(await claimOf(buyer.address), before.payer - 255n);
    const { state, redeemed, deposited } = await getSession(reader, { sessionId });
    assert.deepEqual([state, redeemed, deposited], ["closed", 255n, 1_500n]);
  });

  it("pays at most its deposit, and the rest of a receipt after a top-up", async () => {
    const { sessionId, terms } = await open({ amount: 100n });
    const receipt = await signReceipt(signedBy(payerKey), { sessionId, cumulativeAmount: 250n });
    assert.equal((await redeemReceipt(market.stranger.client, { terms, receipt })).amount, 100n);
    await refuses(
      redeemReceipt(market.stranger.client, { terms, receipt }),
      "SessionEscrowReceiptStaleError",
      {
        sessionId,
        cumulativeAmount: 250n,
        redeemed: 100n,
        deposited: 100n,
      },
    );
    await topUpSession(market.buyer.client, { terms, amount: 100n });
    assert.equal((await redeemReceipt(market.stranger.client, { terms, receipt })).amount, 100n);
  });

  it("signs with the payer's own key unless it names another", async () => {
    const { buyer, stranger } = market;
    const { sessionId, terms } = await openSession(buyer.client, {
      provider: market.owner.address,
      token: market.token,
      amount: 10n,
      expiresAt: (await nowAt()) + HOUR,
      graceSeconds: HOUR,
    });
    assert.equal(terms.payerKey, buyer.address);
    const receipt = await signReceipt(buyer.client, { sessionId, cumulativeAmount: 3n });
    assert.equal((await redeemReceipt(stranger.client, { terms, receipt })).amount, 3n);
  });

  it("hashes receipts as the contract does", async () => {
    const { sessions } = market.reader.contracts;
    const sessionId = id("session");
    for (const cumulativeAmount of [0n, 7n, 2n ** 128n - 1n]) {
      const digest = hashReceipt(market.reader, { sessionId, cumulativeAmount });
      assert.equal(digest, await sessions.hashReceipt(sessionId, cumulativeAmount));
    }
    assert.throws(
      () => hashReceipt(market.reader, { sessionId, cumulativeAmount: 1n << 128n }),
      sdk.InvalidArgumentError,
    );
    await assert.rejects(
      signReceipt(market.buyer.client, { sessionId: "0x12", cumulativeAmount: 1n }),
      sdk.InvalidArgumentError,
    );
    await assert.rejects(
      signReceipt(market.reader, { sessionId, cumulativeAmount: 1n }),
      sdk.MissingSignerError,
    );
  });

  it("has its terms' hash as its id", async () => {
    const { terms, sessionId } = await open();
    assert.equal(await market.reader.contracts.sessions.sessionIdOf(terms), sessionId);
    assert.deepEqual(sdk.decodeSessionTerms(encodeSessionTerms(terms)), terms);
  });

  it("redeems many at once, and skips those that pay nothing", async () => {
    const { stranger, payout } = market;
    const opened = [await open(), await open(), await open(), await open()];
    const [fresh, stale, closed, other] = await Promise.all(
      opened.map(async ({ terms, sessionId }, number) => ({
        terms,
        receipt: await signReceipt(signedBy(payerKey), {
          sessionId,
          cumulativeAmount: BigInt(10 * number + 10),
        }),
      })),
    );
    assert.ok(fresh && stale && closed && other);
    await redeemReceipt(stranger.client, stale);
    await closeSession(market.owner.client, { terms: closed.terms });
    const before = await claimOf(payout.address);
    const many = await redeemReceipts(stranger.client, { receipts: [fresh, stale, closed, other] });
    assert.equal(many.redeemed, 2);
    assert.deepEqual(many.paid, [
      { sessionId: sessionIdOf(fresh.terms), amount: 10n, redeemed: 10n },
      { sessionId: sessionIdOf(other.terms), amount: 40n, redeemed: 40n },
    ]);
    assert.equal(await claimOf(payout.address), before + 50n);
    const forged = { terms: fresh.terms, receipt: { ...fresh.receipt, cumulativeAmount: 11n } };
    await refuses(
      redeemReceipts(stranger.client, { receipts: [other, forged] }),
      "SessionEscrowSignatureInvalidError",
      { sessionId: sessionIdOf(fresh.terms), cumulativeAmount: 11n, payerKey: payerKey.address },
    );
  });

  it("tells what happened", async () => {
    const { buyer, stranger, owner, reader } = market;
    const fromBlock = (await reader.provider.getBlockNumber()) + 1;
    const { sessionId, terms } = await open();
    const receipt = await signReceipt(signedBy(payerKey), { sessionId, cumulativeAmount: 2_000n });
    await topUpSession(buyer.client, { terms, amount: 1n });
    await redeemReceipt(stranger.client, { terms, receipt });
    const { graceUntil } = await startCloseSession(buyer.client, { terms });
    await closeSession(owner.client, { terms });
    const events = await getSessionEvents(reader, { sessionId });
    const named = { sessionId, provider: owner.address };
    const expected = [
      { type: "session-opened", ...named, payer: buyer.address, terms, amount: 1_000n },
      {
        type: "session-topped-up",
        sessionId,
        provider: owner.address,
        payer: buyer.address,
        amount: 1n,
        deposited: 1_001n,
      },
      { type: "receipt-redeemed", ...named, amount: 1_001n, cumulativeAmount: 2_000n, redeemed: 1_001n },
      { type: "session-closing", ...named, payer: buyer.address, graceUntil },
      { type: "session-closed", ...named, payer: buyer.address, caller: owner.address, rest: 0n },
    ];
    assert.deepEqual(
      events,
      expected.map((event, index) => {
        const { blockNumber, blockHash, transactionHash, logIndex } = events[index] ?? {};
        return { ...event, blockNumber, blockHash, transactionHash, logIndex };
      }),
    );
    const ofProvider = await getSessionEvents(reader, { provider: owner.address, fromBlock });
    assert.deepEqual(
      ofProvider.map(({ type }) => type),
      ["session-opened", "session-topped-up", "receipt-redeemed", "session-closing", "session-closed"],
    );
    // A payer's id stands where the others have the provider's.
    assert.deepEqual(await getSessionEvents(reader, { provider: buyer.address, fromBlock }), []);
    assert.deepEqual(
      await getSessionEvents(reader, { types: ["session-closed"], provider: owner.address, fromBlock }),
      [events[4]],
    );
    for await (const { events: seen } of watchSessionEvents(reader, {
      types: ["session-closing"],
      fromBlock,
    })) {
      assert.deepEqual(seen, [events[3]]);
      break;
    }
    const log = (await reader.provider.getTransactionReceipt(events[0]?.transactionHash ?? ""))?.logs[0];
    assert.ok(log);
    assert.equal(sdk.decodeSessionEvent(reader, { ...log, address: market.token } as typeof log), null);
  });

  it("ends for anyone once the grace after its expiry is over", async () => {
    const { stranger, buyer } = market;
    const { sessionId, terms } = await open({ expiresAt: (await nowAt()) + 100 });
    await refuses(closeSession(stranger.client, { terms }), "SessionEscrowTooEarlyError", {
      sessionId,
      graceUntil: terms.expiresAt + HOUR,
    });
    await market.travel(101);
    const expired = { sessionId, expiresAt: terms.expiresAt };
    await refuses(topUpSession(buyer.client, { terms, amount: 1n }), "SessionEscrowExpiredError", expired);
    await refuses(startCloseSession(buyer.client, { terms }), "SessionEscrowExpiredError", expired);
    await market.travel(HOUR);
    const receipt = await signReceipt(signedBy(payerKey), { sessionId, cumulativeAmount: 7n });
    assert.equal((await redeemReceipt(stranger.client, { terms, receipt })).amount, 7n, "until it is closed");
    assert.equal((await closeSession(stranger.client, { terms })).rest, 993n);
  });

  it("error: the claim, the allowance or the provider is missing, and nothing is sent", async () => {
    const { buyer, stranger, token, owner } = market;
    const count = (): Promise<number> => market.reader.provider.getTransactionCount(stranger.address);
    const expiresAt = (await nowAt()) + HOUR;
    const wanted = { provider: owner.address, token, amount: 10n, expiresAt, graceSeconds: HOUR };
    const sent = await count();
    await assert.rejects(openSession(stranger.client, wanted), sdk.InsufficientClaimError);
    await depositPayment(stranger.client, { token, amount: 10n });
    await assert.rejects(openSession(stranger.client, wanted), sdk.MarketNotApprovedError);
    assert.ok((await count()) - sent <= 2, "the deposit alone");
    const nobody = market.payout.address;
    await assert.rejects(
      openSession(buyer.client, { ...wanted, provider: nobody }),
      sdk.ProviderNotFoundError,
    );
    const claim = await claimOf(buyer.address);
    await assert.rejects(open({ amount: claim + 1n }), sdk.InsufficientClaimError);
    const { terms } = await open();
    await assert.rejects(topUpSession(buyer.client, { terms, amount: claim }), sdk.InsufficientClaimError);
    await assert.rejects(openSession(market.reader, wanted), sdk.MissingSignerError);
  });

  it("error: SessionNotFoundError", async () => {
    await assert.rejects(getSession(market.reader, { sessionId: id("none") }), sdk.SessionNotFoundError);
    assert.equal((await getSessionSlot(market.reader, { sessionId: id("none") })).state, "none");
  });

  it("error: SessionHistoryUnavailableError for an endpoint without the log", async () => {
    const { sessionId } = await open();
    const { provider } = market.reader;
    const forgetful = new Proxy(provider, {
      get: (target, key) => {
        if (key === "getLogs") return () => Promise.resolve([]);
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      },
    });
    const client = { ...market.reader, provider: forgetful };
    await assert.rejects(getSession(client, { sessionId }), sdk.SessionHistoryUnavailableError);
  });

  it("error: terms that the contract refuses", async () => {
    const { buyer, stranger } = market;
    const { terms } = await open();
    // Without the pre-flight, so that the contract itself refuses.
    const send = async (from: Actor, changes: Partial<SessionTerms>, amount = 10n) =>
      sendCall(
        from.client,
        encodeOpenSession(from.client, { terms: { ...terms, salt: 5n, ...changes }, amount }),
        {},
      );
    const latest = await nowAt();
    await refuses(send(buyer, { salt: terms.salt }), "SessionEscrowUnexpectedStateError", {
      current: 1,
      allowed: 1n,
    });
    await refuses(send(stranger, {}), "SessionEscrowNotPayerError", { caller: stranger.address });
    await refuses(send(buyer, { payerKey: ZeroAddress }), "SessionEscrowPayerKeyZeroError");
    await refuses(send(buyer, { provider: stranger.address }), "SessionEscrowUnknownProviderError", {
      provider: stranger.address,
    });
    await refuses(send(buyer, { payout: stranger.address }), "SessionEscrowPayoutMismatchError", {
      payout: stranger.address,
      currentPayout: market.payout.address,
    });
    await refuses(send(buyer, {}, 0n), "SessionEscrowAmountOutOfBoundsError", {
      amount: 0n,
      maximum: 2n ** 88n - 1n,
    });
    await refuses(send(buyer, {}, 1n << 88n), "SessionEscrowAmountOutOfBoundsError", { amount: 1n << 88n });
    await refuses(send(buyer, { expiresAt: latest - 1 }), "OrderOutOfBoundsError", {
      field: encodeBytes32String("expiresAt"),
    });
    await refuses(open({ graceSeconds: HOUR - 1 }), "OrderOutOfBoundsError", {
      field: encodeBytes32String("graceSeconds"),
      value: BigInt(HOUR - 1),
      minimum: BigInt(HOUR),
    });
    await assert.rejects(send(buyer, { payer: "0x12" }), sdk.InvalidArgumentError);
  });

  it("error: calls that a session's state or caller does not allow", async () => {
    const { buyer, stranger, owner } = market;
    const { sessionId, terms } = await open();
    const receipt = await signReceipt(signedBy(payerKey), { sessionId, cumulativeAmount: 10n });
    await refuses(topUpSession(stranger.client, { terms, amount: 1n }), "SessionEscrowNotPayerError", {
      sessionId,
    });
    await refuses(startCloseSession(stranger.client, { terms }), "SessionEscrowNotPayerError", { sessionId });
    await refuses(topUpSession(buyer.client, { terms, amount: 0n }), "SessionEscrowAmountOutOfBoundsError", {
      maximum: 2n ** 88n - 1n - 1_000n,
    });
    const forged = await signReceipt(stranger.client, { sessionId, cumulativeAmount: 10n });
    await refuses(
      redeemReceipt(stranger.client, { terms, receipt: forged }),
      "SessionEscrowSignatureInvalidError",
      {
        payerKey: payerKey.address,
      },
    );
    await refuses(
      redeemReceipt(stranger.client, { terms, receipt: { ...receipt, signature: "0x" } }),
      "SessionEscrowSignatureInvalidError",
    );
    const zero = await signReceipt(signedBy(payerKey), { sessionId, cumulativeAmount: 0n });
    await refuses(redeemReceipt(stranger.client, { terms, receipt: zero }), "SessionEscrowReceiptStaleError");
    await startCloseSession(buyer.client, { terms });
    await refuses(startCloseSession(buyer.client, { terms }), "SessionEscrowUnexpectedStateError", {
      current: 2,
      allowed: 2n,
    });
    await refuses(topUpSession(buyer.client, { terms, amount: 1n }), "SessionEscrowUnexpectedStateError", {
      current: 2,
    });
    await closeSession(owner.client, { terms });
    await refuses(closeSession(owner.client, { terms }), "SessionEscrowUnexpectedStateError", {
      current: 3,
      allowed: 6n,
    });
    await refuses(redeemReceipt(stranger.client, { terms, receipt }), "SessionEscrowUnexpectedStateError", {
      current: 3,
    });
    await refuses(
      closeSession(owner.client, { terms: { ...terms, salt: 9n } }),
      "SessionEscrowUnexpectedStateError",
      { current: 0 },
    );
  });

  it("pays to the address that the provider had when it was opened", async () => {
    const { token, buyer } = market;
    const seller = await market.actorAt(5);
    const profile = { encryptionKey: ENCRYPTION_KEY, endpoint: "", machines: [{ ...CLAIM, gpuCount: 1 }] };
    await registerProvider(seller.client, { ...profile, payout: seller.address });
    const { sessionId, terms } = await open({ provider: seller.address });
    await updateProfile(seller.client, {
      provider: seller.address,
      payout: market.payout.address,
      encryptionKey: ENCRYPTION_KEY,
      endpoint: "",
    });
    const receipt = await signReceipt(signedBy(payerKey), { sessionId, cumulativeAmount: 10n });
    await redeemReceipt(buyer.client, { terms, receipt });
    assert.equal(await getClaim(market.reader, { token, account: seller.address }), 10n);
  });
});
