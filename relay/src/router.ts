import type { IncomingMessage, ServerResponse } from "node:http";
import type { BlobStore } from "./blobStore.ts";
import { answerPreflight, setCorsHeaders } from "./cors.ts";
import { describeRelay, relayHealth } from "./describeRelay.ts";
import { errorFields } from "./errorFields.ts";
import { serveBlob } from "./downloads.ts";
import { Handovers } from "./handovers.ts";
import { RelayRefusal, toRefusal } from "./refusal.ts";
import type { ResolvedRelayOptions } from "./relayOptions.ts";
import { UploadAdmission } from "./uploadAdmission.ts";
import { Uploads } from "./uploads.ts";

/** Leads requests to what answers them, and failures to JSON refusals. */
export class Router {
  /** Base address that clients use. */
  readonly url: string;
  readonly #store: BlobStore;
  readonly #options: ResolvedRelayOptions;
  readonly #uploads: Uploads;
  readonly #handovers: Handovers;
  readonly #answering = new Set<Promise<void>>();

  constructor(store: BlobStore, options: ResolvedRelayOptions, url: string) {
    this.url = url;
    this.#store = store;
    this.#options = options;
    const admission = new UploadAdmission(store, options, url);
    this.#uploads = new Uploads(store, admission, options, url);
    this.#handovers = new Handovers(store, admission);
  }

  /** Answers one request. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    const answering = this.#answer(request, response).finally(() => this.#answering.delete(answering));
    this.#answering.add(answering);
  }

  /** Resolves when no request is being answered. */
  async idle(): Promise<void> {
    await Promise.all(this.#answering);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      response.setHeader("x-content-type-options", "nosniff");
      setCorsHeaders(request, response, this.#options.allowOrigins);
      await this.#route(request, response);
    } catch (error) {
      this.#refuse(request, response, error);
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET" } = request;
    const [path = ""] = (request.url ?? "").split("?");
    if (method === "OPTIONS") {
      answerPreflight(response);
    } else if (path === "/" || path === "/health") {
      allow(method, ["GET", "HEAD"]);
      const body = path === "/" ? describeRelay(this.#options, this.url) : await relayHealth(this.#store);
      sendJson(response, 200, body);
    } else if (path.startsWith("/blobs/")) {
      allow(method, ["GET", "HEAD"]);
      await serveBlob(this.#store, path.slice("/blobs/".length), request, response);
    } else if (path === "/uploads") {
      allow(method, ["POST"]);
      await this.#uploads.handle(request, response);
    } else if (/^\/uploads\/[0-9a-f]{32}$/.test(path)) {
      allow(method, ["HEAD", "PATCH", "DELETE"]);
      await this.#uploads.handle(request, response);
    } else if (/^\/handovers\/0x[0-9a-f]{64}$/.test(path)) {
      allow(method, ["GET", "HEAD", "PUT"]);
      const jobId = path.slice("/handovers/".length);
      if (method === "PUT") await this.#handovers.put(jobId, request, response);
      else this.#handovers.get(jobId, request, response);
    } else {
      throw new RelayRefusal("NotFound", "There is nothing at this address.", "See the description at /.");
    }
  }

  #refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    // A client that hangs up in the middle of a download is nobody's failure.
    if (response.headersSent || request.socket.destroyed) {
      response.destroy();
      return;
    }
    const refusal = toRefusal(error);
    if (refusal.status >= 500)
      this.#options.log.error(errorFields(refusal.cause ?? refusal), refusal.refusal);
    if (refusal.status === 429) response.setHeader("retry-after", "5");
    sendJson(response, refusal.status, refusal);
  }
}

function allow(method: string, methods: readonly string[]): void {
  if (methods.includes(method)) return;
  throw new RelayRefusal(
    "MethodNotAllowed",
    `${method} is not possible here.`,
    `Use ${methods.join(" or ")}.`,
  );
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.setHeader("content-type", "application/json");
  response.setHeader("content-length", bytes.length);
  response.setHeader("cache-control", "no-store");
  response.writeHead(status).end(bytes);
}
