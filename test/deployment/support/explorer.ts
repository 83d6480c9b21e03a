import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Sources that somebody gave to an explorer. */
export interface Submission {
  readonly address: string;
  readonly contractIdentifier: string;
  readonly compilerVersion: string;
  readonly stdJsonInput: object;
}

/** An explorer that believes everything, with the interface of Sourcify's server. */
export interface Explorer {
  readonly url: string;
  readonly submissions: readonly Submission[];
  close(): Promise<void>;
}

/** Starts an explorer. */
export async function startExplorer(chainId: number): Promise<Explorer> {
  const submissions: Submission[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const answer = (status: number, body: object): void => {
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      };
      const [, , kind = "", first = "", address = ""] = (request.url ?? "").split("/");
      const contract = (at: string, match: string | null): object => {
        return { match, creationMatch: match, runtimeMatch: match, chainId: String(chainId), address: at };
      };
      if (request.method === "POST") {
        const parts: Buffer[] = [];
        for await (const part of request) parts.push(part as Buffer);
        const body = JSON.parse(Buffer.concat(parts).toString("utf8")) as Omit<Submission, "address">;
        submissions.push({ ...body, address });
        answer(202, { verificationId: String(submissions.length - 1) });
      } else if (kind === "contract") {
        answer(404, contract(address, null));
      } else {
        const at = submissions[Number(first)]?.address ?? "";
        const times = { jobStartTime: "2026-01-01T00:00:00Z", jobFinishTime: "2026-01-01T00:00:01Z" };
        answer(200, {
          isJobCompleted: true,
          verificationId: first,
          ...times,
          contract: contract(at, "match"),
        });
      }
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    submissions,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
