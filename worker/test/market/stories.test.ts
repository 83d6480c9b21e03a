import { describe } from "node:test";
import { suiteMarket } from "../support/suiteMarket.ts";
import { badClients } from "./badClients.ts";
import { commands } from "./commands.ts";
import { honestClients } from "./honestClients.ts";
import { kills } from "./kills.ts";
import { restarts } from "./restarts.ts";

// Each with providers and clients of their own, so that they can share a chain and their waiting.
describe("the worker", { concurrency: true }, () => {
  const market = suiteMarket();

  honestClients(market);
  badClients(market);
  restarts(market);
  kills(market);
  commands(market);
});
