import { after, before, describe } from "node:test";
import { describeCutOffs } from "./stories/describeCutOffs.ts";
import { describePending } from "./stories/describePending.ts";
import { describePlan } from "./stories/describePlan.ts";
import { describeStrangers } from "./stories/describeStrangers.ts";
import { describeTampering } from "./stories/describeTampering.ts";
import { type RehearsalChain, startRehearsalChain } from "./support/rehearsalChain.ts";

describe("a deployment to Ethereum's test network, on anvil", () => {
  let chain: RehearsalChain;

  before(async () => {
    chain = await startRehearsalChain("anvil", "sepolia");
  });
  after(() => chain.stop());

  describePlan(() => chain);
  describeStrangers(() => chain);
  describeCutOffs(() => chain);
  describeTampering(() => chain);
  // Last, because it changes how the node makes blocks.
  describePending(() => chain);
});
