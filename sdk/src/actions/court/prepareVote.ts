import { AbiCoder, hexlify, keccak256, randomBytes } from "ethers";
import { naming } from "../../chain/naming.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { InvalidArgumentError } from "../../errors/inputErrors.ts";
import type { PreparedVote } from "../../types/court.ts";
import { type HearingName, marketOfCourt } from "./courtAt.ts";

/** What {@link prepareVote} takes. */
export interface PrepareVoteParameters extends HearingName {
  /** The seat's place on the market's list. */
  readonly seat: number;
  /** True if the result is what the specification asks for. */
  readonly providerRight: boolean;
  /** What keeps the answer secret (32 bytes, 0x hex). Default: random, as it should be. */
  readonly salt?: string | undefined;
}

/** What {@link prepareVote} returns. */
export type PrepareVoteReturnType = PreparedVote;

/** What {@link prepareVote} throws. */
export type PrepareVoteErrorType = InvalidArgumentError;

/**
 * Makes a seat's vote with a fresh salt. It asks nothing of the chain and sends nothing: store what it returns first,
 * then commit to it with `commitVote`. A seat that has committed and lost its salt cannot reveal, which costs most.
 *
 * @throws {@link InvalidArgumentError} when an address, the id or the salt is none.
 *
 * @example
 * ```ts
 * import { commitVote, prepareVote } from "@wattle/sdk";
 *
 * const vote = prepareVote(client, { court, caseId: jobId, seat, providerRight: false });
 * await saveVote(vote);
 * await commitVote(client, { vote });
 * ```
 */
export function prepareVote(client: WattleClient, parameters: PrepareVoteParameters): PrepareVoteReturnType {
  const { court, caseId, seat, providerRight } = parameters;
  const market = marketOfCourt(client, parameters);
  const salt = parameters.salt ?? hexlify(randomBytes(32));
  const commitment = naming(() =>
    keccak256(
      AbiCoder.defaultAbiCoder().encode(
        ["address", "address", "bytes32", "uint256", "bool", "bytes32"],
        [court, market, caseId, seat, providerRight, salt],
      ),
    ),
  );
  return { court, market, caseId, seat, providerRight, salt, commitment };
}
