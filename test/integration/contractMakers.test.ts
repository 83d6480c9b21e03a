import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Interface } from "ethers";
import {
  acceptOwnership,
  approveBySignature,
  assessLeaseOffer,
  assessOffer,
  assessRequest,
  cancelJob,
  closeLease,
  declineJob,
  depositPayment,
  encodeAcceptOwnership,
  findOffers,
  getClaim,
  getJob,
  getMarketAllowance,
  offerOwnership,
  openLease,
  prepareRequest,
  ProviderRegistryNotPendingOwnerError,
  signAllowance,
  signCancel,
  signLeaseOffer,
  signOffer,
  signRequest,
  takeOffer,
  takeRequest,
  type TransactionCall,
} from "../../sdk/src/index.ts";
import { type Actor, type Market, openMarket, tokens } from "../../sdk/test/support/market.ts";
import {
  allowLeases,
  draftLeaseOffer,
  draftOffer,
  makeOffer,
  MIN_RATE,
  setUpBuyer,
  setUpProvider,
  SPEC,
} from "../../sdk/test/support/provider.ts";
import { deployArtifact } from "../support/deployArtifact.ts";

const wallet = new Interface(["function execute(address target, bytes data)"]);

/** Contracts that are clients and providers say yes by ERC-1271. */
describe("makers that are contracts", () => {
  let market: Market;
  /** The key that speaks for the contract. */
  let key: Actor;
  let account: string;

  before(async () => {
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
    key = await market.actorAt(5);
    assert.ok(key.client.signer !== null);
    account = await deployArtifact(key.client.signer, "Wallet", [key.address]);
  });

  after(() => market.close());

  const execute = async ({ to, data }: TransactionCall): Promise<void> => {
    const call = { to: account, data: wallet.encodeFunctionData("execute", [to, data]) };
    await (await key.client.signer?.sendTransaction(call))?.wait();
  };

  it("a client asks, allows, and agrees to cancel, by signatures alone", async () => {
    const { token, reader, operator, stranger, owner } = market;
    await depositPayment(stranger.client, { token, amount: tokens(1), to: account });
    const amount = 30n * MIN_RATE;
    const allowance = await signAllowance(key.client, { token, amount, owner: account });
    await approveBySignature(stranger.client, { allowance });
    assert.equal(await getMarketAllowance(reader, { token, account }), amount);

    const request = await prepareRequest(key.client, {
      client: account,
      token,
      maxRatePerSecond: MIN_RATE,
      collateral: tokens(1),
      runLimitSeconds: 30,
      ...SPEC,
    });
    const { signature } = await signRequest(key.client, { request });
    const provider = owner.address;
    const foreign = (await signRequest(stranger.client, { request })).signature;
    const assessed = await assessRequest(operator.client, { request, signature: foreign, provider });
    assert.equal(assessed.rejection?.code, "signature");

    const { terms, jobId } = await takeRequest(operator.client, { request, signature, provider });
    assert.equal(terms.client, account);
    const consent = await signCancel(key.client, { terms });
    await cancelJob(operator.client, { terms, ...consent });
    assert.equal((await getJob(reader, { jobId })).state, "canceled");
    assert.equal(await getClaim(reader, { token, account }), tokens(1));
  });

  it("an owner offers, and its operators go on", async () => {
    const { token, buyer, owner, operator, stranger, reader } = market;
    const provider = owner.address;
    await offerOwnership(owner.client, { provider, pendingOwner: account });
    const early = acceptOwnership(stranger.client, { provider });
    await assert.rejects(early, ProviderRegistryNotPendingOwnerError);
    await execute(encodeAcceptOwnership(key.client, { provider }));

    // Below the operators' bound: only the owner may promise it.
    const offer = await draftOffer(market, { ratePerSecond: MIN_RATE - 1n });
    const signed = await signOffer(key.client, { offer });
    assert.equal((await assessOffer(reader, signed)).rejection, null);
    const forged = await signOffer(stranger.client, { offer });
    assert.equal((await assessOffer(reader, forged)).rejection?.code, "signature");
    assert.equal((await assessOffer(reader, { offer, signature: "0x1234" })).rejection?.code, "signature");

    const search = { token, published: false, offers: [signed] };
    const { matches } = await findOffers(buyer.client, search);
    assert.equal(matches.length, 1);
    const taking = { runLimitSeconds: 30, ...SPEC };
    const jobs = [
      await takeOffer(buyer.client, { ...signed, ...taking }),
      await takeOffer(buyer.client, { ...signed, ...taking }),
      await takeOffer(buyer.client, { ...(await makeOffer(market)), ...taking }),
    ];
    for (const { terms } of jobs) await declineJob(operator.client, { terms, reason: "a test" });

    const leaseOffer = await draftLeaseOffer(market, { ratePerSecond: MIN_RATE - 1n });
    const lease = await signLeaseOffer(key.client, { offer: leaseOffer });
    assert.equal((await assessLeaseOffer(reader, lease)).rejection, null);
    const wrong = await signLeaseOffer(stranger.client, { offer: leaseOffer });
    assert.equal((await assessLeaseOffer(reader, wrong)).rejection?.code, "signature");
    await allowLeases(market);
    const { terms } = await openLease(buyer.client, { ...lease, leaseSeconds: 100, fundedSeconds: 10 });
    await closeLease(buyer.client, { terms });
  });
});
