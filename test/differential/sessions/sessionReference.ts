// A market of sessions in plain big integers. It shares no code with the contract: it says of each call all the reasons
// to refuse it, in no order, and moves amounts between claims. What it knows is docs/protocol.md.

/** Who takes part: two payers, one of them poor, both keys of the provider, and who gets what. */
export const PARTIES = ["payer", "pauper", "owner", "operator", "payout", "stranger", "escrow"] as const;

/** One of {@link PARTIES}. */
export type Party = (typeof PARTIES)[number];

/** Whose signature a session's receipts need. */
export type Key = "first" | "second" | "none";

/** What the terms of a session say, but for their payment token. */
export interface ReferenceTerms {
  readonly payer: Party;
  readonly payerKey: Key;
  readonly provider: Party;
  readonly payout: Party;
  readonly expiresAt: number;
  readonly graceSeconds: number;
  readonly salt: bigint;
}

/** How a receipt is wrong, or not at all. */
export type ReceiptKind =
  | "good"
  | "of another key"
  | "of another session"
  | "of another chain"
  | "of another contract"
  | "raised afterwards"
  | "with the other s"
  | "in the short form"
  | "empty";

/** A receipt as somebody brings it. `session` counts a history's terms from 0. */
export interface ReferenceReceipt {
  readonly session: number;
  readonly amount: bigint;
  readonly kind: ReceiptKind;
}

/** A call to the market, or none: then time passes only. */
export type Call =
  | { kind: "open"; from: Party; session: number; amount: bigint }
  | { kind: "topUp"; from: Party; session: number; amount: bigint }
  | { kind: "redeem"; from: Party; receipt: ReferenceReceipt }
  | { kind: "redeemMany"; from: Party; receipts: readonly ReferenceReceipt[] }
  | { kind: "startClose"; from: Party; session: number }
  | { kind: "close"; from: Party; session: number }
  | { kind: "wait" };

/** A session; terms that nobody opened are in state `none`. */
export interface ReferenceSession {
  readonly terms: ReferenceTerms;
  state: "none" | "open" | "closing" | "closed";
  deposited: bigint;
  redeemed: bigint;
  /** Zero unless the payer asked for the end. */
  graceUntil: number;
}

/** A market, and everybody's claims. */
export interface Reference {
  readonly claims: Map<Party, bigint>;
  /** What the market may move of the pauper's claim; of the payer's it may move all. */
  allowance: bigint;
  readonly sessions: ReferenceSession[];
  nowAt: number;
}

/** What one session can hold. */
export const MAX_DEPOSIT = 2n ** 88n - 1n;

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** The bounds of the terms, in seconds. */
export const BOUNDS = { minGrace: HOUR, maxGrace: 30 * DAY, maxSession: 366 * DAY } as const;

/** The last second in which only the provider may close a session. */
export function graceEndOf({ terms, state, graceUntil }: ReferenceSession): number {
  return state === "closing" ? graceUntil : terms.expiresAt + terms.graceSeconds;
}

/** What of a receipt is paid when it is brought now, if it is good. */
export function worthOf({ deposited, redeemed }: ReferenceSession, amount: bigint): bigint {
  const covered = amount < deposited ? amount : deposited;
  return covered > redeemed ? covered - redeemed : 0n;
}

/**
 * Makes a call.
 *
 * @returns All reasons to refuse it; nothing changed unless there is none.
 */
export function perform(market: Reference, call: Call): readonly string[] {
  switch (call.kind) {
    case "open":
      return open(market, call.from, call.session, call.amount);
    case "topUp":
      return topUp(market, call.from, call.session, call.amount);
    case "redeem":
      return redeem(market, call.receipt);
    case "redeemMany":
      return redeemMany(market, call.receipts);
    case "startClose":
      return startClose(market, call.from, call.session);
    case "close":
      return close(market, call.from, call.session);
    case "wait":
      return [];
  }
}

/** A session of the history. */
export function sessionAt(market: Reference, number: number): ReferenceSession {
  const session = market.sessions[number];
  if (session === undefined) throw new RangeError(`there are no terms ${String(number)}`);
  return session;
}

function open(market: Reference, from: Party, number: number, amount: bigint): readonly string[] {
  const session = sessionAt(market, number);
  const { terms } = session;
  const outOfTime =
    terms.expiresAt < market.nowAt ||
    terms.expiresAt > market.nowAt + BOUNDS.maxSession ||
    terms.graceSeconds < BOUNDS.minGrace ||
    terms.graceSeconds > BOUNDS.maxGrace;
  const reasons = [
    ...when(session.state !== "none", "SessionEscrow_UnexpectedState"),
    ...when(terms.payer !== from, "SessionEscrow_NotPayer"),
    ...when(terms.payerKey === "none", "SessionEscrow_PayerKeyZero"),
    ...when(outOfTime, "Order_OutOfBounds"),
    ...when(terms.provider !== "owner", "SessionEscrow_UnknownProvider"),
    ...when(terms.payout !== "payout", "SessionEscrow_PayoutMismatch"),
    ...fundingReasons(market, session, amount),
  ];
  if (reasons.length > 0) return reasons;
  session.state = "open";
  fund(market, session, amount);
  return [];
}

function topUp(market: Reference, from: Party, number: number, amount: bigint): readonly string[] {
  const session = sessionAt(market, number);
  const reasons = [
    ...when(session.state !== "open", "SessionEscrow_UnexpectedState"),
    ...payerReasons(market, session, from),
    ...fundingReasons(market, session, amount),
  ];
  if (reasons.length === 0) fund(market, session, amount);
  return reasons;
}

function redeem(market: Reference, { session: number, amount, kind }: ReferenceReceipt): readonly string[] {
  const session = sessionAt(market, number);
  const reasons = [
    ...when(!isLive(session), "SessionEscrow_UnexpectedState"),
    ...when(worthOf(session, amount) === 0n, "SessionEscrow_ReceiptStale"),
    ...when(kind !== "good", "SessionEscrow_SignatureInvalid"),
  ];
  if (reasons.length === 0) pay(market, session, amount);
  return reasons;
}

/** All or nothing: what is stale or closed counts as nothing, and a wrong signature ends all. */
function redeemMany(market: Reference, receipts: readonly ReferenceReceipt[]): readonly string[] {
  const before = market.sessions.map(({ redeemed }) => redeemed);
  const claims = new Map(market.claims);
  for (const { session: number, amount, kind } of receipts) {
    const session = sessionAt(market, number);
    if (!isLive(session) || worthOf(session, amount) === 0n) continue;
    if (kind !== "good") {
      for (const [index, redeemed] of before.entries()) sessionAt(market, index).redeemed = redeemed;
      for (const [party, claim] of claims) market.claims.set(party, claim);
      return ["SessionEscrow_SignatureInvalid"];
    }
    pay(market, session, amount);
  }
  return [];
}

function startClose(market: Reference, from: Party, number: number): readonly string[] {
  const session = sessionAt(market, number);
  const reasons = [
    ...when(session.state !== "open", "SessionEscrow_UnexpectedState"),
    ...payerReasons(market, session, from),
  ];
  if (reasons.length > 0) return reasons;
  session.state = "closing";
  session.graceUntil = market.nowAt + session.terms.graceSeconds;
  return [];
}

function close(market: Reference, from: Party, number: number): readonly string[] {
  const session = sessionAt(market, number);
  const hasTurn = from === "owner";
  const reasons = [
    ...when(!isLive(session), "SessionEscrow_UnexpectedState"),
    ...when(!hasTurn && market.nowAt <= graceEndOf(session), "SessionEscrow_TooEarly"),
  ];
  if (reasons.length > 0) return reasons;
  session.state = "closed";
  move(market, "escrow", session.terms.payer, session.deposited - session.redeemed);
  return [];
}

function when(isSo: boolean, reason: string): readonly string[] {
  return isSo ? [reason] : [];
}

function isLive({ state }: ReferenceSession): boolean {
  return state === "open" || state === "closing";
}

function payerReasons({ nowAt }: Reference, { terms }: ReferenceSession, from: Party): readonly string[] {
  return [
    ...when(terms.payer !== from, "SessionEscrow_NotPayer"),
    ...when(nowAt > terms.expiresAt, "SessionEscrow_Expired"),
  ];
}

function fundingReasons(market: Reference, session: ReferenceSession, amount: bigint): readonly string[] {
  const { payer } = session.terms;
  const isTooMuch = session.deposited + amount > MAX_DEPOSIT;
  const allowance = payer === "payer" ? 2n ** 256n : payer === "pauper" ? market.allowance : 0n;
  return [
    ...when(amount === 0n || isTooMuch, "SessionEscrow_AmountOutOfBounds"),
    ...when((market.claims.get(payer) ?? 0n) < amount, "ERC6909InsufficientBalance"),
    ...when(allowance < amount, "ERC6909InsufficientAllowance"),
  ];
}

function fund(market: Reference, session: ReferenceSession, amount: bigint): void {
  session.deposited += amount;
  if (session.terms.payer === "pauper") market.allowance -= amount;
  move(market, session.terms.payer, "escrow", amount);
}

function pay(market: Reference, session: ReferenceSession, amount: bigint): void {
  const worth = worthOf(session, amount);
  session.redeemed += worth;
  move(market, "escrow", session.terms.payout, worth);
}

function move({ claims }: Reference, from: Party, to: Party, amount: bigint): void {
  claims.set(from, (claims.get(from) ?? 0n) - amount);
  claims.set(to, (claims.get(to) ?? 0n) + amount);
}
