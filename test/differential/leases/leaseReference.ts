// A market of leases that counts every second of presence one by one, in plain big integers. It shares no code and no
// formula with the contract: a check-in buys as many seconds of credit as the grace has, and each second that passes
// uses one up. What it knows beyond that is docs/protocol.md.

/** Who takes part: two clients, one of them poor, both keys of the provider, and who gets what. */
export const PARTIES = ["client", "pauper", "owner", "operator", "payout", "stranger", "escrow"] as const;

/** One of {@link PARTIES}. */
export type Party = (typeof PARTIES)[number];

/** What all leases of a history are opened from. */
export interface ReferenceOffer {
  readonly ratePerSecond: bigint;
  readonly minFundedSeconds: number;
  readonly maxLeaseSeconds: number;
  readonly graceSeconds: number;
  readonly slots: number;
  readonly maxFills: number;
}

/** A call to the market, or none: then time passes only. `lease` counts a history's leases from 0. */
export type Call =
  | { kind: "open"; from: Party; leaseSeconds: number; fundedSeconds: number }
  | { kind: "checkIn"; from: Party; lease: number }
  | { kind: "checkInMany"; from: Party; leases: readonly number[] }
  | { kind: "topUp"; from: Party; lease: number; extraSeconds: number }
  | { kind: "withdraw"; from: Party; lease: number }
  | { kind: "close"; from: Party; lease: number }
  | { kind: "wait" };

/** A lease whose seconds are counted as they pass. */
export interface ReferenceLease {
  readonly client: Party;
  readonly openedAt: number;
  readonly leaseSeconds: number;
  state: "open" | "running" | "closed";
  fundedSeconds: bigint;
  paidSeconds: bigint;
  /** Counted up to now. */
  servedSeconds: bigint;
  /** Seconds that the last check-in still vouches for. */
  credit: number;
  /** Seconds since the last check-in, or since the opening. */
  silence: number;
  /** What the chain stores, which is as of the last check-in. */
  stored: { seenAt: number; servedSeconds: bigint };
}

/** A market with one offer, and everybody's claims. */
export interface Reference {
  readonly offer: ReferenceOffer;
  readonly claims: Map<Party, bigint>;
  readonly leases: ReferenceLease[];
  nowAt: number;
  filled: number;
  active: number;
}

/** Lets time pass, second by second. */
export function passTime(market: Reference, until: number): void {
  for (const lease of market.leases) {
    if (lease.state === "closed") continue;
    let presentSeconds = 0;
    for (let second = market.nowAt + 1; second <= until; second++) {
      lease.silence += 1;
      if (lease.credit === 0 || second > lease.openedAt + lease.leaseSeconds) continue;
      lease.credit -= 1;
      presentSeconds += 1;
    }
    lease.servedSeconds += BigInt(presentSeconds);
  }
  market.nowAt = until;
}

/**
 * Does a call, at the market's present second.
 *
 * @returns The error that the market must refuse it with; null if it must not.
 */
export function perform(market: Reference, call: Call): string | null {
  if (call.kind === "wait") return null;
  if (call.kind === "open") return open(market, call);
  if (call.kind === "checkInMany") return checkInMany(market, call.from, call.leases);
  const lease = market.leases[call.lease];
  // Nobody opened it: its terms are some that no lease has.
  if (lease === undefined || !isLive(lease)) return "LeaseEscrow_UnexpectedState";
  switch (call.kind) {
    case "checkIn":
      if (!isProvider(call.from)) return "LeaseEscrow_NotOperator";
      return unpaying(market, lease) ?? checkIn(market, lease);
    case "topUp":
      return topUp(market, lease, call.from, call.extraSeconds);
    case "withdraw":
      return withdraw(market, lease);
    case "close":
      return close(market, lease, call.from);
  }
}

/** What of the time served the deposit covers. */
export function coveredSeconds(lease: ReferenceLease): bigint {
  return lease.servedSeconds < lease.fundedSeconds ? lease.servedSeconds : lease.fundedSeconds;
}

/** Whether anyone may close a lease. */
export function isOver(market: Reference, lease: ReferenceLease): boolean {
  const hasEnded = market.nowAt > lease.openedAt + lease.leaseSeconds;
  return hasEnded || lease.silence > market.offer.graceSeconds || isExhausted(market, lease);
}

function isExhausted({ offer }: Reference, lease: ReferenceLease): boolean {
  return lease.servedSeconds - lease.fundedSeconds > BigInt(offer.graceSeconds);
}

function isLive({ state }: ReferenceLease): boolean {
  return state === "open" || state === "running";
}

function isProvider(party: Party): boolean {
  return party === "owner" || party === "operator";
}

function open(market: Reference, { from, leaseSeconds, fundedSeconds }: Call & { kind: "open" }) {
  const { offer, nowAt } = market;
  if (leaseSeconds < offer.minFundedSeconds || leaseSeconds > offer.maxLeaseSeconds) {
    return "LeaseEscrow_LeaseSecondsOutOfBounds";
  }
  if (fundedSeconds < offer.minFundedSeconds || fundedSeconds > leaseSeconds) {
    return "LeaseEscrow_FundedSecondsOutOfBounds";
  }
  if (market.filled === offer.maxFills) return "OfferBook_FullyTaken";
  if (market.active === offer.slots) return "OfferBook_NoFreeSlot";
  const refusal = move(market, from, "escrow", BigInt(fundedSeconds));
  if (refusal !== null) return refusal;
  market.filled += 1;
  market.active += 1;
  market.leases.push({
    client: from,
    openedAt: nowAt,
    leaseSeconds,
    state: "open",
    fundedSeconds: BigInt(fundedSeconds),
    ...{ paidSeconds: 0n, servedSeconds: 0n, credit: 0, silence: 0 },
    stored: { seenAt: nowAt, servedSeconds: 0n },
  });
  return null;
}

/** Why a lease takes no more check-ins and top-ups; null if it does. */
function unpaying(market: Reference, lease: ReferenceLease): string | null {
  if (market.nowAt > lease.openedAt + lease.leaseSeconds) return "LeaseEscrow_TooLate";
  return isExhausted(market, lease) ? "LeaseEscrow_Exhausted" : null;
}

function checkIn(market: Reference, lease: ReferenceLease): null {
  lease.state = "running";
  lease.credit = market.offer.graceSeconds;
  lease.silence = 0;
  lease.stored = { seenAt: market.nowAt, servedSeconds: lease.servedSeconds };
  return null;
}

function checkInMany(market: Reference, from: Party, numbers: readonly number[]): string | null {
  if (numbers.length > 0 && !isProvider(from)) return "LeaseEscrow_NotOperator";
  for (const number of numbers) {
    const lease = market.leases[number];
    if (lease !== undefined && isLive(lease) && unpaying(market, lease) === null) checkIn(market, lease);
  }
  return null;
}

function topUp(market: Reference, lease: ReferenceLease, from: Party, extraSeconds: number): string | null {
  if (from !== lease.client) return "LeaseEscrow_NotClient";
  const refusal = unpaying(market, lease);
  if (refusal !== null) return refusal;
  const after = lease.fundedSeconds + BigInt(extraSeconds);
  const isUseful = extraSeconds > 0 && after >= lease.servedSeconds;
  if (!isUseful || after > BigInt(lease.leaseSeconds)) return "LeaseEscrow_FundedSecondsOutOfBounds";
  const unmoved = move(market, from, "escrow", BigInt(extraSeconds));
  if (unmoved !== null) return unmoved;
  lease.fundedSeconds = after;
  return null;
}

function withdraw(market: Reference, lease: ReferenceLease): string | null {
  if (lease.state !== "running") return "LeaseEscrow_UnexpectedState";
  const due = coveredSeconds(lease) - lease.paidSeconds;
  if (due === 0n) return "LeaseEscrow_NothingToWithdraw";
  lease.paidSeconds += due;
  return move(market, "escrow", "payout", due);
}

function close(market: Reference, lease: ReferenceLease, from: Party): string | null {
  if (from !== lease.client && !isProvider(from) && !isOver(market, lease)) return "LeaseEscrow_NotOver";
  const due = coveredSeconds(lease) - lease.paidSeconds;
  const rest = lease.fundedSeconds - coveredSeconds(lease);
  lease.paidSeconds += due;
  lease.state = "closed";
  lease.stored.servedSeconds = lease.servedSeconds;
  market.active -= 1;
  return move(market, "escrow", "payout", due) ?? move(market, "escrow", lease.client, rest);
}

/** Moves the price of so many seconds from claim to claim. */
function move({ offer, claims }: Reference, from: Party, to: Party, seconds: bigint): string | null {
  const amount = offer.ratePerSecond * seconds;
  const left = (claims.get(from) ?? 0n) - amount;
  if (left < 0n) return "ERC6909InsufficientBalance";
  claims.set(from, left);
  claims.set(to, (claims.get(to) ?? 0n) + amount);
  return null;
}
