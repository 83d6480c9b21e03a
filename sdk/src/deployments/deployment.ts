/** The contracts of one deployment. */
export interface DeploymentContracts {
  readonly providerRegistry: string;
  readonly providerStaking: string;
  readonly paymentVault: string;
  readonly jobEscrow: string;
  readonly leaseEscrow: string;
  readonly sessionEscrow: string;
  /** The court that was deployed beside the suite, if one was. Anyone may deploy another; orders name the one they mean. */
  readonly slashingCourt?: string;
}

/** The tokens of one deployment. */
export interface DeploymentTokens {
  /** The token that stake is held in. */
  readonly stake: string;
  /** A token that gives itself away, on local and test networks. */
  readonly faucet?: string;
}

/** Where Wattle lives on one chain. */
export interface Deployment {
  readonly chainId: number;
  /** The network's name. */
  readonly name: string;
  /** The block of the first contract: no event is older. */
  readonly startBlock: number;
  readonly contracts: DeploymentContracts;
  readonly tokens: DeploymentTokens;
}
