import { network } from "hardhat";
import { type ContractTransactionResponse, encodeBytes32String, type Signer } from "ethers";
import {
  AttestedAdjudicator__factory,
  FaucetToken__factory,
  JobEscrow__factory,
  LeaseEscrow__factory,
  PaymentVault__factory,
  ProviderRegistry__factory,
  ProviderStaking__factory,
  SessionEscrow__factory,
} from "../../sdk/src/contracts/index.ts";
import type {
  JobTermsStruct,
  OfferStruct,
  RequestStruct,
  TakeStruct,
} from "../../sdk/src/contracts/JobEscrow.ts";
import type { MachineClaimStruct } from "../../sdk/src/contracts/ProviderRegistry.ts";
import { deployOne } from "../deployment/deployOne.ts";

const ONE = 10n ** 18n;
const DIGEST = `0x${"77".repeat(32)}`;
const ROOT = `0x${"55".repeat(32)}`;

// A fixed time: the zero bytes in a time stamp make calldata cheaper.
const GENESIS_AT = Date.UTC(2027, 0, 1) / 1000;

// Production: seven days.
const THAW_SECONDS = 604_800;

/** Seconds after which an offer's jobs can be expired or settled; larger than every window of {@link Market.offer}. */
export const LONG_AFTER_SECONDS = 10_000;

/** What a client adds to an offer, in every measurement. */
export const TAKE: TakeStruct = { runLimitSeconds: 600, specDigest: DIGEST, specRoot: ROOT };

/** The provider's machine. */
export const MACHINE: MachineClaimStruct = {
  gpuModel: encodeBytes32String("nvidia-rtx-4090"),
  gpuCount: 1,
  vramMib: 24_576,
  region: "0x6465000000000000",
  reportDigest: DIGEST,
};

/** A fresh simulated chain with the suite, and the actors of a job. */
export async function createMarket() {
  const { ethers, networkHelpers } = await network.create({
    override: { initialDate: new Date(GENESIS_AT * 1000) },
  });
  const [deployer, owner, operator, client, payout, stranger] = await ethers.getSigners();
  if (!deployer || !owner || !operator || !client || !payout || !stranger)
    throw new Error("not enough accounts");
  // By the account's nonces and not through the factory: there an address moves with every change of the code, and
  // figures with the zero bytes in it.
  const tokenAddress = await deployOne(deployer, "FaucetToken", ["Wattle Test Dollar", "WTD"]);
  const vaultAddress = await deployOne(deployer, "PaymentVault", []);
  const registryAddress = await deployOne(deployer, "ProviderRegistry", []);
  const leasesAddress = await deployOne(deployer, "LeaseEscrow", [registryAddress, vaultAddress]);
  const stakingAddress = await deployOne(deployer, "ProviderStaking", [
    tokenAddress,
    registryAddress,
    THAW_SECONDS,
  ]);
  const sessionsAddress = await deployOne(deployer, "SessionEscrow", [registryAddress, vaultAddress]);
  const escrowAddress = await deployOne(deployer, "JobEscrow", [
    registryAddress,
    stakingAddress,
    vaultAddress,
  ]);
  const token = FaucetToken__factory.connect(tokenAddress, deployer as Signer);
  const registry = ProviderRegistry__factory.connect(registryAddress, owner as Signer);
  const staking = ProviderStaking__factory.connect(stakingAddress, owner as Signer);
  const vault = PaymentVault__factory.connect(vaultAddress, client as Signer);
  const escrow = JobEscrow__factory.connect(escrowAddress, client as Signer);
  const leases = LeaseEscrow__factory.connect(leasesAddress, client as Signer);
  const sessions = SessionEscrow__factory.connect(sessionsAddress, client as Signer);

  let salt = 0;
  const offer = (changes: Partial<OfferStruct> = {}): OfferStruct => ({
    provider: owner.address,
    taker: ethers.ZeroAddress,
    token: tokenAddress,
    adjudicator: ethers.ZeroAddress,
    ratePerSecond: ONE / 1000n,
    collateral: 10n * ONE,
    disputeFee: ONE,
    minRunSeconds: 1,
    maxRunSeconds: 3600,
    declineSeconds: 30,
    slackSeconds: 60,
    reviewSeconds: 3600,
    rulingSeconds: 86_400,
    noRulingBps: 5000,
    slots: 4,
    maxFills: 1000,
    expiresAt: GENESIS_AT + 300 * 86_400,
    authEpoch: 1,
    machineId: `0x${"ee".repeat(32)}`,
    tag: ethers.ZeroHash,
    salt: ++salt,
    ...changes,
  });
  // Two of three, in ascending order as the contract wants them.
  const arbiters = [1, 2, 3]
    .map((number) => new ethers.Wallet(ethers.id(`arbiter ${String(number)}`)))
    .sort((left, right) => (left.address.toLowerCase() < right.address.toLowerCase() ? -1 : 1));
  const adjudicator = AttestedAdjudicator__factory.connect(
    await deployOne(deployer, "AttestedAdjudicator", [
      vaultAddress,
      arbiters.map(({ address }) => address),
      2,
    ]),
    stranger as Signer,
  );
  const request = (changes: Partial<RequestStruct> = {}): RequestStruct => ({
    client: client.address,
    taker: ethers.ZeroAddress,
    token: tokenAddress,
    adjudicator: ethers.ZeroAddress,
    startRatePerSecond: ONE / 10_000n,
    maxRatePerSecond: ONE / 1000n,
    startsAt: GENESIS_AT,
    riseSeconds: 600,
    collateral: 10n * ONE,
    disputeFee: ONE,
    runLimitSeconds: 600,
    declineSeconds: 30,
    slackSeconds: 60,
    reviewSeconds: 3600,
    rulingSeconds: 86_400,
    noRulingBps: 5000,
    minGpuCount: 1,
    minVramMib: 16_384,
    gpuModel: ethers.encodeBytes32String("nvidia-rtx-4090"),
    region: "0x6465000000000000",
    minStake: 100n * ONE,
    expiresAt: GENESIS_AT + 300 * 86_400,
    epoch: 0,
    specDigest: DIGEST,
    specRoot: ROOT,
    tag: ethers.ZeroHash,
    salt: ++salt,
    ...changes,
  });
  const offerFields = escrow.interface.getFunction("hashOffer").inputs[0]?.components ?? [];
  const sign = async (signed: OfferStruct): Promise<string> =>
    operator.signTypedData(
      { name: "Wattle JobEscrow", version: "1", chainId: 31337, verifyingContract: escrowAddress },
      { Offer: offerFields.map(({ name, type }) => ({ name, type })) },
      signed,
    );
  const requestFields = escrow.interface.getFunction("hashRequest").inputs[0]?.components ?? [];
  const signRequest = async (signed: RequestStruct): Promise<string> =>
    client.signTypedData(
      { name: "Wattle JobEscrow", version: "1", chainId: 31337, verifyingContract: escrowAddress },
      { Request: requestFields.map(({ name, type }) => ({ name, type })) },
      signed,
    );
  const attest = async (caseId: string, providerRight: boolean) =>
    Promise.all(
      arbiters.slice(0, 2).map(async (arbiter) => ({
        signer: arbiter.address,
        signature: await arbiter.signTypedData(
          {
            name: "Wattle AttestedAdjudicator",
            version: "1",
            chainId: 31337,
            verifyingContract: await adjudicator.getAddress(),
          },
          {
            Ruling: [
              { name: "market", type: "address" },
              { name: "caseId", type: "bytes32" },
              { name: "providerRight", type: "bool" },
            ],
          },
          { market: escrowAddress, caseId, providerRight },
        ),
      })),
    );
  const gasOf = async (sent: Promise<ContractTransactionResponse>): Promise<bigint> => {
    const receipt = await (await sent).wait();
    if (receipt === null) throw new Error("the transaction has no receipt");
    return receipt.gasUsed;
  };
  const opening = async (
    sent: Promise<ContractTransactionResponse>,
  ): Promise<{ gas: bigint; jobId: string; terms: JobTermsStruct }> => {
    const receipt = await (await sent).wait();
    const opened = receipt?.logs
      .map((log) => escrow.interface.parseLog(log))
      .find((parsed) => parsed?.name === "JobOpened");
    if (!receipt || !opened) throw new Error("the take opened no job");
    return {
      gas: receipt.gasUsed,
      jobId: opened.args["jobId"] as string,
      terms: (opened.args["terms"] as { toObject(): JobTermsStruct }).toObject(),
    };
  };
  const take = (taken: OfferStruct, signature: string) => opening(escrow.takeOffer(taken, signature, TAKE));
  const takeRequest = (taken: RequestStruct, signature: string, machineId: string) =>
    opening(escrow.connect(operator as Signer).takeRequest(taken, signature, owner.address, machineId));
  const submit = (terms: JobTermsStruct): Promise<bigint> =>
    gasOf(escrow.connect(operator as Signer).submit(terms, DIGEST, ROOT));

  return {
    ...{ deployer, owner, operator, client, payout, stranger, ethers },
    ...{ time: networkHelpers.time, mine: (blocks: number) => networkHelpers.mine(blocks) },
    ...{
      token,
      tokenAddress,
      registry,
      staking,
      vault,
      escrow,
      escrowAddress,
      leases,
      sessions,
      adjudicator,
    },
    ...{ offer, sign, request, signRequest, attest, gasOf, take, takeRequest, submit },
  };
}

/** A chain to measure on: see {@link createMarket}. */
export type Market = Awaited<ReturnType<typeof createMarket>>;

/**
 * Registers the provider, stakes, authorizes, and funds the client.
 *
 * @returns Gas of each step of the provider's onboarding, in order.
 */
export async function onboard(market: Market): Promise<ReadonlyMap<string, bigint>> {
  const { owner, operator, client, payout, token, tokenAddress, registry, staking, vault, escrowAddress } =
    market;
  const gas = new Map<string, bigint>();
  await market.gasOf(token.mint(owner.address, 10_000n * ONE));
  await market.gasOf(token.mint(client.address, 10_000n * ONE));
  gas.set(
    "register",
    await market.gasOf(
      registry.register({
        payout: payout.address,
        encryptionKey: `0x${"ab".repeat(32)}`,
        endpoint: "https://gpu.example.org",
      }),
    ),
  );
  gas.set("add a machine", await market.gasOf(registry.addMachine(owner.address, MACHINE)));
  gas.set("add an operator", await market.gasOf(registry.setOperator(owner.address, operator.address, true)));
  gas.set(
    "bound operators",
    await market.gasOf(registry.setOperatorBound(owner.address, tokenAddress, market.ethers.ZeroAddress, 1)),
  );
  await market.gasOf(
    token.connect(owner as Signer).approve(await staking.getAddress(), market.ethers.MaxUint256),
  );
  gas.set("stake", await market.gasOf(staking.deposit(owner.address, 1000n * ONE)));
  gas.set(
    "authorize the market",
    await market.gasOf(staking.authorize(owner.address, escrowAddress, 500n * ONE, 100n * ONE)),
  );
  await market.gasOf(
    token.connect(client as Signer).approve(await vault.getAddress(), market.ethers.MaxUint256),
  );
  gas.set("client: deposit", await market.gasOf(vault.deposit(tokenAddress, 1000n * ONE, client.address)));
  gas.set(
    "client: allow the market",
    await market.gasOf(vault.approve(escrowAddress, BigInt(tokenAddress), market.ethers.MaxUint256)),
  );
  return gas;
}
