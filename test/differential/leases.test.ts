import { randomBytes } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { compare } from "./leases/compare.ts";
import { type LeaseChain, openLeaseChain } from "./leases/leaseChain.ts";
import { drawOffer, drawStep, type Step } from "./leases/leaseHistory.ts";
import { type Call, passTime, perform, type Reference } from "./leases/leaseReference.ts";
import { randomOf } from "./random.ts";

// LeaseEscrow against a reference that counts every second one by one: histories of calls and waits, drawn from a seed.
// After each step the word in storage, the view, everybody's claims and the answer to the call must be the same.

const isDeep = process.env["WATTLE_PROFILE"] === "deep";
const HISTORIES = isDeep ? 3_000 : 240;
const timeout = isDeep ? 3_600_000 : 600_000;
const seed = process.env["WATTLE_SEED"] ?? `0x${randomBytes(32).toString("hex")}`;

describe("LeaseEscrow beside a reference", { timeout }, () => {
  let chain: LeaseChain;

  before(async () => {
    chain = await openLeaseChain();
  });

  after(() => chain.close());

  it("agrees over histories that a seed draws", { timeout }, async () => {
    console.log(`seed ${seed} (WATTLE_SEED repeats it)`);
    const answers = new Map<string, number>();
    for (let number = 0; number < HISTORIES; number++) {
      for (const answer of await playHistory(chain, number)) {
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
      }
    }
    const reached = [...answers].sort().map(([answer, count]) => `${answer} ${String(count)}`);
    console.log(`${String(HISTORIES)} histories: ${reached.join(", ")}`);
    // What no history reaches, no comparison has looked at.
    const unreached = MUST_REACH.filter((answer) => !answers.has(answer));
    if (unreached.length > 0) throw new Error(`no history came to ${unreached.join(", ")}`);
  });
});

/** Every kind of call must be taken, and refused for every reason that has to do with time, money or turns. */
const MUST_REACH = [
  ...["open", "checkIn", "checkInMany", "topUp", "withdraw", "close", "wait"],
  ...["open: LeaseEscrow_LeaseSecondsOutOfBounds", "open: LeaseEscrow_FundedSecondsOutOfBounds"],
  ...["open: OfferBook_NoFreeSlot", "open: OfferBook_FullyTaken", "open: ERC6909InsufficientBalance"],
  ...["checkIn: LeaseEscrow_TooLate", "checkIn: LeaseEscrow_Exhausted", "checkIn: LeaseEscrow_NotOperator"],
  ...["checkIn: LeaseEscrow_UnexpectedState", "checkInMany: LeaseEscrow_NotOperator"],
  ...["topUp: LeaseEscrow_TooLate", "topUp: LeaseEscrow_Exhausted", "topUp: LeaseEscrow_NotClient"],
  ...["topUp: LeaseEscrow_FundedSecondsOutOfBounds", "withdraw: LeaseEscrow_NothingToWithdraw"],
  ...["withdraw: LeaseEscrow_UnexpectedState", "close: LeaseEscrow_NotOver"],
] as const;

/**
 * Plays a history on the chain and in the reference.
 *
 * @returns What each call came to.
 * @throws Error with the whole history when the two differ.
 */
async function playHistory(chain: LeaseChain, number: number): Promise<string[]> {
  const random = randomOf(`${seed}/leases/${String(number)}`);
  const offer = drawOffer(random);
  await chain.recycle();
  await chain.publish(offer);
  const market: Reference = {
    offer,
    claims: await chain.claims(),
    leases: [],
    nowAt: await chain.nowAt(),
    ...{ filled: 0, active: 0 },
  };
  const startAt = market.nowAt;
  const told: string[] = [];
  const answers: string[] = [];
  const play = async ({ at, call }: Step): Promise<void> => {
    passTime(market, at);
    const expected = perform(market, call);
    const found = await chain.perform(at, call);
    told.push(`${String(at - startAt)} s: ${JSON.stringify(call)} → ${expected ?? "done"}`);
    answers.push(expected === null ? call.kind : `${call.kind}: ${expected}`);
    const open = market.leases.flatMap(({ state }, lease) => (state === "closed" ? [] : [lease]));
    const differences = await compare(chain, market, new Set([...open, ...leasesOf(call)]));
    if (found !== expected) differences.unshift(`the call came to ${found ?? "be done"}`);
    if (differences.length > 0) throw new Error(describeFailure(number, market, told, differences));
  };
  for (let left = random.between(8, 26); left > 0; left--) {
    const isUsedUp = market.active === 0 && market.filled === offer.maxFills;
    await play(drawStep(random, market));
    if (isUsedUp) break;
  }
  // In the end a stranger closes all, and the market holds nothing.
  const ends = market.leases.map(({ openedAt, leaseSeconds }) => openedAt + leaseSeconds + 1);
  await play({ at: Math.max(market.nowAt, ...ends), call: { kind: "wait" } });
  for (const [lease, { state }] of market.leases.entries()) {
    if (state !== "closed")
      await play({ at: market.nowAt, call: { kind: "close", from: "stranger", lease } });
  }
  const differences = await compare(chain, market, new Set(market.leases.keys()));
  if (differences.length > 0) throw new Error(describeFailure(number, market, told, differences));
  if (market.claims.get("escrow") !== 0n) {
    throw new Error(describeFailure(number, market, told, ["the market kept something"]));
  }
  return answers;
}

/** The leases that a call names. */
function leasesOf(call: Call): readonly number[] {
  if (call.kind === "checkInMany") return call.leases;
  return "lease" in call ? [call.lease] : [];
}

function describeFailure(
  number: number,
  { offer }: Reference,
  told: readonly string[],
  differences: readonly string[],
): string {
  const shown = JSON.stringify(offer, (_, value: unknown) =>
    typeof value === "bigint" ? `${String(value)}n` : value,
  );
  return [
    `history ${String(number)} of seed ${seed}: the chain differs from the reference`,
    `offer ${shown}`,
    ...told.map((line) => `  ${line}`),
    ...differences.map((difference) => `✘ ${difference}`),
  ].join("\n");
}
