import type { Signer } from "ethers";
import { LONG_AFTER_SECONDS, type Market } from "./market.ts";
import type { GasStep } from "./measureSteps.ts";

/** Measures every way through a dispute, with an adjudicator of two of three signers. */
export async function measureDisputes(market: Market): Promise<readonly GasStep[]> {
  const { adjudicator, escrow, escrowAddress, registry, owner, stranger } = market;
  const steps: GasStep[] = [];
  const note = async (name: string, sent: Parameters<Market["gasOf"]>[0]): Promise<void> => {
    steps.push({ name, gas: await market.gasOf(sent) });
  };
  const judge = await adjudicator.getAddress();
  await registry.setOperatorBound(owner.address, market.tokenAddress, judge, 1);
  const offer = market.offer({ adjudicator: judge });
  const signature = await market.sign(offer);
  const disputed = async () => {
    const job = await market.take(offer, signature);
    await market.submit(job.terms);
    return { ...job, gas: await market.gasOf(escrow.dispute(job.terms)) };
  };
  const byStranger = escrow.connect(stranger as Signer);
  const rule = async (jobId: string, providerRight: boolean) =>
    adjudicator.rule(escrowAddress, jobId, providerRight, await market.attest(jobId, providerRight));
  const ruled = async (providerRight: boolean) => {
    const job = await disputed();
    await market.gasOf(byStranger.openCase(job.terms));
    await market.gasOf(rule(job.jobId, providerRight));
    return job;
  };
  // Not measured: it gives the adjudicator and its signers their first claims, which costs more than every later case.
  await market.gasOf(byStranger.applyRuling((await ruled(true)).terms));

  const { gas, jobId, terms } = await disputed();
  steps.push({ name: "dispute", gas });
  await note("open a case, attested adjudicator", byStranger.openCase(terms));
  await note("rule, 2 of 3 signers", rule(jobId, true));
  await note("apply a ruling: provider right", byStranger.applyRuling(terms));
  await note("apply a ruling: provider wrong", byStranger.applyRuling((await ruled(false)).terms));

  await note("concede, no case open", escrow.concede((await disputed()).terms));
  const told = await disputed();
  await market.gasOf(byStranger.openCase(told.terms));
  await note("concede, case open", escrow.concede(told.terms));
  const silent = await disputed();
  await market.time.increase(10 * LONG_AFTER_SECONDS);
  await note("split without a ruling", byStranger.noRuling(silent.terms));
  return steps;
}
