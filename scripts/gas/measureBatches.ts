import type { Signer } from "ethers";
import { LONG_AFTER_SECONDS, type Market } from "./market.ts";
import type { GasStep } from "./measureSteps.ts";

const BATCH = 50;

/** Measures a job's share of a batch of jobs of one provider, and a request's take. */
export async function measureBatches(market: Market, machineId: string): Promise<readonly GasStep[]> {
  const { escrow, stranger } = market;
  const byStranger = escrow.connect(stranger as Signer);
  const offer = market.offer({ slots: BATCH, collateral: 10n ** 17n });
  const signature = await market.sign(offer);
  const open = async (submitted: boolean) => {
    const all = [];
    for (let count = 0; count < BATCH; count++) {
      const { terms } = await market.take(offer, signature);
      if (submitted) await market.submit(terms);
      all.push(terms);
    }
    await market.time.increase(LONG_AFTER_SECONDS);
    return all;
  };
  const settled = await market.gasOf(byStranger.settleMany(await open(true)));
  const expired = await market.gasOf(byStranger.expireMany(await open(false)));

  const request = market.request();
  const taken = await market.takeRequest(request, await market.signRequest(request), machineId);
  return [
    {
      name: `settle in a batch of ${String(BATCH)}, a job`,
      gas: settled / BigInt(BATCH),
      budget: 30_000n,
    },
    { name: `expire in a batch of ${String(BATCH)}, a job`, gas: expired / BigInt(BATCH) },
    { name: "take a signed request that asks for a machine and stake", gas: taken.gas },
  ];
}
