import { randomBytes } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { randomOf } from "./random.ts";
import { compare, comparePayee } from "./sessions/compare.ts";
import { openSessionChain, type SessionChain } from "./sessions/sessionChain.ts";
import { drawStep, type Step } from "./sessions/sessionHistory.ts";
import {
  type Call,
  graceEndOf,
  perform,
  type Reference,
  type ReferenceSession,
} from "./sessions/sessionReference.ts";

// SessionEscrow against a reference in plain big integers: histories of calls and waits, drawn from a seed, with receipts
// that are stale, oversized, forged or of other sessions. After each step the word in storage, everybody's claims and
// the answer to the call must be the same, and the SDK's payee must think of each receipt what the contract does.

const isDeep = process.env["WATTLE_PROFILE"] === "deep";
const HISTORIES = isDeep ? 3_000 : 220;
const timeout = isDeep ? 3_600_000 : 600_000;
const seed = process.env["WATTLE_SEED"] ?? `0x${randomBytes(32).toString("hex")}`;

describe("SessionEscrow beside a reference", { timeout }, () => {
  let chain: SessionChain;

  before(async () => {
    chain = await openSessionChain();
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

/** Every kind of call must be taken, and refused for every reason that it has. */
const MUST_REACH = [
  ...["open", "topUp", "redeem", "redeemMany", "startClose", "close", "wait"],
  ...["open: SessionEscrow_UnexpectedState", "open: SessionEscrow_NotPayer", "open: Order_OutOfBounds"],
  ...["open: SessionEscrow_PayerKeyZero", "open: SessionEscrow_UnknownProvider"],
  ...["open: SessionEscrow_PayoutMismatch", "open: SessionEscrow_AmountOutOfBounds"],
  ...["open: ERC6909InsufficientBalance", "open: ERC6909InsufficientAllowance"],
  ...[
    "topUp: SessionEscrow_UnexpectedState",
    "topUp: SessionEscrow_NotPayer",
    "topUp: SessionEscrow_Expired",
  ],
  ...["topUp: SessionEscrow_AmountOutOfBounds", "redeem: SessionEscrow_UnexpectedState"],
  ...["redeem: SessionEscrow_ReceiptStale", "redeem: SessionEscrow_SignatureInvalid"],
  ...["redeemMany: SessionEscrow_SignatureInvalid", "startClose: SessionEscrow_UnexpectedState"],
  ...["startClose: SessionEscrow_NotPayer", "startClose: SessionEscrow_Expired"],
  ...["close: SessionEscrow_UnexpectedState", "close: SessionEscrow_TooEarly"],
] as const;

/**
 * Plays a history on the chain and in the reference.
 *
 * @returns What each call came to.
 * @throws Error with the whole history when the two differ.
 */
async function playHistory(chain: SessionChain, number: number): Promise<string[]> {
  const random = randomOf(`${seed}/sessions/${String(number)}`);
  await chain.recycle(random.pick([6_000n, 20_000n]));
  const startAt = await chain.nowAt();
  const market: Reference = {
    claims: await chain.claims(),
    allowance: await chain.allowance(),
    sessions: [],
    nowAt: startAt,
  };
  const openedBlocks = new Map<number, number>();
  const told: string[] = [];
  const answers: string[] = [];
  const play = async ({ at, call }: Step): Promise<void> => {
    market.nowAt = at;
    const all = market.sessions.map(({ terms }) => terms);
    const differences = comparePayee(chain, market, call);
    const reasons = perform(market, call);
    const found = await chain.perform(at, call, all);
    if (call.kind === "open" && found === null) openedBlocks.set(call.session, await chain.blockNumber());
    told.push(`${String(at - startAt)} s: ${shown(call)} → ${found ?? "done"}`);
    answers.push(found === null ? call.kind : `${call.kind}: ${found}`);
    const isRight = found === null ? reasons.length === 0 : reasons.includes(found);
    if (!isRight) differences.push(`the reasons to refuse it are: ${reasons.join(", ") || "none"}`);
    const touched = market.sessions.flatMap((session, index) => (isOpen(session) ? [index] : []));
    const numbers = new Set([...touched, ...sessionsOf(call)]);
    differences.push(...(await compare(chain, market, openedBlocks, numbers)));
    if (differences.length > 0) throw new Error(describeFailure(number, market, told, differences));
  };
  for (let left = random.between(8, 22); left > 0; left--) {
    // As random as the SDK's, as far as the chain can tell.
    await play(drawStep(random, market, BigInt(number * 100 + left)));
  }
  // In the end a stranger closes all, and the market holds nothing.
  for (const [session, each] of market.sessions.entries()) {
    const at = Math.max(market.nowAt, graceEndOf(each) + 1);
    if (isOpen(each)) await play({ at, call: { kind: "close", from: "stranger", session } });
  }
  const everything = new Set(market.sessions.keys());
  const differences = await compare(chain, market, openedBlocks, everything);
  if (differences.length > 0) throw new Error(describeFailure(number, market, told, differences));
  if (market.claims.get("escrow") !== 0n) {
    throw new Error(describeFailure(number, market, told, ["the market kept something"]));
  }
  return answers;
}

const isOpen = ({ state }: ReferenceSession): boolean => state === "open" || state === "closing";

/** The sessions that a call names. */
function sessionsOf(call: Call): readonly number[] {
  if (call.kind === "redeem") return [call.receipt.session];
  if (call.kind === "redeemMany") return call.receipts.map(({ session }) => session);
  return "session" in call ? [call.session] : [];
}

function shown(value: Call | Reference["sessions"]): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? `${String(each)}n` : each));
}

function describeFailure(
  number: number,
  { sessions }: Reference,
  told: readonly string[],
  differences: readonly string[],
): string {
  return [
    `history ${String(number)} of seed ${seed}: the chain differs from the reference`,
    `sessions in the end ${shown(sessions)}`,
    ...told.map((line) => `  ${line}`),
    ...differences.map((difference) => `✘ ${difference}`),
  ].join("\n");
}
