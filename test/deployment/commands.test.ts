import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { toSdkDeployment } from "../../scripts/deployment/toSdkDeployment.ts";
import { describeDeployment } from "../../scripts/deployment/describeDeployment.ts";
import { createWattleClient } from "../../sdk/src/index.ts";
import expected from "../../deployments/expected.json" with { type: "json" };
import { type RehearsalChain, startRehearsalChain } from "./support/rehearsalChain.ts";
import { startRpcProxy, type RpcProxy } from "./support/rpcProxy.ts";
import { runScript, type ScriptResult } from "./support/runScript.ts";

interface Answer {
  readonly contracts: readonly { readonly name: string; readonly address: string; readonly state: string }[];
  readonly error: { readonly name: string; readonly retryable: boolean };
}

describe("the commands", () => {
  let chain: RehearsalChain;
  let endpoint: RpcProxy;
  let records: string;
  let secrets: Record<string, string>;

  before(async () => {
    chain = await startRehearsalChain("anvil", "arbitrum-sepolia");
    endpoint = await startRpcProxy(chain.rpcUrl);
    records = await mkdtemp(join(tmpdir(), "wattle-records-"));
    secrets = {
      ARBITRUM_SEPOLIA_RPC_URL: `${endpoint.url}/v2/api-key-of-a-provider?token=another-secret`,
      WATTLE_DEPLOYER_KEY: chain.account(0).privateKey,
    };
  });
  after(async () => {
    await rm(records, { recursive: true, force: true });
    await endpoint.close();
    await chain.stop();
  });

  const run = async (script: string, args: readonly string[], env = secrets): Promise<ScriptResult> => {
    const result = await runScript(script, ["--network", "arbitrum-sepolia", ...args], env);
    const output = `${result.stdout}${result.stderr}`;
    for (const secret of ["api-key-of-a-provider", "another-secret", chain.account(0).privateKey.slice(2)]) {
      assert.ok(!output.includes(secret), "no output holds what is secret");
    }
    return result;
  };
  const statesOf = ({ stdout }: ScriptResult): Record<string, string> =>
    Object.fromEntries((JSON.parse(stdout) as Answer).contracts.map(({ name, state }) => [name, state]));
  const all = (state: string): Record<string, string> =>
    Object.fromEntries(Object.keys(expected["arbitrum-sepolia"]).map((name) => [name, state]));

  it("deploy: plans and stops where nobody can be asked", async () => {
    const { exitCode, stdout, stderr } = await run("deploy", []);
    assert.equal(exitCode, 1, stderr);
    assert.match(stdout, /ProviderStaking.*0x/);
    assert.match(stdout, new RegExp(`Account +${chain.account(0).address}, with 10000`));
    assert.match(stdout, /7 transactions, [\d,]+ gas, about [\d.]+ ETH/);
    assert.match(stderr, /ConfirmationNeededError.*--yes/);
    assert.equal(await chain.provider.getTransactionCount(chain.account(0).address), 0);
  });

  it("deploy: is killed by SIGTERM, says what to do, and continues; then finds everything", async () => {
    const dead = await startRpcProxy(chain.rpcUrl, ({ method, index }) =>
      method === "eth_sendRawTransaction" && index > 0 && sent++ === 3 ? "cut-before" : "pass",
    );
    let sent = 0;
    try {
      const env = { ...secrets, ARBITRUM_SEPOLIA_RPC_URL: `${dead.url}/v2/api-key-of-a-provider` };
      const failed = await run("deploy", ["--yes", "--json"], env);
      assert.equal(failed.exitCode, 1);
      assert.equal((JSON.parse(failed.stdout) as Answer).error.retryable, true);
    } finally {
      await dead.close();
    }
    const continued = await run("deploy", ["--yes", "--json"]);
    assert.equal(continued.exitCode, 0, continued.stderr);
    const states = Object.values(statesOf(continued));
    assert.deepEqual(states, [...Array<string>(3).fill("found"), ...Array<string>(4).fill("deployed")]);
    const again = await run("deploy", ["--yes", "--json"]);
    assert.equal(again.exitCode, 0);
    assert.deepEqual(statesOf(again), all("found"));
    assert.equal(
      await chain.provider.getTransactionCount(chain.account(0).address),
      7,
      "none was sent twice",
    );
  });

  it("export and verify: the record that is written holds, and the SDK can use it", async () => {
    const { network, suite, provider } = chain;
    const record = await describeDeployment(provider, { network, suite, commit: "0".repeat(40) });
    const deployment = toSdkDeployment(record);
    const client = createWattleClient({ rpcUrls: chain.rpcUrl, deployment });
    assert.equal(await client.contracts.escrow.vault(), expected["arbitrum-sepolia"].PaymentVault);

    const file = join(records, "421614.json");
    const { writeFile } = await import("node:fs/promises");
    await writeFile(file, JSON.stringify(record));
    const verified = await run("verify-deployment", ["--records", records]);
    assert.equal(verified.exitCode, 0, verified.stdout);
    assert.match(verified.stdout, /^\d+ passed, 0 failed$/m);

    await writeFile(file, (await readFile(file, "utf8")).replace(",3600]", ",3601]"));
    const tampered = await run("verify-deployment", ["--records", records]);
    assert.equal(tampered.exitCode, 1);
    assert.match(tampered.stdout, /✘ ProviderStaking: recorded constructor arguments/);
  });

  it("error: without URL, key or record they say which one, and where it belongs", async () => {
    const { WATTLE_DEPLOYER_KEY: _, ...noKey } = secrets;
    const missing = await run("deploy", ["--dry-run", "--json"], noKey);
    assert.match(
      missing.stderr,
      /VariableInvalidError: WATTLE_DEPLOYER_KEY is neither.*keystore set WATTLE_DEPLOYER_KEY/,
    );
    const wrong = await run("deploy", ["--dry-run"], { ...secrets, WATTLE_DEPLOYER_KEY: "hunter2" });
    assert.match(wrong.stderr, /WATTLE_DEPLOYER_KEY is no private key/);
    assert.ok(!wrong.stderr.includes("hunter2"));
    const nowhere = await run("verify-deployment", ["--records", tmpdir()]);
    assert.match(
      nowhere.stderr,
      /NotDeployedError: The record 421614\.json is not there yet\. .*npm run deploy/,
    );
  });
});
