import { id } from "ethers";
import {
  approveMarket,
  depositPayment,
  depositStake,
  type LeaseOffer,
  machineIdOf,
  type Offer,
  prepareLeaseOffer,
  type PrepareLeaseOfferParameters,
  prepareOffer,
  type PrepareOfferParameters,
  prepareRequest,
  type PrepareRequestParameters,
  registerProvider,
  type Request,
  signLeaseOffer,
  type SignLeaseOfferReturnType,
  signOffer,
  type SignOfferReturnType,
  signRequest,
  type SignRequestReturnType,
  UNLIMITED_ALLOWANCE,
} from "../../src/index.ts";
import { type Market, tokens } from "./market.ts";

/** What the tests' provider claims to have. */
export const CLAIM = {
  gpuModel: "nvidia-rtx-4090",
  gpuCount: 2,
  vramMib: 24_564,
  region: "de",
  reportDigest: id("report"),
};

/** The tests' provider's key; no test encrypts with it. */
export const ENCRYPTION_KEY = id("encryption key");

/** What the owner stakes, and the market may lock. */
export const STAKE = tokens(1_000);

/** What the buyer deposits. */
export const BUDGET = tokens(5_000);

/** The lowest rate that the operator may promise. */
export const MIN_RATE = 1_000n;

/** Makes the owner a provider with a machine, an operator and stake, in two transactions. */
export async function setUpProvider(market: Market): Promise<void> {
  const { client, address: provider } = market.owner;
  await registerProvider(client, {
    payout: market.payout.address,
    encryptionKey: ENCRYPTION_KEY,
    endpoint: "http://127.0.0.1:1/relay",
    machines: [CLAIM],
    operators: [market.operator.address],
    operatorBounds: [{ token: market.token, minRatePerSecond: MIN_RATE }],
  });
  await depositStake(client, { provider, amount: STAKE, authorize: { limit: STAKE } });
}

/** Gives the buyer money in the vault, and the market the right to it. */
export async function setUpBuyer(market: Market): Promise<void> {
  await depositPayment(market.buyer.client, {
    token: market.token,
    amount: BUDGET,
    marketAllowance: UNLIMITED_ALLOWANCE,
  });
}

/** An offer of the tests' provider with short windows. */
export function draftOffer(market: Market, changes: Partial<PrepareOfferParameters> = {}): Promise<Offer> {
  return prepareOffer(market.reader, {
    provider: market.owner.address,
    token: market.token,
    ratePerSecond: MIN_RATE,
    collateral: tokens(100),
    machineId: machineIdOf(market.owner.address, CLAIM),
    declineSeconds: 20,
    slackSeconds: 20,
    reviewSeconds: 60,
    maxRunSeconds: 600,
    slots: 10,
    ...changes,
  });
}

/** The same, signed by the operator. */
export async function makeOffer(
  market: Market,
  changes: Partial<PrepareOfferParameters> = {},
): Promise<SignOfferReturnType> {
  return signOffer(market.operator.client, { offer: await draftOffer(market, changes) });
}

/** What a job computes, as far as the chain can tell. */
export const SPEC = { specDigest: id("spec digest"), specRoot: id("spec root") };

/** What it results in. */
export const RESULT = { resultDigest: id("result digest"), resultRoot: id("result root") };

/** A request of the buyer's with short windows, which the tests' machine meets. */
export function draftRequest(
  market: Market,
  changes: Partial<PrepareRequestParameters> = {},
): Promise<Request> {
  return prepareRequest(market.reader, {
    client: market.buyer.address,
    token: market.token,
    maxRatePerSecond: MIN_RATE,
    collateral: tokens(100),
    runLimitSeconds: 30,
    declineSeconds: 20,
    slackSeconds: 20,
    reviewSeconds: 60,
    rulingSeconds: 100,
    ...SPEC,
    ...changes,
  });
}

/** The same, signed by the buyer. */
export async function makeRequest(
  market: Market,
  changes: Partial<PrepareRequestParameters> = {},
): Promise<SignRequestReturnType> {
  return signRequest(market.buyer.client, { request: await draftRequest(market, changes) });
}

/** An offer of leases of the tests' provider with a short grace. */
export function draftLeaseOffer(
  market: Market,
  changes: Partial<PrepareLeaseOfferParameters> = {},
): Promise<LeaseOffer> {
  return prepareLeaseOffer(market.reader, {
    provider: market.owner.address,
    token: market.token,
    ratePerSecond: MIN_RATE,
    machineId: machineIdOf(market.owner.address, CLAIM),
    minFundedSeconds: 10,
    maxLeaseSeconds: 10_000,
    graceSeconds: 100,
    slots: 10,
    ...changes,
  });
}

/** The same, signed by the operator. */
export async function makeLeaseOffer(
  market: Market,
  changes: Partial<PrepareLeaseOfferParameters> = {},
): Promise<SignLeaseOfferReturnType> {
  return signLeaseOffer(market.operator.client, { offer: await draftLeaseOffer(market, changes) });
}

/** Gives the market of leases the right to the buyer's money. */
export async function allowLeases({ buyer, token, reader }: Market): Promise<void> {
  const market = reader.deployment.contracts.leaseEscrow;
  await approveMarket(buyer.client, { token, market, amount: UNLIMITED_ALLOWANCE });
}
