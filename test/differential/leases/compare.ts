import { type Lease, leaseAccrualAt, type LeaseTerms, leaseWindowsOf } from "../../../sdk/src/index.ts";
import type { LeaseChain, ObservedLease } from "./leaseChain.ts";
import { coveredSeconds, isOver, type Reference, type ReferenceLease } from "./leaseReference.ts";

const STATES = ["none", "open", "running", "closed"] as const;

/**
 * Where chain and reference differ, in words; empty if nowhere.
 *
 * @param numbers The leases to look at.
 */
export async function compare(
  chain: LeaseChain,
  market: Reference,
  numbers: ReadonlySet<number>,
): Promise<string[]> {
  const differences: string[] = [];
  const same = (what: string, found: unknown, expected: unknown): void => {
    if (found !== expected) differences.push(`${what} is ${String(found)}, not ${String(expected)}`);
  };
  const terms = chain.terms();
  same("the number of leases", terms.length, market.leases.length);
  const [claims, orders, ...observed] = await Promise.all([
    chain.claims(),
    chain.orderState(),
    ...terms.map((agreed, number) => (numbers.has(number) ? chain.observe(agreed) : undefined)),
  ]);
  for (const [party, claim] of market.claims) same(`the claim of ${party}`, claims.get(party), claim);
  same("the fills", orders.filled, market.filled);
  same("the slots in use", orders.active, market.active);
  for (const [number, lease] of market.leases.entries()) {
    const [agreed, seen] = [terms[number], observed[number]];
    if (agreed === undefined || seen === undefined) continue;
    const named = (what: string, found: unknown, expected: unknown): void =>
      same(`lease ${String(number)}: ${what}`, found, expected);
    compareTerms(named, agreed, market, lease, number);
    compareStorage(named, seen, lease);
    const earned = market.offer.ratePerSecond * (coveredSeconds(lease) - lease.paidSeconds);
    named("accruedOf's time served", seen.accrued.servedSeconds, lease.servedSeconds);
    named("accruedOf's amount", seen.accrued.earnedAmount, earned);
    compareSdk(named, agreed, seen, market, lease);
  }
  return differences;
}

type Same = (what: string, found: unknown, expected: unknown) => void;

function compareTerms(
  same: Same,
  terms: LeaseTerms,
  { offer }: Reference,
  lease: ReferenceLease,
  index: number,
): void {
  same("fill", terms.fill, index + 1);
  same("openedAt", terms.openedAt, lease.openedAt);
  same("leaseSeconds", terms.leaseSeconds, lease.leaseSeconds);
  same("graceSeconds", terms.graceSeconds, offer.graceSeconds);
  same("ratePerSecond", terms.ratePerSecond, offer.ratePerSecond);
}

function compareStorage(same: Same, seen: ObservedLease, lease: ReferenceLease): void {
  same("state", STATES[seen.state], lease.state);
  same("seenAt", seen.seenAt, lease.stored.seenAt);
  same("fundedSeconds", seen.fundedSeconds, lease.fundedSeconds);
  same("servedSeconds", seen.servedSeconds, lease.stored.servedSeconds);
  same("paidSeconds", seen.paidSeconds, lease.paidSeconds);
  same("the word above its fields", seen.rest, 0n);
}

/** What the SDK makes of the same word must be what happened. */
function compareSdk(
  same: Same,
  terms: LeaseTerms,
  seen: ObservedLease,
  market: Reference,
  lease: ReferenceLease,
): void {
  const slot = {
    state: STATES[seen.state] ?? "none",
    openedBlock: seen.openedBlock,
    seenAt: seen.seenAt,
    fundedSeconds: Number(seen.fundedSeconds),
    servedSeconds: Number(seen.servedSeconds),
    paidSeconds: Number(seen.paidSeconds),
  } satisfies Partial<Lease>;
  const accrual = leaseAccrualAt({ ...slot, terms }, market.nowAt);
  const isClosed = lease.state === "closed";
  const rest = isClosed ? 0n : lease.fundedSeconds - coveredSeconds(lease);
  same("the SDK's time served", BigInt(accrual.servedSeconds), lease.servedSeconds);
  same("the SDK's amount", accrual.earnedAmount, seen.accrued.earnedAmount);
  same("the SDK's rest", accrual.restAmount, market.offer.ratePerSecond * rest);
  same(
    "the SDK's word that anyone may close",
    accrual.isClosableByAnyone,
    !isClosed && isOver(market, lease),
  );
  const { dryAt, endsAt } = leaseWindowsOf(terms, slot);
  const isDry = lease.state === "running" && lease.servedSeconds >= lease.fundedSeconds;
  // A provider that stayed away serves less than one that stays, so only what is dry by now can be told for sure.
  if (isDry && market.nowAt < endsAt) same("the SDK's word that it is dry", dryAt !== null, true);
}
