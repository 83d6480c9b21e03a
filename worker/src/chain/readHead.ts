import type { WattleClient } from "@wattle/sdk";
import type { Head } from "./chainClock.ts";

/**
 * Reads the newest block.
 *
 * @returns Null where the endpoint has none to show, as between two forks.
 */
export async function readHead(client: Pick<WattleClient, "provider">): Promise<Head | null> {
  const block = await client.provider.getBlock("latest");
  if (block?.hash == null) return null;
  return { number: block.number, hash: block.hash, timestamp: block.timestamp };
}
