/** What a provider tells the world about itself. */
export interface Profile {
  /** The address whose vault claims receive the provider's earnings; usually a cold wallet. */
  readonly payout: string;
  /** The raw X25519 public key that clients encrypt job inputs to: 32 bytes, 0x hex. */
  readonly encryptionKey: string;
  /** Base address of the provider's relay, where clients put manifests and inputs; may be empty. */
  readonly endpoint: string;
}

/** A registered provider. */
export interface ProviderInfo extends Profile {
  /** The provider's id: the address that registered. */
  readonly provider: string;
  readonly owner: string;
  /** The address that may take the provider over; null if none. */
  readonly pendingOwner: string | null;
  /** The epoch that offers must carry. */
  readonly authEpoch: number;
  /** The block in which the profile was last set. */
  readonly profileBlock: number;
}

/** What a provider says of a machine. */
export interface MachineClaim {
  /** The model's name in lower case, as in `nvidia-rtx-4090`; at most 32 bytes. */
  readonly gpuModel: string;
  /** The number of cards. */
  readonly gpuCount: number;
  /** The memory of each card in MiB. */
  readonly vramMib: number;
  /** ISO 3166-1 alpha-2 country code in lower case, optionally with a subdivision: `de`, `us-ca`. */
  readonly region: string;
  /** The sha2-256 of the full hardware report (0x hex). */
  readonly reportDigest: string;
}

/** What the chain stores of a machine. */
export interface Machine {
  readonly machineId: string;
  readonly gpuModel: string;
  readonly gpuCount: number;
  readonly vramMib: number;
  readonly region: string;
  /** The block of the claim. */
  readonly addedBlock: number;
  /** Unix time in seconds at which the machine was retired; null while it is active. */
  readonly retiredAt: number | null;
}
