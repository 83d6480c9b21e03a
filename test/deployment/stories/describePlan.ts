import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import expected from "../../../deployments/expected.json" with { type: "json" };
import { applyPlan } from "../../../scripts/deployment/applyPlan.ts";
import { describeDeployment } from "../../../scripts/deployment/describeDeployment.ts";
import { type DeploymentPlan, planDeployment } from "../../../scripts/deployment/planDeployment.ts";
import { renderPlan } from "../../../scripts/deployment/renderPlan.ts";
import { verifyDeployment } from "../../../scripts/deployment/verify/verifyDeployment.ts";
import type { RehearsalChain } from "../support/rehearsalChain.ts";

const COMMIT = "0".repeat(40);

/** What a plan says, what comes of it, and what a second one says. */
export function describePlan(chainOf: () => RehearsalChain): void {
  describe("a plan", () => {
    let revert: () => Promise<void>;
    let planned: DeploymentPlan;

    before(async () => {
      revert = await chainOf().snapshot();
      planned = await plan();
    });
    after(() => revert());

    const plan = (): Promise<DeploymentPlan> => {
      const { provider, network, parameters, account } = chainOf();
      return planDeployment({ provider, network, parameters, account: account(0).address });
    };

    it("names every contract, address and cost, and sends nothing", async () => {
      const { network, provider, account } = chainOf();
      const { steps, costWei, neededWei, gasPriceWei, balanceWei, ...rest } = planned;
      const addresses = Object.fromEntries(steps.map(({ contract: { name, address } }) => [name, address]));
      assert.deepEqual(addresses, expected[network.name as keyof typeof expected], "checked-in addresses");
      assert.ok(steps.every(({ isThere, gas }) => !isThere && gas > 500_000n));
      assert.equal(costWei >= steps.reduce((sum, { gas }) => sum + gas * gasPriceWei, 0n), true);
      assert.ok(neededWei >= costWei && balanceWei > neededWei);
      assert.equal(rest.pendingTransactions, 0);
      assert.equal(await provider.getTransactionCount(account(0).address), 0);
      const text = renderPlan({ steps, costWei, neededWei, gasPriceWei, balanceWei, ...rest }, "a host");
      for (const [name, address] of Object.entries(addresses)) {
        assert.match(text, new RegExp(`${name}.*${address}.*to deploy`), name);
      }
      assert.match(text, /thawSeconds|3600/);
    });

    it("error: an account that cannot pay sends nothing", async () => {
      const poor = chainOf().account(40);
      const plan = { ...planned, account: poor.address, balanceWei: planned.neededWei - 1n };
      await assert.rejects(applyPlan(plan, poor), { name: "BalanceTooLowError" });
      assert.equal(await chainOf().provider.getTransactionCount(poor.address), 0);
    });

    it("error: a constructor that refuses its arguments is named, with the field, before anything is sent", async () => {
      const { provider, network, parameters, account } = chainOf();
      assert.ok(parameters.court);
      // An even panel, which the parameter file's check would have refused.
      const court = { ...parameters.court, panelSeats: 2 as 3 };
      const plan = planDeployment({
        ...{ provider, network, account: account(0).address },
        parameters: { ...parameters, court },
      });
      await assert.rejects(plan, {
        name: "DeploymentRevertedError",
        message: /^SlashingCourt could not be created: CourtSeats_RuleInvalid\(panelSeats, 0, 1, 1\)\./,
      });
    });

    it("is applied as it says: the same gas, addresses and code, and a record that holds", async () => {
      const { provider, network, parameters, suite, signerAt, rpcUrl } = chainOf();
      const used = new Map<string, bigint>();
      const results = await applyPlan(planned, signerAt(rpcUrl), {
        confirmations: 1,
        onStep: ({ contract, gasUsed }) => gasUsed !== undefined && used.set(contract.name, gasUsed),
      });
      assert.deepEqual([...new Set(results.values())], ["deployed"]);
      for (const { contract, gas } of planned.steps) {
        const actual = used.get(contract.name) ?? 0n;
        assert.ok(
          gas >= actual && gas < (actual * 11n) / 10n,
          `${contract.name}: ${gas} planned, ${actual} used`,
        );
      }
      const record = await describeDeployment(provider, { network, suite, commit: COMMIT });
      const findings = await verifyDeployment(provider, { network, parameters, record });
      assert.deepEqual(
        findings.filter(({ ok }) => !ok),
        [],
      );
      assert.equal(record.startBlock, record.contracts.FaucetToken?.block);
      assert.equal(await provider.getCode(record.contracts.JobEscrow.address, record.startBlock), "0x");
    });

    it("says afterwards that everything is there, and does nothing", async () => {
      const { provider, signerAt, rpcUrl, account } = chainOf();
      const sent = await provider.getTransactionCount(account(0).address);
      const again = await plan();
      assert.ok(again.steps.every(({ isThere }) => isThere));
      assert.equal(again.neededWei, 0n);
      assert.match(renderPlan(again, "a host"), /Everything is there/);
      const results = await applyPlan(again, signerAt(rpcUrl));
      assert.deepEqual([...new Set(results.values())], ["found"]);
      assert.equal(await provider.getTransactionCount(account(0).address), sent);
    });
  });
}
