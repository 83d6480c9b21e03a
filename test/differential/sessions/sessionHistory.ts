import type { Random } from "../random.ts";
import {
  BOUNDS,
  type Call,
  graceEndOf,
  MAX_DEPOSIT,
  type Party,
  type ReceiptKind,
  type Reference,
  type ReferenceReceipt,
  type ReferenceSession,
  type ReferenceTerms,
} from "./sessionReference.ts";

/** A call, and when. */
export interface Step {
  readonly at: number;
  readonly call: Call;
}

const EVERYBODY: readonly Party[] = ["payer", "pauper", "owner", "operator", "payout", "stranger"];
const WRONG: readonly ReceiptKind[] = [
  "of another key",
  "of another session",
  "of another chain",
  "of another contract",
  "raised afterwards",
  "with the other s",
  "in the short form",
  "empty",
];

/** Sessions that a history has at most at the same time. */
const SESSIONS = 4;

/**
 * The next step of a history: most calls are such that they may be taken, many stand at the edge of a window. Terms to
 * be opened are added to the market's.
 *
 * @param salt Tells the terms apart.
 */
export function drawStep(random: Random, market: Reference, salt: bigint): Step {
  const at = market.nowAt + drawWait(random, market);
  return { at, call: drawCall(random, market, at, salt) };
}

/** New terms; one in six is such that nobody can open them. */
function drawTerms(random: Random, nowAt: number, salt: bigint): ReferenceTerms {
  const isWrong = random.chance(16);
  const wrong = isWrong ? random.pick(["key", "provider", "payout", "expiry", "grace"] as const) : null;
  const expiry = random.pick([random.between(0, 60), random.between(600, 20_000), BOUNDS.maxSession - 200]);
  const grace = random.pick([BOUNDS.minGrace, random.between(BOUNDS.minGrace, 9_000), BOUNDS.maxGrace]);
  return {
    payer: random.chance(25) ? "pauper" : "payer",
    payerKey: wrong === "key" ? "none" : random.pick(["first", "second"]),
    provider: wrong === "provider" ? "stranger" : "owner",
    payout: wrong === "payout" ? "owner" : "payout",
    expiresAt: nowAt + (wrong === "expiry" ? random.pick([-500, BOUNDS.maxSession + 100_000]) : expiry),
    graceSeconds: wrong === "grace" ? random.pick([BOUNDS.minGrace - 1, BOUNDS.maxGrace + 1, 0]) : grace,
    salt,
  };
}

function drawWait(random: Random, { sessions, nowAt }: Reference): number {
  if (random.chance(55)) return random.between(0, 30);
  if (random.chance(40)) return random.between(0, 4_000);
  const edges = sessions
    .filter(({ state }) => isLive(state))
    .flatMap((session) => [session.terms.expiresAt, graceEndOf(session)])
    .flatMap((edge) => [edge, edge + 1])
    // A year is for the end of a history.
    .filter((edge) => edge >= nowAt && edge < nowAt + 100_000);
  return edges.length === 0 ? random.between(0, 30) : random.pick(edges) - nowAt;
}

function drawCall(random: Random, market: Reference, at: number, salt: bigint): Call {
  const live = market.sessions.flatMap(({ state }, number) => (isLive(state) ? [number] : []));
  if (live.length === 0 || (live.length < SESSIONS && random.chance(20))) {
    return drawOpening(random, market, at, salt);
  }
  const session = random.chance(88) ? random.pick(live) : random.below(market.sessions.length);
  const chosen = market.sessions[session];
  if (chosen === undefined) return { kind: "wait" };
  const from = random.chance(85) ? chosen.terms.payer : random.pick(EVERYBODY);
  const isOver = at > graceEndOf(chosen);
  // Of a session that is not live, most of all that nobody can close it again.
  const last = isLive(chosen.state)
    ? (["startClose", "wait"] as const)
    : (["startClose", "close", "close"] as const);
  const kind = random.pick([
    ...(["redeem", "redeem", "redeem", "redeem", "redeemMany", "redeemMany", "topUp", "topUp"] as const),
    ...(random.chance(40) ? (["close"] as const) : []),
    ...last,
  ]);
  switch (kind) {
    case "redeem":
      return { kind, from: random.pick(EVERYBODY), receipt: drawReceipt(random, chosen, session, 15) };
    case "redeemMany":
      return { kind, from: random.pick(EVERYBODY), receipts: drawBatch(random, market) };
    case "topUp":
      return { kind, from, session, amount: drawDeposit(random, market, chosen) };
    case "startClose":
      return { kind, from, session };
    case "close":
      return { kind, from: drawCloser(random, isOver), session };
    case "wait":
      return { kind };
  }
}

function drawOpening(random: Random, market: Reference, at: number, salt: bigint): Call {
  // Now and then the terms of a session that is there already.
  const isNew = market.sessions.length === 0 || random.chance(90);
  const session = isNew ? market.sessions.length : random.below(market.sessions.length);
  if (isNew) {
    const terms = drawTerms(random, at, salt);
    market.sessions.push({ terms, state: "none", deposited: 0n, redeemed: 0n, graceUntil: 0 });
  }
  const chosen = market.sessions[session];
  if (chosen === undefined) return { kind: "wait" };
  const from = random.chance(93) ? chosen.terms.payer : random.pick(EVERYBODY);
  return { kind: "open", from, session, amount: drawDeposit(random, market, chosen) };
}

function drawCloser(random: Random, isOver: boolean): Party {
  if (isOver) return random.pick(EVERYBODY);
  return random.chance(60) ? random.pick(["payer", "pauper", "operator", "stranger"]) : "owner";
}

function drawDeposit(random: Random, market: Reference, { terms, deposited }: ReferenceSession): bigint {
  const claim = market.claims.get(terms.payer) ?? 0n;
  const usual = BigInt(random.between(1, 5_000));
  if (terms.payer === "pauper" && random.chance(25)) return claim + 1n;
  if (random.chance(80)) return usual;
  const room = MAX_DEPOSIT - deposited;
  return random.pick([0n, 1n, room, room + 1n, 2n ** 128n - 1n, claim, claim + 1n, market.allowance + 1n]);
}

function drawBatch(random: Random, market: Reference): readonly ReferenceReceipt[] {
  const drawn: ReferenceReceipt[] = [];
  for (let left = random.between(0, 5); left > 0; left--) {
    const session = random.below(market.sessions.length);
    const chosen = market.sessions[session];
    // One wrong signature ends a batch, so few are wrong.
    if (chosen !== undefined) drawn.push(drawReceipt(random, chosen, session, 6));
  }
  return drawn;
}

function drawReceipt(
  random: Random,
  { deposited, redeemed }: ReferenceSession,
  session: number,
  wrongPercent: number,
): ReferenceReceipt {
  const kind = random.chance(wrongPercent) ? random.pick(WRONG) : "good";
  const more = redeemed + BigInt(random.between(1, 1_500));
  const edges = [
    redeemed,
    redeemed + 1n,
    redeemed / 2n,
    0n,
    deposited,
    deposited + 1n,
    deposited * 3n,
    2n ** 128n - 1n,
  ];
  const amount = random.chance(60) ? more : random.pick(edges);
  return { session, amount, kind };
}

function isLive(state: ReferenceSession["state"]): boolean {
  return state === "open" || state === "closing";
}
