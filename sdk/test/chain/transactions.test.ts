import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { id, Wallet } from "ethers";
import {
  acceptResult,
  ContractMissingError,
  createWattleClient,
  getClaim,
  getStake,
  InsufficientGasFundsError,
  InvalidArgumentError,
  MissingSignerError,
  mintFaucetToken,
  OfferBookNoFreeSlotError,
  setWithdrawer,
  encodeTakeOffer,
  encodeWithdrawPayment,
  type JobTerms,
  submitResult,
  takeOffer,
  TransactionReplacedError,
  TransactionRevertedError,
  UNLIMITED_ALLOWANCE,
  depositPayment,
  UserRejectedError,
  WrongChainError,
} from "../../src/index.ts";
import { connectWallet } from "../support/eip1193.ts";
import { type Market, openMarket, tokens } from "../support/market.ts";
import { makeOffer, RESULT, setUpBuyer, setUpProvider, SPEC } from "../support/provider.ts";

describe("sending a transaction", () => {
  let market: Market;

  before(async () => {
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
  });

  after(() => market.close());

  afterEach(() => setMining(true));

  /** A block for each transaction, or none before `evm_mine`. */
  async function setMining(on: boolean): Promise<void> {
    await market.rpc("evm_setIntervalMining", [0]);
    await market.rpc("evm_setAutomine", [on]);
  }

  /** Sends while no block is made; resolves with the transaction's hash and the pending action. */
  async function sendUnmined<T>(
    send: (onHash: (hash: string) => void) => Promise<T>,
  ): Promise<{ hash: string; action: Promise<T> }> {
    await setMining(false);
    let action: Promise<T> | undefined;
    const hash = await new Promise<string>((resolve, reject) => {
      action = send(resolve);
      action.catch(reject);
    });
    if (action === undefined) throw new Error("nothing was sent");
    return { hash, action };
  }

  const allow = (onHash: (hash: string) => void) =>
    setWithdrawer(market.stranger.client, { key: market.operator.address, allowed: true, onHash });

  /** Sends something else, or the same, with the nonce of a waiting transaction and a higher fee. */
  async function replace(hash: string, changes: object): Promise<string> {
    const { provider, signer } = market.stranger.client;
    const sent = await provider.getTransaction(hash);
    assert.ok(sent !== null && signer !== null);
    const { to, data, nonce, maxFeePerGas, maxPriorityFeePerGas } = sent;
    const fees = {
      maxFeePerGas: (maxFeePerGas ?? 0n) * 2n,
      maxPriorityFeePerGas: (maxPriorityFeePerGas ?? 0n) * 2n,
    };
    return (await signer.sendTransaction({ to, data, nonce, gasLimit: 100_000n, ...fees, ...changes })).hash;
  }

  it("tells hash, block, gas and its price", async () => {
    const hashes: string[] = [];
    const receipt = await allow((hash) => hashes.push(hash));
    const mined = await market.reader.provider.getTransactionReceipt(receipt.hash);
    assert.deepEqual(hashes, [receipt.hash]);
    assert.deepEqual(receipt, {
      hash: mined?.hash,
      blockNumber: mined?.blockNumber,
      gasUsed: mined?.gasUsed,
      gasPrice: mined?.gasPrice,
    });
  });

  it("waits for as many blocks as asked", async () => {
    const { hash, action } = await sendUnmined((onHash) =>
      setWithdrawer(market.stranger.client, {
        key: market.payout.address,
        allowed: true,
        confirmations: 3,
        onHash,
      }),
    );
    let settled = false;
    void action.then(() => (settled = true));
    await market.rpc("evm_mine", []);
    await market.rpc("evm_mine", []);
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(settled, false);
    await market.rpc("evm_mine", []);
    assert.equal((await action).hash, hash);
  });

  it("stops waiting when the signal says so", async () => {
    const controller = new AbortController();
    const reason = new Error("the user left");
    const { action } = await sendUnmined((onHash) =>
      setWithdrawer(market.stranger.client, {
        key: market.buyer.address,
        allowed: true,
        signal: controller.signal,
        onHash,
      }),
    );
    controller.abort(reason);
    await assert.rejects(action, (error) => error === reason);
    await setMining(true);
    await market.rpc("evm_mine", []);
  });

  it("takes a transaction that the wallet sped up for the same", async () => {
    const { hash, action } = await sendUnmined(allow);
    const faster = await replace(hash, {});
    await market.rpc("evm_mine", []);
    const receipt = await action;
    assert.equal(receipt.hash, faster);
    assert.notEqual(receipt.hash, hash);
  });

  it("error: TransactionReplacedError", async () => {
    const { hash, action } = await sendUnmined(allow);
    const canceling = await replace(hash, { to: market.stranger.address, data: "0x" });
    await market.rpc("evm_mine", []);
    await assert.rejects(action, (error) => {
      assert.ok(error instanceof TransactionReplacedError);
      assert.deepEqual([error.hash, error.replacement], [hash, canceling]);
      return true;
    });
  });

  it("error: TransactionRevertedError, with the contract's error as its cause", async () => {
    const rival = await market.actorAt(5);
    const deposit = { token: market.token, amount: tokens(1), marketAllowance: UNLIMITED_ALLOWANCE };
    await depositPayment(rival.client, deposit);
    const offer = await makeOffer(market, { slots: 1 });
    const take = { ...offer, runLimitSeconds: 30, ...SPEC };
    const { action } = await sendUnmined((onHash) => takeOffer(market.buyer.client, { ...take, onHash }));
    // It outbids the first one, whose estimate knew nothing of it.
    const fees = { maxFeePerGas: 10n ** 12n, maxPriorityFeePerGas: 10n ** 11n };
    const call = encodeTakeOffer(rival.client, take);
    await rival.client.signer?.sendTransaction({ ...call, ...fees, gasLimit: 1_000_000n });
    await market.rpc("evm_mine", []);
    await assert.rejects(action, (error) => {
      assert.ok(error instanceof TransactionRevertedError);
      assert.ok(error.cause instanceof OfferBookNoFreeSlotError);
      return true;
    });
  });

  it("has gas to spare for a claim that was withdrawn meanwhile", async () => {
    const { buyer, operator, payout, token } = market;
    const offer = await makeOffer(market);
    const submitted = async (): Promise<JobTerms> => {
      const { terms } = await takeOffer(buyer.client, { ...offer, runLimitSeconds: 30, ...SPEC });
      await submitResult(operator.client, { terms, ...RESULT });
      return terms;
    };
    await acceptResult(buyer.client, { terms: await submitted() });
    const terms = await submitted();
    const amount = await getClaim(payout.client, { token, account: payout.address });
    assert.ok(amount > 0n, "the estimate finds a claim to raise");

    const { action } = await sendUnmined((onHash) => acceptResult(buyer.client, { terms, onHash }));
    // It outbids the acceptance, whose estimate knew nothing of it.
    const fees = { maxFeePerGas: 10n ** 12n, maxPriorityFeePerGas: 10n ** 11n, gasLimit: 1_000_000n };
    const call = encodeWithdrawPayment(payout.client, { token, amount, to: payout.address });
    await payout.client.signer?.sendTransaction({ ...call, ...fees });
    await market.rpc("evm_mine", []);
    await action;
    const price = terms.ratePerSecond * BigInt(terms.runLimitSeconds);
    assert.equal(await getClaim(payout.client, { token, account: payout.address }), price);
  });

  it("error: MissingSignerError", async () => {
    const call = setWithdrawer(market.reader, { key: market.operator.address, allowed: true });
    await assert.rejects(call, MissingSignerError);
  });

  it("error: InsufficientGasFundsError", async () => {
    const client = createWattleClient({
      provider: market.reader.provider,
      signer: new Wallet(id("a key without money")),
      deployment: market.reader.deployment,
    });
    await assert.rejects(
      mintFaucetToken(client, { token: market.token, amount: 1n }),
      InsufficientGasFundsError,
    );
  });

  it("error: InvalidArgumentError", async () => {
    const key = `${market.operator.address.slice(0, -1)}!`;
    await assert.rejects(setWithdrawer(market.stranger.client, { key, allowed: true }), InvalidArgumentError);
    await assert.rejects(
      getClaim(market.reader, { token: market.token, account: "0x12" }),
      InvalidArgumentError,
    );
  });

  it("error: ContractMissingError", async () => {
    const { deployment, provider } = market.reader;
    const contracts = { ...deployment.contracts, providerStaking: market.payout.address };
    const client = createWattleClient({ provider, deployment: { ...deployment, contracts } });
    await assert.rejects(getStake(client, { provider: market.owner.address }), ContractMissingError);
  });

  describe("with a browser's wallet", () => {
    it("works like with a key", async () => {
      const signer = await connectWallet(market).provider.getSigner(market.stranger.address);
      const client = createWattleClient({ signer, deployment: market.reader.deployment });
      const { gasUsed } = await mintFaucetToken(client, { token: market.token, amount: 5n });
      assert.ok(gasUsed > 21_000n);
    });

    it("error: UserRejectedError, for a transaction and for a signature", async () => {
      const wallet = connectWallet(market);
      const signer = await wallet.provider.getSigner(market.stranger.address);
      const client = createWattleClient({ signer, deployment: market.reader.deployment });
      wallet.rejected.add("eth_sendTransaction");
      await assert.rejects(mintFaucetToken(client, { token: market.token, amount: 5n }), UserRejectedError);
      wallet.rejected.clear();
      wallet.rejected.add("eth_signTypedData_v4");
      const count = (): Promise<number> =>
        market.reader.provider.getTransactionCount(market.stranger.address);
      const before = await count();
      await assert.rejects(depositPayment(client, { token: market.token, amount: 5n }), UserRejectedError);
      assert.equal(await count(), before, "no approval in place of the permit that the user did not want");
    });

    it("error: WrongChainError, whether or not ethers was told to follow the wallet", async () => {
      for (const network of ["any", undefined] as const) await refusesOtherChain(network);
    });

    async function refusesOtherChain(network: "any" | undefined): Promise<void> {
      const wallet = connectWallet(market, network);
      const signer = await wallet.provider.getSigner(market.stranger.address);
      const client = createWattleClient({ signer, deployment: market.reader.deployment });
      wallet.chainId = 10;
      await assert.rejects(mintFaucetToken(client, { token: market.token, amount: 5n }), (error) => {
        assert.ok(error instanceof WrongChainError);
        assert.deepEqual([error.expected, error.actual], [31_337, 10]);
        return true;
      });
      if (network === undefined) {
        await assert.rejects(
          getClaim(client, { token: market.token, account: market.owner.address }),
          WrongChainError,
        );
      }
    }
  });
});
