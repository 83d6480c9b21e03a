import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What an endpoint does with a request instead of answering it as it should. */
export type RpcFault =
  /** Never answers; what it was asked may have happened. */
  | "hang"
  /** Answers three quarters of a second late. */
  | "lag"
  /** Refuses, and asks for a second's patience. */
  | "limit"
  /** Breaks the connection off. */
  | "drop"
  /** Fails as a gateway does whose node is gone. */
  | "ill"
  /** Tells a block as the newest that is some behind it. */
  | "old-head"
  /** Takes a transaction, passes it on, and never says so. */
  | "mute";

/** Every fault, for a random choice. */
export const RPC_FAULTS = ["hang", "lag", "limit", "drop", "ill", "old-head", "mute"] as const;

/** An endpoint before a real one, which fails on request. */
export interface FaultyRpc {
  readonly url: string;
  /** What it does wrong; null for nothing. */
  fault: RpcFault | null;
  /** Requests that met each fault so far. */
  readonly met: ReadonlyMap<RpcFault, number>;
  close(): Promise<void>;
}

const LAG_MS = 750;
const BLOCKS_BEHIND = 3;

interface Call {
  readonly method: string;
  params: unknown[];
}

/** Starts an endpoint that passes everything on to another, until it is told to fail. */
export async function startFaultyRpc(target: string): Promise<FaultyRpc> {
  const met = new Map<RpcFault, number>();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    const { fault } = rpc;
    if (fault !== null) met.set(fault, (met.get(fault) ?? 0) + 1);
    if (fault === "hang") return;
    if (fault === "drop") return void response.destroy();
    if (fault === "ill") return void response.writeHead(503).end();
    if (fault === "limit") return void response.writeHead(429, { "retry-after": "1" }).end();
    if (fault === "lag") await sleep(LAG_MS);
    const answered = await pass(target, fault === "old-head" ? await withOldHead(target, body) : body);
    if (fault === "mute" && body.includes("eth_sendRawTransaction")) return;
    response.writeHead(200, { "content-type": "application/json" }).end(answered);
  };
  const server = createServer((request, response) => {
    // Whoever asked has gone, or the chain has: to the one who asks it is the same as a broken connection.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const rpc: FaultyRpc = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fault: null,
    met,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return rpc;
}

async function pass(target: string, body: string): Promise<string> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(target, { method: "POST", headers, body });
  return response.text();
}

/** Asks for an older block wherever the newest is asked for. */
async function withOldHead(target: string, body: string): Promise<string> {
  const newest = await pass(target, '{"jsonrpc":"2.0","id":1,"method":"eth_blockNumber","params":[]}');
  const { result } = JSON.parse(newest) as { result: string };
  const older = `0x${Math.max(0, Number(result) - BLOCKS_BEHIND).toString(16)}`;
  const rewrite = (call: Call): Call => ({
    ...call,
    params: call.params.map((value) => (value === "latest" ? older : value)),
  });
  const calls = JSON.parse(body) as Call | Call[];
  return JSON.stringify(Array.isArray(calls) ? calls.map(rewrite) : rewrite(calls));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
