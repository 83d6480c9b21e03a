import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  approveMarket,
  closeSession,
  getSession,
  getSessionEvents,
  openSession,
  type SessionEvent,
  startCloseSession,
  UNLIMITED_ALLOWANCE,
} from "@wattle/sdk";
import { createPayer, createSessionCaller } from "@wattle/sdk/sessions";
import type { ListeningEvent, SessionEvent as SessionToldEvent, WorkerEvent } from "@wattle/worker";
import { Wallet } from "ethers";
import { computeTile } from "../../../examples/julia/computeTile.ts";
import { drawTiles } from "../../../examples/julia/drawTiles.ts";
import { encodeTile } from "../../../examples/julia/tile.ts";
import { tilingOf } from "../../../examples/julia/tiling.ts";
import { encodePng } from "../../../examples/render/png.ts";
import { showTokens } from "../money.ts";
import { CALL_SERVICE, isStarted } from "../provider.ts";
import { stepsOf } from "./jobReceipt.ts";
import type { Play, StoryEnd } from "./play.ts";

const [COLUMNS, ROWS, STEP] = [40, 25, 10];
const CALLS = COLUMNS * ROWS;
/** Beyond what the calls cost, so that something comes back. */
const SPARE_CALLS = 200;
const SESSION_SECONDS = 7_200;
const GRACE_SECONDS = 3_600;
const PROGRESS_EVERY = 100;
const LOOK_MS = 200;
const STEP_NAMES: Readonly<Record<SessionEvent["type"], string>> = {
  "session-opened": "open",
  "session-topped-up": "top up",
  "receipt-redeemed": "redeem",
  "session-closing": "start to close",
  "session-closed": "close",
};

/** A second client pays for 1,000 calls, each after it has checked the one before; one transaction settles them. */
export async function playMetered(play: Play): Promise<StoryEnd> {
  const { secondClient: client, screen, stage, providers, names, signal } = play;
  const seller = providers.find(({ machine }) => machine.callPrice !== null);
  const price = seller?.machine.callPrice;
  if (!seller || !price) throw new Error("Nobody sells calls.");
  const { name } = seller.machine;
  const { url } = await seller.waitFor(isListening);
  const { adapter } = await seller.waitFor(isStarted);

  const { token } = stage;
  const market = client.deployment.contracts.sessionEscrow;
  await approveMarket(client, { token, amount: UNLIMITED_ALLOWANCE, market, signal });
  // A key that signs receipts and owns nothing: the caller needs no other.
  const payerKey = Wallet.createRandom();
  const now = (await client.provider.getBlock("latest"))?.timestamp ?? 0;
  const deposit = price * BigInt(CALLS + SPARE_CALLS);
  const { sessionId, terms } = await openSession(client, {
    ...{ provider: seller.keys.owner.address, token, amount: deposit, payerKey: payerKey.address },
    ...{ expiresAt: now + SESSION_SECONDS, graceSeconds: GRACE_SECONDS, signal },
  });
  screen.say(
    "2nd client",
    `opened a session with ${name}: ${showTokens(deposit)}, at ${showTokens(price)} a call`,
  );
  await seller.waitFor(
    (event): event is SessionToldEvent => event.event === "session" && event.sessionId === sessionId,
  );

  const { chainId } = client;
  const payer = createPayer({
    ...{ chainId, sessionEscrow: market, sessionId, deposited: deposit, signer: payerKey },
    ...{ maxPerCall: price, cap: price * BigInt(CALLS) },
  });
  const caller = createSessionCaller({ baseUrl: url, serviceId: CALL_SERVICE, payer, signal });
  const tiling = tilingOf(COLUMNS, ROWS, STEP);
  const answers: Uint8Array[] = [];
  const startedAt = performance.now();
  for (const tile of tiling.tiles) {
    // The next receipt is not signed before this answer was compared with plain JavaScript.
    const check = (answer: Uint8Array): boolean => Buffer.compare(answer, computeTile(tile)) === 0;
    answers.push(await caller.call(encodeTile(tile), { check, signal }));
    if (answers.length % PROGRESS_EVERY === 0)
      screen.progress(
        "2nd client",
        `${String(answers.length)} of ${String(CALLS)} calls answered and checked`,
      );
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const { rgba, width, height } = drawTiles(tiling, answers);
  await mkdir(dirname(play.tilesFile), { recursive: true });
  await writeFile(play.tilesFile, encodePng(rgba, width, height));
  screen.say(
    "2nd client",
    `made ${String(CALLS)} calls in ${seconds.toFixed(1)} s, each checked before the next was paid; a picture: ${play.tilesFile}`,
  );

  await startCloseSession(client, { terms, signal });
  const total = price * BigInt(CALLS);
  while ((await getSession(client, { sessionId, signal })).redeemed < total)
    await sleep(LOOK_MS, undefined, { signal });
  const { rest } = await closeSession(stage.clientFor(seller.keys.owner), { terms, signal });
  const events = await getSessionEvents(client, { sessionId, signal });
  const redemptions = events.filter(({ type }) => type === "receipt-redeemed").length;
  if (redemptions !== 1 || rest !== deposit - total)
    throw new Error(
      `The calls were settled in ${String(redemptions)} transactions, with ${showTokens(rest)} left.`,
    );
  screen.say(
    name,
    `redeemed one receipt for all of them: ${showTokens(total)}; its owner ends the session at once`,
  );
  return {
    receipt: {
      deal: "metered",
      id: sessionId,
      provider: name,
      state: "closed",
      price: deposit,
      steps: await stepsOf(
        client,
        names,
        events.map(({ type, transactionHash }) => ({ step: STEP_NAMES[type], transactionHash })),
      ),
      seconds: Math.round(seconds),
      energyMillijoules: null,
      adapter,
      outcome: `${name}'s cold wallet got ${showTokens(total)} for ${String(CALLS)} calls, the 2nd client ${showTokens(rest)} back`,
    },
    changes: new Map([
      ["2nd client", -total],
      [`${name}'s cold wallet`, total],
    ]),
    burned: 0n,
  };
}

const isListening = (event: WorkerEvent): event is ListeningEvent => event.event === "listening";
