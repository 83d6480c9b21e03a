export * from "./client/createWattleClient.ts";
export * from "./client/wattleClient.ts";
export * from "./deployments/index.ts";
export * from "./rpc/createRpcProvider.ts";
export * from "./actions/provider/acceptOwnership.ts";
export * from "./actions/provider/addMachine.ts";
export * from "./actions/provider/getMachine.ts";
export * from "./actions/provider/getOperators.ts";
export * from "./actions/provider/getProvider.ts";
export * from "./actions/provider/offerOwnership.ts";
export * from "./actions/provider/raiseAuthEpoch.ts";
export * from "./actions/provider/registerProvider.ts";
export * from "./actions/provider/retireMachine.ts";
export * from "./actions/provider/setOperator.ts";
export * from "./actions/provider/setOperatorBound.ts";
export * from "./actions/provider/updateProfile.ts";
export * from "./actions/staking/authorizeService.ts";
export * from "./actions/staking/burnSlashedStake.ts";
export * from "./actions/staking/cancelThaw.ts";
export * from "./actions/staking/depositStake.ts";
export * from "./actions/staking/getSlashClaim.ts";
export * from "./actions/staking/getStake.ts";
export * from "./actions/staking/startThaw.ts";
export * from "./actions/staking/withdrawSlashClaim.ts";
export * from "./actions/staking/withdrawStake.ts";
export type { AllowanceMethod } from "./actions/payments/allowToken.ts";
export * from "./actions/payments/approveBySignature.ts";
export * from "./actions/payments/approveMarket.ts";
export * from "./actions/payments/approveToken.ts";
export * from "./actions/payments/depositPayment.ts";
export * from "./actions/payments/getClaim.ts";
export * from "./actions/payments/getMarketAllowance.ts";
export * from "./actions/payments/getTokenBalance.ts";
export * from "./actions/payments/mintFaucetToken.ts";
export * from "./actions/payments/setWithdrawer.ts";
export * from "./actions/payments/signAllowance.ts";
export {
  type Permit,
  signPermit,
  type SignPermitErrorType,
  type SignPermitParameters,
  type SignPermitReturnType,
} from "./actions/payments/signPermit.ts";
export * from "./actions/payments/withdrawPayment.ts";
export * from "./actions/payments/withdrawPaymentFor.ts";
export {
  assessOffer,
  type AssessOfferErrorType,
  type AssessOfferParameters,
  type AssessOfferReturnType,
} from "./actions/offers/assessOffer.ts";
export * from "./actions/offers/cancelOffer.ts";
export * from "./actions/offers/findOffers.ts";
export * from "./actions/orders/getOrderState.ts";
export * from "./actions/offers/hashOffer.ts";
export * from "./actions/offers/prepareOffer.ts";
export * from "./actions/offers/publishOffer.ts";
export * from "./actions/offers/signOffer.ts";
export * from "./actions/offers/takeOffer.ts";
export * from "./actions/requests/assessRequest.ts";
export * from "./actions/requests/cancelRequest.ts";
export * from "./actions/requests/findRequests.ts";
export * from "./actions/requests/getRequestEpoch.ts";
export * from "./actions/requests/getRequestWarnings.ts";
export * from "./actions/requests/hashRequest.ts";
export * from "./actions/requests/prepareRequest.ts";
export * from "./actions/requests/publishRequest.ts";
export * from "./actions/requests/raiseRequestEpoch.ts";
export * from "./actions/requests/signRequest.ts";
export * from "./actions/requests/takeRequest.ts";
export * from "./actions/jobs/acceptResult.ts";
export * from "./actions/jobs/applyRuling.ts";
export * from "./actions/jobs/cancelJob.ts";
export * from "./actions/jobs/checkResult.ts";
export * from "./actions/jobs/concedeJob.ts";
export * from "./actions/jobs/declineJob.ts";
export * from "./actions/jobs/decodeEscrowEvent.ts";
export * from "./actions/jobs/disputeJob.ts";
export * from "./actions/jobs/expireJob.ts";
export * from "./actions/jobs/expireJobs.ts";
export * from "./actions/jobs/forfeitJob.ts";
export {
  getEscrowEvents,
  type EscrowEventFilter,
  type GetEscrowEventsErrorType,
  type GetEscrowEventsParameters,
  type GetEscrowEventsReturnType,
} from "./actions/jobs/getEscrowEvents.ts";
export * from "./actions/jobs/getJob.ts";
export * from "./actions/jobs/getJobSlot.ts";
export * from "./actions/jobs/openCase.ts";
export * from "./actions/jobs/settleJob.ts";
export * from "./actions/jobs/settleJobs.ts";
export * from "./actions/jobs/signCancel.ts";
export * from "./actions/jobs/splitJob.ts";
export * from "./actions/jobs/submitResult.ts";
export * from "./actions/jobs/watchEscrowEvents.ts";
export * from "./actions/jobs/watchJob.ts";
export {
  assessLeaseOffer,
  type AssessLeaseOfferErrorType,
  type AssessLeaseOfferParameters,
  type AssessLeaseOfferReturnType,
} from "./actions/leases/assessLeaseOffer.ts";
export * from "./actions/leases/cancelLeaseOffer.ts";
export * from "./actions/leases/checkInLease.ts";
export * from "./actions/leases/checkInLeases.ts";
export * from "./actions/leases/closeLease.ts";
export * from "./actions/leases/decodeLeaseEvent.ts";
export * from "./actions/leases/findLeaseOffers.ts";
export * from "./actions/leases/getLease.ts";
export * from "./actions/leases/getLeaseAccrual.ts";
export {
  getLeaseEvents,
  type GetLeaseEventsErrorType,
  type GetLeaseEventsParameters,
  type GetLeaseEventsReturnType,
  type LeaseEventFilter,
} from "./actions/leases/getLeaseEvents.ts";
export * from "./actions/leases/getLeaseSlot.ts";
export * from "./actions/leases/hashLeaseOffer.ts";
export * from "./actions/leases/openLease.ts";
export * from "./actions/leases/prepareLeaseOffer.ts";
export * from "./actions/leases/publishLeaseOffer.ts";
export * from "./actions/leases/signLeaseOffer.ts";
export * from "./actions/leases/topUpLease.ts";
export * from "./actions/leases/watchLease.ts";
export * from "./actions/leases/watchLeaseEvents.ts";
export * from "./actions/leases/withdrawLease.ts";
export * from "./actions/sessions/closeSession.ts";
export * from "./actions/sessions/decodeSessionEvent.ts";
export {
  getSessionEvents,
  type GetSessionEventsErrorType,
  type GetSessionEventsParameters,
  type GetSessionEventsReturnType,
  type SessionEventFilter,
} from "./actions/sessions/getSessionEvents.ts";
export * from "./actions/sessions/getSession.ts";
export * from "./actions/sessions/getSessionSlot.ts";
export * from "./actions/sessions/hashReceipt.ts";
export * from "./actions/sessions/openSession.ts";
export * from "./actions/sessions/redeemReceipt.ts";
export * from "./actions/sessions/redeemReceipts.ts";
export * from "./actions/sessions/signReceipt.ts";
export * from "./actions/sessions/startCloseSession.ts";
export * from "./actions/sessions/topUpSession.ts";
export * from "./actions/sessions/watchSessionEvents.ts";
export type { CaseName } from "./actions/adjudicator/adjudicatorAt.ts";
export * from "./actions/adjudicator/getCase.ts";
export * from "./actions/adjudicator/getRuling.ts";
export * from "./actions/adjudicator/returnCaseFee.ts";
export * from "./actions/adjudicator/ruleCase.ts";
export * from "./actions/adjudicator/signRuling.ts";
export * from "./actions/adjudicator/watchCases.ts";
export * from "./actions/court/appealRuling.ts";
export * from "./actions/court/checkCourtTerms.ts";
export * from "./actions/court/closeSeat.ts";
export * from "./actions/court/commitVote.ts";
export type { CourtName, HearingName, OpenHearing } from "./actions/court/courtAt.ts";
export { decodeCourtEvent } from "./actions/court/decodeCourtEvent.ts";
export * from "./actions/court/drawPanel.ts";
export * from "./actions/court/findCourtRules.ts";
export * from "./actions/court/finishCase.ts";
export {
  type CourtEventFilter,
  getCourtEvents,
  type GetCourtEventsErrorType,
  type GetCourtEventsParameters,
  type GetCourtEventsReturnType,
} from "./actions/court/getCourtEvents.ts";
export * from "./actions/court/getCourtRules.ts";
export * from "./actions/court/getCourtWarnings.ts";
export * from "./actions/court/getHearing.ts";
export * from "./actions/court/getSeat.ts";
export * from "./actions/court/leaveSeat.ts";
export * from "./actions/court/prepareVote.ts";
export * from "./actions/court/revealVote.ts";
export * from "./actions/court/takeSeat.ts";
export * from "./actions/court/watchCourtEvents.ts";
export * from "./actions/court/watchHearing.ts";
export * from "./types/case.ts";
export {
  COURT_STAGES,
  type CourtDeadlines,
  type CourtRules,
  type CourtSeat,
  type CourtStage,
  type Hearing,
  type HearingState,
  type PanelSeat,
  type PreparedVote,
  SEAT_FAULTS,
  type SeatFault,
  type SeatState,
  type SeatVote,
  type VoteCount,
} from "./types/court.ts";
export * from "./types/courtEvent.ts";
export * from "./types/encodeTerms.ts";
export * from "./types/escrowEvent.ts";
export * from "./types/job.ts";
export { isFinalState, JOB_STATES, type JobState } from "./types/jobState.ts";
export * from "./types/jobTerms.ts";
export * from "./types/encodeLeaseTerms.ts";
export * from "./types/lease.ts";
export * from "./types/leaseAccrualAt.ts";
export * from "./types/leaseEvent.ts";
export * from "./types/leaseOffer.ts";
export * from "./types/leaseOfferRequirements.ts";
export { LEASE_STATES, type LeaseState } from "./types/leaseState.ts";
export * from "./types/leaseTerms.ts";
export * from "./types/leaseWindowsOf.ts";
export * from "./types/signedLeaseOfferCodec.ts";
export * from "./types/offer.ts";
export * from "./types/offerRejection.ts";
export * from "./types/offerRequirements.ts";
export type { EncodedOrder } from "./types/orderCodec.ts";
export * from "./types/orderState.ts";
export * from "./types/priceOf.ts";
export * from "./types/rateOfRequest.ts";
export * from "./types/request.ts";
export * from "./types/requestRejection.ts";
export * from "./types/requestRequirements.ts";
export * from "./types/requestWarning.ts";
export * from "./types/provider.ts";
export type { SessionMarket } from "./types/receiptTypedData.ts";
export * from "./types/encodeSessionTerms.ts";
export * from "./types/session.ts";
export * from "./types/sessionEvent.ts";
export { SESSION_STATES, type SessionState } from "./types/sessionState.ts";
export * from "./types/signedAllowance.ts";
export * from "./types/signedCancel.ts";
export * from "./types/signedOfferCodec.ts";
export * from "./types/signedRequestCodec.ts";
export * from "./types/windowsOf.ts";
export * from "./manifest/index.ts";
export { gasLimitOf } from "./chain/gasLimitOf.ts";
export { getLogsInRanges, type LogChunk, type LogRange } from "./chain/getLogsInRanges.ts";
export type { WatchOptions } from "./chain/watchRanges.ts";
export type { TransactionCall } from "./chain/transactionCall.ts";
export type { WriteOptions, WriteReceipt } from "./chain/writeOptions.ts";
export * from "./errors/base.ts";
export * from "./errors/decodeContractError.ts";
export * from "./errors/clientErrors.ts";
export * from "./errors/courtErrors.ts";
export * from "./errors/contract/callRevertedError.ts";
export * from "./errors/contract/classes.ts";
export * from "./errors/contract/contractError.ts";
export * from "./errors/contract/isContractsFault.ts";
export type { ContractErrorArgs, ContractErrorName } from "./errors/contract/contractErrorTypes.ts";
export * from "./errors/errorTypes.ts";
export * from "./errors/inputErrors.ts";
export * from "./errors/jobErrors.ts";
export * from "./errors/leaseErrors.ts";
export * from "./errors/offerErrors.ts";
export * from "./errors/providerErrors.ts";
export * from "./errors/requestErrors.ts";
export * from "./errors/rpcErrors.ts";
export * from "./errors/sessionErrors.ts";
export * from "./errors/transactionErrors.ts";
