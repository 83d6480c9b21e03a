import { hexlify, randomBytes } from "ethers";
import {
  getLeaseEvents,
  openLease,
  type OpenLeaseReturnType,
  prepareLeaseOffer,
  type SignedLeaseOffer,
  signLeaseOffer,
  type WattleClient,
} from "@wattle/sdk";
import type { Market, TestProvider } from "./market.ts";

/** What a second of the tests' leases costs. */
export const LEASE_RATE = 10n ** 12n;

/** A provider whose worker checks in on the leases of a machine, and its offer. */
export async function addLessor(
  market: Market,
  {
    graceSeconds = 12,
    config = {},
  }: { graceSeconds?: number; config?: Readonly<Record<string, unknown>> } = {},
): Promise<{
  readonly provider: TestProvider;
  readonly machineId: string;
  readonly offer: SignedLeaseOffer;
}> {
  const machineId = hexlify(randomBytes(32));
  const provider = await market.addProvider({ config: { leases: { machineIds: [machineId], ...config } } });
  return { provider, machineId, offer: await offerLease(market, provider, machineId, graceSeconds) };
}

/** An offer of leases of a machine. */
export async function offerLease(
  market: Market,
  { id, owner }: TestProvider,
  machineId: string,
  graceSeconds: number,
): Promise<SignedLeaseOffer> {
  const offer = await prepareLeaseOffer(owner, {
    provider: id,
    token: market.token,
    ratePerSecond: LEASE_RATE,
    minFundedSeconds: 1,
    graceSeconds,
    slots: 4,
    machineId,
  });
  return signLeaseOffer(owner, { offer });
}

/** Opens a lease. */
export async function startLease(
  client: WattleClient,
  offer: SignedLeaseOffer,
  leaseSeconds = 3600,
): Promise<OpenLeaseReturnType> {
  return openLease(client, { ...offer, leaseSeconds, fundedSeconds: leaseSeconds });
}

/** The check-ins on a lease: when, and what was served then. */
export async function checkInsOf(
  client: WattleClient,
  leaseId: string,
): Promise<{ readonly at: number; readonly servedSeconds: number; readonly transactionHash: string }[]> {
  const events = await getLeaseEvents(client, { types: ["lease-checked-in"], leaseId });
  return Promise.all(
    events.map(async ({ blockNumber, servedSeconds, transactionHash }) => {
      const block = await client.provider.getBlock(blockNumber);
      return { at: block?.timestamp ?? 0, servedSeconds, transactionHash };
    }),
  );
}
