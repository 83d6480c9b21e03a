import type { Signer } from "ethers";
import { measureBatches } from "./measureBatches.ts";
import { measureCourt } from "./measureCourt.ts";
import { measureDisputes } from "./measureDisputes.ts";
import { measureLeases } from "./measureLeases.ts";
import { measureOnboarding } from "./measureOnboarding.ts";
import { measureSessions } from "./measureSessions.ts";
import { createMarket, LONG_AFTER_SECONDS, onboard, type Market } from "./market.ts";

/** One measured figure. */
export interface GasStep {
  readonly name: string;
  readonly gas: bigint;
  /** The most that it may be, from the design's budgets. */
  readonly budget?: bigint;
}

/** Opens, submits and settles one job; every step by its receipt, each from an ordinary account. */
export async function measureLife(market: Market, offer: Parameters<Market["take"]>[0], signature: string) {
  const opened = await market.take(offer, signature);
  const submitted = await market.submit(opened.terms);
  await market.time.increase(LONG_AFTER_SECONDS);
  const settled = await market.gasOf(market.escrow.connect(market.stranger as Signer).settle(opened.terms));
  return { open: opened.gas, submit: submitted, settle: settled, total: opened.gas + submitted + settled };
}

/** Measures every step of a job on a fresh chain. */
export async function measureSteps(): Promise<readonly GasStep[]> {
  const market = await createMarket();
  const { escrow, operator, owner, stranger } = market;
  const steps: GasStep[] = [];
  for (const [name, gas] of await onboard(market)) steps.push({ name, gas });

  const first = market.offer();
  const signature = await market.sign(first);
  const cold = await measureLife(market, first, signature);
  steps.push({ name: "first life of a market, all told", gas: cold.total });
  const idle = await measureLife(market, first, signature);
  steps.push({ name: "life in a market with no other job, all told", gas: idle.total });

  // A second client's job stays open from here on: a market in use never holds nothing.
  const other = market.offer();
  await market.take(other, await market.sign(other));
  const warm = await measureLife(market, first, signature);
  steps.push(
    { name: "open by a signed offer, warm", gas: warm.open },
    { name: "submit, warm", gas: warm.submit },
    { name: "settle, warm", gas: warm.settle },
    { name: "open + submit + settle, warm", gas: warm.total, budget: 215_000n },
  );

  const fresh = market.offer();
  const freshLife = await measureLife(market, fresh, await market.sign(fresh));
  steps.push({ name: "open + submit + settle, first fill of a newly signed offer", gas: freshLife.total });

  const published = market.offer();
  steps.push({
    name: "publish an offer",
    gas: await market.gasOf(escrow.connect(owner as Signer).publishOffer(published)),
  });
  steps.push({
    name: "open by a published offer, first fill",
    gas: (await market.take(published, "0x")).gas,
  });

  const accepted = await market.take(first, signature);
  await market.submit(accepted.terms);
  steps.push({ name: "accept", gas: await market.gasOf(escrow.accept(accepted.terms)) });

  const declined = await market.take(first, signature);
  steps.push({
    name: "decline",
    gas: await market.gasOf(escrow.connect(operator as Signer).decline(declined.terms, "inputs not found")),
  });

  for (const name of ["expire, a client's first claim", "expire with refund and slash, warm"]) {
    const late = await market.take(first, signature);
    await market.time.increase(LONG_AFTER_SECONDS);
    const gas = await market.gasOf(escrow.connect(stranger as Signer).expire(late.terms));
    steps.push(name.endsWith("warm") ? { name, gas, budget: 100_000n } : { name, gas });
  }
  const given = await market.take(first, signature);
  steps.push({
    name: "forfeit, warm",
    gas: await market.gasOf(escrow.connect(operator as Signer).forfeit(given.terms)),
  });
  const { registry } = market;
  const [added] = await registry.queryFilter(registry.filters.MachineAdded(owner.address));
  if (added === undefined) throw new Error("no machine was added");
  steps.push(
    ...(await measureBatches(market, added.args.machineId)),
    ...(await measureDisputes(market)),
    ...(await measureLeases(market)),
    ...(await measureSessions(market)),
    ...(await measureOnboarding(market)),
    ...(await measureCourt(market)),
  );
  return steps;
}
