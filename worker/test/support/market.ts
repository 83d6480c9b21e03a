import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chainPartyCheck, createRelay, type Relay } from "@wattle/relay";
import {
  approveMarket,
  createWattleClient,
  depositPayment,
  depositStake,
  mintFaucetToken,
  type OperatorBound,
  prepareOffer,
  registerProvider,
  setOperatorBound,
  setWithdrawer,
  signOffer,
  type SignedOffer,
  type WattleClient,
} from "@wattle/sdk";
import { generateJobKey, type JobKey } from "@wattle/sdk/blobs";
import {
  hexlify,
  type JsonRpcProvider,
  MaxUint256,
  randomBytes,
  type Signer,
  toQuantity,
  Wallet,
} from "ethers";
import type { ChainKind } from "../../../scripts/local/startChain.ts";
import { type DeployedChain, startLocalChain } from "../../../test/support/localChain.ts";
import { quickChain } from "../../../test/support/quickChain.ts";

/** A chain of its own and a relay. */
export interface Market {
  readonly chain: DeployedChain;
  readonly relay: Relay;
  readonly token: string;
  /** Makes somebody who buys: has a claim in the vault, and lets the market draw on it. */
  addClient(): Promise<WattleClient>;
  /** A folder that is gone when the market is closed. */
  readonly folder: string;
  /** Makes a provider with stake, an operator and a payout address of its own. */
  addProvider(options?: ProviderOptions): Promise<TestProvider>;
  /** Ends the relay and starts another on the same folder and port. */
  restartRelay(): Promise<void>;
  close(): Promise<void>;
}

/** What a test's provider promises; times in seconds. */
export interface ProviderOptions {
  readonly declineSeconds?: number;
  readonly slackSeconds?: number;
  /** How long the review of {@link TestProvider.hastyOffer} lasts. Default: 2. */
  readonly hastyReviewSeconds?: number;
  readonly slots?: number;
  /** Base address of its relay. Default: the market's. */
  readonly endpoint?: string;
  /** What the owner lets the operator promise. Default: nothing. */
  readonly bound?: Omit<OperatorBound, "token">;
  /** Added to the worker's configuration file. */
  readonly config?: Readonly<Record<string, unknown>>;
}

/** A provider with everything that its worker needs. */
export interface TestProvider {
  readonly id: string;
  readonly operator: Wallet;
  readonly payout: Wallet;
  readonly identity: JobKey;
  /** Leaves the client all the time of the test to accept. */
  readonly offer: SignedOffer;
  /** The same, but soon settled by the worker itself. */
  readonly hastyOffer: SignedOffer;
  /** Base address of its relay. */
  readonly endpoint: string;
  /** Who owns it. */
  readonly owner: WattleClient;
  /** The worker's configuration file. */
  readonly configFile: string;
  readonly stateFolder: string;
}

export const RATE = 10n ** 15n;
export const COLLATERAL = 10n ** 18n;

const COIN = 10n ** 18n;

/** Opens a market. */
export async function openMarket(kind: ChainKind = quickChain): Promise<Market> {
  const chain = await startLocalChain({ kind });
  const folder = await mkdtemp(join(tmpdir(), "wattle-worker-"));
  const clientOf = (signer: Signer): WattleClient =>
    createWattleClient({
      rpcUrls: chain.rpcUrl,
      deployment: chain.deployment,
      signer,
      pollingIntervalMs: 50,
    });
  const token = chain.deployment.tokens.faucet;
  if (token === undefined) throw new Error("the chain has no faucet token");
  const reader = createWattleClient({ rpcUrls: chain.rpcUrl, deployment: chain.deployment });
  // Not by `createRandom`, which derives a key from words: as slow as it should be elsewhere.
  const freshWallet = async (): Promise<Wallet> => {
    const wallet = new Wallet(hexlify(randomBytes(32)));
    await (reader.provider as JsonRpcProvider).send("hardhat_setBalance", [wallet.address, toQuantity(COIN)]);
    return wallet;
  };
  const startRelay = async (port: number): Promise<Relay> =>
    createRelay({
      dataDir: join(folder, "relay"),
      chainId: BigInt(chain.deployment.chainId),
      escrow: chain.deployment.contracts.jobEscrow,
      partyCheck: chainPartyCheck({ client: reader, acceptedTokens: [{ token, minAmount: 1n }] }),
      port,
    });
  let relay = await startRelay(0);
  await writeFile(join(folder, "deployment.json"), JSON.stringify(recordOf(chain)));
  let count = 0;

  const addClient = async (): Promise<WattleClient> => {
    const client = clientOf(await freshWallet());
    await mintFaucetToken(client, { token, amount: 10_000n * COIN });
    await depositPayment(client, { token, amount: 10_000n * COIN, marketAllowance: MaxUint256 });
    const { leaseEscrow, sessionEscrow } = chain.deployment.contracts;
    for (const market of [leaseEscrow, sessionEscrow])
      await approveMarket(client, { token, amount: MaxUint256, market });
    return client;
  };

  const addProvider = async (options: ProviderOptions = {}): Promise<TestProvider> => {
    const [owner, operator, payout] = await Promise.all([freshWallet(), freshWallet(), freshWallet()]);
    const identity = await generateJobKey();
    const ownerClient = clientOf(owner);
    await registerProvider(ownerClient, {
      payout: payout.address,
      encryptionKey: identity.publicKey,
      endpoint: options.endpoint ?? relay.url,
      operators: [operator.address],
    });
    await mintFaucetToken(ownerClient, { token, amount: 1000n * COIN });
    await depositStake(ownerClient, {
      provider: owner.address,
      amount: 1000n * COIN,
      authorize: { limit: 500n * COIN },
    });
    await setWithdrawer(clientOf(payout), { key: operator.address, allowed: true });
    const { config = {}, hastyReviewSeconds = 2, bound, endpoint = relay.url, ...windows } = options;
    if (bound !== undefined) {
      await setOperatorBound(ownerClient, { provider: owner.address, token, ...bound });
    }
    const offer = await prepareOffer(ownerClient, {
      provider: owner.address,
      token,
      ratePerSecond: RATE,
      collateral: COLLATERAL,
      declineSeconds: 60,
      slackSeconds: 120,
      reviewSeconds: 3600,
      slots: 4,
      ...windows,
    });
    const home = join(folder, `provider-${++count}`);
    const stateFolder = `${home}-state`;
    await writeFile(`${home}.identity`, `${identity.identity}\n`, { mode: 0o600 });
    const file = {
      rpcUrls: [chain.rpcUrl],
      deployment: "deployment.json",
      provider: owner.address,
      identityFile: `${home}.identity`,
      stateFolder,
      cacheFolder: "cache",
      payout: { tokens: [token] },
      driver: "software",
      chain: { confirmations: 1, pollIntervalMs: 200 },
      reserves: { declineMarginSeconds: 2, deliverReserveSeconds: 2 },
      ...config,
    };
    await writeFile(`${home}.json`, JSON.stringify(file));
    return {
      id: owner.address,
      operator,
      payout,
      identity,
      offer: await signOffer(ownerClient, { offer }),
      hastyOffer: await signOffer(ownerClient, {
        offer: { ...offer, reviewSeconds: hastyReviewSeconds, salt: offer.salt ^ 1n },
      }),
      endpoint,
      owner: ownerClient,
      configFile: `${home}.json`,
      stateFolder,
    };
  };

  return {
    chain,
    get relay() {
      return relay;
    },
    token,
    folder,
    addClient,
    addProvider,
    restartRelay: async () => {
      await relay.close();
      relay = await startRelay(Number(new URL(relay.url).port));
    },
    close: async () => {
      await relay.close();
      reader.provider.destroy();
      await chain.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The deployment's record, as far as the worker reads it. */
function recordOf({ deployment }: DeployedChain): unknown {
  const { chainId, name, startBlock, contracts, tokens } = deployment;
  return {
    chainId,
    name,
    startBlock,
    contracts: {
      ProviderRegistry: { address: contracts.providerRegistry },
      ProviderStaking: { address: contracts.providerStaking },
      PaymentVault: { address: contracts.paymentVault },
      JobEscrow: { address: contracts.jobEscrow },
      LeaseEscrow: { address: contracts.leaseEscrow },
      SessionEscrow: { address: contracts.sessionEscrow },
    },
    tokens: { stake: tokens.stake, faucet: tokens.faucet ?? null },
  };
}
