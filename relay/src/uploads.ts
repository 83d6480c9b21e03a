import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { Server } from "@tus/server";
import { errorFields } from "./errorFields.ts";
import type { BlobStore } from "./blobStore.ts";
import { type RefusalName, RelayRefusal, toRefusal } from "./refusal.ts";
import type { ResolvedRelayOptions } from "./relayOptions.ts";
import type { UploadAdmission } from "./uploadAdmission.ts";
import { UploadFileStore } from "./uploadFileStore.ts";

/** Serves `/uploads` by the tus protocol 1.0. */
export class Uploads {
  readonly #store: BlobStore;
  readonly #admission: UploadAdmission;
  readonly #options: ResolvedRelayOptions;
  readonly #tus: Server;
  /** The ids of the uploads that requests on their way to tus create. */
  readonly #admitted = new WeakMap<Request, string>();

  constructor(
    store: BlobStore,
    admission: UploadAdmission,
    options: ResolvedRelayOptions,
    publicUrl: string,
  ) {
    this.#store = store;
    this.#admission = admission;
    this.#options = options;
    this.#tus = new Server({
      path: "/uploads",
      datastore: new UploadFileStore(store),
      maxSize: options.maxBlobBytes,
      namingFunction: (request) => this.#admitted.get(request) ?? "",
      generateUrl: (_request, { id }) => `${publicUrl}/uploads/${id}`,
      onUploadFinish: async (_request, { id }) => {
        await store.finishUpload(id);
        return {};
      },
      onResponseError: (_request, error) => this.#describe(error),
    });
  }

  /** @throws {@link RelayRefusal} when a new upload is not admitted. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Who lost the connection while the last bytes were verified shall hear how that ended.
    await this.#store.settled(request.url?.split("/").at(-1) ?? "");
    const id = request.method === "POST" ? await this.#admission.admit(request.headers) : null;
    const webRequest = toWebRequest(request);
    if (id !== null) this.#admitted.set(webRequest, id);
    // The time to verify a large upload after its last byte is no idleness of the client.
    request.once("end", () => request.socket.setTimeout(0));
    const answer = await this.#tus.handleWeb(webRequest);
    request.socket.setTimeout(this.#options.timeouts.idleMs);
    if (id !== null && answer.status !== 201) await this.#store.discardUpload(id);
    for (const [name, value] of answer.headers) {
      if (!name.startsWith("access-control-")) response.setHeader(name, value);
    }
    const body = await answer.text();
    if (answer.status < 400) {
      response.writeHead(answer.status).end(body);
      return;
    }
    response.setHeader("content-type", "application/json");
    if (!request.complete) hangUpAfter(request, response);
    response.writeHead(answer.status).end(asRefusalBody(answer.status, body));
  }

  #describe(error: unknown): { status_code: number; body: string } | undefined {
    // tus throws plain objects for what its protocol forbids.
    if (!(error instanceof Error)) return undefined;
    const refusal = toRefusal(error);
    if (refusal.refusal === "InternalError") this.#options.log.error(errorFields(error), "upload failed");
    return { status_code: refusal.status, body: JSON.stringify(refusal) };
  }
}

/** Ends a connection on which a refused body is still coming, once the client has had time to read why. */
function hangUpAfter(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("connection", "close");
  response.once("finish", () => setTimeout(() => request.socket.destroy(), 1000).unref());
}

function toWebRequest(request: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const hasBody = request.method === "POST" || request.method === "PATCH";
  return new Request(new URL(request.url ?? "/", "http://relay.invalid"), {
    method: request.method ?? "GET",
    headers,
    ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: "half" } : {}),
  });
}

function asRefusalBody(status: number, body: string): string {
  if (body.startsWith("{")) return body;
  const name: RefusalName = status === 404 || status === 410 ? "NotFound" : "RequestInvalid";
  const action = "Follow the tus protocol 1.0; ask for the upload's offset by HEAD before going on.";
  return JSON.stringify(new RelayRefusal(name, body.trim() || `HTTP status ${status}.`, action));
}
