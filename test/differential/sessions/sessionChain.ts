import {
  AbiCoder,
  id,
  type Interface,
  keccak256,
  Signature,
  toBeHex,
  TypedDataEncoder,
  Wallet,
  ZeroAddress,
} from "ethers";
import { network } from "hardhat";
import { deployToSimulation } from "../../../scripts/deployment/deployToSimulation.ts";
import { toSdkDeployment } from "../../../scripts/deployment/toSdkDeployment.ts";
import {
  FaucetToken__factory,
  PaymentVault__factory,
  ProviderRegistry__factory,
  SessionEscrow__factory,
} from "../../../sdk/src/contracts/index.ts";
import {
  ContractError,
  decodeContractError,
  sessionIdOf,
  type SessionTerms,
} from "../../../sdk/src/index.ts";
import { RECEIPT_TYPES, receiptDomain, type SessionMarket } from "../../../sdk/src/types/receiptTypedData.ts";
import {
  type Call,
  type Key,
  PARTIES,
  type Party,
  type ReferenceReceipt,
  type ReferenceTerms,
} from "./sessionReference.ts";

const sessionAbi: Interface = SessionEscrow__factory.createInterface();
const vaultAbi = PaymentVault__factory.createInterface();
const registryAbi: Interface = ProviderRegistry__factory.createInterface();
const tokenAbi: Interface = FaucetToken__factory.createInterface();

/** The storage slot of the mapping from a session's id to its word, behind EIP-712's two. */
const SESSIONS_SLOT = 2n;

/** The most that the test network's token gives away at once. */
const MINTED = 10n ** 24n;

/** As often as it takes to own more than a session can hold. */
const MINTS = 312;

/** What the poor payer has at the start of a history. */
const ALMS = 9_000n;

/** The order of the group in which keys are multiplied. */
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

const KEYS: Readonly<Record<Exclude<Key, "none">, Wallet>> = {
  first: new Wallet(id("first payer key")),
  second: new Wallet(id("second payer key")),
};

/** What the chain stores of a session, field by field. */
export interface ObservedSession {
  readonly state: number;
  readonly deposited: bigint;
  readonly redeemed: bigint;
  readonly openedBlock: number;
  readonly graceUntil: number;
}

/** A receipt as it is brought. */
export interface SignedReceipt {
  readonly terms: SessionTerms;
  readonly cumulativeAmount: bigint;
  readonly signature: string;
}

/** A market of sessions on a chain in this process. */
export interface SessionChain extends SessionMarket {
  readonly claims: () => Promise<Map<Party, bigint>>;
  readonly allowance: () => Promise<bigint>;
  readonly nowAt: () => Promise<number>;
  readonly blockNumber: () => Promise<number>;
  /** Gives everybody what they have at the start of a history, and the market an allowance of the pauper's. */
  readonly recycle: (allowance: bigint) => Promise<void>;
  /**
   * Makes a call in a second.
   *
   * @returns The custom error that it was refused with; null if it was not.
   */
  readonly perform: (at: number, call: Call, terms: readonly ReferenceTerms[]) => Promise<string | null>;
  readonly termsOf: (terms: ReferenceTerms) => SessionTerms;
  readonly sign: (receipt: ReferenceReceipt, terms: readonly ReferenceTerms[]) => SignedReceipt;
  readonly observe: (terms: SessionTerms) => Promise<ObservedSession>;
  readonly close: () => Promise<void>;
}

/** Deploys the suite to a chain in this process, with a provider, two payers and their money. */
export async function openSessionChain(): Promise<SessionChain> {
  const connection = await network.create({ override: { allowBlocksWithSameTimestamp: true } });
  const { provider } = connection;
  const rpc = (method: string, ...params: unknown[]): Promise<unknown> =>
    provider.request({ method, params });
  const { chainId, contracts, tokens } = toSdkDeployment(await deployToSimulation(connection));
  const { sessionEscrow, paymentVault, providerRegistry } = contracts;
  const accounts = (await rpc("eth_accounts")) as string[];
  const addresses = Object.fromEntries(
    PARTIES.map((party, index) => [party, party === "escrow" ? sessionEscrow : (accounts[index + 1] ?? "")]),
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
  const approve = (party: Party, amount: bigint): Promise<unknown> =>
    send(party, paymentVault, vaultAbi.encodeFunctionData("approve", [sessionEscrow, token, amount]));
  const give = async (from: Party, to: Party, amount: bigint): Promise<void> => {
    if (amount <= 0n) return;
    await send(from, paymentVault, vaultAbi.encodeFunctionData("transfer", [addresses[to], token, amount]));
  };

  const profile = { payout: addresses.payout, encryptionKey: `0x${"ab".repeat(32)}`, endpoint: "" };
  await send("owner", providerRegistry, registryAbi.encodeFunctionData("register", [profile]));
  const operating = [addresses.owner, addresses.operator, true] as const;
  await send("owner", providerRegistry, registryAbi.encodeFunctionData("setOperator", operating));
  for (let count = 0; count < MINTS; count++) {
    await send("payer", tokens.stake, tokenAbi.encodeFunctionData("mint", [addresses.payer, MINTED]));
  }
  const owned = MINTED * BigInt(MINTS);
  await send("payer", tokens.stake, tokenAbi.encodeFunctionData("approve", [paymentVault, owned]));
  await send(
    "payer",
    paymentVault,
    vaultAbi.encodeFunctionData("deposit", [tokens.stake, owned, addresses.payer]),
  );
  await approve("payer", 2n ** 256n - 1n);

  const termsOf = ({
    payer,
    payerKey,
    provider: seller,
    payout,
    ...given
  }: ReferenceTerms): SessionTerms => ({
    payer: addresses[payer],
    payerKey: payerKey === "none" ? ZeroAddress : KEYS[payerKey].address,
    provider: addresses[seller],
    payout: addresses[payout],
    token: tokens.stake,
    ...given,
  });
  const market: SessionMarket = { chainId, sessionEscrow };
  const signed = new WeakMap<ReferenceReceipt, SignedReceipt>();
  const signAnew = (
    { session, amount, kind }: ReferenceReceipt,
    all: readonly ReferenceTerms[],
  ): SignedReceipt => {
    const reference = all[session];
    if (reference === undefined) throw new RangeError(`there are no terms ${String(session)}`);
    const terms = termsOf(reference);
    const isFirst = (reference.payerKey === "second") === (kind === "of another key");
    const elsewhere = {
      ...market,
      ...(kind === "of another chain" ? { chainId: 1 } : {}),
      ...(kind === "of another contract" ? { sessionEscrow: contracts.leaseEscrow } : {}),
    };
    const signedTerms = kind === "of another session" ? { ...terms, salt: terms.salt + 1_000_000n } : terms;
    const signedAmount = kind === "raised afterwards" ? (amount === 0n ? 1n : amount - 1n) : amount;
    const value = { sessionId: sessionIdOf(signedTerms), cumulativeAmount: signedAmount };
    const signature = signNow(isFirst ? KEYS.first : KEYS.second, elsewhere, value);
    return { terms, cumulativeAmount: amount, signature: spoil(signature, kind) };
  };
  const sign = (receipt: ReferenceReceipt, all: readonly ReferenceTerms[]): SignedReceipt => {
    const found = signed.get(receipt) ?? signAnew(receipt, all);
    signed.set(receipt, found);
    return found;
  };
  const encode = (call: Exclude<Call, { kind: "wait" }>, all: readonly ReferenceTerms[]): string => {
    const at = (session: number): SessionTerms => {
      const found = all[session];
      if (found === undefined) throw new RangeError(`there are no terms ${String(session)}`);
      return termsOf(found);
    };
    switch (call.kind) {
      case "open":
      case "topUp":
        return sessionAbi.encodeFunctionData(call.kind, [at(call.session), call.amount]);
      case "redeem": {
        const { terms, cumulativeAmount, signature } = sign(call.receipt, all);
        return sessionAbi.encodeFunctionData("redeem", [terms, cumulativeAmount, signature]);
      }
      case "redeemMany":
        return sessionAbi.encodeFunctionData("redeemMany", [
          call.receipts.map((receipt) => sign(receipt, all)),
        ]);
      default:
        return sessionAbi.encodeFunctionData(call.kind, [at(call.session)]);
    }
  };

  return {
    ...market,
    claims,
    allowance: async () => {
      const data = vaultAbi.encodeFunctionData("allowance", [addresses.pauper, sessionEscrow, token]);
      return BigInt(await ask(paymentVault, data));
    },
    nowAt: async () =>
      Number(((await rpc("eth_getBlockByNumber", "latest", false)) as { timestamp: string }).timestamp),
    blockNumber: async () => Number(await rpc("eth_blockNumber")),
    recycle: async (allowance) => {
      const held = await claims();
      await give("payout", "payer", held.get("payout") ?? 0n);
      const alms = ALMS - (held.get("pauper") ?? 0n);
      await give(alms > 0n ? "payer" : "pauper", alms > 0n ? "pauper" : "payer", alms > 0n ? alms : -alms);
      await approve("pauper", allowance);
    },
    perform: async (at, call, terms) => {
      await rpc("evm_setNextBlockTimestamp", toBeHex(at));
      if (call.kind === "wait") {
        await rpc("evm_mine");
        return null;
      }
      try {
        await send(call.from, sessionEscrow, encode(call, terms));
        return null;
      } catch (error) {
        const named = decodeContractError(error);
        if (named instanceof ContractError) return named.errorName;
        throw error;
      }
    },
    termsOf,
    sign,
    observe: async (terms) => {
      const pair = [sessionIdOf(terms), SESSIONS_SLOT];
      const key = keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", "uint256"], pair));
      const word = BigInt((await rpc("eth_getStorageAt", sessionEscrow, key, "latest")) as string);
      const bits = (from: number, count: number): bigint =>
        (word >> BigInt(from)) & ((1n << BigInt(count)) - 1n);
      return {
        state: Number(bits(0, 8)),
        deposited: bits(8, 88),
        redeemed: bits(96, 88),
        openedBlock: Number(bits(184, 32)),
        graceUntil: Number(bits(216, 40)),
      };
    },
    close: () => connection.close(),
  };
}

function signNow(
  key: Wallet,
  market: SessionMarket,
  value: { readonly sessionId: string; readonly cumulativeAmount: bigint },
): string {
  return key.signingKey.sign(TypedDataEncoder.hash(receiptDomain(market), RECEIPT_TYPES, value)).serialized;
}

/** The same signature in a form that the contract does not take. */
function spoil(signature: string, kind: ReferenceReceipt["kind"]): string {
  const { r, s, v, compactSerialized } = Signature.from(signature);
  if (kind === "empty") return "0x";
  if (kind === "in the short form") return compactSerialized;
  if (kind !== "with the other s") return signature;
  return `${r}${toBeHex(ORDER - BigInt(s), 32).slice(2)}${(v === 27 ? 28 : 27).toString(16)}`;
}
