import { setTimeout as sleep } from "node:timers/promises";
import {
  approveMarket,
  closeLease,
  findLeaseOffers,
  getLease,
  getLeaseEvents,
  type LeaseEvent,
  openLease,
  prepareLeaseOffer,
  signLeaseOffer,
  topUpLease,
  UNLIMITED_ALLOWANCE,
  type WattleClient,
} from "@wattle/sdk";
import { showTokens } from "../money.ts";
import { stepsOf } from "./jobReceipt.ts";
import type { Play, StoryEnd } from "./play.ts";

const GRACE_SECONDS = 8;
const FUNDED_SECONDS = GRACE_SECONDS;
const HELD_SECONDS = 2;
const EXTRA_SECONDS = 60;
const LEASE_SECONDS = 600;
const LOOK_MS = 200;
const STEP_NAMES: Readonly<Partial<Record<LeaseEvent["type"], string>>> = {
  "lease-opened": "open",
  "lease-topped-up": "top up",
  "lease-withdrawn": "withdraw",
  "lease-closed": "close",
};

/** A machine is rented by the second: it runs dry, is held, topped up, and given back. */
export async function playLeased(play: Play): Promise<StoryEnd> {
  const { client, screen, stage, providers, names, signal } = play;
  const { token } = stage;
  const market = client.deployment.contracts.leaseEscrow;
  const lessor = providers.find(({ machine }) => machine.name === "Bedroom");
  if (lessor === undefined) throw new Error("There is no machine to lease.");
  const { machine, keys, machineId } = lessor;
  const prepared = await prepareLeaseOffer(client, {
    ...{ provider: keys.owner.address, token, ratePerSecond: machine.ratePerSecond, machineId, signal },
    graceSeconds: GRACE_SECONDS,
  });
  const signed = await signLeaseOffer(stage.clientFor(keys.operator), { offer: prepared });
  screen.say(
    machine.name,
    `offers itself at ${showTokens(machine.ratePerSecond)} a second, signed by its worker's key`,
  );

  await approveMarket(client, { token, amount: UNLIMITED_ALLOWANCE, market, signal });
  const wanted = { token, leaseSeconds: LEASE_SECONDS, fundedSeconds: FUNDED_SECONDS };
  const { matches } = await findLeaseOffers(client, {
    ...wanted,
    offers: [signed],
    published: false,
    signal,
  });
  const [match] = matches;
  if (match === undefined) throw new Error("The offer of the lease does not do.");
  const { leaseId, terms, deposit } = await openLease(client, { ...match, ...wanted, signal });
  screen.say(
    "client",
    `rents ${machine.name} and pays ${showTokens(deposit)} in: ${String(FUNDED_SECONDS)} seconds`,
  );

  // Served is what the provider checked in for; a little more than was paid in, so that the machine was held for it.
  await until(client, leaseId, signal, (served) => served >= FUNDED_SECONDS + HELD_SECONDS);
  screen.say("client", "ran dry; the machine is held, and it pays for that as it tops up");
  await topUpLease(client, { terms, extraSeconds: EXTRA_SECONDS, signal });
  const { servedSeconds: before } = await getLease(client, { leaseId, signal });
  await until(client, leaseId, signal, (served) => served > before);
  const { amount, rest, blockNumber } = await closeLease(client, { terms, signal });

  const events = await getLeaseEvents(client, {
    leaseId,
    fromBlock: terms.openedAt === 0 ? 0 : client.deployment.startBlock,
    signal,
  });
  const seconds = await secondsThere(client, events, blockNumber);
  const price = terms.ratePerSecond * BigInt(seconds);
  if (amount !== price) throw new Error(`${showTokens(amount)} were paid for ${String(seconds)} seconds.`);
  screen.say(
    "client",
    `gives it back: pays for ${String(seconds)} seconds, counted by itself from the blocks' times, and gets ${showTokens(rest)} back`,
  );
  const checkIns = events.filter(({ type }) => type === "lease-checked-in").length;
  const steps = events.flatMap(({ type, transactionHash }) => {
    const step = STEP_NAMES[type];
    return step === undefined ? [] : [{ step, transactionHash }];
  });
  return {
    receipt: {
      deal: "leased",
      id: leaseId,
      provider: machine.name,
      state: "closed",
      price: terms.ratePerSecond * BigInt(FUNDED_SECONDS + EXTRA_SECONDS),
      steps: await stepsOf(client, names, steps),
      seconds,
      energyMillijoules: null,
      adapter: null,
      outcome: `${machine.name}'s cold wallet got ${showTokens(price)} for ${String(seconds)} s; it checked in ${String(checkIns)} times`,
    },
    changes: new Map([
      ["client", -price],
      [`${machine.name}'s cold wallet`, price],
    ]),
    burned: 0n,
  };
}

/** Waits until the provider's check-ins have reached so far. */
async function until(
  client: WattleClient,
  leaseId: string,
  signal: AbortSignal,
  isEnough: (servedSeconds: number) => boolean,
): Promise<void> {
  while (!isEnough((await getLease(client, { leaseId, signal })).servedSeconds))
    await sleep(LOOK_MS, undefined, { signal });
}

/** How many seconds lie within the grace of a check-in, one by one, up to the block that ended the lease. */
async function secondsThere(
  client: WattleClient,
  events: readonly LeaseEvent[],
  endBlock: number,
): Promise<number> {
  const timeOf = async (blockNumber: number): Promise<number> => {
    const block = await client.provider.getBlock(blockNumber);
    if (block === null) throw new Error(`The chain has no block ${String(blockNumber)}.`);
    return block.timestamp;
  };
  const checkIns = events.filter(({ type }) => type === "lease-checked-in");
  const times = await Promise.all(checkIns.map(({ blockNumber }) => timeOf(blockNumber)));
  const endedAt = await timeOf(endBlock);
  let seconds = 0;
  for (let second = times[0] ?? endedAt; second < endedAt; second++) {
    if (times.some((time) => time <= second && second < time + GRACE_SECONDS)) seconds++;
  }
  return seconds;
}
