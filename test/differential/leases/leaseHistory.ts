import type { Random } from "../random.ts";
import type { Call, Party, Reference, ReferenceLease, ReferenceOffer } from "./leaseReference.ts";

/** A call and the second in which it is made. */
export interface Step {
  readonly at: number;
  readonly call: Call;
}

/** Draws an offer whose periods are of seconds, of minutes or of days, each on its own. */
export function drawOffer(random: Random): ReferenceOffer {
  const period = (most: number): number =>
    random.between(1, Math.min(most, random.pick([4, 40, 1_000, 90_000])));
  const maxLeaseSeconds = period(90_000);
  return {
    ratePerSecond: random.pick([
      1n,
      3n,
      BigInt(random.between(1, 1_000_000_007)),
      10n ** 15n,
      10n ** 18n + 7n,
    ]),
    maxLeaseSeconds,
    minFundedSeconds: Math.min(period(maxLeaseSeconds), random.between(1, maxLeaseSeconds)),
    graceSeconds: period(86_400),
    slots: random.between(1, 3),
    maxFills: random.between(1, 8),
  };
}

/** Draws what happens next: most often in or beside a second in which something ends, and by who may. */
export function drawStep(random: Random, market: Reference): Step {
  const at = drawTime(random, market);
  return { at, call: drawCall(random, market) };
}

/** Seconds in which a rule changes, as the reference knows them; a lease's end is not what most steps are about. */
function edgesOf({ offer }: Reference, lease: ReferenceLease): number[] {
  const { seenAt, servedSeconds } = lease.stored;
  const goneAt = seenAt + offer.graceSeconds;
  if (lease.state !== "running") return [goneAt];
  const emptyAt = seenAt + Number(lease.fundedSeconds - servedSeconds);
  return [goneAt, emptyAt, emptyAt + offer.graceSeconds];
}

function endOf(lease: ReferenceLease | undefined): number {
  return lease === undefined ? 0 : lease.openedAt + lease.leaseSeconds;
}

function drawTime(random: Random, market: Reference): number {
  const { nowAt, leases, offer } = market;
  const live = leases.filter(({ state }) => state !== "closed");
  if (live.length === 0 || random.chance(25)) return nowAt + random.between(0, 2);
  const lease = random.pick(live);
  const endsAt = endOf(lease);
  const left = Math.max(1, endsAt - nowAt);
  if (random.chance(35)) return nowAt + random.between(0, Math.min(offer.graceSeconds, Math.ceil(left / 2)));
  const edges = [...edgesOf(market, lease), ...(random.chance(15) ? [endsAt] : [])]
    .map((edge) => edge + random.between(-1, 1))
    .filter((edge) => edge >= nowAt && (edge < endsAt || random.chance(10)));
  // The nearest one: behind it, the others come into sight.
  return edges.length === 0 ? nowAt + random.between(0, 1) : Math.min(...edges);
}

function drawCall(random: Random, market: Reference): Call {
  const { nowAt, offer, leases } = market;
  const client = (): Party => (random.chance(85) ? "client" : "pauper");
  const provider = (): Party => (random.chance(90) ? random.pick(["operator", "owner"]) : "stranger");
  const live = leases.flatMap(({ state }, number) => (state === "closed" ? [] : [number]));
  if (live.length === 0 || random.chance(7)) {
    const middle = Math.ceil((offer.minFundedSeconds + offer.maxLeaseSeconds) / 2);
    const leaseSeconds = random.chance(90)
      ? random.between(random.chance(70) ? middle : offer.minFundedSeconds, offer.maxLeaseSeconds)
      : random.between(0, offer.maxLeaseSeconds + 1);
    // Most often little, so that it runs out.
    const most = random.chance(60) ? Math.min(leaseSeconds, offer.minFundedSeconds + 2) : leaseSeconds;
    const fundedSeconds = random.chance(90)
      ? random.between(Math.min(offer.minFundedSeconds, most), most)
      : random.between(0, leaseSeconds + 1);
    return { kind: "open", from: client(), leaseSeconds, fundedSeconds };
  }
  // Now and then one that is closed, or that nobody opened.
  const going = live.filter((number) => nowAt <= endOf(leases[number]));
  const wanted = going.length > 0 && random.chance(90) ? going : live;
  const lease = random.chance(95) ? random.pick(wanted) : random.between(0, leases.length);
  const spent = leases[lease];
  const isSpent =
    spent !== undefined && spent.servedSeconds > spent.fundedSeconds + BigInt(offer.graceSeconds);
  // A lease that has run out for good is rare, and that nothing revives it worth a try.
  if (isSpent && random.chance(30)) return drawTopUp(random, spent, lease);
  switch (
    random.pick(["checkIn", "checkIn", "checkIn", "checkIn", "many", "topUp", "withdraw", "close", "wait"])
  ) {
    case "checkIn":
      return { kind: "checkIn", from: provider(), lease };
    case "many": {
      const count = random.between(0, 4);
      const numbers = Array.from({ length: count }, () => random.between(0, leases.length));
      return { kind: "checkInMany", from: provider(), leases: numbers };
    }
    case "topUp":
      return drawTopUp(random, leases[lease], lease);
    case "withdraw":
      return { kind: "withdraw", from: random.pick(["operator", "stranger", "client"]), lease };
    case "close":
      // The sides may close at any time, which would make most histories short.
      return {
        kind: "close",
        from: random.chance(25)
          ? random.pick(["client", "operator", "owner"])
          : random.pick(["stranger", "pauper"]),
        lease,
      };
    default:
      return { kind: "wait" };
  }
}

/** Most often exactly what is missing, as much as the lease can take, or one more or less. */
function drawTopUp(random: Random, lease: ReferenceLease | undefined, number: number): Call {
  const from: Party = random.chance(90) ? (lease?.client ?? "client") : random.pick(["pauper", "operator"]);
  if (lease === undefined) return { kind: "topUp", from, lease: number, extraSeconds: 1 };
  const gap = Number(lease.servedSeconds - lease.fundedSeconds);
  const room = lease.leaseSeconds - Number(lease.fundedSeconds);
  const wanted = random.pick([
    gap + random.between(-1, 1),
    room + random.between(-1, 1),
    random.between(0, Math.max(1, room)),
    random.between(1, 3),
  ]);
  return { kind: "topUp", from, lease: number, extraSeconds: Math.max(0, wanted) };
}
