import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { type HDNodeWallet, type JsonRpcProvider, parseEther, parseUnits } from "ethers";
import { deployContracts } from "../../scripts/deployment/deployContracts.ts";
import { describeDeployment } from "../../scripts/deployment/describeDeployment.ts";
import { toSdkDeployment } from "../../scripts/deployment/toSdkDeployment.ts";
import { finishSmoke } from "../../scripts/smoke/finishSmoke.ts";
import { highestPriceWei } from "../../scripts/smoke/moveEther.ts";
import { runSmoke } from "../../scripts/smoke/runSmoke.ts";
import { findSmokeRuns, smokeAccountsOf } from "../../scripts/smoke/smokeAccounts.ts";
import type { SmokeContext } from "../../scripts/smoke/smokeContext.ts";
import { createWattleClient, getJob, getStake, getTokenBalance } from "../../sdk/src/index.ts";
import { type RehearsalChain, startRehearsalChain } from "./support/rehearsalChain.ts";

const CAP = parseEther("0.02");
const USUAL_WEI = parseUnits("2", "gwei");

/** CreateX's own transaction pays 100 gwei, and anvil suggests what it saw lately, some time after it saw it. */
async function forgetDearBlocks(rpc: JsonRpcProvider): Promise<void> {
  await rpc.send("anvil_mine", ["0x64"]);
  while ((await highestPriceWei(rpc)) > USUAL_WEI) await setTimeout(10);
}

describe("a smoke test", () => {
  let chain: RehearsalChain;
  let context: SmokeContext;
  let deployer: HDNodeWallet;
  const said: string[] = [];

  before(async () => {
    chain = await startRehearsalChain("anvil", "sepolia");
    const { provider: rpc, network, suite } = chain;
    deployer = chain.account(0);
    await deployContracts(deployer, suite.contracts);
    const record = await describeDeployment(rpc, { network, suite, commit: "0".repeat(40) });
    await forgetDearBlocks(rpc);
    const say = (text: string): void => void said.push(text);
    context = { rpc, deployment: toSdkDeployment(record), deployer, confirmations: 1, say };
  });
  after(() => chain.stop());

  const accountsOf = (run: number) => smokeAccountsOf(deployer, chain.network.chainId, run);
  const runsOf = () => findSmokeRuns(deployer, chain.network.chainId, chain.provider);

  it("error: sends nothing when it would cost more than it may", async () => {
    await assert.rejects(runSmoke(context, accountsOf(0), 1n), { name: "SpendingCapError", retryable: true });
    assert.deepEqual(await runsOf(), []);
  });

  it("runs a job with two fresh keys, spends less than its cap, and leaves only thawing stake", async () => {
    const before = await chain.provider.getBalance(deployer.address);
    const { jobId, spentWei } = await runSmoke(context, accountsOf(0), CAP);
    const spent = before - (await chain.provider.getBalance(deployer.address));
    assert.equal(spent, spentWei);
    assert.ok(spent > 0n && spent < CAP);
    const reader = createWattleClient({ provider: chain.provider, deployment: context.deployment });
    assert.equal((await getJob(reader, { jobId })).state, "completed");
    const { provider, client } = accountsOf(0);
    const stake = await getStake(reader, { provider: provider.address });
    assert.deepEqual([stake.free, stake.committed, stake.thawing], [0n, 0n, 10n * 10n ** 18n]);
    const token = context.deployment.tokens.stake;
    const balances = await Promise.all(
      [provider, client].map(({ address }) => getTokenBalance(reader, { token, account: address })),
    );
    assert.equal(balances[0], 10n ** 17n, "ten seconds at a hundredth");
    assert.equal((balances[0] ?? 0n) + (balances[1] ?? 0n), 2n * 10n ** 18n, "what was paid in is withdrawn");
  });

  it("finishes when the stake has thawed and not before, and brings nearly all ETH home", async () => {
    const [accounts, ...others] = await runsOf();
    assert.ok(accounts);
    assert.deepEqual(others, []);
    const early = await finishSmoke(context, accounts);
    assert.ok(early.thawedAt !== null && early.thawedAt > 0);
    assert.match(said.at(-1) ?? "", /thaw until 20/);

    await chain.provider.send("evm_increaseTime", [chain.parameters.thawSeconds + 1]);
    await chain.provider.send("evm_mine", []);
    const held = await chain.provider.getBalance(accounts.provider.address);
    const late = await finishSmoke(context, accounts);
    assert.deepEqual([late.thawedAt, late.withdrawn], [null, 10n * 10n ** 18n]);
    assert.ok(late.returnedWei > held / 2n);
    const dust = await chain.provider.getBalance(accounts.provider.address);
    assert.ok(dust < held / 20n, `${dust} of ${held} stayed behind`);
  });

  it("has other keys the next time, and brings home one that broke off", async () => {
    const accounts = accountsOf((await runsOf()).length);
    assert.equal(accounts.run, 1);
    assert.notEqual(accounts.provider.address, accountsOf(0).provider.address);
    const controller = new AbortController();
    const say = (text: string): void => {
      if (text.includes("is open")) controller.abort(new Error("the cable was pulled"));
    };
    await assert.rejects(
      runSmoke({ ...context, say, signal: controller.signal }, accounts, CAP),
      /the cable was pulled/,
    );
    const report = await finishSmoke(context, accounts);
    assert.ok(report.thawedAt !== null, "it thaws");
    assert.match(said.at(-1) ?? "", /run 1: 9\.0 tokens thaw/, "all but what the job holds");
  });
});
