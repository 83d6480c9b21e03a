import type { TypedDataDomain } from "ethers";

/** Which market a receipt is for: a receipt is worth nothing on another chain or in another contract. */
export interface SessionMarket {
  readonly chainId: number;
  /** The address of the market of sessions. */
  readonly sessionEscrow: string;
}

/** The EIP-712 domain of the market of sessions. */
export function receiptDomain({ chainId, sessionEscrow }: SessionMarket): TypedDataDomain {
  return { name: "Wattle SessionEscrow", version: "1", chainId, verifyingContract: sessionEscrow };
}

/** The EIP-712 type of a receipt. */
export const RECEIPT_TYPES = {
  Receipt: [
    { name: "sessionId", type: "bytes32" },
    { name: "cumulativeAmount", type: "uint128" },
  ],
};
