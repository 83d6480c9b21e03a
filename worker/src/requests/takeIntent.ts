import { encodeTakeRequest, type WattleClient } from "@wattle/sdk";
import type { Intent } from "../transactions/intent.ts";
import type { RequestRecord } from "./requestRecord.ts";

/** What names a take. The number of the job makes a take after a decline another one. */
export function takeKey(orderHash: string, fill: number): string {
  return `take:${orderHash}:${fill}`;
}

/** The take of a request, as the transaction queue takes it. */
export function takeIntent(
  client: WattleClient,
  { orderHash, request }: RequestRecord,
  fill: number,
  taker: { readonly provider: string; readonly machineId: string },
): Intent {
  // It was published, so the market knows it without a signature.
  const { to, data } = encodeTakeRequest(client, { request, signature: "0x", ...taker });
  return { key: takeKey(orderHash, fill), kind: "take", jobId: null, to, data };
}

/** The request that an intent is to take; null for other intents. */
export function orderOfTake({ kind, key }: Pick<Intent, "kind" | "key">): string | null {
  return kind === "take" ? (key.split(":")[1] ?? null) : null;
}
