import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  addMachine,
  createWattleClient,
  depositPayment,
  depositStake,
  encodeUpdateProfile,
  getClaim,
  getMachine,
  getMarketAllowance,
  getProvider,
  getStake,
  machineIdOf,
  ProviderNotFoundError,
  registerProvider,
  retireMachine,
  setOperator,
  setOperatorBound,
  TextTooLongError,
  withdrawPayment,
} from "../../src/index.ts";
import { encodeCall } from "../../src/chain/encodeCall.ts";
import { sendCall } from "../../src/chain/sendCall.ts";
import { FaucetToken__factory } from "../../src/contracts/factories/FaucetToken__factory.ts";
import { connectWallet } from "../support/eip1193.ts";
import { type Actor, type Market, openMarket, tokens } from "../support/market.ts";
import { CLAIM, ENCRYPTION_KEY } from "../support/provider.ts";

describe("accounts", () => {
  let market: Market;

  before(async () => {
    market = await openMarket();
  });

  after(() => market.close());

  /** How many transactions an action takes. */
  async function transactionsOf(actor: Actor, action: () => Promise<unknown>): Promise<number> {
    const count = (): Promise<number> => actor.client.provider.getTransactionCount(actor.address);
    const before = await count();
    await action();
    return (await count()) - before;
  }

  describe("a deposit", () => {
    it("with the market's allowance is one transaction where the token has permits", async () => {
      const { buyer, token } = market;
      const deposit = { token, amount: tokens(5), marketAllowance: tokens(3) };
      assert.equal(await transactionsOf(buyer, () => depositPayment(buyer.client, deposit)), 1);
      const account = buyer.address;
      assert.equal(await getClaim(market.reader, { token, account }), tokens(5));
      assert.equal(await getMarketAllowance(market.reader, { token, account }), tokens(3));
    });

    it("is two transactions with an approval, and one where it is there already", async () => {
      const { stranger, token } = market;
      const deposit = { token, amount: tokens(2), method: "approve" } as const;
      assert.equal(await transactionsOf(stranger, () => depositPayment(stranger.client, deposit)), 2);
      const vault = market.chain.deployment.contracts.paymentVault;
      const contract = FaucetToken__factory.connect(token, stranger.client.signer);
      await (await contract.approve(vault, tokens(9))).wait();
      const again = { token, amount: tokens(2) };
      assert.equal(await transactionsOf(stranger, () => depositPayment(stranger.client, again)), 1);
      assert.equal(
        await contract.allowance(stranger.address, vault),
        tokens(7),
        "by the allowance, not a permit",
      );
      assert.equal(await getClaim(market.reader, { token, account: stranger.address }), tokens(4));
    });

    it("falls back to an approval where the wallet cannot sign permits", async () => {
      const { payout: stranger, token, chain } = market;
      const wallet = connectWallet(market);
      wallet.unsupported.add("eth_signTypedData_v4");
      const signer = await wallet.provider.getSigner(stranger.address);
      const client = createWattleClient({ signer, deployment: chain.deployment, pollingIntervalMs: 100 });
      const deposit = (): Promise<unknown> => depositPayment(client, { token, amount: tokens(1) });
      assert.equal(await transactionsOf(stranger, deposit), 2);
    });

    it("can be for somebody else, and tells what arrived", async () => {
      const { stranger, operator, token } = market;
      const deposit = { token, amount: tokens(4), to: operator.address };
      assert.equal((await depositPayment(stranger.client, deposit)).received, tokens(4));
      const { amount } = await withdrawPayment(operator.client, {
        token,
        amount: tokens(3),
        to: stranger.address,
      });
      assert.equal(amount, tokens(3));
      assert.equal(await getClaim(market.reader, { token, account: operator.address }), tokens(1));
    });
  });

  describe("a provider", () => {
    it("registers with machine, operator and bound in one transaction, and stakes in another", async () => {
      const { owner, operator, payout, token, reader } = market;
      const provider = owner.address;
      const register = () =>
        registerProvider(owner.client, {
          payout: payout.address,
          encryptionKey: ENCRYPTION_KEY,
          endpoint: "https://relay.example",
          machines: [CLAIM],
          operators: [operator.address],
          operatorBounds: [{ token, minRatePerSecond: 5n }],
        });
      assert.equal(await transactionsOf(owner, register), 1);
      const stake = () =>
        depositStake(owner.client, {
          provider,
          amount: tokens(7),
          authorize: { limit: tokens(6), maxPerLock: 5n },
        });
      assert.equal(await transactionsOf(owner, stake), 1);
      const { free, committed, authorization } = await getStake(reader, { provider });
      assert.deepEqual([free, committed], [tokens(1), tokens(7)]);
      assert.deepEqual(authorization, { limit: tokens(6), maxPerLock: 5n, locked: 0n, available: 5n });
      assert.equal(await reader.contracts.registry.isOperator(provider, operator.address), true);
    });

    it("has the endpoint of its last profile, also of two in one transaction", async () => {
      const { owner, payout, reader } = market;
      const provider = owner.address;
      const profile = { provider, payout: payout.address, encryptionKey: ENCRYPTION_KEY };
      const updates = ["https://first.example", "https://second.example"].map(
        (endpoint) => encodeUpdateProfile(owner.client, { ...profile, endpoint }).data,
      );
      await sendCall(owner.client, encodeCall(owner.client, "registry", "multicall", [updates]), {});
      assert.equal((await getProvider(reader, { provider })).endpoint, "https://second.example");
      await setOperator(owner.client, { provider, operator: payout.address, allowed: true });
      await setOperatorBound(owner.client, { provider, token: market.token, minRatePerSecond: 9n });
      const info = await getProvider(reader, { provider });
      assert.deepEqual([info.endpoint, info.authEpoch], ["https://second.example", 2]);
    });

    it("error: ProviderNotFoundError", async () => {
      const provider = market.stranger.address;
      await assert.rejects(getProvider(market.reader, { provider }), ProviderNotFoundError);
    });
  });

  describe("a machine", () => {
    it("has the id that the contract gives it, and what was claimed", async () => {
      const { owner, reader } = market;
      const provider = owner.address;
      const claim = { ...CLAIM, gpuModel: "amd-radeon-rx-7900-xtx", region: "us-ca" };
      const { machineId, hash } = await addMachine(owner.client, { provider, claim });
      const receipt = await reader.provider.getTransactionReceipt(hash);
      assert.equal(receipt?.logs[0]?.topics[2], machineId);
      assert.equal(machineIdOf(provider, claim), machineId);
      assert.deepEqual(await getMachine(reader, { provider, machineId }), {
        machineId,
        gpuModel: "amd-radeon-rx-7900-xtx",
        gpuCount: claim.gpuCount,
        vramMib: claim.vramMib,
        region: "us-ca",
        addedBlock: receipt?.blockNumber,
        retiredAt: null,
      });
      const retired = await retireMachine(owner.client, { provider, machineId });
      const block = await reader.provider.getBlock(retired.blockNumber);
      assert.equal((await getMachine(reader, { provider, machineId }))?.retiredAt, block?.timestamp);
    });

    it("is null when it was never claimed", async () => {
      const query = { provider: market.owner.address, machineId: `0x${"11".repeat(32)}` };
      assert.equal(await getMachine(market.reader, query), null);
    });

    it("error: TextTooLongError", async () => {
      const claim = { ...CLAIM, region: "us-california" };
      const adding = addMachine(market.owner.client, { provider: market.owner.address, claim });
      await assert.rejects(adding, TextTooLongError);
    });
  });
});
