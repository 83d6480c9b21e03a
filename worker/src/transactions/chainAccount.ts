import { type Provider, type TransactionReceipt, type Wallet, keccak256 } from "ethers";
import {
  CallRevertedError,
  ContractError,
  decodeContractError,
  gasLimitOf,
  type TransactionCall,
  type WattleError,
} from "@wattle/sdk";
import { FeesUnknownError, OperatorFundsError } from "./errors.ts";
import type { Fees } from "./fees.ts";
import type { Attempt } from "./intent.ts";

/** What the chain says of the account and of some of its transactions. */
export interface AccountView {
  /** The next nonce by the newest block. */
  readonly latestNonce: number;
  /** The same with the transactions that the node has waiting. */
  readonly pendingNonce: number;
  /** Of one of the transactions, if one is in a block. */
  readonly receipt: TransactionReceipt | null;
}

/** What a call needs, or why the chain refuses it. */
export type Estimate = { readonly gasLimit: bigint } | { readonly refusal: WattleError };

/** The operator's account on chain: all that the transaction queue asks and tells the node. */
export class ChainAccount {
  readonly #provider: Provider;
  readonly #wallet: Wallet;
  readonly #chainId: number;

  constructor(provider: Provider, wallet: Wallet, chainId: number) {
    this.#provider = provider;
    this.#wallet = wallet;
    this.#chainId = chainId;
  }

  /** The nonces first: were they read after the receipts, a transaction could be included in between. */
  async look(attempts: readonly Attempt[]): Promise<AccountView> {
    const [latestNonce, pendingNonce] = await Promise.all([
      this.#provider.getTransactionCount(this.#wallet.address, "latest"),
      this.#provider.getTransactionCount(this.#wallet.address, "pending"),
    ]);
    const receipts = await Promise.all(
      attempts.map(({ hash }) => this.#provider.getTransactionReceipt(hash)),
    );
    return { latestNonce, pendingNonce, receipt: receipts.find((receipt) => receipt !== null) ?? null };
  }

  /** @throws When the node cannot tell. */
  async estimate({ to, data }: TransactionCall): Promise<Estimate> {
    try {
      const gas = await this.#provider.estimateGas({ to, data, from: this.#wallet.address });
      return { gasLimit: gasLimitOf(gas) };
    } catch (error) {
      const refusal = decodeContractError(error);
      if (refusal instanceof ContractError || refusal instanceof CallRevertedError) return { refusal };
      throw refusal;
    }
  }

  /** Why a call failed in a block. */
  async explain({ to, data }: TransactionCall, blockTag: number): Promise<WattleError> {
    try {
      await this.#provider.call({ to, data, from: this.#wallet.address, blockTag });
      return new CallRevertedError("it would succeed now", "0x");
    } catch (error) {
      return decodeContractError(error);
    }
  }

  /** @throws {@link FeesUnknownError} */
  async suggestedFees(): Promise<Fees> {
    const { maxFeePerGas, maxPriorityFeePerGas } = await this.#provider.getFeeData();
    if (maxFeePerGas === null || maxPriorityFeePerGas === null) throw new FeesUnknownError();
    return { maxFeePerGas, maxPriorityFeePerGas };
  }

  /**
   * Signs a transaction, if the account can pay for it.
   *
   * @throws {@link OperatorFundsError}
   */
  async sign({ to, data }: TransactionCall, nonce: number, gasLimit: bigint, fees: Fees): Promise<Attempt> {
    const { address } = this.#wallet;
    const needed = gasLimit * fees.maxFeePerGas;
    const balance = await this.#provider.getBalance(address);
    if (balance < needed) throw new OperatorFundsError(address, balance, needed);
    const { maxFeePerGas, maxPriorityFeePerGas } = fees;
    const raw = await this.#wallet.signTransaction({
      type: 2,
      chainId: this.#chainId,
      to,
      data,
      nonce,
      gasLimit,
      maxFeePerGas,
      maxPriorityFeePerGas,
    });
    const signedAtMs = Date.now();
    return { hash: keccak256(raw), nonce, raw, gasLimit, maxFeePerGas, maxPriorityFeePerGas, signedAtMs };
  }

  /**
   * Gives a transaction to the node: `known` when it had it already, or its nonce is used.
   *
   * @throws When the node cannot be reached, or refuses it for another reason.
   */
  async broadcast(raw: string): Promise<"taken" | "known" | "underpriced"> {
    try {
      await this.#provider.broadcastTransaction(raw);
      return "taken";
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (/underpriced/i.test(message)) return "underpriced";
      if (/already (known|imported|exists)|nonce (too low|has already been used)/i.test(message))
        return "known";
      throw error;
    }
  }
}
