// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../interfaces/IJobEscrow.sol";
import {IProviderStaking} from "../interfaces/IProviderStaking.sol";
import {JobMath} from "../libraries/JobMath.sol";
import {JobSlot} from "../libraries/JobSlot.sol";
import {Job, JobState, JobTerms} from "../types/Job.sol";
import {OrderBook} from "./OrderBook.sol";
import {VaultHolder} from "./VaultHolder.sol";

/// @title JobLedger
/// @notice One slot a job: how it is opened, found, stepped and ended. Every step of {IJobEscrow} is made of these.
abstract contract JobLedger is IJobEscrow, OrderBook, VaultHolder {
    using JobMath for JobTerms;

    /// @inheritdoc IJobEscrow
    IProviderStaking public immutable staking;

    mapping(bytes32 jobId => uint256 slot) private _jobs;

    constructor(IProviderStaking providerStaking) {
        staking = providerStaking;
    }

    /// @inheritdoc IJobEscrow
    function jobOf(bytes32 jobId) external view returns (Job memory) {
        return JobSlot.unpack(_jobs[jobId]);
    }

    /// @inheritdoc IJobEscrow
    function jobIdOf(JobTerms calldata terms) external pure returns (bytes32 jobId) {
        return terms.idOf();
    }

    /// @dev Opens a job: its slot, its event, the collateral and the price.
    function _open(JobTerms memory terms, bytes32 specRoot, bytes32 tag) internal returns (bytes32 jobId) {
        // Effect: the number in the terms makes this slot a fresh one.
        jobId = terms.idOfNew();
        _step(jobId, JobState.ACTIVE, 0);
        emit JobOpened(jobId, terms.provider, terms.client, terms, specRoot);
        if (tag != 0) emit JobTagged(tag, jobId);

        // Interaction: both sides put down what they promised.
        staking.lock(terms.provider, terms.collateral);
        _collect(terms.client, terms.token, uint256(terms.ratePerSecond) * terms.runLimitSeconds);
    }

    /// @dev Pays the provider, after the review or because the client said so.
    function _complete(JobTerms calldata terms, bytes32 jobId, Job memory job, bool accepted) internal {
        _step(jobId, JobState.COMPLETED, job.resultMark);
        emit JobCompleted(jobId, terms.provider, terms.price(), accepted, job.steppedBlock);
        _end(terms, 0, terms.payout);
    }

    /// @dev Refunds the client and slashes the provider, who did not deliver.
    function _expire(JobTerms calldata terms, bytes32 jobId, Job memory job, uint128 slashed, bool forfeited) internal {
        _step(jobId, JobState.EXPIRED, job.resultMark);
        emit JobExpired(jobId, terms.provider, terms.client, terms.price(), slashed, forfeited, job.steppedBlock);
        _end(terms, slashed, terms.client);
    }

    /// @dev Ends a job whose price goes to one side.
    /// @param slashed The part of the collateral that the provider loses.
    /// @param payee Whose claim rises by the price.
    function _end(JobTerms calldata terms, uint128 slashed, address payee) internal {
        _freeSlot(terms.orderHash, false);
        _returnCollateral(terms, slashed);
        _pay(payee, terms.token, terms.price());
    }

    /// @dev Releases the collateral; but what is slashed: half of that, rounded down, for the client, the rest burned.
    function _returnCollateral(JobTerms calldata terms, uint128 slashed) internal {
        if (slashed < terms.collateral) staking.release(terms.provider, terms.collateral - slashed);
        if (slashed == 0) return;
        address[] memory recipients = new address[](1);
        uint128[] memory amounts = new uint128[](1);
        recipients[0] = terms.client;
        amounts[0] = slashed / 2;
        staking.slash(terms.provider, slashed, recipients, amounts);
    }

    /// @dev Writes a job's slot. Every step that has a clock goes through here.
    function _step(bytes32 jobId, JobState state, bytes20 resultMark) internal {
        _jobs[jobId] = JobSlot.pack(
            Job({
                state: state,
                caseOpened: false,
                steppedAt: uint40(block.timestamp),
                steppedBlock: uint40(block.number),
                resultMark: resultMark
            })
        );
    }

    /// @dev Notes that the adjudicator has the case. The clock of the dispute goes on.
    function _noteCaseOpened(bytes32 jobId, Job memory job) internal {
        job.caseOpened = true;
        job.steppedBlock = uint40(block.number);
        _jobs[jobId] = JobSlot.pack(job);
    }

    /// @dev The only gate: finds the job of the terms, and reverts unless it is in the state that the call needs.
    function _load(JobTerms calldata terms, JobState needed) internal view returns (bytes32 jobId, Job memory job) {
        (jobId, job) = _find(terms);
        require(job.state == needed, JobEscrow_UnexpectedState(jobId, job.state, 1 << uint8(needed)));
    }

    /// @dev Finds the job of the terms, in whatever state.
    function _find(JobTerms calldata terms) internal view returns (bytes32 jobId, Job memory job) {
        jobId = terms.idOf();
        job = JobSlot.unpack(_jobs[jobId]);
    }

    /// @dev Reverts unless the caller is the job's client.
    function _requireClient(bytes32 jobId, address client) internal view {
        require(msg.sender == client, JobEscrow_NotClient(jobId, msg.sender));
    }

    /// @dev Reverts unless the caller may act for the provider.
    function _requireOperator(bytes32 jobId, address provider) internal view {
        require(registry.canOperate(provider, msg.sender), JobEscrow_NotOperator(jobId, msg.sender));
    }

    /// @dev Reverts once a window has closed. Its last second belongs to it.
    function _requireNotAfter(bytes32 jobId, uint40 lastAt) internal view {
        uint40 nowAt = uint40(block.timestamp);
        require(nowAt <= lastAt, JobEscrow_TooLate(jobId, nowAt, lastAt));
    }

    /// @dev Reverts until a window has closed. Its last second belongs to it.
    function _requireAfter(bytes32 jobId, uint40 lastAt) internal view {
        uint40 nowAt = uint40(block.timestamp);
        require(nowAt > lastAt, JobEscrow_TooEarly(jobId, nowAt, lastAt));
    }
}
