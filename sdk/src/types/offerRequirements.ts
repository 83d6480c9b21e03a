/** What a machine must have. Providers' own claims, which nobody has checked. */
export interface MachineRequirements {
  /** Memory of each card in MiB. */
  readonly minVramMib?: number | undefined;
  /** Number of cards. */
  readonly minGpuCount?: number | undefined;
  /** Any of these models, as in `nvidia-rtx-4090`. */
  readonly gpuModels?: readonly string[] | undefined;
  /** In any of these places: `us` also stands for `us-ca`. */
  readonly regions?: readonly string[] | undefined;
}

/** What a client wants of an offer. */
export interface OfferRequirements {
  /** The payment token. */
  readonly token: string;
  /** How long the job may run. Default: any length. */
  readonly runLimitSeconds?: number | undefined;
  /** Base units of the token for each second. */
  readonly maxRatePerSecond?: bigint | undefined;
  /** Default: nobody, the zero address. */
  readonly adjudicators?: readonly string[] | undefined;
  readonly machine?: MachineRequirements | undefined;
  /** The least stake behind all of the provider's promises, in base units of the stake token. */
  readonly minCommittedStake?: bigint | undefined;
  /** The least stake that the job itself locks, in base units of the stake token. */
  readonly minCollateral?: bigint | undefined;
}
