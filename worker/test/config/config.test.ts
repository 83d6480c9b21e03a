import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { generateJobKey } from "@wattle/sdk/blobs";
import { encryptKeystoreJsonSync, getAddress, Wallet, ZeroAddress, ZeroHash } from "ethers";
import { ConfigInvalidError, SecretExposedError, SecretUnusableError } from "../../src/config/errors.ts";
import { loadConfig } from "../../src/config/loadConfig.ts";
import { loadIdentity } from "../../src/config/loadIdentity.ts";
import { loadOperator } from "../../src/config/loadOperator.ts";
import { address } from "../support/jobs.ts";

const PROVIDER = "0x52908400098527886e0f7030069857d2e4169ee7";
const MINIMAL = {
  rpcUrls: ["http://127.0.0.1:8545"],
  chainId: 31337,
  provider: PROVIDER,
  identityFile: "identity.txt",
  stateFolder: "state",
};

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "wattle-config-"));
});
after(async () => rm(folder, { recursive: true, force: true }));

const write = async (name: string, content: unknown, mode = 0o600): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content), { mode });
  await chmod(path, mode);
  return path;
};
const load = async (content: unknown, environment: NodeJS.ProcessEnv = {}, flags = {}) =>
  loadConfig(await write("worker.json", content), environment, flags);
const problemsOf = async (content: unknown): Promise<readonly string[]> => {
  try {
    await load(content);
  } catch (error) {
    assert.ok(error instanceof ConfigInvalidError);
    return error.problems;
  }
  return [];
};

describe("the configuration", () => {
  it("needs five fields; the rest has defaults, and paths are relative to the file", async () => {
    const config = await load(MINIMAL);
    assert.equal(config.provider, getAddress(PROVIDER));
    assert.equal(config.stateFolder, join(folder, "state"));
    assert.equal(config.cacheFolder, join(folder, "state", "cache"));
    assert.equal(config.identityFile, join(folder, "identity.txt"));
    assert.equal(config.policy.maxConcurrentJobs, 1);
    assert.equal(config.sandbox, "required");
    assert.equal(config.payout, null);
    assert.equal(config.chain.maxFeePerGasCap, 500n * 10n ** 9n);
  });

  it("takes open requests only where it says so, and then says for how much and at what risk", async () => {
    assert.equal((await load(MINIMAL)).requests, null);
    const requests = { minRatePerSecond: { [PROVIDER]: "7" }, maxCollateral: 5 };
    assert.deepEqual((await load({ ...MINIMAL, requests })).requests, {
      machineId: ZeroHash,
      minRatePerSecond: { [getAddress(PROVIDER)]: 7n },
      maxCollateral: 5n,
      adjudicators: [ZeroAddress],
      minDeclineSeconds: 30,
      minSlackSeconds: 60,
      maxReviewSeconds: 604_800,
      minRulingSeconds: 3600,
      maxRulingSeconds: 2_592_000,
      minNoRulingBps: 5000,
      takePrivate: true,
    });
    const bad = { ...requests, minRatePerSecond: {}, machineId: "0x12", adjudicators: [] };
    const problems = (await problemsOf({ ...MINIMAL, requests: bad })).join("\n");
    for (const field of [
      "minRatePerSecond: must name a token",
      "machineId: must be 32 bytes",
      "adjudicators",
    ]) {
      assert.ok(problems.includes(`requests.${field}`), `${field} in ${problems}`);
    }
    assert.match((await problemsOf({ ...MINIMAL, requests: {} })).join("\n"), /requests\.maxCollateral/);
  });

  it("judges disputes only where it says so", async () => {
    assert.equal((await load(MINIMAL)).juror, null);
    const { juror } = await load({ ...MINIMAL, juror: { courts: [PROVIDER] } });
    assert.deepEqual(juror, {
      courts: [getAddress(PROVIDER)],
      commitReserveSeconds: 60,
      drawPanels: true,
      finishCases: true,
      stopWaitSeconds: 600,
    });
    const problems = await problemsOf({ ...MINIMAL, juror: { courts: [], commitReserveSeconds: 0 } });
    assert.deepEqual(
      problems.map((problem) => problem.split(":")[0]),
      ["juror.courts", "juror.commitReserveSeconds"],
    );
  });

  it("sells calls and looks after leases only where it says so", async () => {
    const minimal = await load(MINIMAL);
    assert.deepEqual([minimal.sessions, minimal.leases], [null, null]);
    const service = { id: "sum", program: "sum.json", token: PROVIDER, pricePerCall: "1000" };
    const machineIds = [ZeroHash];
    const config = await load({
      ...MINIMAL,
      sessions: {
        listen: { port: 8745 },
        services: [service],
        redeem: { weiPerToken: { [PROVIDER]: "1/3000" } },
      },
      leases: { machineIds, withdraw: { weiPerToken: { [PROVIDER]: 2 } } },
    });
    const token = getAddress(PROVIDER);
    assert.deepEqual(config.sessions, {
      listen: { host: "127.0.0.1", port: 8745 },
      services: [
        {
          ...{ id: "sum", program: join(folder, "sum.json"), token, pricePerCall: 1000n },
          ...{ minGraceSeconds: 3600, minSecondsLeft: 60 },
          ...{ maxInputBytes: 65536, callLimitMs: 2000, memoryBytes: 2 ** 29 },
        },
      ],
      redeem: {
        weiPerToken: { [token]: { numerator: 1n, denominator: 3000n } },
        ...{ minFactor: 20, everySeconds: 3600, lastChanceSeconds: 1800 },
      },
      ...{ maxSessions: 4, idleSeconds: 60 },
    });
    assert.deepEqual(config.leases, {
      machineIds,
      checkInEverySeconds: null,
      withdraw: {
        weiPerToken: { [token]: { numerator: 2n, denominator: 1n } },
        ...{ minFactor: 20, everySeconds: 86_400 },
      },
    });
    const problems = await problemsOf({
      ...MINIMAL,
      sessions: { listen: { port: 8745 }, services: [service, { ...service, pricePerCall: 0 }] },
      leases: { machineIds: [], withdraw: { weiPerToken: { [PROVIDER]: "1/0" } } },
    });
    assert.deepEqual(
      problems.map((problem) => problem.split(": ")[0]),
      [
        "sessions.services.1.pricePerCall",
        "sessions.services",
        "leases.machineIds",
        `leases.withdraw.weiPerToken.${PROVIDER}`,
      ],
    );
  });

  it("reads amounts, tokens and stores", async () => {
    const config = await load({
      ...MINIMAL,
      payout: { tokens: [address(5)], threshold: "1000000000000000000000" },
      policy: { minRatePerSecond: { [address(5)]: 7 } },
      stores: { relay: "https://relay.example", allowed: ["public", "https://store.example"] },
    });
    assert.deepEqual(config.payout, {
      account: null,
      tokens: [getAddress(address(5))],
      threshold: 10n ** 21n,
    });
    assert.deepEqual(config.policy.minRatePerSecond, { [getAddress(address(5))]: 7n });
    assert.deepEqual(
      [config.relay, config.allowedStores],
      ["https://relay.example", ["public", "https://store.example"]],
    );
  });

  it("gives way to the environment, and both to the flags", async () => {
    const environment = {
      WATTLE_RPC_URLS: "https://a.example, https://b.example",
      WATTLE_STATE_FOLDER: "/from-environment",
    };
    const config = await load(MINIMAL, environment);
    assert.deepEqual(config.rpcUrls, ["https://a.example", "https://b.example"]);
    assert.equal(config.stateFolder, "/from-environment");
    const flagged = await load(MINIMAL, environment, {
      stateFolder: "/flag",
      allowUnsandboxed: true,
      driver: "software",
    });
    assert.deepEqual(
      [flagged.stateFolder, flagged.sandbox, flagged.driver],
      ["/flag", "unsandboxed", "software"],
    );
  });

  it("names everything that is wrong with it", async () => {
    const problems = await problemsOf({
      ...MINIMAL,
      provider: "0x12",
      sandbox: "unsandboxed",
      policy: { maxRunSeconds: 0 },
      typo: 1,
    });
    const text = problems.join("\n");
    assert.match(text, /provider: must be an address/);
    assert.match(text, /sandbox: /);
    assert.match(text, /policy\.maxRunSeconds: /);
    assert.match(text, /typo/);
    assert.equal(problems.length, 4);
  });

  it("refuses a chain that nobody knows, a file that is not there, and one that is no JSON", async () => {
    assert.match((await problemsOf({ ...MINIMAL, chainId: 5 })).join(), /deployment/);
    assert.match((await problemsOf("{")).join(), /not JSON/);
    await assert.rejects(loadConfig(join(folder, "none.json"), {}), ConfigInvalidError);
  });

  it("reads a deployment's record", async () => {
    const contract = (value: number) => ({ address: address(value), block: 1 });
    await write("deployment.json", {
      chainId: 5,
      name: "test",
      startBlock: 12,
      contracts: {
        ProviderRegistry: contract(1),
        ProviderStaking: contract(2),
        PaymentVault: contract(3),
        JobEscrow: contract(4),
        LeaseEscrow: contract(7),
        SessionEscrow: contract(8),
      },
      tokens: { stake: address(6), faucet: null },
    });
    const { chainId: _, ...rest } = MINIMAL;
    const { deployment } = await load({ ...rest, deployment: "deployment.json" });
    assert.deepEqual(
      [deployment.chainId, deployment.startBlock, deployment.contracts.jobEscrow, deployment.tokens],
      [5, 12, address(4), { stake: address(6) }],
    );
    assert.match((await problemsOf({ ...MINIMAL, deployment: "deployment.json" })).join(), /chainId/);
  });
});

describe("secrets", () => {
  it("are read from the environment or a keystore", async () => {
    const wallet = Wallet.createRandom();
    assert.equal((await loadOperator({ key: wallet.privateKey })).address, wallet.address);
    const keystore = encryptKeystoreJsonSync(new Wallet(wallet.privateKey), "secret", {
      scrypt: { N: 2, r: 1, p: 1 },
    });
    const keystoreFile = await write("keystore.json", keystore);
    const passwordFile = await write("password", "secret\n");
    assert.equal((await loadOperator({ keystore: { keystoreFile, passwordFile } })).address, wallet.address);
    const wrong = await write("wrong", "other");
    await assert.rejects(
      loadOperator({ keystore: { keystoreFile, passwordFile: wrong } }),
      SecretUnusableError,
    );
    await assert.rejects(loadOperator({}), SecretUnusableError);
  });

  it("are an age identity, in a file as age-keygen writes it", async () => {
    const key = await generateJobKey();
    const path = await write(
      "identity.txt",
      `# created: today\n# public key: ${key.recipient}\n${key.identity}\n`,
    );
    assert.deepEqual(await loadIdentity(path), key);
    await assert.rejects(loadIdentity(await write("empty.txt", "")), SecretUnusableError);
    await assert.rejects(loadIdentity(join(folder, "missing.txt")), SecretUnusableError);
  });

  it("are refused when others can read them", async () => {
    const { identity } = await generateJobKey();
    const path = await write("open.txt", identity, 0o644);
    await assert.rejects(loadIdentity(path), SecretExposedError);
  });

  it("never show in an error", async () => {
    const secret = "c0ffee".repeat(10);
    const path = await write("bad.txt", `AGE-SECRET-KEY-1${secret}`);
    const isSilent = (error: Error): boolean => !`${error.message}${error.stack ?? ""}`.includes("c0ffee");
    await assert.rejects(loadOperator({ key: secret }), isSilent);
    await assert.rejects(loadIdentity(path), isSilent);
  });
});
