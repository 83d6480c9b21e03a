import { createPayee, ReceiptInvalidError } from "../../../sdk/src/sessions/index.ts";
import type { SessionChain } from "./sessionChain.ts";
import { type Call, type Reference, sessionAt, worthOf } from "./sessionReference.ts";

const STATES = ["none", "open", "closing", "closed"] as const;

/**
 * Where chain and reference differ, in words; empty if nowhere.
 *
 * @param openedBlocks The block of each session's opening.
 * @param numbers The sessions to look at.
 */
export async function compare(
  chain: SessionChain,
  market: Reference,
  openedBlocks: ReadonlyMap<number, number>,
  numbers: ReadonlySet<number>,
): Promise<string[]> {
  const differences: string[] = [];
  const same = (what: string, found: unknown, expected: unknown): void => {
    if (found !== expected) differences.push(`${what} is ${String(found)}, not ${String(expected)}`);
  };
  const [claims, allowance, ...observed] = await Promise.all([
    chain.claims(),
    chain.allowance(),
    ...market.sessions.map(({ terms }, number) =>
      numbers.has(number) ? chain.observe(chain.termsOf(terms)) : undefined,
    ),
  ]);
  for (const [party, claim] of market.claims) same(`the claim of ${party}`, claims.get(party), claim);
  same("the pauper's allowance", allowance, market.allowance);
  let held = 0n;
  for (const [number, session] of market.sessions.entries()) {
    if (session.state !== "closed") held += session.deposited - session.redeemed;
    const seen = observed[number];
    if (seen === undefined) continue;
    const named = (what: string, found: unknown, expected: unknown): void =>
      same(`session ${String(number)}: ${what}`, found, expected);
    named("state", STATES[seen.state], session.state);
    named("deposited", seen.deposited, session.deposited);
    named("redeemed", seen.redeemed, session.redeemed);
    named("graceUntil", seen.graceUntil, session.graceUntil);
    named("openedBlock", seen.openedBlock, openedBlocks.get(number) ?? 0);
  }
  same("what the market holds", claims.get("escrow"), held);
  return differences;
}

/**
 * Where the SDK's payee would take another receipt than the reference, or make another amount of it. It is asked before
 * the call.
 */
export function comparePayee(chain: SessionChain, market: Reference, call: Call): string[] {
  const receipts = call.kind === "redeem" ? [call.receipt] : call.kind === "redeemMany" ? call.receipts : [];
  const all = market.sessions.map(({ terms }) => terms);
  return receipts.flatMap((receipt) => {
    const session = sessionAt(market, receipt.session);
    if (session.terms.payerKey === "none") return [];
    const { chainId, sessionEscrow } = chain;
    const { deposited, redeemed } = session;
    const { terms, ...signed } = chain.sign(receipt, all);
    const payee = createPayee({ chainId, sessionEscrow, terms, deposited, redeemed });
    try {
      payee.check({ sessionId: payee.sessionId, ...signed });
      if (receipt.kind !== "good") return [`the payee takes a receipt ${receipt.kind}`];
    } catch (error) {
      if (!(error instanceof ReceiptInvalidError)) throw error;
      return receipt.kind === "good" ? [`the payee refuses a good receipt: ${error.message}`] : [];
    }
    const worth = worthOf(session, receipt.amount);
    return payee.unredeemed === worth
      ? []
      : [`the payee makes ${String(payee.unredeemed)} of a receipt, not ${String(worth)}`];
  });
}
