// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {OfferBook} from "./abstracts/OfferBook.sol";
import {IJobEscrow} from "./interfaces/IJobEscrow.sol";
import {IPaymentVault} from "./interfaces/IPaymentVault.sol";
import {IProviderRegistry} from "./interfaces/IProviderRegistry.sol";
import {IProviderStaking} from "./interfaces/IProviderStaking.sol";
import {JobMath} from "./libraries/JobMath.sol";
import {Job, JobState, JobTerms} from "./types/Job.sol";
import {Offer, Take} from "./types/Order.sol";

/// @title JobEscrow
/// @notice See {IJobEscrow}.
/// @dev Needs no reentrancy guard: it calls only registry, staking and vault, none of which calls anybody on the
/// functions used here.
contract JobEscrow is IJobEscrow, OfferBook {
    using JobMath for JobTerms;

    /// @dev Where terms end that are the first argument of the call: behind the selector and 17 words.
    uint256 private constant TERMS_CALLDATA_END = 4 + 17 * 32;

    /// @inheritdoc IJobEscrow
    IProviderStaking public immutable staking;
    /// @inheritdoc IJobEscrow
    IPaymentVault public immutable vault;

    mapping(bytes32 jobId => Job job) private _jobs;

    /// @param providerRegistry Knows providers, operators and payout addresses.
    /// @param providerStaking Where collateral is locked.
    /// @param paymentVault Where prices are held.
    constructor(
        IProviderRegistry providerRegistry,
        IProviderStaking providerStaking,
        IPaymentVault paymentVault
    ) EIP712("Wattle JobEscrow", "1") OfferBook(providerRegistry) {
        staking = providerStaking;
        vault = paymentVault;
    }

    /// @inheritdoc IJobEscrow
    function takeOffer(
        Offer calldata offer,
        bytes calldata signature,
        Take calldata take
    ) external returns (bytes32 jobId) {
        // Check: the job is one that the offer allows.
        require(
            take.runLimitSeconds >= offer.minRunSeconds && take.runLimitSeconds <= offer.maxRunSeconds,
            JobEscrow_RunLimitOutOfBounds(take.runLimitSeconds, offer.minRunSeconds, offer.maxRunSeconds)
        );
        require(take.specDigest != 0, JobEscrow_SpecDigestZero());

        // Effect: the fill's number makes the terms, and so the id, unlike any other.
        (bytes32 orderHash, uint32 fill, address payout) = _fillOffer(offer, signature);
        JobTerms memory terms = JobTerms({
            orderHash: orderHash,
            fill: fill,
            client: msg.sender,
            provider: offer.provider,
            payout: payout,
            token: offer.token,
            adjudicator: offer.adjudicator,
            ratePerSecond: offer.ratePerSecond,
            collateral: offer.collateral,
            disputeFee: offer.disputeFee,
            runLimitSeconds: take.runLimitSeconds,
            declineSeconds: offer.declineSeconds,
            slackSeconds: offer.slackSeconds,
            reviewSeconds: offer.reviewSeconds,
            rulingSeconds: offer.rulingSeconds,
            noRulingBps: offer.noRulingBps,
            specDigest: take.specDigest
        });
        jobId = _open(terms, take.specRoot);
        if (offer.tag != 0) emit JobTagged(offer.tag, jobId);
    }

    /// @inheritdoc IJobEscrow
    function decline(JobTerms calldata terms, string calldata reason) external {
        // Check: the provider, in time.
        (bytes32 jobId, Job memory job) = _load(JobState.ACTIVE);
        _requireOperator(jobId, terms.provider);
        _requireNotAfter(jobId, terms.declineUntil(job.steppedAt));

        // Effect, then interaction: nobody loses anything.
        _step(jobId, JobState.DECLINED, job.resultMark);
        emit JobDeclined(jobId, terms.provider, reason, job.steppedBlock);
        _end(terms, 0, terms.client);
    }

    /// @inheritdoc IJobEscrow
    function submit(JobTerms calldata terms, bytes32 resultDigest, bytes32 resultRoot) external {
        // Check: the provider, in time, with a result.
        (bytes32 jobId, Job memory job) = _load(JobState.ACTIVE);
        _requireOperator(jobId, terms.provider);
        _requireNotAfter(jobId, terms.deliverUntil(job.steppedAt));
        require(bytes21(resultDigest) != 0, JobEscrow_ResultDigestInvalid(jobId, resultDigest));

        // Effect: the client has the turn.
        _step(jobId, JobState.SUBMITTED, bytes21(resultDigest));
        emit JobSubmitted(jobId, terms.provider, resultDigest, resultRoot, job.steppedBlock);
    }

    /// @inheritdoc IJobEscrow
    function accept(JobTerms calldata terms) external {
        (bytes32 jobId, Job memory job) = _load(JobState.SUBMITTED);
        require(msg.sender == terms.client, JobEscrow_NotClient(jobId, msg.sender));
        _complete(terms, jobId, job, true);
    }

    /// @inheritdoc IJobEscrow
    function settle(JobTerms calldata terms) external {
        (bytes32 jobId, Job memory job) = _load(JobState.SUBMITTED);
        _requireAfter(jobId, terms.reviewUntil(job.steppedAt));
        _complete(terms, jobId, job, false);
    }

    /// @inheritdoc IJobEscrow
    function expire(JobTerms calldata terms) external {
        (bytes32 jobId, Job memory job) = _load(JobState.ACTIVE);
        _requireAfter(jobId, terms.deliverUntil(job.steppedAt));
        _expire(terms, jobId, job, terms.collateral, false);
    }

    /// @inheritdoc IJobEscrow
    function forfeit(JobTerms calldata terms) external {
        (bytes32 jobId, Job memory job) = _load(JobState.ACTIVE);
        _requireOperator(jobId, terms.provider);
        _requireNotAfter(jobId, terms.deliverUntil(job.steppedAt));
        _expire(terms, jobId, job, terms.forfeitSlashUp(job.steppedAt, uint40(block.timestamp)), true);
    }

    /// @inheritdoc IJobEscrow
    function jobOf(bytes32 jobId) external view returns (Job memory) {
        return _jobs[jobId];
    }

    /// @inheritdoc IJobEscrow
    function jobIdOf(JobTerms calldata) external pure returns (bytes32 jobId) {
        return _jobIdOfCall();
    }

    /// @inheritdoc IJobEscrow
    function registry() external view returns (IProviderRegistry) {
        return _REGISTRY;
    }

    /// @dev Opens a job: its slot, its event, the collateral and the price.
    function _open(JobTerms memory terms, bytes32 specRoot) private returns (bytes32 jobId) {
        // Effect: the number in the terms makes this slot a fresh one.
        jobId = keccak256(abi.encode(terms));
        _step(jobId, JobState.ACTIVE, 0);
        emit JobOpened(jobId, terms.provider, terms.client, terms, specRoot);

        // Interaction: both sides put down what they promised.
        staking.lock(terms.provider, terms.collateral);
        uint256 price = uint256(terms.ratePerSecond) * terms.runLimitSeconds;
        vault.transferFrom(terms.client, address(this), uint256(uint160(terms.token)), price);
    }

    /// @dev Pays the provider.
    function _complete(JobTerms calldata terms, bytes32 jobId, Job memory job, bool accepted) private {
        _step(jobId, JobState.COMPLETED, job.resultMark);
        emit JobCompleted(jobId, terms.provider, terms.price(), accepted, job.steppedBlock);
        _end(terms, 0, terms.payout);
    }

    /// @dev Refunds the client and slashes the provider.
    function _expire(JobTerms calldata terms, bytes32 jobId, Job memory job, uint128 slashed, bool forfeited) private {
        _step(jobId, JobState.EXPIRED, job.resultMark);
        emit JobExpired(jobId, terms.provider, terms.client, terms.price(), slashed, forfeited, job.steppedBlock);
        _end(terms, slashed, terms.client);
    }

    /// @dev Ends a job: the slot of its order, the collateral, the price.
    /// @param slashed The part of the collateral that the provider loses.
    /// @param payee Whose claim rises by the price.
    function _end(JobTerms calldata terms, uint128 slashed, address payee) private {
        _freeSlot(terms.orderHash);
        if (slashed < terms.collateral) staking.release(terms.provider, terms.collateral - slashed);
        if (slashed != 0) _slash(terms, slashed);
        vault.transfer(payee, uint256(uint160(terms.token)), terms.price());
    }

    /// @dev Slashes collateral: half for the client, rounded down, the rest burned.
    function _slash(JobTerms calldata terms, uint128 slashed) private {
        address[] memory recipients = new address[](1);
        uint128[] memory amounts = new uint128[](1);
        recipients[0] = terms.client;
        amounts[0] = slashed / 2;
        staking.slash(terms.provider, slashed, recipients, amounts);
    }

    /// @dev Writes a job's slot. Every step goes through here.
    function _step(bytes32 jobId, JobState state, bytes21 resultMark) private {
        _jobs[jobId] = Job({
            state: state,
            steppedAt: uint40(block.timestamp),
            steppedBlock: uint40(block.number),
            resultMark: resultMark
        });
    }

    /// @dev The only gate: finds the job of the terms that are the first argument of the call, and reverts unless it is
    /// in the state that the call needs.
    function _load(JobState needed) private view returns (bytes32 jobId, Job memory job) {
        jobId = _jobIdOfCall();
        job = _jobs[jobId];
        require(job.state == needed, JobEscrow_UnexpectedState(jobId, job.state, 1 << uint8(needed)));
    }

    /// @dev Reverts unless the caller may act for the provider.
    function _requireOperator(bytes32 jobId, address provider) private view {
        require(_REGISTRY.canOperate(provider, msg.sender), JobEscrow_NotOperator(jobId, msg.sender));
    }

    /// @dev Reverts once a window has closed. Its last second belongs to it.
    function _requireNotAfter(bytes32 jobId, uint40 lastAt) private view {
        uint40 nowAt = uint40(block.timestamp);
        require(nowAt <= lastAt, JobEscrow_TooLate(jobId, nowAt, lastAt));
    }

    /// @dev Reverts until a window has closed. Its last second belongs to it.
    function _requireAfter(bytes32 jobId, uint40 lastAt) private view {
        uint40 nowAt = uint40(block.timestamp);
        require(nowAt > lastAt, JobEscrow_TooEarly(jobId, nowAt, lastAt));
    }

    /// @dev The hash of the terms that are the first argument of the call. All fields are static, so calldata holds
    /// their ABI encoding already; dirty upper bits give another hash, which no job has.
    function _jobIdOfCall() private pure returns (bytes32) {
        return keccak256(msg.data[4:TERMS_CALLDATA_END]);
    }
}
