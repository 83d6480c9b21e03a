import { findEvent } from "../../chain/findEvent.ts";
import { reading } from "../../chain/reading.ts";
import { encodeCall } from "../../chain/encodeCall.ts";
import { requireSigner, sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { CourtTermsError } from "../../errors/courtErrors.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import {
  type InsufficientClaimError,
  type MarketNotApprovedError,
  OfferUnavailableError,
} from "../../errors/offerErrors.ts";
import type { JobTerms } from "../../types/jobTerms.ts";
import type { SignedOffer } from "../../types/offer.ts";
import { priceOf } from "../../types/priceOf.ts";
import { checkCourtTerms } from "../court/checkCourtTerms.ts";
import { readFunds, requireFunds } from "../payments/requireFunds.ts";
import { assessOffer } from "./assessOffer.ts";

/** What {@link encodeTakeOffer} takes. */
export interface EncodeTakeOfferParameters extends SignedOffer {
  /** How long the job may run; the price is the rate times this. */
  readonly runLimitSeconds: number;
  /** The sha2-256 of the job's canonical manifest (0x hex). */
  readonly specDigest: string;
  /** The UnixFS root of the encrypted manifest's envelope (0x hex). */
  readonly specRoot: string;
}

/** What {@link takeOffer} takes. */
export interface TakeOfferParameters extends EncodeTakeOfferParameters, WriteOptions {}

/** What {@link takeOffer} returns. */
export interface TakeOfferReturnType extends WriteReceipt {
  readonly jobId: string;
  readonly terms: JobTerms;
  /** Base units of the payment token that are in escrow now. */
  readonly price: bigint;
}

/** What {@link takeOffer} throws. */
export type TakeOfferErrorType =
  WriteErrorType | OfferUnavailableError | InsufficientClaimError | MarketNotApprovedError | CourtTermsError;

/** Encodes {@link takeOffer}. */
export function encodeTakeOffer(
  client: WattleClient,
  { offer, signature, runLimitSeconds, specDigest, specRoot }: EncodeTakeOfferParameters,
): TransactionCall {
  const take = { runLimitSeconds, specDigest, specRoot };
  return encodeCall(client, "escrow", "takeOffer", [offer, signature, take]);
}

/**
 * Opens a job from an offer: the price goes from the signer's claim into escrow, the provider's collateral is locked.
 * Whether it would succeed is asked first, and a signature that the market remembers is left out.
 *
 * @throws {@link OfferUnavailableError} when the offer is dead, taken, or not covered by stake.
 * @throws {@link InsufficientClaimError} when the signer's claim in the vault is too small.
 * @throws {@link MarketNotApprovedError} when the market may not move it.
 * @throws {@link CourtTermsError} when the court that the offer names would refuse every case of the job.
 * @throws Any other {@link TakeOfferErrorType}.
 *
 * @example
 * ```ts
 * import { findOffers, takeOffer } from "@wattle/sdk";
 *
 * const { matches } = await findOffers(client, { token, runLimitSeconds: 120 });
 * const { offer, signature } = matches[0];
 * const { jobId } = await takeOffer(client, { offer, signature, runLimitSeconds: 120, specDigest, specRoot });
 * ```
 */
export async function takeOffer(
  client: WattleClient,
  parameters: TakeOfferParameters,
): Promise<TakeOfferReturnType> {
  const { offer, runLimitSeconds, signal } = parameters;
  const { token, ratePerSecond } = offer;
  const account = await reading(requireSigner(client).getAddress(), signal);
  const price = priceOf({ ratePerSecond, runLimitSeconds });
  const market = client.deployment.contracts.jobEscrow;
  const [{ state, orderHash, rejection }, funds] = await Promise.all([
    assessOffer(client, { ...parameters, taker: account }),
    readFunds(client, { token, account, market, signal }),
  ]);
  if (rejection !== null) throw new OfferUnavailableError(orderHash, rejection);
  requireFunds(funds, price);
  await checkCourtTerms(client, { terms: { ...offer, runLimitSeconds }, signal });
  const signature = state.approved ? "0x" : parameters.signature;
  const { receipt, logs } = await sendCall(
    client,
    encodeTakeOffer(client, { ...parameters, signature }),
    parameters,
  );
  const { jobId, terms } = findEvent(client, "escrow", logs, "JobOpened");
  return { ...receipt, jobId, terms, price };
}
