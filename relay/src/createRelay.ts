import { createServer, type Server } from "node:http";
import { normalizeStore } from "@wattle/sdk/blobs";
import { BlobStore } from "./blobStore.ts";
import { errorFields } from "./errorFields.ts";
import { type RelayOptions, type ResolvedRelayOptions, resolveRelayOptions } from "./relayOptions.ts";
import { Router } from "./router.ts";

/** A relay that is running. */
export interface Relay {
  /** Base address that clients use. */
  readonly url: string;
  /** Stops taking requests, cuts those that are under way (they can be resumed) and closes the store. */
  close(): Promise<void>;
}

/** Connections at the same time. */
const MAX_CONNECTIONS = 1024;

/**
 * Starts a relay: a small store of encrypted blobs, where the parties of jobs upload by tus and everybody who knows a
 * blob's CID downloads by ranges.
 *
 * @throws When the address is in use, the folder cannot be written, or another relay uses it.
 *
 * @example
 * ```ts
 * import { chainPartyCheck, createRelay } from "@wattle/relay";
 *
 * const partyCheck = chainPartyCheck({ provider, escrow, acceptedTokens: [{ token, minAmount: 1n }] });
 * const relay = await createRelay({ dataDir: "relay-data", chainId: 31337n, escrow, partyCheck });
 * console.log(relay.url);
 * ```
 */
export async function createRelay(options: RelayOptions): Promise<Relay> {
  const resolved = resolveRelayOptions(options);
  const store = await BlobStore.open(resolved);
  const server = createServer({
    headersTimeout: resolved.timeouts.headersMs,
    requestTimeout: resolved.timeouts.requestMs,
    connectionsCheckingInterval: Math.min(resolved.timeouts.headersMs, 5000),
    keepAliveTimeout: 5000,
  });
  server.setTimeout(resolved.timeouts.idleMs);
  server.maxConnections = MAX_CONNECTIONS;
  let router: Router;
  try {
    const local = await listen(server, resolved.host, resolved.port);
    router = new Router(store, resolved, normalizeStore(options.publicUrl ?? local));
  } catch (error) {
    server.close();
    await store.close();
    throw error;
  }
  server.on("request", (request, response) => router.answer(request, response));
  const sweeping = setInterval(() => void sweep(store, resolved), resolved.sweepIntervalMs);
  return {
    url: router.url,
    close: async () => {
      clearInterval(sweeping);
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      await router.idle();
      await store.close();
    },
  };
}

/** Listens, and returns the base address of whom it listens for. */
function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      resolve(`http://${host.includes(":") ? `[${host}]` : host}:${bound}`);
    });
  });
}

async function sweep(store: BlobStore, options: ResolvedRelayOptions): Promise<void> {
  try {
    const swept = await store.sweep();
    if (swept.blobs + swept.uploads + swept.handovers > 0)
      options.log.info(swept, "deleted what had expired");
  } catch (error) {
    options.log.error(errorFields(error), "sweep failed");
  }
}
