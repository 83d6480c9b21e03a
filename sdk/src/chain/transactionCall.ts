/** A call to a contract, ready for a signer, a transaction queue or a wallet's batch (EIP-5792). */
export interface TransactionCall {
  readonly to: string;
  /** 0x hex. */
  readonly data: string;
}
