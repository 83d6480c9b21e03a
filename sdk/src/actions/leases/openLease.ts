import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { reading } from "../../chain/reading.ts";
import { requireSigner, sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import {
  type InsufficientClaimError,
  type MarketNotApprovedError,
  OfferUnavailableError,
} from "../../errors/offerErrors.ts";
import type { SignedLeaseOffer } from "../../types/leaseOffer.ts";
import type { LeaseTerms } from "../../types/leaseTerms.ts";
import { readFunds, requireFunds } from "../payments/requireFunds.ts";
import { assessLeaseOffer } from "./assessLeaseOffer.ts";

/** What {@link encodeOpenLease} takes. */
export interface EncodeOpenLeaseParameters extends SignedLeaseOffer {
  /** How long the lease may last. */
  readonly leaseSeconds: number;
  /** How many seconds to pay in now; more can follow by `topUpLease`. */
  readonly fundedSeconds: number;
}

/** What {@link openLease} takes. */
export interface OpenLeaseParameters extends EncodeOpenLeaseParameters, WriteOptions {}

/** What {@link openLease} returns. */
export interface OpenLeaseReturnType extends WriteReceipt {
  readonly leaseId: string;
  readonly terms: LeaseTerms;
  /** The machine, as the offer names it; 32 zero bytes for none. */
  readonly machineId: string;
  /** Base units of the payment token that are in escrow now. */
  readonly deposit: bigint;
}

/** What {@link openLease} throws. */
export type OpenLeaseErrorType =
  WriteErrorType | OfferUnavailableError | InsufficientClaimError | MarketNotApprovedError;

/** Encodes {@link openLease}. */
export function encodeOpenLease(
  client: WattleClient,
  { offer, signature, leaseSeconds, fundedSeconds }: EncodeOpenLeaseParameters,
): TransactionCall {
  return encodeCall(client, "leases", "open", [offer, signature, leaseSeconds, fundedSeconds]);
}

/**
 * Opens a lease from an offer: so many seconds go from the signer's claim into escrow, and the provider earns from its
 * first check-in on. Whether it would succeed is asked first, and a signature that the market remembers is left out.
 *
 * @throws {@link OfferUnavailableError} when the offer is dead or taken, or allows no such lease.
 * @throws {@link InsufficientClaimError} when the signer's claim in the vault is too small.
 * @throws {@link MarketNotApprovedError} when the market of leases may not move it.
 * @throws Any other {@link OpenLeaseErrorType}.
 *
 * @example
 * ```ts
 * import { findLeaseOffers, openLease } from "@wattle/sdk";
 *
 * const { matches } = await findLeaseOffers(client, { token, leaseSeconds: 3600 });
 * const { offer, signature } = matches[0];
 * const { leaseId, terms } = await openLease(client, { offer, signature, leaseSeconds: 3600, fundedSeconds: 600 });
 * ```
 */
export async function openLease(
  client: WattleClient,
  parameters: OpenLeaseParameters,
): Promise<OpenLeaseReturnType> {
  const { offer, fundedSeconds, signal } = parameters;
  const { token, ratePerSecond } = offer;
  const account = await reading(requireSigner(client).getAddress(), signal);
  const market = client.deployment.contracts.leaseEscrow;
  const [{ state, orderHash, rejection }, funds] = await Promise.all([
    assessLeaseOffer(client, { ...parameters, taker: account }),
    readFunds(client, { token, account, market, signal }),
  ]);
  if (rejection !== null) throw new OfferUnavailableError(orderHash, rejection);
  const deposit = ratePerSecond * BigInt(fundedSeconds);
  requireFunds(funds, deposit);
  const signature = state.approved ? "0x" : parameters.signature;
  const call = encodeOpenLease(client, { ...parameters, signature });
  const { receipt, logs } = await sendCall(client, call, parameters);
  const { leaseId, terms, machineId } = findEvent(client, "leases", logs, "LeaseOpened");
  return { ...receipt, leaseId, terms, machineId, deposit };
}
