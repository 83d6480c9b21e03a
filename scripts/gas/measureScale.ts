import type { Contract } from "ethers";
import { measureLife } from "./measureSteps.ts";
import { createMarket, onboard, TAKE } from "./market.ts";

// An estimate would run each batch a dozen times; the most that one transaction may use runs it once.
const BATCH = 30;
const BATCH_GAS = 16_000_000;
const ONE = 10n ** 18n;

/** One figure beside crowds of different sizes. */
export interface ScaleRow {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly gas: readonly bigint[];
  /** The largest change between sizes, as a fraction of the first. */
  readonly change: number;
}

/** Measures a warm life beside as many earlier providers, offers and open jobs as each size says. */
export async function measureScale(sizes: readonly number[]): Promise<readonly ScaleRow[]> {
  const lives: Awaited<ReturnType<typeof measureLife>>[] = [];
  for (const size of sizes) lives.push(await lifeBeside(size));
  return (["open", "submit", "settle", "total"] as const).map((step) => {
    const gas = lives.map((life) => life[step]);
    const [first = 1n] = gas;
    const change = Math.max(...gas.map((figure) => Math.abs(Number(figure - first) / Number(first))));
    return { name: step === "total" ? "open + submit + settle" : step, sizes, gas, change };
  });
}

async function lifeBeside(size: number) {
  const market = await createMarket();
  await onboard(market);
  const crowd = (await market.ethers.deployContract("Crowd", [
    market.escrowAddress,
    market.tokenAddress,
  ])) as unknown as Contract;
  const offer = market.offer({ collateral: 0 });
  await market.token.mint(await crowd.getAddress(), BigInt(size) * 10n * ONE);
  for (let grown = 0; grown < size; grown += BATCH) {
    const count = Math.min(BATCH, size - grown);
    await crowd.getFunction("grow")(count, offer, TAKE, { gasLimit: BATCH_GAS });
  }
  const own = market.offer();
  const signature = await market.sign(own);
  await measureLife(market, own, signature);
  return measureLife(market, own, signature);
}
