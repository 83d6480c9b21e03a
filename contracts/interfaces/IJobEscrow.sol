// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Job, JobState, JobTerms} from "../types/Job.sol";
import {Offer, Take} from "../types/Order.sol";
import {IOfferBook} from "./IOfferBook.sol";
import {IPaymentVault} from "./IPaymentVault.sol";
import {IProviderRegistry} from "./IProviderRegistry.sol";
import {IProviderStaking} from "./IProviderStaking.sol";

/// @title IJobEscrow
/// @notice Batch jobs: a fixed price, a run limit, a deadline, a result that the client may review.
/// @dev A job's id is the hash of its terms, so every call passes the terms and needs no id. The chain stores one slot
/// a job; its `steppedBlock` is the block of the job's last event, and each event names the block of the one before,
/// down to {JobOpened}, which carries the terms.
interface IJobEscrow is IOfferBook {
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

    /// @notice Emitted when the provider refuses a job in time.
    /// @param jobId The job.
    /// @param provider The provider's id.
    /// @param reason Why, in words.
    /// @param previousBlock The block of the job's event before this one.
    event JobDeclined(bytes32 indexed jobId, address indexed provider, string reason, uint40 previousBlock);

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

    /// @notice The run limit lies outside of the offer's bounds.
    error JobEscrow_RunLimitOutOfBounds(uint32 runLimitSeconds, uint32 minRunSeconds, uint32 maxRunSeconds);

    /// @notice A job needs a specification.
    error JobEscrow_SpecDigestZero();

    /// @notice A result's digest must have bits among its first 168.
    error JobEscrow_ResultDigestInvalid(bytes32 jobId, bytes32 resultDigest);

    /// @notice Opens a job from a provider's offer; the caller is its client.
    /// @dev Callable by anyone, or by the offer's taker. Emits {JobOpened}, and {JobTagged} if the offer has a tag.
    /// Requirements: the offer is alive and signed or published; the run limit is within the offer's bounds; the
    /// caller's vault claim and this market's allowance cover the price; this market's part of the provider's stake
    /// covers the collateral.
    /// @param offer The offer.
    /// @param signature Of the provider's owner or an operator; ignored once the offer was published or taken.
    /// @param take Run limit and specification.
    /// @return jobId The hash of the terms.
    function takeOffer(
        Offer calldata offer,
        bytes calldata signature,
        Take calldata take
    ) external returns (bytes32 jobId);

    /// @notice Refuses a job at no loss: the price goes back, the collateral is free again.
    /// @dev Callable by the provider's owner and operators. Emits {JobDeclined}.
    /// Requirements: ACTIVE; within the decline window, its last second included.
    /// @param terms The job's terms.
    /// @param reason Why, in words.
    function decline(JobTerms calldata terms, string calldata reason) external;

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

    /// @notice Ends a job that was not delivered: the price goes back, the collateral is slashed, half of it (rounded
    /// down) for the client, the rest burned.
    /// @dev Callable by anyone. Emits {JobExpired}. Requirements: ACTIVE; after the deadline's second.
    /// @param terms The job's terms.
    function expire(JobTerms calldata terms) external;

    /// @notice Gives a job up: the price goes back; from a quarter of the collateral at once to all of it at the
    /// deadline is slashed, half of it (rounded down) for the client, the rest burned.
    /// @dev Callable by the provider's owner and operators. Emits {JobExpired}.
    /// Requirements: ACTIVE; up to the deadline, its second included.
    /// @param terms The job's terms.
    function forfeit(JobTerms calldata terms) external;

    /// @notice The id of the job with these terms, whether there is one or not.
    function jobIdOf(JobTerms calldata terms) external pure returns (bytes32 jobId);

    /// @notice What is stored of a job.
    function jobOf(bytes32 jobId) external view returns (Job memory);

    /// @notice The registry that knows providers, operators and payout addresses.
    function registry() external view returns (IProviderRegistry);

    /// @notice Where collateral is locked.
    function staking() external view returns (IProviderStaking);

    /// @notice Where prices are held.
    function vault() external view returns (IPaymentVault);
}
