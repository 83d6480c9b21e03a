import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, describe, test } from "node:test";
import { ZeroAddress } from "ethers";
import { CallRefusal } from "../../src/sessions/callRefusal.ts";
import type { Service } from "../../src/sessions/service.ts";
import { SessionServer, type SessionServerParameters } from "../../src/sessions/sessionServer.ts";
import { SUM_WORDS } from "../runtime/support/servedPrograms.ts";

const service: Service = {
  id: "echo",
  program: SUM_WORDS,
  digest: "0x01",
  token: ZeroAddress,
  pricePerCall: 10n ** 30n,
  minGraceSeconds: 3600,
  minSecondsLeft: 60,
  maxInputBytes: 1000,
  callLimitMs: 1000,
  memoryBytes: 2 ** 29,
};
const problems: Error[] = [];
let inputs = 0;
const parameters: SessionServerParameters = {
  // Gives the input back, unless the receipt is for a forbidden amount.
  desk: {
    answer: async ({ receipt }, readInput) => {
      if (receipt.amount === 666n) throw new CallRefusal("bad-signature", "no");
      if (receipt.amount === 667n) throw new TypeError("a mistake of the worker's");
      const output = await readInput();
      inputs++;
      return { output, consumed: receipt.amount };
    },
  },
  services: new Map([[service.id, service]]),
  market: { chainId: 1, sessionEscrow: "0xe5c0", provider: "0x9407" },
  onProblem: (error) => problems.push(error),
};
const server = new SessionServer(parameters);
const url = await server.listen("127.0.0.1", 0);
// None that is to be answered goes to this one: on a busy machine it might take as long.
const hasty = new SessionServer({ ...parameters, longestRequestMs: 1500 });
const hastyUrl = await hasty.listen("127.0.0.1", 0);
after(async () => Promise.all([server.close(), hasty.close()]));

const SESSION = `0x${"5e".repeat(32)}`;
const receipt = { "wattle-cumulative-amount": "7", "wattle-signature": `0x${"ab".repeat(65)}` };
const post = (
  path: string,
  headers: Record<string, string>,
  body: string | ReadableStream = "input",
): Promise<Response> =>
  fetch(url + path, {
    method: "POST",
    headers,
    body,
    ...(body instanceof ReadableStream && { duplex: "half" }),
  });

/** Sends raw bytes, and gives what came back when the other side has hung up. */
const exchange = async (address: string, head: string, trickle = ""): Promise<string> => {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  let answer = "";
  socket.setEncoding("utf8").on("data", (text: string) => (answer += text));
  // Who hangs up while bytes still come resets the connection, which is an end like any other.
  socket.on("error", () => {});
  const closed = new Promise((resolve) => socket.on("close", resolve));
  socket.write(head);
  const timer = setInterval(() => trickle !== "" && socket.write(trickle), 100);
  await closed;
  clearInterval(timer);
  return answer;
};

describe("the server of calls", () => {
  test("tells its prices", async () => {
    const response = await fetch(`${url}/sessions`);
    assert.deepEqual(await response.json(), {
      chainId: 1,
      sessionEscrow: "0xe5c0",
      provider: "0x9407",
      services: [
        {
          id: "echo",
          token: ZeroAddress,
          pricePerCall: "1000000000000000000000000000000",
          minGraceSeconds: 3600,
          minSecondsLeft: 60,
          maxInputBytes: 1000,
          programDigest: "0x01",
        },
      ],
    });
  });

  test("answers a call with bytes and what was consumed", async () => {
    const response = await post(`/sessions/${SESSION}/echo`, receipt);
    assert.deepEqual(
      [response.status, await response.text(), response.headers.get("wattle-consumed")],
      [200, "input", "7"],
    );
  });

  const path = `/sessions/${SESSION}/echo`;
  const large = "x".repeat(1001);
  const refusals: [string, () => Promise<Response>, number, string][] = [
    ["another path", () => post("/", receipt), 400, "bad-request"],
    ["a session's id that is none", () => post("/sessions/0x12/echo", receipt), 400, "bad-request"],
    ["a call by GET", () => fetch(url + path, { headers: receipt }), 400, "bad-request"],
    ["prices by POST", () => post("/sessions", {}), 400, "bad-request"],
    ["no amount", () => post(path, { "wattle-signature": receipt["wattle-signature"] }), 400, "bad-request"],
    [
      "an amount that is none",
      () => post(path, { ...receipt, "wattle-cumulative-amount": "-1" }),
      400,
      "bad-request",
    ],
    [
      "an amount beyond all",
      () => post(path, { ...receipt, "wattle-cumulative-amount": "9".repeat(39) }),
      400,
      "bad-request",
    ],
    ["no signature", () => post(path, { "wattle-cumulative-amount": "7" }), 400, "bad-request"],
    [
      "a signature of another length",
      () => post(path, { ...receipt, "wattle-signature": "0x12" }),
      400,
      "bad-request",
    ],
    ["an unknown service", () => post(`/sessions/${SESSION}/none`, receipt), 404, "unknown-service"],
    ["an input that is announced too large", () => post(path, receipt, large), 413, "input-too-large"],
    [
      "one that turns out too large",
      () => post(path, receipt, new Blob([large]).stream()),
      413,
      "input-too-large",
    ],
    [
      "what the desk refuses",
      () => post(path, { ...receipt, "wattle-cumulative-amount": "666" }),
      401,
      "bad-signature",
    ],
    [
      "what the worker has no answer to",
      () => post(path, { ...receipt, "wattle-cumulative-amount": "667" }),
      500,
      "call-failed",
    ],
  ];
  for (const [what, call, status, error] of refusals) {
    test(`refuses ${what}`, async () => {
      const response = await call();
      const body = (await response.json()) as { error: string; message: string };
      assert.deepEqual([response.status, body.error], [status, error]);
      assert.ok(body.message.length > 0 && !body.message.includes("mistake"));
    });
  }

  test("tells the operator, not the caller, of its own mistakes", () => {
    assert.deepEqual(
      problems.map(({ message }) => message),
      ["a mistake of the worker's"],
    );
  });

  const head = `POST ${path} HTTP/1.1\r\nhost: x\r\nwattle-cumulative-amount: 7\r\nwattle-signature: ${receipt["wattle-signature"]}\r\n`;

  test("hangs up on a caller that trickles its headers or its input", async () => {
    const before = inputs;
    const answers = await Promise.all([
      exchange(hastyUrl, "POST /sessions HTTP/1.1\r\nhost: x\r\n", "a: b\r\n"),
      exchange(hastyUrl, `${head}content-length: 500\r\n\r\n`, "x"),
      exchange(hastyUrl, `${head}transfer-encoding: chunked\r\n\r\n`, "1\r\nx\r\n"),
    ]);
    for (const answer of answers) assert.ok(!answer.includes("200 OK"), answer);
    assert.equal(inputs, before);
  });

  test("hangs up on a body without end, having read little of it", async () => {
    const chunk = `1000\r\n${"x".repeat(4096)}\r\n`;
    const answer = await exchange(url, `${head}transfer-encoding: chunked\r\n\r\n`, chunk);
    assert.match(answer, /^HTTP\/1.1 413 /);
  });

  test("hangs up on headers without end", async () => {
    const answer = await exchange(url, `${head}a: ${"x".repeat(20_000)}\r\n`);
    assert.match(answer, /^HTTP\/1.1 431 /);
  });
});
