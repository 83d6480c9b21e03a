import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { getSession, signReceipt, startCloseSession } from "@wattle/sdk";
import { Signature, Wallet } from "ethers";
import { HOLD, SUM_WORDS, sumOf, wordsOf } from "../runtime/support/servedPrograms.ts";
import { bytes32 } from "../support/jobs.ts";
import {
  addSeller,
  type Answer,
  CALL_PRICE,
  type PaidSession,
  postCall,
  sessionOf,
  startSession,
} from "../support/calls.ts";
import { type Market, openMarket, type TestProvider } from "../support/market.ts";
import { startTestWorker, stopTestWorkers, type TestWorker } from "../support/testWorker.ts";
import { until } from "../support/until.ts";

describe("a worker refuses a call", { concurrency: false }, () => {
  let market: Market;
  let provider: TestProvider;
  let url: string;
  let worker: TestWorker;
  let session: PaidSession;
  before(async () => {
    market = await openMarket();
    const service = { callLimitMs: 4000 };
    ({ provider, url } = await addSeller(market, { sum: SUM_WORDS, hold: HOLD }, service, {
      maxSessions: 1,
    }));
    worker = await startTestWorker(provider);
    session = await startSession(market, url, provider);
    assert.equal((await session.call("sum", wordsOf([1]), CALL_PRICE)).status, 200);
  });
  after(async () => {
    await stopTestWorkers();
    await market.close();
  });

  const input = wordsOf([2]);
  const signed = async (amount: bigint, signer?: Wallet): Promise<string> => {
    const { client, sessionId } = session;
    const by = signer === undefined ? client : { ...client, signer };
    return (await signReceipt(by, { sessionId, cumulativeAmount: amount })).signature;
  };
  const presented = (amount: bigint, signature: string): Promise<Answer> =>
    postCall(url, session.sessionId, "sum", input, {
      "wattle-cumulative-amount": String(amount),
      "wattle-signature": signature,
    });
  const refuses = (what: string, status: number, error: string, call: () => Promise<Answer>): void => {
    it(what, async () => {
      const answer = await call();
      assert.deepEqual(
        [answer.status, answer.refusal["error"]],
        [status, error],
        JSON.stringify(answer.refusal),
      );
    });
  };

  refuses("that another key signed", 401, "bad-signature", async () =>
    presented(2n * CALL_PRICE, await signed(2n * CALL_PRICE, new Wallet(bytes32(6)))),
  );
  refuses("with the receipt of another amount", 401, "bad-signature", async () =>
    presented(3n * CALL_PRICE, await signed(2n * CALL_PRICE)),
  );
  refuses("with a signature in a form that the chain refuses", 401, "bad-signature", async () => {
    const signature = await signed(2n * CALL_PRICE);
    const { yParity } = Signature.from(signature);
    return presented(2n * CALL_PRICE, `${signature.slice(0, -2)}0${yParity}`);
  });
  refuses("with a receipt for too little", 402, "payment-required", async () =>
    session.call("sum", input, 2n * CALL_PRICE - 1n),
  );
  refuses("with the receipt of the call before, and another input", 402, "payment-required", async () =>
    session.call("sum", input, CALL_PRICE),
  );
  refuses("beyond the deposit", 402, "payment-required", async () => {
    const poor = await startSession(market, url, provider, { deposit: CALL_PRICE - 1n });
    return poor.call("sum", input, CALL_PRICE);
  });
  refuses("of a session that nobody opened", 404, "unknown-session", async () =>
    sessionOf(session.client, bytes32(77), url).call("sum", input, CALL_PRICE),
  );
  refuses("of a session with another provider", 404, "unknown-session", async () => {
    const other = await market.addProvider();
    const foreign = await startSession(market, url, other);
    return foreign.call("sum", input, CALL_PRICE);
  });
  refuses("of a service that it does not have", 404, "unknown-service", async () =>
    session.call("none", input, 2n * CALL_PRICE),
  );
  refuses("when too little time is left", 410, "session-over", async () => {
    const brief = await startSession(market, url, provider, { lastsSeconds: 40 });
    return brief.call("sum", input, CALL_PRICE);
  });
  refuses("of a session that is about to be closed", 410, "session-over", async () => {
    const leaving = await startSession(market, url, provider);
    const { terms } = await getSession(leaving.client, leaving);
    await startCloseSession(leaving.client, { terms });
    return until("it knows", async () => {
      const answer = await leaving.call("sum", input, CALL_PRICE);
      return answer.refusal["error"] === "session-over" ? answer : null;
    });
  });
  refuses("with too large an input", 413, "input-too-large", async () =>
    session.call("sum", new Uint8Array(2 ** 16 + 1), 2n * CALL_PRICE),
  );
  refuses("while all places are taken", 429, "busy", async () => {
    const other = await startSession(market, url, provider);
    return other.call("sum", input, CALL_PRICE);
  });
  refuses("while another one of the session is under way", 429, "busy", async () => {
    const endless = session.call("hold", wordsOf([1]), 2n * CALL_PRICE);
    const busy = await until("it is busy", async () => {
      const answer = await session.call("sum", input, 2n * CALL_PRICE);
      return answer.status === 429 ? answer : null;
    });
    assert.equal((await endless).status, 500);
    return busy;
  });

  it("and answers the one that is paid for, with the price that it asked for", async () => {
    // The receipt of the call that failed pays for one, with whatever receipt it comes.
    assert.equal((await session.call("sum", wordsOf([3]), 1n)).status, 200);
    const refused = await session.call("sum", wordsOf([8]), 2n * CALL_PRICE);
    const due = BigInt(String(refused.refusal["due"]));
    const answer = await session.call("sum", wordsOf([8]), due);
    assert.deepEqual([answer.status, answer.consumed, answer.output], [200, due, sumOf([8])]);
    const again = await session.call("sum", wordsOf([8]), due);
    assert.deepEqual(
      [again.status, again.consumed, again.output],
      [200, due, sumOf([8])],
      "a lost answer is free",
    );
  });

  it("of a session whose grace is too short for it", async () => {
    const careful = await addSeller(market, { sum: SUM_WORDS }, { minGraceSeconds: 7200 });
    const other = await startTestWorker(careful.provider);
    const hasty = await startSession(market, careful.url, careful.provider);
    const answer = await hasty.call("sum", input, CALL_PRICE);
    assert.deepEqual([answer.status, answer.refusal["error"]], [404, "unknown-service"]);
    await other.stop();
  });

  it("without telling anybody what was signed", () => {
    assert.ok(!/0x[0-9a-f]{130}/i.test(JSON.stringify(worker.events)));
  });
});
