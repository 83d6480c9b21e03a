import assert from "node:assert/strict";
import { afterEach, before, describe, it } from "node:test";
import { keccak256 } from "ethers";
import { CREATE_X_ADDRESS, encodeCreation } from "../../../scripts/deployment/createX.ts";
import { deployContracts } from "../../../scripts/deployment/deployContracts.ts";
import { describeDeployment } from "../../../scripts/deployment/describeDeployment.ts";
import { waitForReceipt } from "../../../scripts/deployment/waitForReceipt.ts";
import type { RehearsalChain } from "../support/rehearsalChain.ts";
import { startRpcProxy, type Verdict } from "../support/rpcProxy.ts";

/** What strangers may do to a deployment: its work. */
export function describeStrangers(chainOf: () => RehearsalChain): void {
  describe("a stranger", () => {
    let revert: () => Promise<void>;

    before(async () => {
      revert = await chainOf().snapshot();
    });
    afterEach(() => revert());

    it("who deployed everything before has it adopted, and recorded as it came to be", async () => {
      const { provider, suite, account, network } = chainOf();
      const stranger = account(3);
      await deployContracts(stranger, suite.contracts);
      const results = await deployContracts(account(0), suite.contracts);
      assert.deepEqual([...new Set(results.values())], ["found"]);
      assert.equal(await provider.getTransactionCount(account(0).address), 0, "nothing was sent");
      const record = await describeDeployment(provider, { network, suite, commit: "0".repeat(40) });
      for (const { transaction } of Object.values(record.contracts)) {
        const sent = await provider.getTransaction(transaction ?? "");
        assert.equal(sent?.from, stranger.address);
      }
    });

    it("who runs in front of a transaction pays for it: ours fails, and what is there is adopted", async () => {
      const { provider, suite, account, rpcUrl, signerAt } = chainOf();
      const [contract] = suite.contracts.slice(3);
      assert.ok(contract);
      const proxy = await startRpcProxy(rpcUrl, async ({ method }): Promise<Verdict> => {
        if (method !== "eth_sendRawTransaction" || (await provider.getCode(contract.address)) !== "0x")
          return "pass";
        const data = encodeCreation(contract.initCode);
        const sent = await account(3).sendTransaction({ to: CREATE_X_ADDRESS, data });
        await waitForReceipt(provider, sent.hash);
        return "pass";
      });
      try {
        const results = await deployContracts(signerAt(proxy.url), [contract]);
        assert.equal(results.get(contract.name), "adopted");
      } finally {
        await proxy.close();
      }
    });

    it("error: cannot have other code taken for ours", async () => {
      const { provider, suite, account } = chainOf();
      const [contract] = suite.contracts;
      assert.ok(contract);
      await provider.send("hardhat_setCode", [contract.address, "0x00"]);
      const codeHashes = new Map([[contract.name, keccak256("0x01")]]);
      await assert.rejects(deployContracts(account(0), [contract], { codeHashes }), {
        name: "ForeignCodeError",
      });
    });
  });
}
