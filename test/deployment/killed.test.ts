import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type ChainKind } from "../../scripts/local/startChain.ts";
import { startProcess } from "../../scripts/local/startProcess.ts";
import expected from "../../deployments/expected.json" with { type: "json" };
import { startRehearsalChain, type RehearsalChain } from "./support/rehearsalChain.ts";
import { startRpcProxy, type Verdict } from "./support/rpcProxy.ts";

const script = fileURLToPath(new URL("support/deployOnce.ts", import.meta.url));
const isDeep = process.env["WATTLE_PROFILE"] === "deep";
const pick = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000));

/** When a process dies: with its transaction signed and not sent, or sent and its answer not heard. */
const deaths: readonly Verdict[] = isDeep ? ["cut-before", "cut-after"] : ["cut-after"];

/** At which transactions: a sample at each change, and every one before a release. */
const killsOf = (kind: ChainKind, transactions: number): ReadonlySet<number> =>
  new Set(
    isDeep
      ? Array.from({ length: transactions }, (_, index) => index)
      : [pick % (transactions - 1), transactions - 1].slice(kind === "anvil" ? 0 : 1),
  );

const chains: readonly (readonly [ChainKind, keyof typeof expected])[] = [
  ["anvil", "sepolia"],
  ["hardhat", "base-sepolia"],
];

for (const [kind, name] of chains) {
  describe(`a deployment to ${name} that is killed again and again, on ${kind}`, () => {
    let chain: RehearsalChain;

    before(async () => {
      chain = await startRehearsalChain(kind, name);
    });

    after(() => chain.stop());

    /** Runs the deployment until it sends its transaction of this number, and kills it there; or to its end. */
    const run = async (
      first: number,
      kill?: number,
      death?: Verdict,
    ): Promise<Record<string, string> | null> => {
      let lines = "";
      let sent = first;
      let isKilled: () => void = () => undefined;
      const killed = new Promise<void>((resolve) => (isKilled = resolve));
      const proxy = await startRpcProxy(chain.rpcUrl, async ({ method }) => {
        if (method !== "eth_sendRawTransaction" || sent++ !== kill || death === undefined) return "pass";
        if (death === "cut-before") await process.kill();
        isKilled();
        return death;
      });
      const process = startProcess({
        name: "deployment",
        command: globalThis.process.execPath,
        args: [script, name, proxy.url, chain.account(0).privateKey],
        onLine: (line) => {
          lines += line;
        },
      });
      try {
        if (death === "cut-after") {
          // The node has the transaction before the line is cut, and the process ends before it hears of that.
          await Promise.race([killed, process.ended]);
          await process.kill();
        }
        const how = await process.ended;
        assert.equal(how, death === undefined ? 0 : "SIGKILL", process.recentOutput());
        return death === undefined ? (JSON.parse(lines) as Record<string, string>) : null;
      } finally {
        await process.kill();
        await proxy.close();
      }
    };

    it(`continues each time, sends nothing twice, and ends where the checked-in addresses are (SEED=${String(pick)})`, async () => {
      const { suite, provider } = chain;
      const { address } = chain.account(0);
      const kills = killsOf(kind, suite.contracts.length);
      let first = 0;
      for (const kill of kills) {
        for (const death of deaths) {
          await run(first, kill, death);
          // What was sent before the kill is in a block soon.
          first = death === "cut-before" ? kill : kill + 1;
          while ((await provider.getTransactionCount(address)) < first) await sleep(20);
        }
      }
      const found = await run(first);
      assert.deepEqual(
        found,
        Object.fromEntries(suite.contracts.map((contract) => [contract.name, "found"])),
        "the last run found everything",
      );
      assert.equal(await provider.getTransactionCount(address), suite.contracts.length, "transactions sent");
      for (const [contract, at] of Object.entries(expected[name])) {
        assert.notEqual(await provider.getCode(at), "0x", `${contract} is at ${at}`);
      }
    });
  });
}
