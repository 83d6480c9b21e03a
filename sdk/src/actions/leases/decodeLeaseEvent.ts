import type { Log } from "ethers";
import { sameAddress } from "../../abi/sameAddress.ts";
import { decodeEvent } from "../../chain/findEvent.ts";
import { positionOf } from "../../chain/readEvents.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { LeaseEvent } from "../../types/leaseEvent.ts";

/**
 * Decodes a log of the market of leases, for those who fetch logs their own way.
 *
 * @returns Null for a log that is none of {@link LeaseEvent}.
 *
 * @example
 * ```ts
 * import { decodeLeaseEvent } from "@wattle/sdk";
 *
 * const events = receipt.logs.map((log) => decodeLeaseEvent(client, log));
 * ```
 */
export function decodeLeaseEvent(client: WattleClient, log: Log): LeaseEvent | null {
  if (!sameAddress(log.address, client.deployment.contracts.leaseEscrow)) return null;
  const event = decodeEvent(client, "leases", log);
  const position = positionOf(log);
  switch (event?.name) {
    case "LeaseOpened":
      return { type: "lease-opened", ...position, ...event.args };
    case "LeaseCheckedIn":
      return { type: "lease-checked-in", ...position, ...event.args };
    case "LeaseToppedUp":
      return { type: "lease-topped-up", ...position, ...event.args };
    case "LeaseWithdrawn":
      return { type: "lease-withdrawn", ...position, ...event.args };
    case "LeaseClosed":
      return { type: "lease-closed", ...position, ...event.args };
    case "OfferPublished":
      return { type: "lease-offer-published", ...position, ...event.args };
    case "OfferCanceled":
      return { type: "lease-offer-canceled", ...position, ...event.args };
    default:
      return null;
  }
}
