import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A local HTTP server that plays an endpoint. */
export interface TestEndpoint {
  readonly url: string;
  /** Bodies of the requests so far. */
  readonly bodies: string[];
  close(): Promise<void>;
}

/** Starts an endpoint that answers as the handler says. */
export async function startEndpoint(
  handle: (body: string, response: ServerResponse) => void | Promise<void>,
): Promise<TestEndpoint> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      bodies.push(body);
      return handle(body, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v2/secret-key`,
    bodies,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Answers each call of a request, single or batched. */
export function answerJsonRpc(
  answer: (method: string, params: unknown[]) => unknown,
): (body: string, response: ServerResponse) => void {
  return (body, response) => {
    const reply = ({ id, method, params }: { id: number; method: string; params: unknown[] }): object => {
      try {
        return { jsonrpc: "2.0", id, result: answer(method, params) };
      } catch (error) {
        return { jsonrpc: "2.0", id, error };
      }
    };
    const calls: unknown = JSON.parse(body);
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify(Array.isArray(calls) ? calls.map(reply) : reply(calls as Parameters<typeof reply>[0])),
    );
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
