import { naming } from "../../chain/naming.ts";
import { reading } from "../../chain/reading.ts";
import { requireSigner, sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { InsufficientClaimError, MarketNotApprovedError } from "../../errors/offerErrors.ts";
import { readFunds, requireFunds } from "../payments/requireFunds.ts";
import { courtInterface, marketOfCourt, type OpenHearing } from "./courtAt.ts";
import { findCourtEvent } from "./decodeCourtEvent.ts";
import { getCourtRules } from "./getCourtRules.ts";

/** What {@link appealRuling} takes. */
export interface AppealRulingParameters extends OpenHearing, WriteOptions {}

/** What {@link appealRuling} returns. */
export interface AppealRulingReturnType extends WriteReceipt {
  /** Base units of the fee token that it cost. What no seat earns comes back, if the appeal reaches a ruling. */
  readonly fee: bigint;
  /** The block whose hash draws the panel. */
  readonly seedBlock: number;
}

/** What {@link appealRuling} throws. */
export type AppealRulingErrorType = WriteErrorType | InsufficientClaimError | MarketNotApprovedError;

/** Encodes {@link appealRuling}. */
export function encodeAppealRuling(client: WattleClient, parameters: OpenHearing): TransactionCall {
  const { court, openedCase } = parameters;
  const market = marketOfCourt(client, parameters);
  return {
    to: court,
    data: naming(() => courtInterface().encodeFunctionData("appeal", [market, openedCase])),
  };
}

/**
 * Asks for a second, larger panel, as the client or for the provider, and pays for it; anyone draws it then with
 * `drawPanel`. Once a case, between the first ruling and its `appealUntil`. The court needs an allowance of the signer's
 * claim, as a market does.
 *
 * @throws {@link InsufficientClaimError} when the signer's claim in the vault does not cover the fee.
 * @throws {@link MarketNotApprovedError} when the court may not move it: `approveMarket` with the court as the market.
 * @throws {@link CourtVotesUnexpectedStageError} when there is no ruling to appeal, or its time is over.
 * @throws {@link SlashingCourtNotPartyError} when the signer is no party of the case.
 * @throws {@link SlashingCourtTooFewSeatsError} when the list had too few seats for a second panel at the opening.
 * @throws Any other {@link AppealRulingErrorType}.
 *
 * @example
 * ```ts
 * import { appealRuling, approveMarket, getCourtRules, getHearing } from "@wattle/sdk";
 *
 * const { appealFee, feeToken } = await getCourtRules(client, { court });
 * await approveMarket(client, { token: feeToken, amount: appealFee, market: court });
 * const { openedCase } = await getHearing(client, { court, caseId: jobId });
 * const { seedBlock } = await appealRuling(client, { court, openedCase });
 * ```
 */
export async function appealRuling(
  client: WattleClient,
  parameters: AppealRulingParameters,
): Promise<AppealRulingReturnType> {
  const { court, signal } = parameters;
  const account = await reading(requireSigner(client).getAddress(), signal);
  const { appealFee, feeToken: token } = await getCourtRules(client, { court, signal });
  requireFunds(await readFunds(client, { token, account, market: court, signal }), appealFee);
  const { receipt, logs } = await sendCall(client, encodeAppealRuling(client, parameters), parameters);
  const { fee, seedBlock } = findCourtEvent(court, logs, "ruling-appealed");
  return { ...receipt, fee, seedBlock };
}
