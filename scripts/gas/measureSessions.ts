import type { Signer } from "ethers";
import type { SessionTermsStruct } from "../../sdk/src/contracts/SessionEscrow.ts";
import { LONG_AFTER_SECONDS, type Market } from "./market.ts";
import type { GasStep } from "./measureSteps.ts";
import { CENT, openSessionMarket } from "./sessionMarket.ts";

const BATCH = 20;

/** Measures the life of a session, beside an open one. */
export async function measureSessions(market: Market): Promise<readonly GasStep[]> {
  const { open, redeem, redeemMany, byStranger } = await openSessionMarket(market);
  const { sessions, owner } = market;
  // This one stays open: a market in use never holds nothing.
  await open();
  const { terms, gas } = await open();
  const first = await redeem(terms, 3n * CENT);
  const warm = await redeem(terms, 5n * CENT);
  const topUp = await market.gasOf(sessions.topUp(terms, 10n * CENT));
  const startClose = await market.gasOf(sessions.startClose(terms));
  await market.time.increase(LONG_AFTER_SECONDS);
  const close = await market.gasOf(byStranger.close(terms));
  const waived = (await open()).terms;
  const closeByProvider = await market.gasOf(sessions.connect(owner as Signer).close(waived));

  const many: SessionTermsStruct[] = [];
  for (let number = 0; number < BATCH; number++) many.push((await open()).terms);
  const firstBatch = await redeemMany(many, 3n * CENT);
  const batch = await redeemMany(many, 5n * CENT);
  const each = (total: bigint): bigint => total / BigInt(BATCH);
  return [
    { name: "session: open, warm", gas },
    { name: "session: redeem, the first of a session", gas: first, budget: 60_000n },
    { name: "session: redeem, warm", gas: warm, budget: 60_000n },
    {
      name: `session: redeem the first receipts of ${String(BATCH)} sessions, a receipt`,
      gas: each(firstBatch),
      budget: 25_000n,
    },
    { name: `session: redeem in a batch of ${String(BATCH)}, a receipt`, gas: each(batch), budget: 25_000n },
    { name: "session: top up", gas: topUp },
    { name: "session: start to close", gas: startClose },
    { name: "session: close by anyone, after the grace", gas: close },
    { name: "session: close by the owner, at once", gas: closeByProvider },
  ];
}
