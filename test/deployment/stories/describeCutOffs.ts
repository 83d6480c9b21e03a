import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { deployContracts } from "../../../scripts/deployment/deployContracts.ts";
import { waitForPending } from "../../../scripts/deployment/waitForPending.ts";
import type { RehearsalChain } from "../support/rehearsalChain.ts";
import { startRpcProxy, type Verdict } from "../support/rpcProxy.ts";

const isDeep = process.env["WATTLE_PROFILE"] === "deep";
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000));

/** An endpoint that dies in the middle: before a request reaches the node, or before its answer comes back. */
export function describeCutOffs(chainOf: () => RehearsalChain): void {
  describe("an endpoint that is cut off", () => {
    let revert: () => Promise<void>;

    before(async () => {
      revert = await chainOf().snapshot();
    });
    after(() => revert());

    /** Deploys through an endpoint that dies at its request of this number. Returns how many requests it got. */
    const deploy = async (dies: number, verdict: Verdict): Promise<number> => {
      const { rpcUrl, suite, account, signerAt } = chainOf();
      const proxy = await startRpcProxy(rpcUrl, ({ index }) => {
        if (index < dies) return "pass";
        return index === dies ? verdict : "cut-before";
      });
      const signer = signerAt(proxy.url);
      try {
        if (signer.provider !== null) await waitForPending(signer.provider, account(0).address);
        await deployContracts(signer, suite.contracts, { endpointPatienceMs: 0 });
        return proxy.requests.length;
      } catch (error) {
        assert.ok(proxy.requests.length > dies, `failed before the cut: ${String(error)}`);
        assert.match(String(error), /could not be reached|ECONNRESET|socket|fetch failed/i);
        return proxy.requests.length;
      } finally {
        await proxy.close();
      }
    };

    const requireComplete = async (): Promise<void> => {
      const { provider, suite, account } = chainOf();
      for (const { name, address } of suite.contracts) {
        assert.notEqual(await provider.getCode(address), "0x", name);
      }
      const sent = await provider.getTransactionCount(account(0).address);
      assert.equal(sent, suite.contracts.length, "each contract was sent once");
    };

    it(`at any request, either way, is no more than a pause (SEED=${String(seed)})`, async () => {
      const whole = await deploy(Number.POSITIVE_INFINITY, "pass");
      await requireComplete();
      const points = isDeep ? Array.from({ length: whole }, (_, index) => index) : [seed % whole];
      for (const dies of points) {
        for (const verdict of ["cut-before", "cut-after"] as const) {
          await revert();
          await deploy(dies, verdict);
          await deploy(Number.POSITIVE_INFINITY, "pass");
          await requireComplete();
        }
      }
    });

    it("again and again, each time a little later, still ends", async () => {
      await revert();
      const { provider, suite, account } = chainOf();
      for (let dies = 6; (await provider.getTransactionCount(account(0).address)) < suite.contracts.length;) {
        await deploy(dies, "cut-after");
        dies += 1;
      }
      await requireComplete();
    });
  });
}
