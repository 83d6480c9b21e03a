import { after, before, describe } from "node:test";
import { type Market, openMarket } from "../support/market.ts";
import { stopTestWorkers } from "../support/testWorker.ts";
import { badClients } from "./badClients.ts";
import { commands } from "./commands.ts";
import { honestClients } from "./honestClients.ts";
import { kills } from "./kills.ts";
import { restarts } from "./restarts.ts";

// Each with providers and clients of their own, so that they can share a chain and their waiting.
describe("the worker", { concurrency: true }, () => {
  let market: Market;
  before(async () => {
    market = await openMarket();
  });
  after(async () => {
    await stopTestWorkers();
    await market.close();
  });

  honestClients(() => market);
  badClients(() => market);
  restarts(() => market);
  kills(() => market);
  commands(() => market);
});
