import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import {
  createRpcProvider,
  createWattleClient,
  encodeExpireJob,
  encodeMintFaucetToken,
  getTokenBalance,
  JobEscrowUnexpectedStateError,
  type WattleClient,
} from "@wattle/sdk";
import { hexlify, type JsonRpcProvider, parseUnits, randomBytes, Wallet } from "ethers";
import { type DeployedChain, startLocalChain } from "../../../test/support/localChain.ts";
import { openState, type WorkerState } from "../../src/store/openState.ts";
import { ChainAccount } from "../../src/transactions/chainAccount.ts";
import { firstFees } from "../../src/transactions/fees.ts";
import { OperatorFundsError } from "../../src/transactions/errors.ts";
import type { Intent, IntentKind } from "../../src/transactions/intent.ts";
import {
  type TransactionNews,
  TransactionQueue,
  type TransactionRules,
} from "../../src/transactions/transactionQueue.ts";
import { temporaryFolder } from "../runtime/support/testRuntime.ts";
import { startFaultyRpc } from "../support/faultyRpc.ts";
import { TERMS } from "../support/jobs.ts";
import { until } from "../support/until.ts";

const RULES: TransactionRules = {
  maxFeePerGasCap: parseUnits("500", "gwei"),
  bumpAfterMs: 60_000,
  pollIntervalMs: 50,
};
/** Each test's intents mint another amount, which tells how often they happened. */
const AMOUNT = 1000n;

describe("the transaction queue", () => {
  let chain: DeployedChain;
  let client: WattleClient;
  let rpc: JsonRpcProvider;
  let token: string;
  let folder: string;
  let count = 0;

  let wallet: Wallet;
  let account: ChainAccount;
  let state: WorkerState;
  let stop: AbortController;
  let running: Promise<void>;
  let news: TransactionNews[];

  before(async () => {
    chain = await startLocalChain({ kind: "hardhat" });
    client = createWattleClient({ rpcUrls: chain.rpcUrl, deployment: chain.deployment });
    rpc = client.provider as JsonRpcProvider;
    token = chain.deployment.tokens.faucet ?? "";
    folder = await temporaryFolder();
    // Blocks come when the tests say so, or with each transaction.
    await rpc.send("evm_setIntervalMining", [0]);
  });
  after(async () => {
    rpc.destroy();
    await chain.stop();
  });

  beforeEach(async () => {
    await mineAtOnce(true);
    wallet = new Wallet(hexlify(randomBytes(32)));
    await rpc.send("hardhat_setBalance", [wallet.address, "0xde0b6b3a7640000"]);
    account = new ChainAccount(client.provider, wallet, client.chainId);
    const owner = {
      chainId: client.chainId,
      escrow: client.deployment.contracts.jobEscrow,
      provider: wallet.address,
    };
    state = openState(join(folder, String(count++)), owner);
    news = [];
    running = Promise.resolve();
    stop = new AbortController();
  });
  afterEach(async () => {
    await end();
    state.close();
  });

  const mineAtOnce = async (on: boolean): Promise<void> => {
    await rpc.send("evm_setAutomine", [on]);
    if (on) await rpc.send("evm_mine", []);
  };
  const mine = async (): Promise<unknown> => rpc.send("evm_mine", []);
  const end = async (): Promise<void> => {
    stop.abort();
    await running;
  };
  const startQueue = (rules: Partial<TransactionRules> = {}): TransactionQueue => {
    stop = new AbortController();
    const onNews = (entry: TransactionNews): void => {
      news.push(entry);
    };
    const queue = new TransactionQueue({
      store: state.transactions,
      account,
      rules: { ...RULES, ...rules },
      onNews,
    });
    running = queue.run(stop.signal);
    return queue;
  };
  const mint = (number: number, kind: IntentKind = "submit"): Intent => {
    const call = encodeMintFaucetToken({ token, to: wallet.address, amount: AMOUNT });
    return { key: `${kind}:${number}`, kind, jobId: null, ...call };
  };
  const minted = async (): Promise<bigint> =>
    (await getTokenBalance(client, { token, account: wallet.address })) / AMOUNT;
  const told = (status: TransactionNews["status"]): TransactionNews[] =>
    news.filter((entry) => entry.status === status);
  const untilTold = async (status: TransactionNews["status"], times = 1): Promise<TransactionNews[]> =>
    until(`${times} × ${status}`, () => (told(status).length >= times ? told(status) : null));
  const hashOf = (entry: TransactionNews | undefined): string =>
    entry !== undefined && "hash" in entry ? entry.hash : entry?.status === "mined" ? entry.receipt.hash : "";
  const sign = async (intent: Intent, nonce: number) => {
    const fees = firstFees(await account.suggestedFees(), RULES);
    return account.sign(intent, nonce, 200_000n, fees);
  };

  it("brings everything about once and in order, and names what the chain refuses", async () => {
    const queue = startQueue();
    const refused: Intent = {
      key: "forfeit:1",
      kind: "forfeit",
      jobId: null,
      ...encodeExpireJob(client, { terms: TERMS }),
    };
    for (const intent of [mint(1), refused, mint(2), mint(2), mint(3, "payout")]) queue.add(intent);
    await untilTold("mined", 3);
    assert.equal(await minted(), 3n);
    assert.equal(await rpc.getTransactionCount(wallet.address), 3);
    const [failure] = told("failed");
    assert.ok(failure?.status === "failed" && failure.error instanceof JobEscrowUnexpectedStateError);
    assert.match(state.transactions.find(refused.key)?.error ?? "", /unknown to the market/);
  });

  it("goes on after a restart with the transaction that it had sent", async () => {
    await mineAtOnce(false);
    startQueue().add(mint(1));
    const [sent] = await untilTold("sent");
    await end();
    startQueue();
    await mine();
    const [mined] = await untilTold("mined");
    assert.equal(hashOf(mined), hashOf(sent));
    assert.equal(state.transactions.attempts("submit:1").length, 1);
    assert.equal(await minted(), 1n);
  });

  it("goes on after a restart with the transaction that it had signed and not sent", async () => {
    state.transactions.open(mint(1));
    const signed = await sign(mint(1), 0);
    state.transactions.addAttempt(mint(1), signed);
    startQueue();
    const [mined] = await untilTold("mined");
    assert.equal(hashOf(mined), signed.hash);
    assert.equal(await minted(), 1n);
  });

  it("has written a transaction down before any node hears of it", async () => {
    const unwritten: string[] = [];
    const eavesdrop: typeof fetch = async (url, init) => {
      for (const [raw] of String(init?.body).matchAll(/0x02[0-9a-f]{100,}/g)) {
        if (!state.transactions.attempts("submit:1").some((attempt) => attempt.raw === raw))
          unwritten.push(raw);
      }
      return fetch(url, init);
    };
    const provider = createRpcProvider(chain.rpcUrl, { chainId: client.chainId, fetch: eavesdrop });
    account = new ChainAccount(provider, wallet, client.chainId);
    startQueue().add(mint(1));
    await untilTold("mined");
    assert.deepEqual(unwritten, []);
    provider.destroy();
  });

  it("does not send what it had signed once the chain refuses it", async () => {
    const refused: Intent = {
      key: "submit:1",
      kind: "submit",
      jobId: null,
      ...encodeExpireJob(client, { terms: TERMS }),
    };
    state.transactions.open(refused);
    state.transactions.addAttempt(refused, await sign(refused, 0));
    startQueue();
    await untilTold("failed");
    assert.equal(told("sent").length, 0);
    assert.equal(await rpc.getTransactionCount(wallet.address, "pending"), 0);
  });

  it("finds what was included while it was away", async () => {
    state.transactions.open(mint(1));
    const signed = await sign(mint(1), 0);
    state.transactions.addAttempt(mint(1), signed);
    await account.broadcast(signed.raw);
    startQueue();
    const [mined] = await untilTold("mined");
    assert.equal(hashOf(mined), signed.hash);
    assert.equal(told("sent").length, 0);
  });

  it("replaces what waits too long by one that offers an eighth more, up to the cap", async () => {
    await mineAtOnce(false);
    const { maxFeePerGas } = await account.suggestedFees();
    startQueue({ bumpAfterMs: 200, maxFeePerGasCap: (maxFeePerGas * 13n) / 10n }).add(mint(1));
    await untilTold("bumped", 2);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const attempts = state.transactions.attempts("submit:1");
    assert.deepEqual(new Set(attempts.map(({ nonce }) => nonce)), new Set([0]));
    for (const [index, attempt] of attempts.slice(1).entries()) {
      assert.ok(attempt.maxFeePerGas * 8n >= (attempts[index]?.maxFeePerGas ?? 0n) * 9n);
      assert.ok(attempt.maxFeePerGas <= (maxFeePerGas * 13n) / 10n);
    }
    assert.equal(attempts.length, 3, "the cap leaves room for two bumps");
    await mine();
    const [mined] = await untilTold("mined");
    assert.equal(hashOf(mined), attempts.at(-1)?.hash);
    assert.equal(await minted(), 1n);
  });

  it("replaces what waits too long though the machine's clock is put back", async (test) => {
    await mineAtOnce(false);
    startQueue({ bumpAfterMs: 300 }).add(mint(1));
    await untilTold("sent");
    test.mock.timers.enable({ apis: ["Date"], now: Date.now() - 3_600_000 });
    await untilTold("bumped");
    await mine();
    await untilTold("mined");
    assert.equal(await minted(), 1n);
  });

  it("signs anew when somebody uses its key by hand", async () => {
    await mineAtOnce(false);
    startQueue().add(mint(1));
    const [sent] = await untilTold("sent");
    assert.ok(sent?.status === "sent" && sent.nonce === 0);
    const { maxFeePerGas, maxPriorityFeePerGas } = await account.suggestedFees();
    const byHand = await wallet.signTransaction({
      type: 2,
      chainId: client.chainId,
      to: wallet.address,
      nonce: 0,
      gasLimit: 21_000n,
      maxFeePerGas: maxFeePerGas * 2n,
      maxPriorityFeePerGas: maxPriorityFeePerGas * 2n,
    });
    await rpc.broadcastTransaction(byHand);
    await mine();
    await untilTold("sent", 2);
    await mine();
    await untilTold("mined");
    assert.deepEqual(
      state.transactions.attempts("submit:1").map(({ nonce }) => nonce),
      [0, 1],
    );
    assert.equal(await minted(), 1n);
  });

  it("puts itself behind a transaction that waits already", async () => {
    await mineAtOnce(false);
    const { hash } = await wallet.connect(client.provider).sendTransaction({ to: wallet.address, nonce: 0 });
    startQueue().add(mint(1));
    const [sent] = await untilTold("sent");
    assert.ok(sent?.status === "sent" && sent.nonce === 1);
    await mine();
    await untilTold("mined");
    assert.equal((await rpc.getTransactionReceipt(hash))?.status, 1);
    assert.equal(await minted(), 1n);
  });

  it("says how much it needs when it cannot pay, and goes on once it can", async () => {
    await rpc.send("hardhat_setBalance", [wallet.address, "0x1"]);
    startQueue().add(mint(1));
    const [delayed] = await untilTold("delayed");
    assert.ok(delayed?.status === "delayed" && delayed.error instanceof OperatorFundsError);
    assert.equal(delayed.error.balance, 1n);
    assert.ok(delayed.error.needed > 10n ** 12n);
    assert.equal(state.transactions.attempts("submit:1").length, 0, "nothing was signed");
    await rpc.send("hardhat_setBalance", [wallet.address, "0xde0b6b3a7640000"]);
    await untilTold("mined");
    assert.equal(await minted(), 1n);
  });

  for (const fault of ["ill", "drop", "limit"] as const) {
    it(`goes on when its endpoint fails for a moment by "${fault}", at any point`, async (test) => {
      const faulty = await startFaultyRpc(chain.rpcUrl);
      const provider = createRpcProvider(faulty.url, { chainId: client.chainId });
      test.after(async () => {
        provider.destroy();
        await faulty.close();
      });
      account = new ChainAccount(provider, wallet, client.chainId);
      await provider.getBlockNumber();
      faulty.fault = fault;
      startQueue().add(mint(1));
      await untilTold("delayed");
      faulty.fault = null;
      await untilTold("mined");
      assert.equal(await minted(), 1n);
    });
  }

  it("tells why a transaction failed in its block", async () => {
    await mineAtOnce(false);
    const refused: Intent = {
      key: "submit:1",
      kind: "submit",
      jobId: null,
      ...encodeExpireJob(client, { terms: TERMS }),
    };
    state.transactions.open(refused);
    const signed = await sign(refused, 0);
    state.transactions.addAttempt(refused, signed);
    await account.broadcast(signed.raw);
    await mine();
    startQueue();
    const [failed] = await untilTold("failed");
    assert.ok(failed?.status === "failed" && failed.error instanceof JobEscrowUnexpectedStateError);
    assert.deepEqual(state.transactions.attempts(refused.key), []);
  });
});
