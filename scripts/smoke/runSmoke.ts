import { formatEther, id } from "ethers";
import {
  acceptResult,
  approveMarket,
  authorizeService,
  depositPayment,
  depositStake,
  machineIdOf,
  mintFaucetToken,
  prepareOffer,
  registerProvider,
  signOffer,
  startThaw,
  submitResult,
  takeOffer,
  withdrawPayment,
} from "../../sdk/src/index.ts";
import { BalanceTooLowError, SpendingCapError } from "../deployment/errors.ts";
import { highestPriceWei, sendEther, sweepEther } from "./moveEther.ts";
import { clientOf, type SmokeContext } from "./smokeContext.ts";
import type { SmokeAccounts } from "./smokeAccounts.ts";

const ONE = 10n ** 18n;
const STAKE = 10n * ONE;
const COLLATERAL = ONE;
const DEPOSIT = 2n * ONE;
const RATE_PER_SECOND = ONE / 100n;
const RUN_SECONDS = 10;

/** Gas that each side may use, with what its transactions reserve and do not use: twice what they were seen to. */
const PROVIDER_GAS = 1_300_000n;
const CLIENT_GAS = 1_000_000n;
/** Two transfers to them. */
const FUNDING_GAS = 100_000n;

const MACHINE = {
  gpuModel: "smoke-test",
  gpuCount: 1,
  vramMib: 1024,
  region: "",
  reportDigest: id("wattle smoke test"),
};

/** What a smoke test did. */
export interface SmokeReport {
  readonly jobId: string;
  /** What is in the accounts still, until the stake has thawed: in wei. */
  readonly leftWei: bigint;
  readonly spentWei: bigint;
}

/**
 * Runs one tiny job through a deployment with two fresh accounts, withdraws what is free, and starts to thaw the stake.
 * What it can spend is what the accounts are given: never more than the cap.
 *
 * @throws {@link SpendingCapError} before anything is sent.
 */
export async function runSmoke(
  context: SmokeContext,
  accounts: SmokeAccounts,
  capWei: bigint,
): Promise<SmokeReport> {
  const { rpc, deployment, deployer, confirmations, say, signal } = context;
  const options = { confirmations, signal };
  const token = deployment.tokens.stake;
  const [provider, client] = [accounts.provider, accounts.client].map((one) => clientOf(context, one));
  if (provider === undefined || client === undefined) throw new TypeError("A smoke test has two sides.");
  const providerId = accounts.provider.address;

  const before = await rpc.getBalance(deployer.address);
  const price = await highestPriceWei(rpc);
  const neededWei = (PROVIDER_GAS + CLIENT_GAS + FUNDING_GAS) * price;
  if (neededWei > capWei) throw new SpendingCapError(formatEther(neededWei), formatEther(capWei));
  if (neededWei > before) {
    throw new BalanceTooLowError(deployer.address, formatEther(before), formatEther(neededWei));
  }
  await sendEther(rpc, deployer, accounts.provider.address, PROVIDER_GAS * price, signal);
  await sendEther(rpc, deployer, accounts.client.address, CLIENT_GAS * price, signal);
  say(`two fresh accounts have ${formatEther((PROVIDER_GAS + CLIENT_GAS) * price)} ETH for gas`);

  await registerProvider(provider, {
    payout: providerId,
    encryptionKey: id("nobody encrypts to a smoke test"),
    endpoint: "",
    machines: [MACHINE],
    ...options,
  });
  await mintFaucetToken(provider, { token, amount: STAKE, ...options });
  const limit = STAKE / 2n;
  await depositStake(provider, { provider: providerId, amount: STAKE, authorize: { limit }, ...options });
  say("a provider is registered, with a machine and stake");

  await mintFaucetToken(client, { token, amount: DEPOSIT, ...options });
  await depositPayment(client, { token, amount: DEPOSIT, marketAllowance: DEPOSIT, ...options });
  const offer = await prepareOffer(provider, {
    ...{ provider: providerId, token, ratePerSecond: RATE_PER_SECOND, collateral: COLLATERAL },
    ...{ machineId: machineIdOf(providerId, MACHINE), taker: accounts.client.address, maxFills: 1 },
  });
  const signed = await signOffer(provider, { offer });
  const job = { runLimitSeconds: RUN_SECONDS, specDigest: id("smoke job"), specRoot: id("smoke root") };
  const { jobId, terms } = await takeOffer(client, { ...signed, ...job, ...options });
  say(`job ${jobId} is open`);
  await submitResult(provider, {
    terms,
    resultDigest: id("result"),
    resultRoot: id("result root"),
    ...options,
  });
  await acceptResult(client, { terms, ...options });
  say("its result was submitted and accepted");

  await approveMarket(client, { token, amount: 0n, ...options });
  const earned = await withdrawPayment(provider, { token, ...options });
  const rest = await withdrawPayment(client, { token, ...options });
  if (earned.amount + rest.amount !== DEPOSIT) throw new Error("What was paid in is not what came out.");
  await authorizeService(provider, { provider: providerId, limit: 0n, maxPerLock: 0n, ...options });
  await startThaw(provider, { provider: providerId, amount: STAKE, ...options });
  await sweepEther(rpc, accounts.client, deployer.address, signal);
  const leftWei = await rpc.getBalance(providerId);
  const spentWei = before - (await rpc.getBalance(deployer.address));
  say(
    `paid, withdrawn, and thawing. ${formatEther(spentWei)} ETH left the account, ${formatEther(leftWei)} of it comes back`,
  );
  return { jobId, leftWei, spentWei };
}
