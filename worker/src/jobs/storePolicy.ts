import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import type { LocationPolicy } from "@wattle/sdk/blobs";

/** Addresses that no stranger may make the worker call: the machine itself, its network, and what is reserved. */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const) {
  PRIVATE.addSubnet(network, prefix, "ipv4");
}
/** Of IPv6 only global unicast is public; within it, tunnels that lead back to IPv4 are not. */
const PUBLIC_IPV6 = new BlockList();
PUBLIC_IPV6.addSubnet("2000::", 3, "ipv6");
const TUNNELS = new BlockList();
TUNNELS.addSubnet("2001::", 23, "ipv6");
TUNNELS.addSubnet("2002::", 16, "ipv6");

/** Whether an address (IPv4 or IPv6) is one on the public internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !PRIVATE.check(address, "ipv4");
  if (version !== 6) return false;
  return PUBLIC_IPV6.check(address, "ipv6") && !TUNNELS.check(address, "ipv6");
}

/**
 * Decides which stores a job may make the worker call: those of the operator's list, by origin, and, if the list says
 * `public`, every https host whose addresses are all public.
 *
 * @param allowed Addresses of stores, or `public`.
 */
export function createStorePolicy(allowed: readonly string[]): LocationPolicy {
  const origins = new Set(
    allowed.filter((entry) => entry !== "public").map((entry) => new URL(entry).origin),
  );
  const allowsPublic = allowed.includes("public");
  return async (url) => {
    if (origins.has(url.origin)) return true;
    if (!allowsPublic || url.protocol !== "https:") return false;
    try {
      const addresses = await lookup(url.hostname.replace(/^\[|\]$/g, ""), { all: true });
      return addresses.length > 0 && addresses.every(({ address }) => isPublicAddress(address));
    } catch {
      return false;
    }
  };
}
