import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { CallRefusal, REFUSALS } from "./callRefusal.ts";
import type { CallDesk } from "./callDesk.ts";
import { readBody, requireLength } from "./readBody.ts";
import type { Service } from "./service.ts";

/** What {@link SessionServer} works with. */
export interface SessionServerParameters {
  readonly desk: Pick<CallDesk, "answer">;
  readonly services: ReadonlyMap<string, Service>;
  /** Which market the sessions are of, and whose. */
  readonly market: { readonly chainId: number; readonly sessionEscrow: string; readonly provider: string };
  readonly onProblem: (error: Error) => void;
  /** Longest that a request may take to arrive, in milliseconds. */
  readonly longestRequestMs?: number;
}

const LONGEST_REQUEST_MS = 30_000;
const LONGEST_HEADERS_MS = 10_000;
const IDLE_CONNECTION_MS = 15_000;
const MAX_HEADER_BYTES = 8 * 1024;
const MAX_CONNECTIONS = 256;
/** A body that nobody reads is let in up to this length; beyond it the connection is cut. */
const MAX_DRAINED_BYTES = 64 * 1024;

const MAX_AMOUNT = 2n ** 128n - 1n;
const CALL_PATH = /^\/sessions\/(0x[0-9a-fA-F]{64})\/([^/]+)$/;

/** Answers calls over HTTP. TLS is the business of whatever stands before it. */
export class SessionServer {
  readonly #parameters: SessionServerParameters;
  readonly #server: Server;

  constructor(parameters: SessionServerParameters) {
    this.#parameters = parameters;
    const { longestRequestMs = LONGEST_REQUEST_MS } = parameters;
    this.#server = createServer(
      {
        maxHeaderSize: MAX_HEADER_BYTES,
        headersTimeout: Math.min(LONGEST_HEADERS_MS, longestRequestMs),
        requestTimeout: longestRequestMs,
        keepAliveTimeout: IDLE_CONNECTION_MS,
        connectionsCheckingInterval: 1000,
      },
      (request, response) => void this.#handle(request, response),
    );
    this.#server.maxConnections = MAX_CONNECTIONS;
  }

  /**
   * Begins to listen.
   *
   * @returns Base address.
   * @throws Error when the address cannot be listened on.
   */
  async listen(host: string, port: number): Promise<string> {
    this.#server.listen(port, host);
    await once(this.#server, "listening");
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("the server has no port");
    return `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on("error", () => {});
    try {
      await this.#route(request, response);
    } catch (error) {
      if (!(error instanceof CallRefusal)) {
        this.#parameters.onProblem(error instanceof Error ? error : new Error(String(error)));
      }
      const refusal =
        error instanceof CallRefusal
          ? error
          : new CallRefusal("call-failed", "The provider's worker failed.");
      refuse(request, response, refusal);
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? "").split("?")[0] ?? "";
    if (path === "/sessions") {
      if (request.method !== "GET") throw new CallRefusal("bad-request", "The price list is read by GET.");
      sendJson(response, 200, this.#priceList());
      return;
    }
    const [, sessionId, serviceId] = CALL_PATH.exec(path) ?? [];
    if (sessionId === undefined || serviceId === undefined)
      throw new CallRefusal("bad-request", "There are /sessions and /sessions/{sessionId}/{serviceId}.");
    if (request.method !== "POST") throw new CallRefusal("bad-request", "A call is made by POST.");
    const service = this.#parameters.services.get(serviceId);
    if (service === undefined)
      throw new CallRefusal("unknown-service", `There is no service "${serviceId.slice(0, 64)}".`);
    const receipt = receiptOf(request);
    requireLength(request, service.maxInputBytes);
    const { output, consumed } = await this.#parameters.desk.answer(
      { sessionId: sessionId.toLowerCase(), service, receipt },
      () => readBody(request, service.maxInputBytes),
    );
    response.writeHead(200, {
      "content-type": "application/octet-stream",
      "content-length": output.length,
      "cache-control": "no-store",
      "wattle-consumed": String(consumed),
    });
    response.end(output);
  }

  #priceList(): unknown {
    const { services, market } = this.#parameters;
    return {
      ...market,
      services: [...services.values()].map(
        ({ id, token, pricePerCall, minGraceSeconds, minSecondsLeft, maxInputBytes, digest }) => ({
          id,
          token,
          pricePerCall: String(pricePerCall),
          minGraceSeconds,
          minSecondsLeft,
          maxInputBytes,
          programDigest: digest,
        }),
      ),
    };
  }
}

/** @throws {@link CallRefusal} when a call comes without a receipt. */
function receiptOf({ headers }: IncomingMessage): { readonly amount: bigint; readonly signature: string } {
  const amount = headers["wattle-cumulative-amount"];
  const signature = headers["wattle-signature"];
  if (typeof amount !== "string" || !/^\d{1,39}$/.test(amount) || BigInt(amount) > MAX_AMOUNT)
    throw new CallRefusal(
      "bad-request",
      "The header wattle-cumulative-amount must be a whole number of base units.",
    );
  if (typeof signature !== "string" || !/^0x[0-9a-fA-F]{130}$/.test(signature))
    throw new CallRefusal("bad-request", "The header wattle-signature must be 65 bytes (0x…).");
  return { amount: BigInt(amount), signature };
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: CallRefusal): void {
  if (response.headersSent || response.destroyed) return;
  const { code, message, facts } = refusal;
  const announced = Number(request.headers["content-length"] ?? Infinity);
  const isUnread = !request.complete && (announced > MAX_DRAINED_BYTES || code === "input-too-large");
  if (isUnread) response.setHeader("connection", "close");
  sendJson(response, REFUSALS[code], { error: code, message, ...facts });
  request.resume();
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
  });
  response.end(text);
}
