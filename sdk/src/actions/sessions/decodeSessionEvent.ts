import type { Log } from "ethers";
import { sameAddress } from "../../abi/sameAddress.ts";
import { decodeEvent } from "../../chain/findEvent.ts";
import { positionOf } from "../../chain/readEvents.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { SessionEvent } from "../../types/sessionEvent.ts";

/**
 * Decodes a log of the market of sessions, for those who fetch logs their own way.
 *
 * @returns Null for a log that is none of {@link SessionEvent}.
 *
 * @example
 * ```ts
 * import { decodeSessionEvent } from "@wattle/sdk";
 *
 * const events = receipt.logs.map((log) => decodeSessionEvent(client, log));
 * ```
 */
export function decodeSessionEvent(client: WattleClient, log: Log): SessionEvent | null {
  if (!sameAddress(log.address, client.deployment.contracts.sessionEscrow)) return null;
  const event = decodeEvent(client, "sessions", log);
  const position = positionOf(log);
  switch (event?.name) {
    case "SessionOpened":
      return { type: "session-opened", ...position, ...event.args };
    case "SessionToppedUp":
      return { type: "session-topped-up", ...position, ...event.args };
    case "ReceiptRedeemed":
      return { type: "receipt-redeemed", ...position, ...event.args };
    case "SessionClosing":
      return { type: "session-closing", ...position, ...event.args };
    case "SessionClosed":
      return { type: "session-closed", ...position, ...event.args };
    default:
      return null;
  }
}
