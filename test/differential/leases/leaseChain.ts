import { AbiCoder, type Interface, keccak256, toBeHex, ZeroAddress, ZeroHash } from "ethers";
import { network } from "hardhat";
import { deployToSimulation } from "../../../scripts/deployment/deployToSimulation.ts";
import { toSdkDeployment } from "../../../scripts/deployment/toSdkDeployment.ts";
import {
  FaucetToken__factory,
  LeaseEscrow__factory,
  PaymentVault__factory,
  ProviderRegistry__factory,
} from "../../../sdk/src/contracts/index.ts";
import {
  ContractError,
  decodeContractError,
  decodeLeaseTerms,
  leaseIdOf,
  type LeaseOffer,
  type LeaseTerms,
} from "../../../sdk/src/index.ts";
import { type Call, PARTIES, type Party, type ReferenceOffer } from "./leaseReference.ts";

const leaseAbi: Interface = LeaseEscrow__factory.createInterface();
const vaultAbi = PaymentVault__factory.createInterface();
const registryAbi: Interface = ProviderRegistry__factory.createInterface();
const tokenAbi: Interface = FaucetToken__factory.createInterface();

/** The storage slot of the mapping from a lease's id to its word, behind EIP-712's two and the book's one. */
const LEASES_SLOT = 3n;

/** The words of a lease's terms. */
const TERMS_WORDS = 10;

/** The most that the test network's token gives away at once. */
const MINTED = 10n ** 24n;

/** What the poor client has: too little for most leases. */
const ALMS = 10n ** 9n;

/** What the chain has to say of a lease. */
export interface ObservedLease {
  readonly state: number;
  readonly openedBlock: number;
  readonly seenAt: number;
  readonly fundedSeconds: bigint;
  readonly servedSeconds: bigint;
  readonly paidSeconds: bigint;
  /** The word's bits above the fields. */
  readonly rest: bigint;
  /** What the view says. */
  readonly accrued: { readonly servedSeconds: bigint; readonly earnedAmount: bigint };
}

/** A market of leases on a chain in this process. */
export interface LeaseChain {
  readonly claims: () => Promise<Map<Party, bigint>>;
  readonly nowAt: () => Promise<number>;
  /** Publishes an offer of the provider's. */
  readonly publish: (offer: ReferenceOffer) => Promise<void>;
  /** Gives the payout address's claim to the client, so that nobody runs out of money for good. */
  readonly recycle: () => Promise<void>;
  /**
   * Makes a call in a second.
   *
   * @returns The custom error that it was refused with; null if it was not.
   */
  readonly perform: (at: number, call: Call) => Promise<string | null>;
  /** The terms of the history's leases, in their order. */
  readonly terms: () => readonly LeaseTerms[];
  readonly observe: (terms: LeaseTerms) => Promise<ObservedLease>;
  readonly orderState: () => Promise<{ readonly filled: number; readonly active: number }>;
  readonly close: () => Promise<void>;
}

/** Deploys the suite to a chain in this process, with a provider, two clients and their money. */
export async function openLeaseChain(): Promise<LeaseChain> {
  const connection = await network.create({ override: { allowBlocksWithSameTimestamp: true } });
  const { provider } = connection;
  const rpc = (method: string, ...params: unknown[]): Promise<unknown> =>
    provider.request({ method, params });
  const { contracts, tokens } = toSdkDeployment(await deployToSimulation(connection));
  const { leaseEscrow, paymentVault, providerRegistry } = contracts;
  const accounts = (await rpc("eth_accounts")) as string[];
  const addresses = Object.fromEntries(
    PARTIES.map((party, index) => [party, party === "escrow" ? leaseEscrow : (accounts[index + 1] ?? "")]),
  ) as Record<Party, string>;
  const token = BigInt(tokens.stake);

  const send = (from: Party, to: string, data: string): Promise<unknown> =>
    rpc("eth_sendTransaction", { from: addresses[from], to, data, gas: "0x2dc6c0" });
  const ask = (to: string, data: string): Promise<string> =>
    rpc("eth_call", { to, data }, "latest") as Promise<string>;
  const claimsCall = vaultAbi.encodeFunctionData("multicall", [
    PARTIES.map((party) => vaultAbi.encodeFunctionData("balanceOf", [addresses[party], token])),
  ]);
  const claims = async (): Promise<Map<Party, bigint>> => {
    const [words] = vaultAbi.decodeFunctionResult(
      "multicall",
      await ask(paymentVault, claimsCall),
    ) as unknown as [string[]];
    return new Map(PARTIES.map((party, index) => [party, BigInt(words[index] ?? 0)]));
  };

  const profile = { payout: addresses.payout, encryptionKey: `0x${"ab".repeat(32)}`, endpoint: "" };
  await send("owner", providerRegistry, registryAbi.encodeFunctionData("register", [profile]));
  const operating = [addresses.owner, addresses.operator, true] as const;
  await send("owner", providerRegistry, registryAbi.encodeFunctionData("setOperator", operating));
  await send("client", tokens.stake, tokenAbi.encodeFunctionData("mint", [addresses.client, MINTED]));
  await send("client", tokens.stake, tokenAbi.encodeFunctionData("approve", [paymentVault, MINTED]));
  for (const [party, amount] of [["client", MINTED - ALMS] as const, ["pauper", ALMS] as const]) {
    const deposit = vaultAbi.encodeFunctionData("deposit", [tokens.stake, amount, addresses[party]]);
    await send("client", paymentVault, deposit);
    const approval = vaultAbi.encodeFunctionData("approve", [leaseEscrow, token, 2n ** 256n - 1n]);
    await send(party, paymentVault, approval);
  }

  let salt = 0n;
  let offer: LeaseOffer | null = null;
  let orderHash = "";
  let opened: LeaseTerms[] = [];

  const publish = async (reference: ReferenceOffer): Promise<void> => {
    const block = (await rpc("eth_getBlockByNumber", "latest", false)) as { timestamp: string };
    const epoch = registryAbi.encodeFunctionData("authEpochOf", [addresses.owner]);
    offer = {
      provider: addresses.owner,
      taker: ZeroAddress,
      token: tokens.stake,
      ...reference,
      expiresAt: Number(block.timestamp) + 300 * 86_400,
      authEpoch: Number(await ask(providerRegistry, epoch)),
      machineId: ZeroHash,
      tag: ZeroHash,
      salt: ++salt,
    };
    opened = [];
    await send("owner", leaseEscrow, leaseAbi.encodeFunctionData("publishOffer", [offer]));
    orderHash = await ask(leaseEscrow, leaseAbi.encodeFunctionData("hashOffer", [offer]));
  };

  /** The terms of a lease; such that no lease has for one that nobody opened. */
  const termsOf = (lease: number): LeaseTerms => {
    const found = opened[lease];
    if (found !== undefined) return found;
    return {
      ...{ orderHash, fill: 4_000_000, client: addresses.client, provider: addresses.owner },
      ...{ payout: addresses.payout, token: tokens.stake, ratePerSecond: 1n, openedAt: 1_000 },
      ...{ leaseSeconds: 10, graceSeconds: 10 },
    };
  };
  const encode = (call: Exclude<Call, { kind: "wait" }>): string => {
    switch (call.kind) {
      case "open": {
        if (offer === null) throw new Error("no offer was published");
        const { leaseSeconds, fundedSeconds } = call;
        return leaseAbi.encodeFunctionData("open", [offer, "0x", leaseSeconds, fundedSeconds]);
      }
      case "checkInMany":
        return leaseAbi.encodeFunctionData("checkInMany", [call.leases.map(termsOf)]);
      case "topUp":
        return leaseAbi.encodeFunctionData("topUp", [termsOf(call.lease), call.extraSeconds]);
      default:
        return leaseAbi.encodeFunctionData(call.kind, [termsOf(call.lease)]);
    }
  };
  const noteOpening = async (hash: unknown): Promise<void> => {
    const { logs } = (await rpc("eth_getTransactionReceipt", hash)) as {
      logs: { topics: string[]; data: string }[];
    };
    const opening = logs.find(({ topics }) => topics[0] === leaseAbi.getEvent("LeaseOpened")?.topicHash);
    if (opening === undefined) throw new Error("the opening told nothing");
    // The terms are the first ten words of the event's data, and what the id is made of.
    opened.push(decodeLeaseTerms(opening.data.slice(0, 2 + 64 * TERMS_WORDS)));
  };

  return {
    claims,
    nowAt: async () =>
      Number(((await rpc("eth_getBlockByNumber", "latest", false)) as { timestamp: string }).timestamp),
    publish,
    recycle: async () => {
      const earned = (await claims()).get("payout") ?? 0n;
      if (earned === 0n) return;
      await send(
        "payout",
        paymentVault,
        vaultAbi.encodeFunctionData("transfer", [addresses.client, token, earned]),
      );
    },
    perform: async (at, call) => {
      await rpc("evm_setNextBlockTimestamp", toBeHex(at));
      if (call.kind === "wait") {
        await rpc("evm_mine");
        return null;
      }
      try {
        const hash = await send(call.from, leaseEscrow, encode(call));
        if (call.kind === "open") await noteOpening(hash);
        return null;
      } catch (error) {
        const named = decodeContractError(error);
        if (named instanceof ContractError) return named.errorName;
        throw error;
      }
    },
    terms: () => opened,
    observe: async (terms) => {
      const leaseId = leaseIdOf(terms);
      const key = keccak256(
        AbiCoder.defaultAbiCoder().encode(["bytes32", "uint256"], [leaseId, LEASES_SLOT]),
      );
      const [word, accrual] = await Promise.all([
        rpc("eth_getStorageAt", leaseEscrow, key, "latest"),
        ask(leaseEscrow, leaseAbi.encodeFunctionData("accruedOf", [terms])),
      ]);
      const bits = (from: number, count: number): bigint =>
        (BigInt(word as string) >> BigInt(from)) & ((1n << BigInt(count)) - 1n);
      return {
        state: Number(bits(0, 8)),
        openedBlock: Number(bits(8, 40)),
        seenAt: Number(bits(48, 40)),
        fundedSeconds: bits(88, 32),
        servedSeconds: bits(120, 32),
        paidSeconds: bits(152, 32),
        rest: bits(184, 72),
        accrued: {
          servedSeconds: BigInt(accrual.slice(0, 66)),
          earnedAmount: BigInt(`0x${accrual.slice(66)}`),
        },
      };
    },
    orderState: async () => {
      const data = leaseAbi.encodeFunctionData("orderStateOf", [orderHash]);
      const [state] = leaseAbi.decodeFunctionResult(
        "orderStateOf",
        await ask(leaseEscrow, data),
      ) as unknown as [{ filled: bigint; active: bigint }];
      return { filled: Number(state.filled), active: Number(state.active) };
    },
    close: () => connection.close(),
  };
}
