import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { encodeBytes32String, id, ZeroAddress, ZeroHash } from "ethers";
import * as sdk from "../../src/index.ts";
import {
  acceptResult,
  addMachine,
  authorizeService,
  cancelOffer,
  cancelThaw,
  type ContractError,
  declineJob,
  depositPayment,
  depositStake,
  expireJob,
  getTokenBalance,
  type JobTerms,
  machineIdOf,
  mintFaucetToken,
  publishOffer,
  raiseAuthEpoch,
  registerProvider,
  retireMachine,
  setOperator,
  settleJob,
  startThaw,
  submitResult,
  takeOffer,
  updateProfile,
  withdrawPayment,
  withdrawPaymentFor,
  withdrawSlashClaim,
  withdrawStake,
} from "../../src/index.ts";
import { encodeTakeOffer } from "../../src/actions/offers/takeOffer.ts";
import { sendCall } from "../../src/chain/sendCall.ts";
import { type Market, openMarket, tokens } from "../support/market.ts";
import {
  CLAIM,
  draftOffer,
  ENCRYPTION_KEY,
  makeOffer,
  RESULT,
  setUpBuyer,
  setUpProvider,
  SPEC,
  STAKE,
} from "../support/provider.ts";

/** Reverts of the contracts themselves, through the same path that every action takes. */
describe("a call that would revert", () => {
  let market: Market;
  let terms: JobTerms;

  before(async () => {
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
    // Open for as long as all of this takes, on a slow machine too.
    const signed = await makeOffer(market, { slackSeconds: 10_000 });
    ({ terms } = await takeOffer(market.buyer.client, { ...signed, runLimitSeconds: 30, ...SPEC }));
  });

  after(() => market.close());

  /** Expects a class with values, and that nothing was sent. */
  async function refuses(
    call: Promise<unknown>,
    className: keyof typeof sdk,
    args: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await assert.rejects(call, (error: ContractError) => {
      assert.equal(error.name, className, error.message);
      assert.ok(error instanceof (sdk[className] as typeof ContractError));
      for (const [name, value] of Object.entries(args)) {
        assert.deepEqual((error.args as Record<string, unknown>)[name], value, `${className}.${name}`);
      }
      return true;
    });
  }

  it("is named when it is about a provider", async () => {
    const { owner, stranger, operator, payout } = market;
    const provider = owner.address;
    const profile = { payout: payout.address, encryptionKey: ENCRYPTION_KEY, endpoint: "" };
    const own = { provider, caller: stranger.address };
    await refuses(registerProvider(owner.client, profile), "ProviderRegistryAlreadyRegisteredError", {
      provider,
    });
    await refuses(
      updateProfile(stranger.client, { provider, ...profile }),
      "ProviderRegistryNotOwnerError",
      own,
    );
    await refuses(
      updateProfile(owner.client, { provider, ...profile, payout: ZeroAddress }),
      "ProviderRegistryPayoutZeroError",
      { provider },
    );
    await refuses(
      registerProvider(stranger.client, { ...profile, encryptionKey: ZeroHash }),
      "ProviderRegistryEncryptionKeyZeroError",
      { provider: stranger.address },
    );
    await refuses(
      setOperator(stranger.client, { provider: stranger.address, operator: operator.address, allowed: true }),
      "ProviderRegistryNotRegisteredError",
      { provider: stranger.address },
    );
    await refuses(
      setOperator(owner.client, { provider, operator: operator.address, allowed: true }),
      "ProviderRegistryOperatorUnchangedError",
      { provider, operator: operator.address, allowed: true },
    );
    await refuses(raiseAuthEpoch(stranger.client, { provider }), "ProviderRegistryNotOperatorError", own);
    await refuses(
      addMachine(owner.client, { provider, claim: CLAIM }),
      "ProviderRegistryMachineExistsError",
      {
        machineId: machineIdOf(provider, CLAIM),
      },
    );
    await refuses(
      addMachine(owner.client, { provider, claim: { ...CLAIM, gpuCount: 0 } }),
      "ProviderRegistryMachineClaimInvalidError",
      { gpuCount: 0, vramMib: CLAIM.vramMib },
    );
    await refuses(
      retireMachine(owner.client, { provider, machineId: id("none") }),
      "ProviderRegistryMachineNotActiveError",
      { machineId: id("none") },
    );
  });

  it("is named when it is about stake", async () => {
    const { owner, stranger } = market;
    const provider = owner.address;
    const service = market.chain.deployment.contracts.jobEscrow;
    await refuses(depositStake(owner.client, { provider, amount: 0n }), "ProviderStakingAmountZeroError", {
      provider,
    });
    await refuses(
      authorizeService(owner.client, { provider, limit: STAKE + 5n }),
      "ProviderStakingInsufficientFreeError",
      { provider, free: 0n, needed: 5n },
    );
    await refuses(
      authorizeService(stranger.client, { provider, limit: 1n }),
      "ProviderStakingNotOwnerError",
      {
        provider,
        caller: stranger.address,
      },
    );
    await refuses(
      authorizeService(owner.client, { provider, limit: 1n }),
      "ProviderStakingLimitBelowLockedError",
      {
        provider,
        service,
        limit: 1n,
        locked: tokens(100),
      },
    );
    await refuses(
      authorizeService(owner.client, { provider, limit: 5n, maxPerLock: 6n }),
      "ProviderStakingMaxPerLockTooLargeError",
      { maxPerLock: 6n, limit: 5n },
    );
    await refuses(
      authorizeService(owner.client, { provider, limit: 1n << 80n }),
      "ProviderStakingLimitTooLargeError",
      {
        limit: 1n << 80n,
        maximum: (1n << 80n) - 1n,
      },
    );
    await refuses(startThaw(owner.client, { provider, amount: 1n }), "ProviderStakingInsufficientFreeError", {
      needed: 1n,
    });
    await refuses(cancelThaw(owner.client, { provider }), "ProviderStakingNothingThawingError", { provider });
    await refuses(withdrawSlashClaim(stranger.client), "ProviderStakingNothingToClaimError", {
      account: stranger.address,
    });
    await depositStake(owner.client, { provider, amount: 10n });
    await startThaw(owner.client, { provider, amount: 10n });
    await refuses(withdrawStake(owner.client, { provider }), "ProviderStakingStillThawingError", {
      provider,
    });
    await market.travel(61);
    assert.equal((await withdrawStake(owner.client, { provider })).amount, 10n);
  });

  it("is named when it is about money", async () => {
    const { buyer, stranger, operator, owner, token } = market;
    const balance = await getTokenBalance(market.reader, { token, account: stranger.address });
    await refuses(
      depositPayment(stranger.client, { token, amount: balance + 1n }),
      "ERC20InsufficientBalanceError",
      { sender: stranger.address, balance, needed: balance + 1n },
    );
    await refuses(withdrawPayment(stranger.client, { token }), "PaymentVaultAmountZeroError", { token });
    await refuses(
      withdrawPayment(stranger.client, { token, amount: 7n }),
      "ERC6909InsufficientBalanceError",
      {
        sender: stranger.address,
        balance: 0n,
        needed: 7n,
        id: BigInt(token),
      },
    );
    await refuses(
      withdrawPayment(buyer.client, { token, amount: 1n, to: ZeroAddress }),
      "PaymentVaultRecipientZeroError",
      { token },
    );
    await refuses(
      withdrawPaymentFor(operator.client, { token, account: owner.address, amount: 1n }),
      "PaymentVaultNotWithdrawerError",
      { account: owner.address, caller: operator.address },
    );
    await refuses(
      mintFaucetToken(buyer.client, { token, amount: tokens(1_000_001) }),
      "FaucetTokenTooMuchError",
      {
        amount: tokens(1_000_001),
        maximum: tokens(1_000_000),
      },
    );
  });

  it("is named when it is about offers", async () => {
    const { owner, operator, stranger, buyer } = market;
    const offer = await draftOffer(market);
    const cheap = await draftOffer(market, { ratePerSecond: 1n });
    const take = { runLimitSeconds: 30, ...SPEC };
    // Without the pre-flight, so that the contract itself refuses.
    const send = (from: typeof buyer, signed: sdk.SignedOffer, changes: Partial<typeof take> = {}) =>
      sendCall(from.client, encodeTakeOffer(from.client, { ...signed, ...take, ...changes }), {});
    await refuses(
      publishOffer(owner.client, { offer: { ...offer, reviewSeconds: 0 } }),
      "OrderOutOfBoundsError",
      { field: encodeBytes32String("reviewSeconds"), value: 0n, minimum: 1n, maximum: 2_592_000n },
    );
    await refuses(publishOffer(operator.client, { offer: cheap }), "OfferBookCannotPromiseError", {
      provider: owner.address,
      key: operator.address,
    });
    await refuses(cancelOffer(stranger.client, { offer }), "OfferBookNotOperatorError", {
      caller: stranger.address,
    });
    await refuses(send(buyer, { offer, signature: "0x" }), "OfferBookCannotPromiseError", {
      key: buyer.address,
    });
    await refuses(send(buyer, { offer, signature: "0x1234" }), "OfferBookCannotPromiseError", {
      key: ZeroAddress,
    });
    const signed = await makeOffer(market);
    await refuses(send(buyer, signed, { runLimitSeconds: 601 }), "JobEscrowRunLimitOutOfBoundsError", {
      runLimitSeconds: 601,
      minRunSeconds: 1,
      maxRunSeconds: 600,
    });
    await refuses(send(buyer, signed, { specDigest: ZeroHash }), "JobEscrowSpecDigestZeroError", {});
    await refuses(send(stranger, signed), "ERC6909InsufficientAllowanceError", {
      allowance: 0n,
      needed: 30_000n,
    });
    await refuses(
      send(stranger, await makeOffer(market, { taker: buyer.address })),
      "OrderBookNotTakerError",
      {
        caller: stranger.address,
        taker: buyer.address,
      },
    );
    await refuses(send(buyer, await makeOffer(market, { expiresAt: 1_000 })), "OrderBookExpiredError", {
      expiresAt: 1_000,
    });
    await refuses(send(buyer, await makeOffer(market, { authEpoch: 3 })), "OrderBookWrongEpochError", {
      epoch: 3,
      currentEpoch: 1,
    });
    const greedy = await makeOffer(market, { collateral: STAKE + 1n });
    await refuses(send(buyer, greedy), "ProviderStakingLockTooLargeError", {
      amount: STAKE + 1n,
      maxPerLock: STAKE,
    });
    const second = await makeOffer(market, { collateral: STAKE });
    await refuses(send(buyer, second), "ProviderStakingLimitExceededError", { limit: STAKE });
    await cancelOffer(operator.client, { offer: signed.offer });
    await refuses(send(buyer, signed), "OrderBookCanceledError", { orderHash: signed.orderHash });
    await refuses(cancelOffer(operator.client, { offer: signed.offer }), "OrderBookUnchangedError", {});
  });

  it("is named when it is about a job", async () => {
    const { operator, stranger, buyer } = market;
    const jobId = sdk.jobIdOf(terms);
    await refuses(acceptResult(buyer.client, { terms }), "JobEscrowUnexpectedStateError", {
      jobId,
      current: 1,
    });
    await refuses(
      expireJob(stranger.client, { terms: { ...terms, fill: 9 } }),
      "JobEscrowUnexpectedStateError",
      {
        current: 0,
      },
    );
    await refuses(submitResult(stranger.client, { terms, ...RESULT }), "JobEscrowNotOperatorError", {
      jobId,
      caller: stranger.address,
    });
    await refuses(
      submitResult(operator.client, { terms, ...RESULT, resultDigest: ZeroHash }),
      "JobEscrowResultDigestInvalidError",
      { jobId, resultDigest: ZeroHash },
    );
    const fresh = await takeOffer(buyer.client, {
      ...(await makeOffer(market, { slackSeconds: 10_000 })),
      runLimitSeconds: 30,
      ...SPEC,
    });
    await refuses(expireJob(stranger.client, { terms: fresh.terms }), "JobEscrowTooEarlyError", {
      jobId: fresh.jobId,
    });
    await market.travel(21);
    await refuses(declineJob(operator.client, { terms: fresh.terms, reason: "" }), "JobEscrowTooLateError", {
      jobId: fresh.jobId,
    });
    await submitResult(operator.client, { terms: fresh.terms, ...RESULT });
    await refuses(settleJob(stranger.client, { terms: fresh.terms }), "JobEscrowTooEarlyError", {});
    await refuses(acceptResult(stranger.client, { terms: fresh.terms }), "JobEscrowNotClientError", {
      caller: stranger.address,
    });
  });

  it("is never sent", async () => {
    const before = await market.reader.provider.getTransactionCount(market.stranger.address);
    const sent: string[] = [];
    const call = acceptResult(market.stranger.client, { terms, onHash: (hash) => sent.push(hash) });
    await assert.rejects(call, sdk.JobEscrowUnexpectedStateError);
    assert.equal(
      await market.reader.provider.getTransactionCount(market.stranger.address, "pending"),
      before,
    );
    assert.deepEqual(sent, []);
  });
});
