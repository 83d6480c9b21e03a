import { formatEther } from "ethers";
import { WattleError } from "@wattle/sdk";

/** The operator's key cannot pay for a transaction. Nothing was signed. */
export class OperatorFundsError extends WattleError {
  override name = "OperatorFundsError";

  /** What the key has, in wei. */
  readonly balance: bigint;

  /** What it needs, in wei. */
  readonly needed: bigint;

  constructor(operator: string, balance: bigint, needed: bigint) {
    super(
      `The operator's key ${operator} has ${formatEther(balance)} of the chain's coin, and the next transaction may ` +
        `cost up to ${formatEther(needed)}.`,
      {
        action: `Send at least ${formatEther(needed - balance)} to it; the worker then goes on by itself.`,
        retryable: true,
      },
    );
    this.balance = balance;
    this.needed = needed;
  }
}

/** The chain offers no EIP-1559 fees. */
export class FeesUnknownError extends WattleError {
  override name = "FeesUnknownError";

  constructor() {
    super("The node does not say what gas costs in the form of EIP-1559.", {
      action: "Use a node of a chain with EIP-1559 fees.",
      retryable: true,
    });
  }
}
