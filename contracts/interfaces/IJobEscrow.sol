// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Job, JobState, JobTerms} from "../types/Job.sol";
import {Offer, Request, Take} from "../types/Order.sol";
import {IJobDisputes} from "./IJobDisputes.sol";
import {IJobOffers} from "./IJobOffers.sol";
import {IProviderStaking} from "./IProviderStaking.sol";
import {IRequestBook} from "./IRequestBook.sol";

/// @title IJobEscrow
/// @notice Batch jobs: a fixed price, a run limit, a deadline, a result that the client may review.
/// @dev A job's id is the hash of its terms, so every call passes the terms and needs no id. The chain stores one slot
/// a job; its `steppedBlock` is the block of the job's last event, and each event names the block of the one before,
/// down to {JobOpened}, which carries the terms.
interface IJobEscrow is IJobOffers, IRequestBook, IJobDisputes {
    /// @notice Emitted when a job is opened: the price is in escrow, the collateral locked.
    /// @param jobId The hash of the terms.
    /// @param provider The provider's id.
    /// @param client Who pays.
    /// @param terms All that was agreed.
    /// @param specRoot The UnixFS root of the encrypted manifest.
    event JobOpened(
        bytes32 indexed jobId,
        address indexed provider,
        address indexed client,
        JobTerms terms,
        bytes32 specRoot
    );

    /// @notice Emitted after {JobOpened} when the order carried an integrator's tag.
    event JobTagged(bytes32 indexed tag, bytes32 indexed jobId);

    /// @notice Emitted before {JobOpened} when a provider takes a request.
    /// @param orderHash The request's EIP-712 digest.
    /// @param provider The provider's id.
    /// @param machineId The machine that met the request's requirements; anything where there were none.
    event RequestTaken(bytes32 indexed orderHash, address indexed provider, bytes32 machineId);

    /// @notice Emitted when the provider refuses a job in time.
    /// @param jobId The job.
    /// @param provider The provider's id.
    /// @param reason Why, in words.
    /// @param previousBlock The block of the job's event before this one.
    event JobDeclined(bytes32 indexed jobId, address indexed provider, string reason, uint40 previousBlock);

    /// @notice Emitted when both sides agreed to end a job.
    /// @param jobId The job.
    /// @param provider The provider's id.
    /// @param client Whose claim rose by the price.
    /// @param price Base units of the payment token.
    /// @param previousBlock The block of the job's event before this one.
    event JobCanceled(
        bytes32 indexed jobId,
        address indexed provider,
        address indexed client,
        uint256 price,
        uint40 previousBlock
    );

    /// @notice Emitted when a result is submitted.
    /// @param jobId The job.
    /// @param provider The provider's id.
    /// @param resultDigest The sha2-256 of the canonical result.
    /// @param resultRoot The UnixFS root of the encrypted result.
    /// @param previousBlock The block of the job's event before this one.
    event JobSubmitted(
        bytes32 indexed jobId,
        address indexed provider,
        bytes32 resultDigest,
        bytes32 resultRoot,
        uint40 previousBlock
    );

    /// @notice Emitted when a provider is paid: the claim of the terms' payout address rose by the price.
    /// @param jobId The job.
    /// @param provider The provider's id.
    /// @param price Base units of the payment token.
    /// @param accepted True if the client said so, false if the review period ran out.
    /// @param previousBlock The block of the job's event before this one.
    event JobCompleted(
        bytes32 indexed jobId,
        address indexed provider,
        uint256 price,
        bool accepted,
        uint40 previousBlock
    );

    /// @notice Emitted when a provider did not deliver, or gave up.
    /// @param jobId The job.
    /// @param provider The provider's id.
    /// @param client Whose claim rose by the price.
    /// @param price Base units of the payment token.
    /// @param slashed Base units of the stake token that the provider lost; half of it, rounded down, is the client's.
    /// @param forfeited True if the provider gave up, false if the deadline passed.
    /// @param previousBlock The block of the job's event before this one.
    event JobExpired(
        bytes32 indexed jobId,
        address indexed provider,
        address indexed client,
        uint256 price,
        uint128 slashed,
        bool forfeited,
        uint40 previousBlock
    );

    /// @notice The job is in another state than the call needs.
    /// @param jobId The hash of the terms that were passed; terms that no job has are in state NONE.
    /// @param current The job's state.
    /// @param allowed The states that the call needs, as a bitmap: bit n stands for the state of value n.
    error JobEscrow_UnexpectedState(bytes32 jobId, JobState current, uint256 allowed);

    /// @notice The window for this call has closed.
    error JobEscrow_TooLate(bytes32 jobId, uint40 nowAt, uint40 lastAt);

    /// @notice The other side still has the turn.
    error JobEscrow_TooEarly(bytes32 jobId, uint40 nowAt, uint40 lastAt);

    /// @notice The caller is not the job's client.
    error JobEscrow_NotClient(bytes32 jobId, address caller);

    /// @notice The caller is neither the provider's owner nor one of its operators.
    error JobEscrow_NotOperator(bytes32 jobId, address caller);

    /// @notice The client did not sign this, or not for this job and expiry.
    error JobEscrow_SignatureInvalid(bytes32 jobId, address client);

    /// @notice The key may not promise this: it is no owner or operator, or the owner's bounds forbid it.
    error JobEscrow_CannotPromise(address provider, address key, uint128 ratePerSecond);

    /// @notice The provider has no such machine, it is retired, or it is not what the request asks for.
    error JobEscrow_MachineUnsuitable(address provider, bytes32 machineId);

    /// @notice The provider's committed stake is less than the request asks for.
    error JobEscrow_StakeTooSmall(address provider, uint128 committed, uint128 minStake);

    /// @notice The run limit lies outside of the offer's bounds.
    error JobEscrow_RunLimitOutOfBounds(uint32 runLimitSeconds, uint32 minRunSeconds, uint32 maxRunSeconds);

    /// @notice A job needs a specification.
    error JobEscrow_SpecDigestZero();

    /// @notice A result's digest must have bits among its first 160.
    error JobEscrow_ResultDigestInvalid(bytes32 jobId, bytes32 resultDigest);

    /// @notice Opens a job from a provider's offer; the caller is its client.
    /// @dev Callable by anyone, or by the offer's taker. Emits {JobOpened}, and {JobTagged} if the offer has a tag.
    /// Requirements: the offer is alive and signed or published; the run limit is within the offer's bounds; the
    /// caller's vault claim and this market's allowance cover the price; this market's part of the provider's stake
    /// covers the collateral.
    /// @param offer The offer.
    /// @param signature Of the provider's owner or an operator; ignored once the offer was published, or taken on a
    /// key's signature. A contract that owns the provider is asked every time.
    /// @param take Run limit and specification.
    /// @return jobId The hash of the terms.
    function takeOffer(
        Offer calldata offer,
        bytes calldata signature,
        Take calldata take
    ) external returns (bytes32 jobId);

    /// @notice Opens a job from a client's request; the caller acts for its provider. The price is the request's rate
    /// of now times its run limit.
    /// @dev Callable by the provider's owner, and by its operators within the owner's bounds. Emits {RequestTaken},
    /// {JobOpened}, and {JobTagged} if the request has a tag.
    /// Requirements: the request is alive, not used up and signed or published, or the caller is its client; provider
    /// and machine meet its requirements; the client's vault claim and this market's allowance cover the price; this
    /// market's part of the provider's stake covers the collateral.
    /// @param request The request.
    /// @param signature Of the client; ignored once the request was published or taken.
    /// @param provider The provider's id.
    /// @param machineId The machine that is to run it; ignored where the request asks for none.
    /// @return jobId The hash of the terms.
    function takeRequest(
        Request calldata request,
        bytes calldata signature,
        address provider,
        bytes32 machineId
    ) external returns (bytes32 jobId);

    /// @notice Refuses a job at no loss: the price goes back, the collateral is free again, a request is open again.
    /// @dev Callable by the provider's owner and operators. Emits {JobDeclined}.
    /// Requirements: ACTIVE; within the decline window, its last second included.
    /// @param terms The job's terms.
    /// @param reason Why, in words.
    function decline(JobTerms calldata terms, string calldata reason) external;

    /// @notice Ends a job that both sides want to end: the price goes back, the collateral is free again.
    /// @dev Callable by the provider's owner and operators. Emits {JobCanceled}.
    /// Requirements: ACTIVE; the client's EIP-712 signature over `Cancel(bytes32 jobId,uint40 expiresAt)`, or a
    /// contract's consent by ERC-1271; not expired.
    /// @param terms The job's terms.
    /// @param expiresAt Unix time in seconds, the last in which the client's word is good. Choose it near: until then
    /// the provider may use it or not.
    /// @param signature Of the client.
    function cancel(JobTerms calldata terms, uint40 expiresAt, bytes calldata signature) external;

    /// @notice Submits a result. A run that failed or reached its limit is a result too.
    /// @dev Callable by the provider's owner and operators. Emits {JobSubmitted}.
    /// Requirements: ACTIVE; up to the deadline, its second included; the digest is not empty.
    /// @param terms The job's terms.
    /// @param resultDigest The sha2-256 of the canonical result.
    /// @param resultRoot The UnixFS root (sha2-256) of the encrypted result, by which any store has it.
    function submit(JobTerms calldata terms, bytes32 resultDigest, bytes32 resultRoot) external;

    /// @notice Takes a result before the review period ends: the provider is paid, the collateral is free again.
    /// @dev Callable by the client. Emits {JobCompleted}. Requirements: SUBMITTED.
    /// @param terms The job's terms.
    function accept(JobTerms calldata terms) external;

    /// @notice As {accept}, once the review period has passed.
    /// @dev Callable by anyone. Emits {JobCompleted}. Requirements: SUBMITTED; after the review period's last second.
    /// @param terms The job's terms.
    function settle(JobTerms calldata terms) external;

    /// @notice As {settle}, for each of the jobs that is ready; the others are left as they are.
    /// @dev Callable by anyone. Emits {JobCompleted} for each that was settled.
    /// @param jobs The terms of each.
    /// @return settled How many were ready.
    function settleMany(JobTerms[] calldata jobs) external returns (uint256 settled);

    /// @notice Ends a job that was not delivered: the price goes back, the collateral is slashed, half of it (rounded
    /// down) for the client, the rest burned.
    /// @dev Callable by anyone. Emits {JobExpired}. Requirements: ACTIVE; after the deadline's second.
    /// @param terms The job's terms.
    function expire(JobTerms calldata terms) external;

    /// @notice As {expire}, for each of the jobs that is ready; the others are left as they are.
    /// @dev Callable by anyone. Emits {JobExpired} for each that was expired.
    /// @param jobs The terms of each.
    /// @return expired How many were ready.
    function expireMany(JobTerms[] calldata jobs) external returns (uint256 expired);

    /// @notice Gives a job up: the price goes back; from a quarter of the collateral at once to all of it at the
    /// deadline is slashed, half of it (rounded down) for the client, the rest burned.
    /// @dev Callable by the provider's owner and operators. Emits {JobExpired}.
    /// Requirements: ACTIVE; up to the deadline, its second included.
    /// @param terms The job's terms.
    function forfeit(JobTerms calldata terms) external;

    /// @notice What became of the job with exactly these terms, for contracts that are clients.
    /// @param terms The job's terms.
    /// @param resultDigest The sha2-256 of the canonical result that somebody shows.
    /// @return state Where the job stands; only COMPLETED says that nobody can dispute the result any more.
    /// @return submitted Whether the provider submitted this very result (its first 160 bits are compared).
    function checkResult(
        JobTerms calldata terms,
        bytes32 resultDigest
    ) external view returns (JobState state, bool submitted);

    /// @notice The id of the job with these terms, whether there is one or not.
    function jobIdOf(JobTerms calldata terms) external pure returns (bytes32 jobId);

    /// @notice What is stored of a job.
    function jobOf(bytes32 jobId) external view returns (Job memory);

    /// @notice Where collateral is locked.
    function staking() external view returns (IProviderStaking);
}
