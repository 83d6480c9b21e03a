import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { applyPlan } from "../../../scripts/deployment/applyPlan.ts";
import { CREATE_X_ADDRESS, encodeCreation } from "../../../scripts/deployment/createX.ts";
import { planDeployment } from "../../../scripts/deployment/planDeployment.ts";
import type { RehearsalChain } from "../support/rehearsalChain.ts";

/** A run that ended between sending a transaction and seeing it included. */
export function describePending(chainOf: () => RehearsalChain): void {
  describe("a transaction that is under way", () => {
    let revert: () => Promise<void>;

    before(async () => {
      revert = await chainOf().snapshot();
    });
    after(() => revert());

    const mine = async (isOn: boolean): Promise<void> => {
      // In this order: anvil takes the last one for the whole truth.
      await chainOf().provider.send("evm_setIntervalMining", [isOn ? 1 : 0]);
      await chainOf().provider.send("evm_setAutomine", [isOn]);
    };

    it("is named in the plan, waited for, and not sent again", async () => {
      const { provider, network, parameters, account, suite } = chainOf();
      const deployer = account(0);
      const [first, ...others] = suite.contracts;
      assert.ok(first);
      await mine(false);
      let isWaiting = 0;
      try {
        const data = encodeCreation(first.initCode);
        await deployer.sendTransaction({ to: CREATE_X_ADDRESS, data, gasLimit: 3_000_000n });
        const account = deployer.address;
        const plan = await planDeployment({ provider, network, parameters, account });
        assert.equal(plan.pendingTransactions, 1);
        const results = await applyPlan(plan, deployer, {
          confirmations: 1,
          onPending: (transactions) => {
            isWaiting = transactions;
            void mine(true);
          },
        });
        assert.equal(isWaiting, 1);
        assert.equal(results.get(first.name), "found");
        for (const { name } of others) assert.equal(results.get(name), "deployed", name);
        assert.equal(await provider.getTransactionCount(account), suite.contracts.length);
      } finally {
        await mine(true);
      }
    });
  });
}
