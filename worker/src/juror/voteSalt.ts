import { keccak256, type Wallet } from "ethers";

/** Which vote a salt is for. */
export interface VoteName {
  readonly chainId: number;
  readonly court: string;
  readonly market: string;
  readonly caseId: string;
  /** The seat's place on the market's list. */
  readonly seat: number;
}

/**
 * The salt of a seat's vote: what hides the answer until it is revealed. It follows from the operator's key alone (its
 * signatures are deterministic, RFC 6979), so a worker that lost its state makes the same one again, tries both answers
 * against the commitment on chain, and reveals. Nobody without the key can make it; no two votes share one.
 *
 * @returns 32 bytes, 0x hex. As secret as the key until the vote is revealed.
 */
export function voteSalt(operator: Pick<Wallet, "signMessageSync">, name: VoteName): string {
  const { chainId, court, market, caseId, seat } = name;
  const message = [
    "Wattle: the salt of a juror's vote, version 1",
    `chain ${chainId}`,
    `court ${court.toLowerCase()}`,
    `market ${market.toLowerCase()}`,
    `case ${caseId.toLowerCase()}`,
    `seat ${seat}`,
  ].join("\n");
  return keccak256(operator.signMessageSync(message));
}
