import { after, before, describe } from "node:test";
import { describePlan } from "./stories/describePlan.ts";
import { describeStrangers } from "./stories/describeStrangers.ts";
import { type RehearsalChain, startRehearsalChain } from "./support/rehearsalChain.ts";

describe("a deployment to Hardhat's OP-stack chain", () => {
  let chain: RehearsalChain;

  before(async () => {
    chain = await startRehearsalChain("hardhat", "optimism-sepolia");
  });
  after(() => chain.stop());

  describePlan(() => chain);
  describeStrangers(() => chain);
});
