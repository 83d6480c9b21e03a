import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** One JSON-RPC request on its way. */
export interface ProxiedRequest {
  readonly method: string;
  readonly params: readonly unknown[];
  /** How many requests came before it. */
  readonly index: number;
}

/** What to do with a request: pass it on, cut the line before the node gets it, or after. */
export type Verdict = "pass" | "cut-before" | "cut-after";

/** An endpoint that can fail in front of a node. */
export interface RpcProxy {
  readonly url: string;
  /** Every request that came, in their order. */
  readonly requests: readonly ProxiedRequest[];
  close(): Promise<void>;
}

/** Starts an endpoint in front of a node, which asks what to do with each request. */
export async function startRpcProxy(
  target: string,
  judge: (request: ProxiedRequest) => Verdict | Promise<Verdict> = () => "pass",
): Promise<RpcProxy> {
  const requests: ProxiedRequest[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = await readBody(request);
      const parsed = JSON.parse(body) as Call | Call[];
      const verdicts: Verdict[] = [];
      for (const { method, params = [] } of Array.isArray(parsed) ? parsed : [parsed]) {
        const proxied = { method, params, index: requests.length };
        requests.push(proxied);
        verdicts.push(await judge(proxied));
      }
      if (verdicts.includes("cut-before")) {
        request.socket.destroy();
        return;
      }
      const headers = { "content-type": "application/json" };
      const answer = await fetch(target, { method: "POST", headers, body });
      const text = await answer.text();
      if (verdicts.includes("cut-after")) request.socket.destroy();
      else response.writeHead(answer.status, headers).end(text);
    })().catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}`, requests, close: () => closeServer(server) };
}

interface Call {
  readonly method: string;
  readonly params?: readonly unknown[];
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
