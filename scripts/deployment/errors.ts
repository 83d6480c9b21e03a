import { WattleError } from "../../sdk/src/errors/base.ts";

/** `--network` names none of ours. */
export class UnknownNetworkError extends WattleError {
  override name = "UnknownNetworkError";

  constructor(network: string, known: readonly string[]) {
    super(`There is no network "${network}".`, {
      action: `Choose one of ${known.join(", ")}, or add it as docs/runbooks/adding-a-network.md says.`,
      retryable: false,
    });
  }
}

/** A parameter file is missing, cannot be read, or says what cannot be. */
export class ParametersInvalidError extends WattleError {
  override name = "ParametersInvalidError";

  constructor(file: string, reason: string, cause?: unknown) {
    super(`The parameters in ${file} cannot be used: ${reason}`, {
      action: "Correct the file; its neighbors show every field.",
      retryable: false,
      cause,
    });
  }
}

/** A URL or a key is neither in Hardhat's keystore nor in the environment, or is none. */
export class VariableInvalidError extends WattleError {
  override name = "VariableInvalidError";

  constructor(variable: string, reason: string) {
    super(`${variable} ${reason}.`, {
      action: `Set it by \`npx hardhat keystore set ${variable}\`, or in the environment.`,
      retryable: false,
    });
  }
}

/** The factory that gives contracts their addresses is not on the chain. */
export class CreateXMissingError extends WattleError {
  override name = "CreateXMissingError";

  constructor(address: string, codeHash: string | null) {
    super(
      codeHash === null
        ? `There is no CreateX factory at ${address}.`
        : `The code at ${address} (hash ${codeHash}) is not the CreateX factory's.`,
      {
        action:
          "Check the network; docs/runbooks/adding-a-network.md says how the factory gets onto a chain.",
        retryable: false,
      },
    );
  }
}

/** An address that only our code could have holds another. */
export class ForeignCodeError extends WattleError {
  override name = "ForeignCodeError";

  constructor(contract: string, address: string) {
    super(`${contract}'s address ${address} holds code that is not ${contract}'s.`, {
      action: "Trust neither the endpoint nor this chain before you know why.",
      retryable: false,
    });
  }
}

/** The account cannot pay for what is left to deploy. */
export class BalanceTooLowError extends WattleError {
  override name = "BalanceTooLowError";

  constructor(account: string, balance: string, needed: string) {
    super(`${account} has ${balance} ETH, and needs up to ${needed} ETH.`, {
      action: "Send it what is missing and run the same command again.",
      retryable: false,
    });
  }
}

/** A transaction of the account is not in a block yet. */
export class TransactionPendingError extends WattleError {
  override name = "TransactionPendingError";

  constructor(what: string, seconds: number) {
    super(`${what} was in no block after ${String(seconds)} s.`, {
      action: "Run the same command again: it waits for what is under way and continues.",
      retryable: true,
    });
  }
}

/** A contract could not be created. */
export class DeploymentRevertedError extends WattleError {
  override name = "DeploymentRevertedError";

  constructor(contract: string, reason: string, cause?: unknown) {
    super(`${contract} could not be created: ${reason}.`, {
      action: "Correct the parameters that the reason names.",
      retryable: false,
      cause,
    });
  }
}

/** Somebody would have to be asked, and nobody is there. */
export class ConfirmationNeededError extends WattleError {
  override name = "ConfirmationNeededError";

  constructor() {
    super("Nobody can be asked whether to go on.", {
      action: "Read the plan, and run the command again with --yes.",
      retryable: false,
    });
  }
}

/** A record has nothing to be made from. */
export class NotDeployedError extends WattleError {
  override name = "NotDeployedError";

  constructor(what: string, network: string) {
    super(`${what} is not there yet.`, {
      action: `Run \`npm run deploy -- --network ${network}\` first.`,
      retryable: false,
    });
  }
}

/** The sources are not those of the commit that would be named. */
export class SourcesUncommittedError extends WattleError {
  override name = "SourcesUncommittedError";

  constructor(changes: string) {
    super(`What decides the addresses is not committed:\n${changes}\n`, {
      action: "Commit it, so that a record can say what was deployed.",
      retryable: false,
    });
  }
}

/** A smoke test would cost more than it may. */
export class SpendingCapError extends WattleError {
  override name = "SpendingCapError";

  constructor(neededEther: string, capEther: string) {
    super(
      `The smoke test needs up to ${neededEther} ETH at the present price, and may spend ${capEther} ETH.`,
      {
        action: "Wait for a lower price, or allow more by --max-ether.",
        retryable: true,
      },
    );
  }
}

/** A smoke test needs tokens that cost nothing. */
export class FaucetMissingError extends WattleError {
  override name = "FaucetMissingError";

  constructor(network: string) {
    super(
      `${network}'s tokens are not the faucet's, so a smoke test would stake and pay with somebody's money.`,
      {
        action: "Run it on a test network whose parameters name the faucet.",
        retryable: false,
      },
    );
  }
}
