import { after, before } from "node:test";
import { type Market, openMarket } from "./market.ts";
import { stopTestWorkers } from "./testWorker.ts";

/**
 * Opens a market before the tests of the suite that it is called in, and closes it after them, with every worker that
 * they left running.
 *
 * @returns The market, for hooks and tests of the suite.
 */
export function suiteMarket(): () => Market {
  let market: Market | undefined;
  before(async () => {
    market = await openMarket();
  });
  after(async () => {
    await stopTestWorkers();
    await market?.close();
  });
  return () => {
    if (market === undefined) throw new Error("The suite's market is not open yet.");
    return market;
  };
}
