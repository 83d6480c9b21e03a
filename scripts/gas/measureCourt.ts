import { type CaseGas, openCourtMarket, PANEL_SEATS } from "./courtMarket.ts";
import type { Market } from "./market.ts";
import type { GasStep } from "./measureSteps.ts";

/** What all of a dispute costs before a court, whoever pays for it. */
export const disputeTotal = (
  dispute: bigint,
  { open, draw, commit, reveal, apply, finish }: CaseGas,
): bigint => dispute + open + draw + BigInt(PANEL_SEATS) * (commit + reveal) + apply + finish;

/** Measures a dispute before three drawn jurors. */
export async function measureCourt(market: Market): Promise<readonly GasStep[]> {
  const { disputed, judgeCase } = await openCourtMarket(market, PANEL_SEATS, 1);
  // Not measured: it gives the court and its jurors their first claims, which costs more than every later case.
  const first = await disputed();
  await judgeCase(first.terms, first.jobId, false);

  const job = await disputed();
  const gas = await judgeCase(job.terms, job.jobId, false);
  return [
    { name: "court: open a case", gas: gas.open },
    { name: "court: draw three seats", gas: gas.draw },
    { name: "court: commit", gas: gas.commit },
    { name: "court: reveal", gas: gas.reveal },
    { name: "court: apply the ruling, provider wrong", gas: gas.apply },
    { name: "court: finish, three seats paid", gas: gas.finish },
    { name: "court: a full dispute with three jurors, all told", gas: disputeTotal(job.gas, gas) },
  ];
}
