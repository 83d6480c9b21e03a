import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { id } from "ethers";
import {
  approveMarket,
  checkInLease,
  checkInLeases,
  closeLease,
  createRpcProvider,
  createWattleClient,
  decodeLeaseEvent,
  encodeCheckInLease,
  encodeCheckInLeases,
  encodeCloseLease,
  encodeOpenLease,
  encodeTopUpLease,
  encodeWithdrawLease,
  getClaim,
  getLease,
  getLeaseAccrual,
  getLeaseEvents,
  getLeaseSlot,
  getOrderState,
  InsufficientClaimError,
  leaseAccrualAt,
  LeaseEscrowExhaustedError,
  LeaseEscrowFundedSecondsOutOfBoundsError,
  LeaseEscrowLeaseSecondsOutOfBoundsError,
  LeaseEscrowNotClientError,
  LeaseEscrowNothingToWithdrawError,
  LeaseEscrowNotOperatorError,
  LeaseEscrowNotOverError,
  LeaseEscrowTooLateError,
  LeaseEscrowUnexpectedStateError,
  type LeaseEvent,
  leaseIdOf,
  LeaseNotFoundError,
  type LeaseTerms,
  LeaseTermsUnavailableError,
  machineIdOf,
  MarketNotApprovedError,
  openLease,
  publishLeaseOffer,
  topUpLease,
  UNLIMITED_ALLOWANCE,
  watchLease,
  watchLeaseEvents,
  withdrawLease,
} from "../../src/index.ts";
import { sendCall } from "../../src/chain/sendCall.ts";
import { answerJsonRpc, startEndpoint } from "../rpc/server.ts";
import { type Market, openMarket, tokens } from "../support/market.ts";
import {
  allowLeases,
  BUDGET,
  CLAIM,
  draftLeaseOffer,
  makeLeaseOffer,
  MIN_RATE,
  setUpBuyer,
  setUpProvider,
} from "../support/provider.ts";

const GRACE_SECONDS = 100;

describe("leases", () => {
  let market: Market;

  before(async () => {
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
    await allowLeases(market);
  });

  after(() => market.close());

  const open = async (
    { leaseSeconds = 10_000, fundedSeconds = 1_000 } = {},
    changes: Parameters<typeof makeLeaseOffer>[1] = {},
  ): Promise<LeaseTerms> => {
    const signed = await makeLeaseOffer(market, changes);
    return (await openLease(market.buyer.client, { ...signed, leaseSeconds, fundedSeconds })).terms;
  };
  /** One whose clock runs. */
  const running = async (...parameters: Parameters<typeof open>): Promise<LeaseTerms> => {
    const terms = await open(...parameters);
    await checkInLease(market.operator.client, { terms });
    return terms;
  };
  const read = (terms: LeaseTerms) => getLease(market.reader, { leaseId: leaseIdOf(terms) });
  const claimOf = (account: string): Promise<bigint> =>
    getClaim(market.reader, { token: market.token, account });
  const timeOf = async (blockNumber: number): Promise<number> =>
    Number((await market.reader.provider.getBlock(blockNumber))?.timestamp);
  /** Lets time pass up to a second of the chain, or a moment later. */
  const travelTo = async (at: number): Promise<void> => {
    const block = await market.reader.provider.getBlock("latest");
    await market.travel(Math.max(1, at - Number(block?.timestamp)));
  };

  it("are paid by the second, from the first check-in to the end", async () => {
    const { buyer, operator, owner, payout, stranger, reader, token } = market;
    const leaseEscrow = reader.deployment.contracts.leaseEscrow;
    const [atFirst, earnedAtFirst] = [await claimOf(buyer.address), await claimOf(payout.address)];
    const signed = await makeLeaseOffer(market);
    const opening = { ...signed, leaseSeconds: 10_000, fundedSeconds: 500 };
    const { leaseId, terms, machineId, deposit, hash, blockNumber } = await openLease(buyer.client, opening);
    assert.equal(leaseId, leaseIdOf(terms));
    assert.equal(await reader.contracts.leases.leaseIdOf(terms), leaseId);
    assert.equal(machineId, machineIdOf(owner.address, CLAIM));
    assert.deepEqual([deposit, await claimOf(buyer.address)], [500n * MIN_RATE, atFirst - 500n * MIN_RATE]);
    const { orderHash } = signed;
    assert.deepEqual(terms, {
      ...{
        orderHash,
        fill: 1,
        client: buyer.address,
        provider: owner.address,
        payout: payout.address,
        token,
      },
      ...{ ratePerSecond: MIN_RATE, openedAt: await timeOf(blockNumber), leaseSeconds: 10_000 },
      graceSeconds: GRACE_SECONDS,
    });

    const opened = await read(terms);
    const { openedAt } = terms;
    assert.deepEqual(opened, {
      ...{ leaseId, terms, machineId, state: "open", openedBlock: blockNumber, seenAt: openedAt },
      ...{ fundedSeconds: 500, servedSeconds: 0, paidSeconds: 0, endsAt: openedAt + 10_000, dryAt: null },
      ...{ presentUntil: openedAt + GRACE_SECONDS, topUpUntil: openedAt + 10_000 },
      closableFrom: openedAt + GRACE_SECONDS + 1,
    });
    await market.travel(30);
    assert.deepEqual(await getLeaseAccrual(reader, { terms }), { servedSeconds: 0, earnedAmount: 0n });

    const first = await checkInLease(operator.client, { terms });
    assert.equal(first.servedSeconds, 0, "nothing is earned before the first check-in");
    const startedAt = await timeOf(first.blockNumber);
    const started = await read(terms);
    assert.deepEqual([started.state, started.seenAt], ["running", startedAt]);
    assert.equal(started.dryAt, startedAt + 500);
    assert.equal(started.topUpUntil, startedAt + 500 + GRACE_SECONDS);

    await market.travel(50);
    const second = await checkInLease(owner.client, { terms });
    assert.equal(second.servedSeconds, (await timeOf(second.blockNumber)) - startedAt);

    const withdrawn = await withdrawLease(stranger.client, { terms });
    const paidSeconds = (await timeOf(withdrawn.blockNumber)) - startedAt;
    assert.deepEqual(
      [withdrawn.paidSeconds, withdrawn.amount],
      [paidSeconds, BigInt(paidSeconds) * MIN_RATE],
    );
    assert.equal(await claimOf(payout.address), earnedAtFirst + withdrawn.amount);

    const topped = await topUpLease(buyer.client, { terms, extraSeconds: 200 });
    assert.deepEqual([topped.fundedSeconds, topped.amount], [700, 200n * MIN_RATE]);
    assert.equal((await read(terms)).dryAt, startedAt + 700);

    await market.travel(400);
    const { servedSeconds, earnedAmount } = await getLeaseAccrual(reader, { terms });
    assert.equal(
      servedSeconds,
      second.servedSeconds + GRACE_SECONDS,
      "absence beyond the grace is not served",
    );
    assert.equal(earnedAmount, BigInt(servedSeconds - paidSeconds) * MIN_RATE);
    const gone = await read(terms);
    const accrual = leaseAccrualAt(gone, Number(gone.closableFrom));
    assert.deepEqual(accrual, {
      ...{ servedSeconds, earnedAmount, isSpent: false, isClosableByAnyone: true },
      restAmount: BigInt(700 - servedSeconds) * MIN_RATE,
    });
    assert.equal(leaseAccrualAt(gone, Number(gone.closableFrom) - 1).isClosableByAnyone, false);

    const closed = await closeLease(stranger.client, { terms });
    assert.deepEqual(
      [closed.servedSeconds, closed.amount, closed.rest],
      [servedSeconds, earnedAmount, accrual.restAmount],
    );
    assert.equal(await claimOf(buyer.address), atFirst - BigInt(servedSeconds) * MIN_RATE);
    assert.equal(await claimOf(payout.address), earnedAtFirst + BigInt(servedSeconds) * MIN_RATE);
    const ended = await read(terms);
    assert.deepEqual(
      [ended.state, ended.servedSeconds, ended.paidSeconds],
      ["closed", servedSeconds, servedSeconds],
    );
    assert.deepEqual(
      [ended.dryAt, ended.presentUntil, ended.topUpUntil, ended.closableFrom],
      [null, null, null, null],
    );
    assert.equal((await getOrderState(reader, { orderHash, market: leaseEscrow })).active, 0);

    const events = await getLeaseEvents(reader, { leaseId });
    assert.deepEqual(
      events.map(({ type }) => type),
      [
        ...["lease-opened", "lease-checked-in", "lease-checked-in", "lease-withdrawn", "lease-topped-up"],
        "lease-closed",
      ],
    );
    assert.deepEqual([events[0]?.transactionHash, events.at(-1)?.transactionHash], [hash, closed.hash]);
    const last = events.at(-1);
    assert.ok(last?.type === "lease-closed");
    assert.deepEqual([last.caller, last.amount, last.rest], [stranger.address, closed.amount, closed.rest]);
  });

  it("leave out a signature that the market remembers", async () => {
    const signed = await makeLeaseOffer(market);
    const opening = { ...signed, leaseSeconds: 20, fundedSeconds: 10 };
    const leases = [
      await openLease(market.buyer.client, opening),
      await openLease(market.buyer.client, opening),
    ];
    const calldata = await Promise.all(
      leases.map(async ({ hash }) => (await market.reader.provider.getTransaction(hash))?.data ?? ""),
    );
    const words = signed.signature.slice(2, 130);
    assert.deepEqual(
      calldata.map((data) => data.includes(words)),
      [true, false],
    );
    for (const { terms } of leases) await closeLease(market.buyer.client, { terms });
  });

  it("are checked in on together; those that are over stay as they are", async () => {
    const { operator, buyer } = market;
    const leases = [await open(), await open(), await open({ leaseSeconds: 10, fundedSeconds: 10 })];
    const [one, , short] = leases as [LeaseTerms, LeaseTerms, LeaseTerms];
    await closeLease(buyer.client, { terms: one });
    await travelTo(short.openedAt + 11);
    assert.equal((await checkInLeases(operator.client, { leases })).checkedIn, 1);
    assert.equal((await checkInLeases(operator.client, { leases: [] })).checkedIn, 0);
    const states = await Promise.all(leases.map(async (terms) => (await read(terms)).state));
    assert.deepEqual(states, ["closed", "running", "open"]);
    const byNobody = checkInLeases(market.stranger.client, { leases });
    await assert.rejects(byNobody, LeaseEscrowNotOperatorError);
    for (const terms of leases.slice(1)) await closeLease(operator.client, { terms });
  });

  it("go on after a top-up that pays for the gap, and not after the grace", async () => {
    const { operator, buyer, stranger } = market;
    const terms = await running({ fundedSeconds: 60 });
    await market.travel(80);
    const dry = await read(terms);
    const { servedSeconds } = await checkInLease(operator.client, { terms });
    assert.ok(Number(dry.dryAt) < Math.floor(dry.seenAt + servedSeconds));
    await assert.rejects(topUpLease(buyer.client, { terms, extraSeconds: 1 }), (error) => {
      assert.ok(error instanceof LeaseEscrowFundedSecondsOutOfBoundsError);
      assert.deepEqual([error.args.fundedSeconds, error.args.maximum], [61n, 10_000]);
      assert.ok(error.args.minimum >= servedSeconds);
      return true;
    });
    const { fundedSeconds } = await topUpLease(buyer.client, { terms, extraSeconds: servedSeconds });
    assert.equal(fundedSeconds, 60 + servedSeconds);
    const { amount } = await withdrawLease(stranger.client, { terms });
    assert.ok(amount >= BigInt(servedSeconds) * MIN_RATE, "the gap is paid");

    for (let look = 0; look < 6; look++) {
      await market.travel(50);
      await checkInLease(operator.client, { terms }).catch(() => null);
    }
    const spent = { terms, extraSeconds: 1_000 };
    await assert.rejects(topUpLease(buyer.client, spent), LeaseEscrowExhaustedError);
    await assert.rejects(checkInLease(operator.client, { terms }), (error) => {
      assert.ok(error instanceof LeaseEscrowExhaustedError);
      assert.deepEqual(
        [error.args.fundedSeconds, error.args.graceSeconds, error.retryable, error.contract],
        [fundedSeconds, GRACE_SECONDS, false, "LeaseEscrow"],
      );
      return true;
    });
    const lease = await read(terms);
    const block = await market.reader.provider.getBlock("latest");
    assert.equal(leaseAccrualAt(lease, Number(block?.timestamp)).isSpent, true);
    const { rest } = await closeLease(stranger.client, { terms });
    assert.equal(rest, 0n);
  });

  it("error: each refusal of the contract has its class and values", async () => {
    const { operator, buyer, stranger } = market;
    const refuses = async (
      call: Promise<unknown>,
      Class: abstract new (...values: never[]) => Error & { readonly args: object },
      values: Readonly<Record<string, unknown>>,
    ): Promise<void> => {
      await assert.rejects(call, (error) => {
        assert.ok(error instanceof Class, String(error));
        for (const [name, value] of Object.entries(values)) {
          assert.deepEqual(({ ...error.args } as Record<string, unknown>)[name], value, name);
        }
        return true;
      });
    };
    const terms = await open({ leaseSeconds: 50, fundedSeconds: 10 });
    const leaseId = leaseIdOf(terms);
    const caller = stranger.address;
    await refuses(checkInLease(stranger.client, { terms }), LeaseEscrowNotOperatorError, { leaseId, caller });
    await refuses(topUpLease(stranger.client, { terms, extraSeconds: 1 }), LeaseEscrowNotClientError, {
      caller,
    });
    await refuses(closeLease(stranger.client, { terms }), LeaseEscrowNotOverError, { leaseId, caller });
    await refuses(withdrawLease(stranger.client, { terms }), LeaseEscrowUnexpectedStateError, { current: 1 });
    await checkInLease(operator.client, { terms });
    await market.travel(15);
    await withdrawLease(operator.client, { terms });
    await refuses(withdrawLease(operator.client, { terms }), LeaseEscrowNothingToWithdrawError, {
      paidSeconds: 10,
    });
    await travelTo(terms.openedAt + 51);
    const endsAt = terms.openedAt + 50;
    await refuses(checkInLease(operator.client, { terms }), LeaseEscrowTooLateError, { endsAt });
    await refuses(topUpLease(buyer.client, { terms, extraSeconds: 40 }), LeaseEscrowTooLateError, { endsAt });
    await closeLease(stranger.client, { terms });
    await refuses(closeLease(buyer.client, { terms }), LeaseEscrowUnexpectedStateError, { current: 3 });
    const unknown = { ...terms, fill: 99 };
    await refuses(checkInLease(operator.client, { terms: unknown }), LeaseEscrowUnexpectedStateError, {
      current: 0,
    });
    // Without the pre-flight, so that the contract itself refuses.
    const signed = await makeLeaseOffer(market);
    const send = (leaseSeconds: number, fundedSeconds: number) =>
      sendCall(buyer.client, encodeOpenLease(buyer.client, { ...signed, leaseSeconds, fundedSeconds }), {});
    await refuses(send(9, 9), LeaseEscrowLeaseSecondsOutOfBoundsError, {
      ...{ leaseSeconds: 9, minFundedSeconds: 10, maxLeaseSeconds: 10_000 },
    });
    await refuses(send(20, 21), LeaseEscrowFundedSecondsOutOfBoundsError, {
      ...{ fundedSeconds: 21n, minimum: 10, maximum: 20 },
    });
  });

  it("error: InsufficientClaimError, MarketNotApprovedError, for a top-up", async () => {
    const { buyer, token, reader } = market;
    const dear = await open({ fundedSeconds: 10 }, { ratePerSecond: tokens(10) });
    await assert.rejects(topUpLease(buyer.client, { terms: dear, extraSeconds: 500 }), (error) => {
      assert.ok(error instanceof InsufficientClaimError);
      assert.deepEqual([error.needed, error.claim < BUDGET], [tokens(5_000), true]);
      return true;
    });
    await closeLease(buyer.client, { terms: dear });
    const terms = await open();
    const leaseEscrow = reader.deployment.contracts.leaseEscrow;
    await approveMarket(buyer.client, { token, market: leaseEscrow, amount: MIN_RATE });
    await assert.rejects(topUpLease(buyer.client, { terms, extraSeconds: 2 }), (error) => {
      assert.ok(error instanceof MarketNotApprovedError);
      assert.deepEqual([error.market, error.allowance, error.needed], [leaseEscrow, MIN_RATE, 2n * MIN_RATE]);
      return true;
    });
    await approveMarket(buyer.client, { token, market: leaseEscrow, amount: UNLIMITED_ALLOWANCE });
    await closeLease(buyer.client, { terms });
  });

  it("error: LeaseNotFoundError, LeaseTermsUnavailableError", async (t) => {
    await assert.rejects(getLease(market.reader, { leaseId: id("none") }), LeaseNotFoundError);
    assert.equal((await getLeaseSlot(market.reader, { leaseId: id("none") })).state, "none");
    const terms = await open();
    const forgetful = await startEndpoint(async (body, response) => {
      const answers = new Map<string, unknown>();
      for (const { method, params } of [JSON.parse(body)].flat() as { method: string; params: unknown[] }[]) {
        const answer = method === "eth_getLogs" ? [] : await market.rpc(method, params);
        answers.set(JSON.stringify([method, params]), answer);
      }
      answerJsonRpc((method, params) => answers.get(JSON.stringify([method, params])))(body, response);
    });
    const { chainId, deployment } = market.reader;
    const provider = createRpcProvider(forgetful.url, { chainId });
    t.after(async () => {
      provider.destroy();
      await forgetful.close();
    });
    const client = createWattleClient({ provider, deployment });
    await assert.rejects(getLease(client, { leaseId: leaseIdOf(terms) }), (error) => {
      assert.ok(error instanceof LeaseTermsUnavailableError);
      assert.deepEqual([error.leaseId, error.retryable], [leaseIdOf(terms), true]);
      return true;
    });
    await closeLease(market.buyer.client, { terms });
  });

  it("are told by events, of a kind, of a provider, of a lease", async () => {
    const { reader, operator, buyer, owner } = market;
    const fromBlock = (await reader.provider.getBlockNumber()) + 1;
    await publishLeaseOffer(operator.client, { offer: await draftLeaseOffer(market) });
    const terms = await running();
    const { hash } = await topUpLease(buyer.client, { terms, extraSeconds: 5 });
    const all = await getLeaseEvents(reader, { fromBlock });
    assert.deepEqual(
      all.map(({ type }) => type),
      ["lease-offer-published", "lease-opened", "lease-checked-in", "lease-topped-up"],
    );
    const ofProvider = await getLeaseEvents(reader, { fromBlock, provider: owner.address });
    assert.deepEqual(ofProvider, all);
    assert.deepEqual(await getLeaseEvents(reader, { fromBlock, provider: buyer.address }), []);
    assert.deepEqual(await getLeaseEvents(reader, { leaseId: leaseIdOf(terms) }), all.slice(1));
    const [opened] = await getLeaseEvents(reader, { types: ["lease-opened"], fromBlock });
    assert.deepEqual(opened?.terms, terms);
    const receipt = await reader.provider.getTransactionReceipt(hash);
    const decoded = receipt?.logs.map((log) => decodeLeaseEvent(reader, log)) ?? [];
    assert.deepEqual(
      decoded.filter((event) => event !== null),
      all.slice(3),
    );
    assert.ok(decoded.includes(null), "what the vault tells is none of the market's events");
    await closeLease(buyer.client, { terms });
  });

  it("are watched from a checkpoint without a gap", async (t) => {
    const { reader, buyer } = market;
    const fromBlock = (await reader.provider.getBlockNumber()) + 1;
    const controller = new AbortController();
    t.after(() => controller.abort());
    const seen: LeaseEvent[] = [];
    const watching = (async () => {
      const query = { fromBlock, pollingIntervalMs: 20, signal: controller.signal };
      for await (const batch of watchLeaseEvents(reader, query)) {
        seen.push(...batch.events);
        if (seen.length === 3) controller.abort(new Error("seen enough"));
      }
    })();
    // Waited for from now on: it may end before the transactions below have told us their receipts.
    const watched = assert.rejects(watching, /seen enough/);
    const terms = await running();
    await closeLease(buyer.client, { terms });
    await watched;
    assert.deepEqual(
      seen.map(({ type }) => type),
      ["lease-opened", "lease-checked-in", "lease-closed"],
    );
  });

  it("are watched one by one, up to the end", async () => {
    const { operator, buyer, reader } = market;
    const terms = await open({ fundedSeconds: 100 });
    const seen: (readonly [string, number])[] = [];
    for await (const lease of watchLease(reader, { leaseId: leaseIdOf(terms), pollingIntervalMs: 20 })) {
      seen.push([lease.state, lease.fundedSeconds]);
      assert.deepEqual(lease, await read(terms));
      if (lease.state === "open") await checkInLease(operator.client, { terms });
      else if (lease.fundedSeconds === 100) await topUpLease(buyer.client, { terms, extraSeconds: 50 });
      else if (lease.state === "running") await closeLease(buyer.client, { terms });
    }
    assert.deepEqual(seen, [
      ["open", 100],
      ["running", 100],
      ["running", 150],
      ["closed", 150],
    ]);
    const other = await open();
    const controller = new AbortController();
    const watch = watchLease(reader, { leaseId: leaseIdOf(other), signal: controller.signal });
    assert.equal((await watch.next()).value?.state, "open");
    const waiting = watch.next();
    controller.abort(new Error("the user left"));
    await assert.rejects(waiting, /the user left/);
    await closeLease(buyer.client, { terms: other });
  });

  it("have encoders for wallets that batch", async () => {
    const { buyer, reader } = market;
    const { interface: abi, target } = reader.contracts.leases;
    const terms = await open();
    const signed = await makeLeaseOffer(market);
    const periods = { leaseSeconds: 20, fundedSeconds: 10 };
    for (const [call, name, values] of [
      [encodeOpenLease(reader, { ...signed, ...periods }), "open", [signed.offer, signed.signature, 20, 10]],
      [encodeCheckInLease(reader, { terms }), "checkIn", [terms]],
      [encodeCheckInLeases(reader, { leases: [terms, terms] }), "checkInMany", [[terms, terms]]],
      [encodeTopUpLease(reader, { terms, extraSeconds: 7 }), "topUp", [terms, 7]],
      [encodeWithdrawLease(reader, { terms }), "withdraw", [terms]],
      [encodeCloseLease(reader, { terms }), "close", [terms]],
    ] as const) {
      const data = abi.encodeFunctionData(name as "close", values as unknown as [LeaseTerms]);
      assert.deepEqual(call, { to: target, data });
    }
    await closeLease(buyer.client, { terms });
  });
});
