import type { Signer } from "ethers";
import type { LeaseTermsStruct } from "../../sdk/src/contracts/LeaseEscrow.ts";
import { measureLease, openLeaseMarket } from "./leaseMarket.ts";
import { LONG_AFTER_SECONDS, type Market } from "./market.ts";
import type { GasStep } from "./measureSteps.ts";

const BATCH = 20;

/** Measures the life of a lease, beside an open one. */
export async function measureLeases(market: Market): Promise<readonly GasStep[]> {
  const leaseMarket = await openLeaseMarket(market);
  const { open, byOperator } = leaseMarket;
  // This one stays open: a market in use never holds nothing.
  const first = await open();
  const life = await measureLease(market, leaseMarket);

  const late = await open();
  await market.gasOf(byOperator.checkIn(late.terms));
  await market.time.increase(LONG_AFTER_SECONDS);
  const byAnyone = market.leases.connect(market.stranger as Signer);
  const closeLate = await market.gasOf(byAnyone.close(late.terms));

  const many: LeaseTermsStruct[] = [];
  for (let count = 0; count < BATCH; count++) many.push((await open()).terms);
  await market.gasOf(byOperator.checkInMany(many));
  await market.time.increase(200);
  const checkInMany = await market.gasOf(byOperator.checkInMany(many));
  const total = life.open + life.withdraw + life.close;
  return [
    { name: "lease: open by the first fill of a signed offer", gas: first.gas },
    { name: "lease: open, warm", gas: life.open },
    { name: "lease: check in, the first", gas: life.firstCheckIn },
    { name: "lease: check in", gas: life.checkIn },
    { name: `lease: check in on ${String(BATCH)}, a lease`, gas: checkInMany / BigInt(BATCH) },
    { name: "lease: withdraw", gas: life.withdraw },
    { name: "lease: top up", gas: life.topUp },
    { name: "lease: close by the client", gas: life.close },
    { name: "lease: close by anyone, at the end", gas: closeLate },
    { name: "lease: open + withdraw + close, warm", gas: total, budget: 240_000n },
    { name: "lease: the same with its first check-in", gas: total + life.firstCheckIn },
  ];
}
