import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import {
  createRpcProvider,
  RpcError,
  RpcRateLimitError,
  RpcTimeoutError,
  RpcUnreachableError,
  WrongChainError,
} from "../../src/index.ts";
import { answerJsonRpc, startEndpoint, type TestEndpoint } from "./server.ts";

const CHAIN_ID = 31_337;
const DEAD = "http://127.0.0.1:1/secret-key";

describe("createRpcProvider", () => {
  const endpoints: TestEndpoint[] = [];
  const start = async (...handler: Parameters<typeof startEndpoint>): Promise<TestEndpoint> => {
    const endpoint = await startEndpoint(...handler);
    endpoints.push(endpoint);
    return endpoint;
  };
  const startGood = (blockNumber: number, chainId = CHAIN_ID): Promise<TestEndpoint> =>
    start(answerJsonRpc((method) => `0x${(method === "eth_chainId" ? chainId : blockNumber).toString(16)}`));
  const startHung = (): Promise<TestEndpoint> => start(() => undefined);
  const startLimited = (retryAfter: string): Promise<TestEndpoint> =>
    start((_, response) => void response.writeHead(429, { "retry-after": retryAfter }).end());

  after(() => Promise.all(endpoints.map((endpoint) => endpoint.close())));

  it("answers with a hung, a limited and a dead endpoint before a good one, which rest from then on", async (t) => {
    // The rest of an endpoint ends by this clock, which stands still.
    t.mock.timers.enable({ apis: ["Date"], now: Date.now() });
    const hung = await startHung();
    const limited = await startLimited("1");
    const good = await startGood(7);
    const urls = [hung.url, limited.url, DEAD, good.url];
    const provider = createRpcProvider(urls, { chainId: CHAIN_ID, timeoutMs: 1_000 });
    const startedAt = performance.now();
    assert.equal(await provider.getBlockNumber(), 7);
    const firstMs = performance.now() - startedAt;
    // Without a word about it, it would be five seconds for the hung one alone.
    assert.ok(firstMs >= 950 && firstMs < 5_000, `${firstMs} ms`);
    for (let call = 0; call < 10; call++) assert.equal(await provider.getBlockNumber(), 7);
    assert.equal(hung.bodies.length, 1, "an endpoint that hangs is left alone for a while");
    assert.equal(limited.bodies.length, 1);
    provider.destroy();
  });

  it("comes back to the preferred endpoint when it is well again", async (t) => {
    t.mock.timers.enable({ apis: ["Date"], now: Date.now() });
    let ill = true;
    const preferred = await start((body, response) => {
      if (ill) response.writeHead(503).end();
      else answerJsonRpc((method) => (method === "eth_chainId" ? "0x7a69" : "0x1"))(body, response);
    });
    const spare = await startGood(2);
    const provider = createRpcProvider([preferred.url, spare.url], { chainId: CHAIN_ID });
    assert.equal(await provider.getBlockNumber(), 2);
    ill = false;
    t.mock.timers.tick(999);
    assert.equal(await provider.getBlockNumber(), 2, "it rests for a second");
    t.mock.timers.tick(1);
    assert.equal(await provider.getBlockNumber(), 1);
    provider.destroy();
  });

  it("never uses an endpoint of another chain", async () => {
    const wrong = await startGood(1, 1);
    const alone = createRpcProvider(wrong.url, { chainId: CHAIN_ID });
    await assert.rejects(alone.getBlockNumber(), (error) => {
      assert.ok(error instanceof WrongChainError);
      assert.deepEqual([error.expected, error.actual], [CHAIN_ID, 1]);
      return true;
    });
    const right = await startGood(5);
    const both = createRpcProvider([wrong.url, right.url], { chainId: CHAIN_ID });
    assert.equal(await both.getBlockNumber(), 5);
    alone.destroy();
    both.destroy();
  });

  it("sends at most twenty calls in one request", async () => {
    const good = await startGood(3);
    const provider = createRpcProvider(good.url, { chainId: CHAIN_ID });
    await Promise.all(Array.from({ length: 45 }, () => provider.getBlockNumber()));
    const counts = good.bodies.slice(1).map((body) => (JSON.parse(body) as unknown[]).length);
    assert.deepEqual(counts, [20, 20, 5]);
    provider.destroy();
  });

  const failing = async (url: string, timeoutMs = 30_000): Promise<unknown> => {
    const provider = createRpcProvider(url, { chainId: CHAIN_ID, timeoutMs });
    const error = await provider.getBlockNumber().then(
      () => assert.fail("it answered"),
      (reason: unknown) => reason,
    );
    provider.destroy();
    assert.ok(error instanceof Error);
    assert.doesNotMatch(error.message, /secret-key/, "the path of an endpoint may be a key");
    return error;
  };

  it("error: RpcTimeoutError", async () => {
    const error = await failing((await startHung()).url, 100);
    assert.ok(error instanceof RpcTimeoutError && error.retryable);
  });

  it("error: RpcRateLimitError, with the seconds of Retry-After as milliseconds", async () => {
    const error = await failing((await startLimited("7")).url);
    assert.ok(error instanceof RpcRateLimitError && error.retryable);
    assert.equal(error.retryAfterMs, 7000);
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    const dated = await failing((await startLimited(date)).url);
    assert.ok(dated instanceof RpcRateLimitError && Number(dated.retryAfterMs) > 3_000_000);
  });

  it("error: RpcUnreachableError", async () => {
    assert.ok((await failing(DEAD)) instanceof RpcUnreachableError);
    const page = await start((_, response) => void response.writeHead(403).end("<html>no</html>"));
    assert.ok((await failing(page.url)) instanceof RpcUnreachableError);
    const refusal = await start((_, response) => void response.writeHead(401).end('{"message":"no key"}'));
    assert.ok((await failing(refusal.url)) instanceof RpcUnreachableError);
  });

  it("error: RpcError, when an endpoint refuses a batch as a whole", async () => {
    const strict = await start((body, response) => {
      const single = answerJsonRpc(() => "0x7a69");
      if (!body.startsWith("[")) return single(body, response);
      response.end('{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"batch too large"}}');
    });
    const provider = createRpcProvider(strict.url, { chainId: CHAIN_ID });
    const calls = Promise.all([provider.getBlockNumber(), provider.getBlockNumber()]);
    await assert.rejects(calls, (error) => error instanceof RpcError && error.code === -32600);
    provider.destroy();
  });

  it("error: names every endpoint when all fail, and no key", async () => {
    const limited = await startLimited("1");
    const provider = createRpcProvider([DEAD, limited.url], { chainId: CHAIN_ID });
    await assert.rejects(provider.getBlockNumber(), (error) => {
      assert.ok(error instanceof RpcUnreachableError);
      assert.match(error.message, /127\.0\.0\.1:1: RpcUnreachableError, 127\.0\.0\.1:\d+: RpcRateLimitError/);
      assert.doesNotMatch(error.message, /secret-key/);
      return true;
    });
    provider.destroy();
  });
});
