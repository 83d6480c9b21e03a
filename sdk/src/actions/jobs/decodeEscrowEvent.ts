import type { Log } from "ethers";
import { sameAddress } from "../../abi/sameAddress.ts";
import { decodeEvent } from "../../chain/findEvent.ts";
import { positionOf } from "../../chain/readEvents.ts";
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
  if (!sameAddress(log.address, client.deployment.contracts.jobEscrow)) return null;
  const event = decodeEvent(client, "escrow", log);
  const position = positionOf(log);
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
    case "JobCanceled":
      return { type: "job-canceled", ...position, ...event.args };
    case "JobDisputed":
      return { type: "job-disputed", ...position, ...event.args };
    case "JobCaseOpened":
      return { type: "job-case-opened", ...position, ...event.args };
    case "JobConceded":
      return { type: "job-conceded", ...position, ...event.args };
    case "JobRuled":
      return { type: "job-ruled", ...position, ...event.args };
    case "JobSplit":
      return { type: "job-split", ...position, ...event.args };
    case "RequestPublished":
      return { type: "request-published", ...position, ...event.args };
    case "RequestCanceled":
      return { type: "request-canceled", ...position, ...event.args };
    case "RequestTaken":
      return { type: "request-taken", ...position, ...event.args };
    case "RequestEpochRaised":
      return { type: "request-epoch-raised", ...position, ...event.args };
    default:
      return null;
  }
}
