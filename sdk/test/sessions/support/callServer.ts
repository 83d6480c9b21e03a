import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  createPayee,
  type Payee,
  PaymentDueError,
  ReceiptInvalidError,
} from "../../../src/sessions/index.ts";
import { MARKET, SESSION_ID, TERMS } from "./sampleSession.ts";

/** What a server does to a call instead of, or after, serving it. */
export type Fault =
  /** It closes the connection before it serves. */
  | "drop-request"
  /** It serves, and closes the connection without an answer. */
  | "drop-response"
  /** It serves, and closes the connection in the middle of the answer. */
  | "cut-response"
  /** It serves, and a gateway says that there was no answer. */
  | "gateway"
  /** It has no place. */
  | "busy"
  /** Its program fails. */
  | "fail"
  /** It serves and never answers. */
  | "hang"
  /** It serves, and its answer has no end. */
  | "endless"
  /** It serves, and says that all calls cost nothing. */
  | "say-nothing";

/** A provider's endpoint: it adds one to every byte of the input. */
export interface CallServer {
  readonly baseUrl: string;
  readonly payee: Payee;
  /** What befalls the next calls, in their order; null for nothing. */
  readonly faults: (Fault | null)[];
  /** The cumulative amount of each request, in their order. */
  readonly amounts: bigint[];
  /** How many calls were served. */
  served: number;
  price: bigint;
  /** What is changed in the price list. */
  list: Record<string, unknown>;
  /** Answers every call with this. */
  refusal: { readonly status: number; readonly body: unknown } | null;
  close(): Promise<void>;
}

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
};

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Starts an endpoint of the sample session on a port of its own. */
export async function startCallServer(deposited = 1_000n): Promise<CallServer> {
  const payee = createPayee({ ...MARKET, terms: TERMS, deposited, redeemed: 0n });
  const server = createServer((request, response) => void answer(request, response));
  const state: CallServer = {
    baseUrl: "",
    payee,
    faults: [],
    amounts: [],
    served: 0,
    price: 10n,
    list: {},
    refusal: null,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === "/base/sessions") {
      const service = { minGraceSeconds: 3_600, minSecondsLeft: 60, maxInputBytes: 100 };
      const programDigest = `0x${"77".repeat(32)}`;
      const priced = { id: "add/one", token: TERMS.token, pricePerCall: state.price.toString() };
      const services = [{ ...priced, ...service, programDigest }];
      json(response, 200, { ...MARKET, provider: TERMS.provider, services, ...state.list });
      return;
    }
    if (request.method !== "POST") return json(response, 404, "nothing here");
    const input = await readAll(request);
    const cumulativeAmount = BigInt(String(request.headers["wattle-cumulative-amount"]));
    state.amounts.push(cumulativeAmount);
    const fault = state.faults.shift();
    if (fault === "drop-request") return void response.destroy();
    if (fault === "busy") return json(response, 429, { error: "busy", message: "all places are taken" });
    if (state.refusal !== null) return json(response, state.refusal.status, state.refusal.body);
    if (request.url !== `/base/sessions/${SESSION_ID}/add%2Fone`) {
      return json(response, 404, { error: "unknown-service", message: "no such service" });
    }
    try {
      payee.check({
        sessionId: SESSION_ID,
        cumulativeAmount,
        signature: String(request.headers["wattle-signature"]),
      });
      if (!payee.covers(state.price)) payee.charge(state.price);
      if (fault === "fail") return json(response, 500, { error: "call-failed", message: "out of memory" });
      payee.charge(state.price);
    } catch (error) {
      if (error instanceof ReceiptInvalidError)
        return json(response, 401, { error: "bad-signature", message: error.message });
      if (!(error instanceof PaymentDueError)) throw error;
      const { due, deposited: paidIn, message } = error;
      return json(response, 402, {
        error: "payment-required",
        message,
        due: `${due}`,
        deposited: `${paidIn}`,
      });
    }
    state.served += 1;
    if (fault === "drop-response") return void response.destroy();
    if (fault === "gateway") return json(response, 502, "<html>Bad gateway</html>");
    if (fault === "hang") return;
    const consumed = fault === "say-nothing" ? "0" : payee.consumed.toString();
    response.writeHead(200, { "wattle-consumed": consumed });
    const output = input.map((byte) => byte + 1);
    if (fault === "cut-response") {
      response.write(output.subarray(0, 1));
      setTimeout(() => response.destroy(), 20);
      return;
    }
    if (fault === "endless") {
      const timer = setInterval(() => response.write(Buffer.alloc(65_536)), 1);
      response.on("close", () => clearInterval(timer));
      return;
    }
    response.end(output);
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, { baseUrl: `http://127.0.0.1:${port}/base/` });
}
