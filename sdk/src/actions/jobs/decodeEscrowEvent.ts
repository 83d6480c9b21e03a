import type { Log } from "ethers";
import { decodeEvent } from "../../chain/findEvent.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { EscrowEvent } from "../../types/escrowEvent.ts";

/**
 * Decodes a log of the market of batch jobs, for those who fetch logs their own way.
 *
 * @returns Null for a log that is none of {@link EscrowEvent}.
 *
 * @example
 * ```ts
 * import { decodeEscrowEvent } from "@wattle/sdk";
 *
 * const events = receipt.logs.map((log) => decodeEscrowEvent(client, log));
 * ```
 */
export function decodeEscrowEvent(client: WattleClient, log: Log): EscrowEvent | null {
  if (log.address.toLowerCase() !== client.deployment.contracts.jobEscrow.toLowerCase()) return null;
  const event = decodeEvent(client, "escrow", log);
  const position = {
    blockNumber: log.blockNumber,
    blockHash: log.blockHash,
    transactionHash: log.transactionHash,
    logIndex: log.index,
  };
  switch (event?.name) {
    case "JobOpened":
      return { type: "job-opened", ...position, ...event.args };
    case "JobDeclined":
      return { type: "job-declined", ...position, ...event.args };
    case "JobSubmitted":
      return { type: "job-submitted", ...position, ...event.args };
    case "JobCompleted":
      return { type: "job-completed", ...position, ...event.args };
    case "JobExpired":
      return { type: "job-expired", ...position, ...event.args };
    case "OfferPublished":
      return { type: "offer-published", ...position, ...event.args };
    case "OfferCanceled":
      return { type: "offer-canceled", ...position, ...event.args };
    default:
      return null;
  }
}
