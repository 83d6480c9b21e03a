// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {IAdjudicator} from "../interfaces/IAdjudicator.sol";
import {IJobDisputes} from "../interfaces/IJobDisputes.sol";
import {JobMath} from "../libraries/JobMath.sol";
import {Case, Ruling} from "../types/Case.sol";
import {Job, JobState, JobTerms} from "../types/Job.sol";
import {JobLedger} from "./JobLedger.sol";

/// @title JobDisputes
/// @notice See {IJobDisputes}.
/// @dev The adjudicator is anybody's contract. It is called last, after every effect, and where its failure must not
/// matter, with a bound on gas and without its answer.
abstract contract JobDisputes is JobLedger {
    using JobMath for JobTerms;

    /// @dev What an adjudicator may spend on learning that a case is over.
    uint256 private constant CLOSE_CASE_GAS = 300_000;
    /// @dev A call passes on 63 of 64 parts of the gas that is left; the rest pays for the call itself.
    uint256 private constant CLOSE_CASE_GAS_NEEDED = (CLOSE_CASE_GAS * 64) / 63 + 10_000;

    /// @inheritdoc IJobDisputes
    function dispute(JobTerms calldata terms) external {
        // Check: the client, in time.
        (bytes32 jobId, Job memory job) = _load(terms, JobState.SUBMITTED);
        _requireClient(jobId, terms.client);
        _requireNotAfter(jobId, terms.reviewUntil(job.steppedAt));

        // Effect: the adjudicator has the turn.
        _step(jobId, JobState.DISPUTED, job.resultMark);
        emit JobDisputed(
            jobId,
            terms.provider,
            terms.client,
            terms.adjudicator,
            terms.disputeFee,
            terms.rulingUntil(uint40(block.timestamp)),
            job.steppedBlock
        );

        // Interaction: the fee waits here.
        _collect(terms.client, terms.token, terms.disputeFee);
    }

    /// @inheritdoc IJobDisputes
    function openCase(JobTerms calldata terms) external {
        // Check: once, in time, and there is somebody.
        (bytes32 jobId, Job memory job) = _load(terms, JobState.DISPUTED);
        uint40 rulingUntil = terms.rulingUntil(job.steppedAt);
        _requireNotAfter(jobId, rulingUntil);
        require(!job.caseOpened, JobDisputes_CaseOpen(jobId));
        require(terms.adjudicator != address(0), JobDisputes_NoAdjudicator(jobId));

        // Effect: the fee is the adjudicator's.
        emit JobCaseOpened(jobId, terms.adjudicator, terms.disputeFee, job.steppedBlock);
        _noteCaseOpened(jobId, job);

        // Interaction: a revert takes all of it back.
        _pay(terms.adjudicator, terms.token, terms.disputeFee);
        IAdjudicator(terms.adjudicator).openCase(
            Case({
                caseId: jobId,
                provider: terms.provider,
                client: terms.client,
                token: terms.token,
                fee: terms.disputeFee,
                rulingUntil: rulingUntil,
                runLimitSeconds: terms.runLimitSeconds,
                specDigest: terms.specDigest,
                resultMark: job.resultMark
            })
        );
    }

    /// @inheritdoc IJobDisputes
    function concede(JobTerms calldata terms) external {
        // Check: the client, in time.
        (bytes32 jobId, Job memory job) = _load(terms, JobState.DISPUTED);
        _requireClient(jobId, terms.client);
        _requireNotAfter(jobId, terms.rulingUntil(job.steppedAt));

        // Effect and interaction: as if the client had accepted.
        _step(jobId, JobState.COMPLETED, job.resultMark);
        emit JobConceded(jobId, terms.provider, terms.price(), _feeHeld(terms, job), job.steppedBlock);
        _end(terms, 0, terms.payout);
        _returnFee(terms, job);
        if (job.caseOpened) _closeCase(jobId, terms.adjudicator);
    }

    /// @inheritdoc IJobDisputes
    function applyRuling(JobTerms calldata terms) external {
        // Check: in time, and there is an answer.
        (bytes32 jobId, Job memory job) = _load(terms, JobState.DISPUTED);
        _requireNotAfter(jobId, terms.rulingUntil(job.steppedAt));
        bool providerRight = _readRuling(jobId, terms.adjudicator) == Ruling.PROVIDER_RIGHT;
        uint128 slashed = providerRight ? 0 : terms.collateral;

        // Effect, then interaction: the market computes who gets what.
        _step(jobId, providerRight ? JobState.COMPLETED : JobState.REFUNDED, job.resultMark);
        emit JobRuled(
            jobId,
            terms.provider,
            terms.client,
            providerRight,
            terms.price(),
            slashed,
            _feeHeld(terms, job),
            job.steppedBlock
        );
        _end(terms, slashed, providerRight ? terms.payout : terms.client);
        _returnFee(terms, job);
    }

    /// @inheritdoc IJobDisputes
    function noRuling(JobTerms calldata terms) external {
        // Check: nobody answered in time.
        (bytes32 jobId, Job memory job) = _load(terms, JobState.DISPUTED);
        _requireAfter(jobId, terms.rulingUntil(job.steppedAt));

        // Effect: what rounding leaves is the client's.
        uint256 providerPart = terms.providerPartDown();
        uint256 clientPart = terms.price() - providerPart;
        _step(jobId, JobState.SPLIT, job.resultMark);
        emit JobSplit(
            jobId,
            terms.provider,
            terms.client,
            providerPart,
            clientPart,
            _feeHeld(terms, job),
            job.steppedBlock
        );

        // Interaction: nobody is slashed.
        _freeSlot(terms.orderHash, false);
        _returnCollateral(terms, 0);
        _pay(terms.payout, terms.token, providerPart);
        _pay(terms.client, terms.token, clientPart);
        _returnFee(terms, job);
    }

    /// @dev Gives the client back a fee that no adjudicator took.
    function _returnFee(JobTerms calldata terms, Job memory job) private {
        uint256 fee = _feeHeld(terms, job);
        if (fee != 0) _pay(terms.client, terms.token, fee);
    }

    /// @dev Tells the adjudicator that its case is over, whatever it makes of that. The gas is there for certain, or an
    /// estimate would settle for a call in which the adjudicator fails.
    function _closeCase(bytes32 jobId, address adjudicator) private {
        if (adjudicator.code.length == 0) return;
        require(gasleft() >= CLOSE_CASE_GAS_NEEDED, JobDisputes_TooLittleGas(jobId, gasleft(), CLOSE_CASE_GAS_NEEDED));
        try IAdjudicator(adjudicator).closeCase{gas: CLOSE_CASE_GAS}(jobId) {} catch {}
    }

    /// @dev Reads one word, and reverts unless it is one of the two answers.
    function _readRuling(bytes32 jobId, address adjudicator) private view returns (Ruling) {
        (bool succeeded, bytes32 word, ) = LowLevelCall.staticcallReturn64Bytes(
            adjudicator,
            abi.encodeCall(IAdjudicator.rulingOf, (address(this), jobId))
        );
        bool isAnswer =
            word == bytes32(uint256(Ruling.PROVIDER_RIGHT)) || word == bytes32(uint256(Ruling.PROVIDER_WRONG));
        require(succeeded && LowLevelCall.returnDataSize() >= 32 && isAnswer, JobDisputes_NoRuling(jobId, adjudicator));
        return Ruling(uint8(uint256(word)));
    }

    /// @dev What the market still holds of the dispute fee.
    function _feeHeld(JobTerms calldata terms, Job memory job) private pure returns (uint256) {
        return job.caseOpened ? 0 : terms.disputeFee;
    }
}
