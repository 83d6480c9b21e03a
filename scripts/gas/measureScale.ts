import type { Contract } from "ethers";
import { openCourtMarket } from "./courtMarket.ts";
import { disputeTotal } from "./measureCourt.ts";
import { measureLease, openLeaseMarket } from "./leaseMarket.ts";
import { createMarket, onboard, TAKE } from "./market.ts";
import { measureLife } from "./measureSteps.ts";
import { CENT, openSessionMarket } from "./sessionMarket.ts";

// An estimate would run each batch a dozen times; the most that one transaction may use runs it once.
const BATCH = 20;
const BATCH_GAS = 16_000_000;
const ONE = 10n ** 18n;
/** More than what one member's job, lease and session cost. */
const TOKENS_A_MEMBER = ONE;

/** One figure beside crowds of different sizes. */
export interface ScaleRow {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly gas: readonly bigint[];
  /** The largest change between sizes, as a fraction of the first. */
  readonly change: number;
}

/**
 * Measures warm lives beside as many earlier providers as each size says, each with its offers and an open job, lease
 * and session.
 */
export async function measureScale(sizes: readonly number[]): Promise<readonly ScaleRow[]> {
  const lives: ReadonlyMap<string, bigint>[] = [];
  for (const size of sizes) lives.push(await livesBeside(size));
  return [...(lives[0]?.keys() ?? [])].map((name) => {
    const gas = lives.map((life) => life.get(name) ?? 0n);
    const [first = 1n] = gas;
    const change = Math.max(...gas.map((figure) => Math.abs(Number(figure - first) / Number(first))));
    return { name, sizes, gas, change };
  });
}

async function livesBeside(size: number): Promise<ReadonlyMap<string, bigint>> {
  const market = await createMarket();
  await onboard(market);
  const leaseMarket = await openLeaseMarket(market);
  const sessionMarket = await openSessionMarket(market);
  const session = await sessionMarket.open();
  const crowd = (await market.ethers.deployContract("Crowd", [
    market.escrowAddress,
    await market.leases.getAddress(),
    await market.sessions.getAddress(),
    market.tokenAddress,
  ])) as unknown as Contract;
  const offer = market.offer({ collateral: 0 });
  await market.token.mint(await crowd.getAddress(), BigInt(size) * TOKENS_A_MEMBER);
  for (let grown = 0; grown < size; grown += BATCH) {
    const count = Math.min(BATCH, size - grown);
    const deposit = BigInt(count) * TOKENS_A_MEMBER;
    await crowd.getFunction("grow")(count, deposit, offer, TAKE, leaseMarket.offer, session.terms, {
      gasLimit: BATCH_GAS,
    });
  }
  const own = market.offer();
  const signature = await market.sign(own);
  await measureLife(market, own, signature);
  const { total, ...steps } = await measureLife(market, own, signature);
  await measureLease(market, leaseMarket);
  const lease = await measureLease(market, leaseMarket);
  await sessionMarket.redeem(session.terms, CENT);
  const court = await openCourtMarket(market, 1, size);
  const heard = await court.disputed();
  await court.judgeCase(heard.terms, heard.jobId, false);
  const dispute = await court.disputed();
  const hearing = await court.judgeCase(dispute.terms, dispute.jobId, false);
  return new Map([
    ...Object.entries(steps),
    ["open + submit + settle", total],
    ...Object.entries(lease).map(([step, gas]): [string, bigint] => [`lease: ${inWords(step)}`, gas]),
    ["session: open", (await sessionMarket.open()).gas],
    ["session: redeem", await sessionMarket.redeem(session.terms, 2n * CENT)],
    ...Object.entries(hearing).map(([step, gas]): [string, bigint] => [`court: ${step}`, gas]),
    ["court: a full dispute with three jurors", disputeTotal(dispute.gas, hearing)],
  ]);
}

const inWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
