import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { getSession, openSession, signReceipt, type WattleClient, type WgslProgram } from "@wattle/sdk";
import type { Market, TestProvider } from "./market.ts";

/** What a call of the tests' services costs. */
export const CALL_PRICE = 10n ** 15n;

/** A worker's answer to a call. */
export interface Answer {
  readonly status: number;
  readonly output: Uint8Array;
  /** What all calls cost so far; null in a refusal. */
  readonly consumed: bigint | null;
  /** Of a refusal. */
  readonly refusal: Readonly<Record<string, unknown>>;
}

/** A session as its payer sees it. */
export interface PaidSession {
  readonly sessionId: string;
  readonly client: WattleClient;
  /** Makes a call with a receipt for an amount. */
  call(service: string, input: Uint8Array, amount: bigint): Promise<Answer>;
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("there is no port");
  return address.port;
}

/** A provider that sells calls of some programs, and where. */
export async function addSeller(
  market: Market,
  programs: Readonly<Record<string, WgslProgram>>,
  service: Readonly<Record<string, unknown>> = {},
  sessions: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly provider: TestProvider; readonly url: string }> {
  const port = await freePort();
  const services = Object.entries(programs).map(async ([id, program]) => {
    const file = `${id}-${port}.program.json`;
    await writeFile(join(market.folder, file), JSON.stringify(program));
    return { id, program: file, token: market.token, pricePerCall: String(CALL_PRICE), ...service };
  });
  const provider = await market.addProvider({
    config: { sessions: { listen: { port }, services: await Promise.all(services), ...sessions } },
  });
  return { provider, url: `http://127.0.0.1:${port}` };
}

/** Opens a session with a provider. */
export async function startSession(
  market: Market,
  url: string,
  provider: TestProvider,
  { calls = 1000, deposit = CALL_PRICE * BigInt(calls), lastsSeconds = 7200 } = {},
): Promise<PaidSession> {
  const client = await market.addClient();
  const head = await client.provider.getBlock("latest");
  const { sessionId } = await openSession(client, {
    provider: provider.id,
    token: market.token,
    amount: deposit,
    expiresAt: (head?.timestamp ?? 0) + lastsSeconds,
    graceSeconds: 3600,
  });
  return sessionOf(client, sessionId, url);
}

/** A session that is there already. */
export function sessionOf(client: WattleClient, sessionId: string, url: string): PaidSession {
  return {
    sessionId,
    client,
    call: async (service, input, cumulativeAmount) => {
      const { signature } = await signReceipt(client, { sessionId, cumulativeAmount });
      return postCall(url, sessionId, service, input, {
        "wattle-cumulative-amount": String(cumulativeAmount),
        "wattle-signature": signature,
      });
    },
  };
}

/** Makes a call with whatever headers. */
export async function postCall(
  url: string,
  sessionId: string,
  service: string,
  input: Uint8Array,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const response = await fetch(`${url}/sessions/${sessionId}/${service}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", ...headers },
    body: Buffer.from(input),
  });
  const output = new Uint8Array(await response.arrayBuffer());
  const consumed = response.headers.get("wattle-consumed");
  return {
    status: response.status,
    output,
    consumed: consumed === null ? null : BigInt(consumed),
    refusal: response.ok ? {} : (JSON.parse(Buffer.from(output).toString()) as Record<string, unknown>),
  };
}

/** What a provider was paid of a session. */
export async function redeemedOf({ client, sessionId }: PaidSession): Promise<bigint> {
  return (await getSession(client, { sessionId })).redeemed;
}
