import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { WattleError } from "../../src/index.ts";
import {
  CallBudgetExceededError,
  createPayer,
  type CreatePayerParameters,
  createSessionCaller,
  type CreateSessionCallerParameters,
  fetchSessionPrices,
  SessionBadRequestError,
  SessionBusyError,
  SessionCallerStoppedError,
  SessionCallFailedError,
  SessionDepositExceededError,
  SessionInputTooLargeError,
  SessionMarketMismatchError,
  SessionOverError,
  SessionPaymentRequiredError,
  SessionProtocolError,
  SessionRefusedError,
  SessionResponseLostError,
  SessionResponseRejectedError,
  SessionServiceUnknownError,
  SessionSignatureRefusedError,
  SessionUnknownError,
  SessionUnreachableError,
} from "../../src/sessions/index.ts";
import { type CallServer, startCallServer } from "./support/callServer.ts";
import { makeReceipt, MARKET, OTHER_KEY, PAYER_KEY, SESSION_ID } from "./support/sampleSession.ts";

const INPUT = Uint8Array.of(1, 2, 3);
const OUTPUT = Uint8Array.of(2, 3, 4);

describe("a session's caller", () => {
  let server: CallServer;

  beforeEach(async () => {
    server = await startCallServer();
  });

  afterEach(() => server.close());

  const payerOf = (changes: Partial<CreatePayerParameters> = {}) =>
    createPayer({
      ...MARKET,
      sessionId: SESSION_ID,
      deposited: 1_000n,
      signer: PAYER_KEY,
      maxPerCall: 15n,
      ...changes,
    });

  const callerOf = (payer = payerOf(), changes: Partial<Omit<CreateSessionCallerParameters, "payer">> = {}) =>
    createSessionCaller({
      baseUrl: server.baseUrl,
      serviceId: "add/one",
      payer,
      retries: 2,
      retryPauseMs: 5,
      ...changes,
    });

  it("pays for each call when it makes it, and checks each answer before it pays again", async () => {
    const payer = payerOf();
    const caller = callerOf(payer);
    const seen: bigint[] = [];
    const check = async (output: Uint8Array, input: Uint8Array): Promise<boolean> => {
      await sleep(5);
      seen.push(payer.signed);
      return output.every((byte, index) => byte === (input[index] ?? 0) + 1);
    };
    const outputs = await Promise.all([1, 2, 3].map(() => caller.call(INPUT, { check })));
    assert.deepEqual(outputs, [OUTPUT, OUTPUT, OUTPUT]);
    assert.deepEqual(server.amounts, [10n, 20n, 30n]);
    assert.deepEqual(seen, [10n, 20n, 30n]);
    assert.equal(caller.spent, 30n);
    assert.equal(server.payee.unredeemed, 30n);
  });

  it("stops for good when an answer does not pass its check", async () => {
    for (const check of [() => false, () => Promise.resolve(false), () => assert.fail("wrong")]) {
      const payer = payerOf({ signedSoFar: server.payee.consumed });
      const caller = callerOf(payer);
      const [first, second] = [caller.call(INPUT, { check }), caller.call(INPUT)];
      await assert.rejects(first, (error: SessionResponseRejectedError) => {
        assert.ok(error instanceof SessionResponseRejectedError);
        assert.deepEqual([error.output, error.retryable], [OUTPUT, false]);
        return true;
      });
      await assert.rejects(second, SessionCallerStoppedError);
      assert.equal(payer.signed, server.payee.consumed, "nothing was signed after it");
    }
    assert.equal(server.served, 3);
  });

  for (const fault of ["drop-request", "busy"] as const) {
    it(`sends the same receipt again after ${fault}`, async () => {
      server.faults.push(fault, fault);
      const caller = callerOf();
      assert.deepEqual(await caller.call(INPUT), OUTPUT);
      assert.deepEqual(server.amounts, [10n, 10n, 10n]);
      assert.equal(server.served, 1);
      assert.deepEqual(await caller.call(INPUT), OUTPUT);
      assert.equal(caller.spent, 20n);
    });
  }

  for (const fault of ["drop-response", "cut-response", "gateway"] as const) {
    it(`never pays twice for one call after ${fault}`, async () => {
      server.faults.push(fault);
      const payer = payerOf();
      const caller = callerOf(payer);
      await assert.rejects(caller.call(INPUT), (error: SessionResponseLostError) => {
        assert.ok(error instanceof SessionResponseLostError);
        assert.deepEqual([error.amount, error.retryable], [10n, false]);
        return true;
      });
      assert.deepEqual(server.amounts, [10n, 10n], "the same receipt");
      assert.equal(payer.signed, 10n);
      assert.deepEqual(await caller.call(INPUT), OUTPUT);
      assert.deepEqual([server.served, payer.signed, caller.spent], [2, 20n, 20n]);
    });
  }

  it("error: SessionUnreachableError, and the next call sends the same receipt first", async () => {
    server.faults.push(
      "drop-request",
      "drop-request",
      "drop-request",
      null,
      "drop-response",
      "drop-request",
      "drop-request",
    );
    const payer = payerOf();
    const caller = callerOf(payer);
    await assert.rejects(caller.call(INPUT), (error: SessionUnreachableError) => {
      assert.ok(error instanceof SessionUnreachableError);
      assert.match(error.message, /No answer to the call in 3 attempts/);
      assert.equal(error.retryable, true);
      return true;
    });
    assert.deepEqual(await caller.call(INPUT), OUTPUT);
    assert.deepEqual(
      [payer.signed, server.payee.consumed],
      [10n, 10n],
      "it was not charged, so it paid this one",
    );
    await assert.rejects(caller.call(INPUT), SessionUnreachableError);
    assert.deepEqual([payer.signed, server.payee.consumed], [20n, 20n], "it was charged, which nobody knows");
    server.amounts.length = 0;
    assert.deepEqual(await caller.call(INPUT), OUTPUT);
    assert.deepEqual(server.amounts, [20n, 30n]);
    assert.equal(server.payee.consumed, 30n);
  });

  it("goes on where another left off, whether its last call was served or not", async () => {
    const before = callerOf(payerOf());
    await before.call(INPUT);
    const payer = payerOf({ signedSoFar: 10n });
    assert.deepEqual(await callerOf(payer).call(INPUT), OUTPUT);
    assert.deepEqual(server.amounts, [10n, 10n, 20n]);
    // Signed and never sent.
    const lucky = payerOf({ signedSoFar: 30n });
    assert.deepEqual(await callerOf(lucky).call(INPUT), OUTPUT);
    assert.deepEqual([lucky.signed, server.payee.consumed], [30n, 30n]);
  });

  it("does not pay again for a call that failed", async () => {
    server.faults.push("fail", null, "fail");
    const payer = payerOf();
    const caller = callerOf(payer);
    await assert.rejects(caller.call(INPUT), (error: SessionCallFailedError) => {
      assert.ok(error instanceof SessionCallFailedError);
      assert.match(error.message, /500 call-failed\): out of memory\./);
      assert.equal(error.retryable, true);
      return true;
    });
    await caller.call(INPUT);
    assert.deepEqual([payer.signed, caller.spent], [10n, 10n]);
    await assert.rejects(caller.call(INPUT), SessionCallFailedError);
    await caller.call(INPUT);
    assert.deepEqual(server.amounts, [10n, 10n, 20n, 20n]);
  });

  it("uses the credit that a provider leaves which became cheaper, and believes no other figure", async () => {
    const payer = payerOf();
    const caller = callerOf(payer);
    await caller.call(INPUT);
    server.price = 4n;
    await caller.call(INPUT);
    assert.deepEqual([payer.signed, server.payee.consumed], [20n, 14n]);
    await caller.call(INPUT);
    assert.deepEqual([payer.signed, server.payee.consumed], [24n, 18n]);
    server.price = 10n;
    server.faults.push("say-nothing");
    await caller.call(INPUT);
    assert.deepEqual([payer.signed, server.payee.consumed], [28n, 28n]);
    await caller.call(INPUT);
    assert.deepEqual(
      server.amounts.slice(-2),
      [28n, 38n],
      "the provider corrects itself, within our own count",
    );
  });

  it("stops when the signal says so, and still pays for no call twice", async () => {
    server.faults.push("hang");
    const caller = callerOf();
    const stop = new AbortController();
    const hanging = caller.call(INPUT, { signal: stop.signal });
    while (server.served === 0) await Promise.race([sleep(5), hanging]);
    stop.abort(new Error("enough"));
    await assert.rejects(hanging, /enough/);
    await assert.rejects(caller.call(INPUT, { signal: stop.signal }), /enough/);
    assert.deepEqual(await caller.call(INPUT), OUTPUT);
    assert.deepEqual(server.amounts, [10n, 10n, 20n]);
    const ended = callerOf(payerOf(), { signal: AbortSignal.abort(new Error("never")) });
    await assert.rejects(ended.call(INPUT), /never/);
  });

  it("waits no longer than it was told to", async () => {
    server.faults.push("hang");
    // The price list and the second attempt have to come within it.
    const caller = callerOf(payerOf(), { requestTimeoutMs: 1_000 });
    await assert.rejects(caller.call(INPUT), SessionResponseLostError);
    server.faults.push("hang");
    const once = callerOf(payerOf({ signedSoFar: 20n }), { requestTimeoutMs: 1_000, retries: 0 });
    await assert.rejects(once.call(INPUT), /No answer to the call in 1 attempt \(it took too long\)/);
  });

  it("error: CallBudgetExceededError, before anything is signed", async () => {
    server.price = 16n;
    const payer = payerOf({ signedSoFar: 100n });
    await assert.rejects(callerOf(payer).call(INPUT), CallBudgetExceededError);
    assert.deepEqual([payer.signed, server.amounts], [100n, []]);
  });

  it("error: SessionDepositExceededError", async () => {
    const payer = payerOf({ deposited: 15n });
    const caller = callerOf(payer);
    await caller.call(INPUT);
    await assert.rejects(caller.call(INPUT), SessionDepositExceededError);
    payer.setDeposited(20n);
    assert.deepEqual(await caller.call(INPUT), OUTPUT);
  });

  it("error: SessionPaymentRequiredError where the price has risen, and the next call asks for it", async () => {
    const payer = payerOf();
    const caller = callerOf(payer);
    await caller.call(INPUT);
    server.price = 12n;
    await assert.rejects(caller.call(INPUT), (error: SessionPaymentRequiredError) => {
      assert.ok(error instanceof SessionPaymentRequiredError);
      assert.deepEqual(
        [error.due, error.signed, error.deposited, error.retryable],
        [22n, 20n, 1_000n, false],
      );
      assert.match(error.action, /20 are signed, the provider wants 22/);
      return true;
    });
    assert.deepEqual(await caller.call(INPUT), OUTPUT);
    assert.deepEqual([payer.signed, server.payee.consumed], [22n, 22n]);
  });

  it("error: SessionPaymentRequiredError where the provider sees a smaller deposit", async () => {
    server.payee.update({ deposited: 5n, redeemed: 0n });
    await assert.rejects(callerOf().call(INPUT), /Raise the deposit of 5 to at least 10 with topUpSession/);
  });

  it("error: SessionPaymentRequiredError for a provider that wants more than it may", async () => {
    const payer = payerOf();
    const caller = callerOf(payer);
    await caller.call(INPUT);
    for (const due of [1n, 20n, 21n, 1_000_000n]) {
      server.refusal = { status: 402, body: { error: "payment-required", due: `${due}`, deposited: "1000" } };
      await assert.rejects(caller.call(INPUT), SessionPaymentRequiredError);
      assert.equal(payer.signed, 20n, "one call's price is all that it gets");
    }
  });

  it("error: the class of each refusal, with whether a retry can help", async () => {
    const refusals = [
      [400, "bad-request", SessionBadRequestError, false],
      [401, "bad-signature", SessionSignatureRefusedError, false],
      [404, "unknown-session", SessionUnknownError, true],
      [404, "unknown-service", SessionServiceUnknownError, false],
      [410, "session-over", SessionOverError, false],
      [413, "input-too-large", SessionInputTooLargeError, false],
      [429, "busy", SessionBusyError, true],
      [500, "call-failed", SessionCallFailedError, true],
      [418, "teapot", SessionRefusedError, false],
      [500, "toString", SessionRefusedError, true],
    ] as const;
    const payer = payerOf();
    const caller = callerOf(payer);
    for (const [status, error, Class, retryable] of refusals) {
      server.refusal = { status, body: { error, message: "because\u001b[31m\nof this" } };
      await assert.rejects(caller.call(INPUT), (thrown: SessionRefusedError) => {
        assert.equal(thrown.constructor, Class);
        assert.equal(thrown.name, Class.name);
        assert.ok(thrown instanceof WattleError);
        assert.deepEqual(thrown.refusal, { status, code: error, message: "because [31m of this." });
        assert.equal(thrown.retryable, retryable);
        return true;
      });
    }
    for (const body of [
      "<html>",
      "",
      "[]",
      { error: 5 },
      { error: "payment-required" },
      { error: "payment-required", due: "-5", deposited: "1" },
    ]) {
      server.refusal = { status: 500, body };
      await assert.rejects(
        caller.call(INPUT),
        (thrown: SessionRefusedError) => thrown.constructor === SessionRefusedError,
      );
    }
    assert.equal(payer.signed, 10n, "none of them cost anything");
    assert.equal(caller.spent, 0n);
  });

  it("error: SessionSignatureRefusedError for another key", async () => {
    await assert.rejects(callerOf(payerOf({ signer: OTHER_KEY })).call(INPUT), SessionSignatureRefusedError);
  });

  it("error: SessionInputTooLargeError, before anything is signed", async () => {
    const payer = payerOf();
    await assert.rejects(callerOf(payer).call(new Uint8Array(101)), SessionInputTooLargeError);
    assert.deepEqual([payer.signed, server.amounts], [0n, []]);
  });

  it("error: SessionProtocolError for an answer without an end", async () => {
    server.faults.push("endless");
    const caller = callerOf(payerOf(), { maxOutputBytes: 1_000_000 });
    await assert.rejects(caller.call(INPUT), SessionProtocolError);
    assert.equal(caller.spent, 10n);
  });

  it("error: SessionMarketMismatchError for a provider of another market", async () => {
    server.list = { chainId: 1 };
    await assert.rejects(callerOf().call(INPUT), /on chain 1, the payer's on 31337/);
    server.list = { sessionEscrow: OTHER_KEY.address };
    await assert.rejects(callerOf().call(INPUT), SessionMarketMismatchError);
    server.list = { services: [] };
    await assert.rejects(callerOf().call(INPUT), SessionServiceUnknownError);
    assert.deepEqual(server.amounts, []);
  });

  describe("the price list", () => {
    it("comes with amounts as bigints", async () => {
      const prices = await fetchSessionPrices(server.baseUrl);
      assert.equal(prices.chainId, MARKET.chainId);
      assert.equal(prices.services[0]?.id, "add/one");
      assert.equal(prices.services[0]?.pricePerCall, 10n);
    });

    it("error: SessionProtocolError that names what is wrong", async () => {
      for (const [list, message] of [
        [{ chainId: "1" }, /chainId: /],
        [{ sessionEscrow: "0x12" }, /sessionEscrow: must be an address/],
        [{ services: [{ id: "x", pricePerCall: "1.5" }] }, /services\.0\./],
        [{ services: 5 }, /services: /],
      ] as const) {
        server.list = list;
        await assert.rejects(fetchSessionPrices(server.baseUrl), message);
      }
    });

    it("error: SessionUnreachableError", async () => {
      await assert.rejects(fetchSessionPrices("http://127.0.0.1:1"), SessionUnreachableError);
      await assert.rejects(
        fetchSessionPrices(server.baseUrl, { signal: AbortSignal.abort(new Error("no")) }),
        /no/,
      );
      await assert.rejects(fetchSessionPrices(`${server.baseUrl}x`), SessionRefusedError);
    });
  });

  it("sends receipts that the payee takes", async () => {
    await callerOf().call(INPUT);
    assert.deepEqual(server.payee.received, await makeReceipt(10n));
  });
});
