import { WattleError } from "./base.ts";

/** No deployment was given, and none is known for the chain. */
export class UnknownChainError extends WattleError {
  override name = "UnknownChainError";

  /** The chain that was asked for; null if none was. */
  readonly chainId: number | null;

  constructor(chainId: number | null, known: readonly number[]) {
    const chain = chainId === null ? "No chain was named" : `Wattle is not known on chain ${chainId}`;
    super(`${chain}; known chains: ${known.length === 0 ? "none" : known.join(", ")}.`, {
      action: "Pass a deployment for this very chain, or the id of a known one.",
      retryable: false,
    });
    this.chainId = chainId;
  }
}

/** There is nothing to read the chain from. */
export class MissingProviderError extends WattleError {
  override name = "MissingProviderError";

  constructor() {
    super("The client has no connection to the chain.", {
      action: "Pass rpcUrls, a provider, or a signer that has one.",
      retryable: false,
    });
  }
}

/** An action that sends or signs was called with a client that only reads. */
export class MissingSignerError extends WattleError {
  override name = "MissingSignerError";

  constructor() {
    super("The client has no signer.", {
      action: "Pass a signer to createWattleClient.",
      retryable: false,
    });
  }
}

/** The wallet or the endpoint is on another chain than the deployment. */
export class WrongChainError extends WattleError {
  override name = "WrongChainError";

  readonly expected: number;
  readonly actual: number;

  constructor(expected: number, actual: number) {
    super(`The connection is to chain ${actual}, but the deployment is on chain ${expected}.`, {
      action: `Switch the wallet or the endpoint to chain ${expected}.`,
      retryable: false,
    });
    this.expected = expected;
    this.actual = actual;
  }
}

/** A contract's answer cannot be read: there is none at the address, or it is another one. */
export class ContractMissingError extends WattleError {
  override name = "ContractMissingError";

  constructor(cause?: unknown) {
    super("No contract of Wattle's answers at the address that was asked.", {
      action: "Check the deployment and the chain that the endpoint is on.",
      retryable: false,
      cause,
    });
  }
}

/** A call succeeded without the event that it must emit: the address is not that of the contract. */
export class EventMissingError extends WattleError {
  override name = "EventMissingError";

  constructor(address: string, event: string) {
    super(`The contract at ${address} did not emit ${event}.`, {
      action: "Check the deployment: another contract stands at this address.",
      retryable: false,
    });
  }
}
