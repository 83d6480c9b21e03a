import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { execa } from "execa";
import expected from "../../deployments/expected.json" with { type: "json" };
import { describeDeployment } from "../../scripts/deployment/describeDeployment.ts";
import { toSdkDeployment } from "../../scripts/deployment/toSdkDeployment.ts";
import { createWattleClient } from "../../sdk/src/index.ts";
import { type RehearsalChain, startRehearsalChain } from "./support/rehearsalChain.ts";
import { type RpcProxy, startRpcProxy } from "./support/rpcProxy.ts";
import { runScript, type ScriptResult } from "./support/runScript.ts";

interface Answer {
  readonly contracts: readonly { readonly name: string; readonly state: string }[];
  readonly error: { readonly name: string; readonly retryable: boolean };
}

type Env = Readonly<Record<string, string | undefined>>;

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

  const run = async (script: string, args: readonly string[], env: Env = secrets): Promise<ScriptResult> => {
    const result = await runScript(script, ["--network", "arbitrum-sepolia", ...args], env);
    const output = `${result.stdout}${result.stderr}`;
    for (const secret of ["api-key-of-a-provider", "another-secret", chain.account(0).privateKey.slice(2)]) {
      assert.ok(!output.includes(secret), "no output holds what is secret");
    }
    return result;
  };
  const sentSoFar = (): Promise<number> => chain.provider.getTransactionCount(chain.account(0).address);

  it("deploy: plans, and stops where nobody can be asked", async () => {
    const { exitCode, stdout, stderr } = await run("deploy", []);
    assert.equal(exitCode, 1, stderr);
    assert.match(stdout, /ProviderStaking.*0x/);
    assert.match(stdout, new RegExp(`Account +${chain.account(0).address}, with 10000`));
    assert.match(stdout, /7 transactions, [\d,]+ gas, about [\d.]+ ETH/);
    assert.match(stderr, /ConfirmationNeededError.*--yes/);
    assert.equal(await sentSoFar(), 0);
  });

  it("deploy: an endpoint dies at the fourth transaction; run again, it continues and says what it found", async () => {
    let sent = 0;
    const dying = await startRpcProxy(chain.rpcUrl, ({ method }) =>
      method === "eth_sendRawTransaction" && sent++ === 3 ? "cut-before" : "pass",
    );
    try {
      const env = { ...secrets, ARBITRUM_SEPOLIA_RPC_URL: `${dying.url}/v2/api-key-of-a-provider` };
      const failed = await run("deploy", ["--yes", "--json"], env);
      assert.equal(failed.exitCode, 1);
      const { error } = JSON.parse(failed.stdout) as Answer;
      assert.deepEqual([error.name, error.retryable], ["RpcUnreachableError", true]);
    } finally {
      await dying.close();
    }
    const { exitCode, stdout, stderr } = await run("deploy", ["--yes", "--json"]);
    assert.equal(exitCode, 0, stderr);
    const states = (JSON.parse(stdout) as Answer).contracts.map(({ state }) => state);
    assert.deepEqual(states, [...Array<string>(3).fill("found"), ...Array<string>(4).fill("deployed")]);
    assert.equal(await sentSoFar(), 7, "none was sent twice");
  });

  it("verify-deployment: a record of it holds, and the SDK can use it", async () => {
    const { network, suite, provider } = chain;
    const record = await describeDeployment(provider, { network, suite, commit: "0".repeat(40) });
    const client = createWattleClient({ rpcUrls: chain.rpcUrl, deployment: toSdkDeployment(record) });
    assert.equal(await client.contracts.escrow.vault(), expected["arbitrum-sepolia"].PaymentVault);

    await writeFile(join(records, "421614.json"), JSON.stringify(record));
    const { exitCode, stdout } = await run("verify-deployment", ["--records", records]);
    assert.equal(exitCode, 0, stdout);
    assert.match(stdout, /^\d+ passed, 0 failed$/m);
  });

  it("error: without a key they say where it belongs", async () => {
    const { ARBITRUM_SEPOLIA_RPC_URL = "" } = secrets;
    const missing = await run("deploy", ["--dry-run", "--json"], { ARBITRUM_SEPOLIA_RPC_URL });
    const advice = /VariableInvalidError: WATTLE_DEPLOYER_KEY is neither.*keystore set WATTLE_DEPLOYER_KEY/;
    assert.match(missing.stderr, advice);
  });

  // Two processes more, for what is Hardhat's: before a release.
  if (process.env["WATTLE_PROFILE"] === "deep") {
    it("take the key from Hardhat's keystore, too", async () => {
      const { WATTLE_DEPLOYER_KEY: key = "" } = secrets;
      // Nobody answers there: that the command got so far says that it had the key.
      const ARBITRUM_SEPOLIA_RPC_URL = "http://127.0.0.1:1/v2/api-key-of-a-provider";
      const env = { ARBITRUM_SEPOLIA_RPC_URL, XDG_CONFIG_HOME: records, CI: undefined };
      const args = ["keystore", "set", "--dev", "WATTLE_DEPLOYER_KEY"];
      await execa("hardhat", args, { env, input: `${key}\n`, preferLocal: true });
      const { stderr } = await run("deploy", ["--dry-run"], env);
      assert.match(stderr, /^RpcUnreachableError: The chain could not be reached: 127\.0\.0\.1:1\. /);
    });
  }
});
