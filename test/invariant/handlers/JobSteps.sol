// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobDisputes} from "../../../contracts/interfaces/IJobDisputes.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {CaseState} from "../../../contracts/types/Attestation.sol";
import {JobState} from "../../../contracts/types/Job.sol";
import {Mood} from "../mocks/MoodyAdjudicator.sol";
import {Holding} from "../stores/FallWatch.sol";
import {StakeChange} from "../stores/LockBook.sol";
import {GhostJob, Window} from "../stores/MarketBook.sol";
import {RequestSteps} from "./RequestSteps.sol";

/// @title JobSteps
/// @notice How a job comes from state to state, and what the books say then. Where no job stands in the state that a
/// move needs, one is brought there first.
abstract contract JobSteps is RequestSteps {
    string internal constant JOB_ACTIONS = " job.submit job.dispute job.openCase";
    string internal constant JOB_STATES =
        " job.SUBMITTED job.DISPUTED case.ofHonest case.ofHostile slash.byMarket job.paysAContract dispute.free";

    function _submit(uint256 jobId, GhostJob memory job, uint256 seed) internal returns (bool succeeded) {
        (succeeded, ) = _act(
            "job.submit",
            _operatorOfJob(job, seed),
            address(escrow),
            abi.encodeCall(IJobEscrow.submit, (job.terms, keccak256("result"), keccak256("result root")))
        );
        if (!succeeded) return false;
        store.noteSubmitted(jobId);
        store.reach("job.SUBMITTED");
    }

    function _dispute(uint256 jobId, GhostJob memory job) internal returns (bool succeeded) {
        _fillClaim(job.terms.token, job.terms.client, job.terms.disputeFee);
        _allowMarket(job.terms.client, job.terms.token);
        store.cover(Holding.CLAIM, job.terms.client, job.terms.token, job.terms.disputeFee);
        bytes memory call = abi.encodeCall(IJobDisputes.dispute, (job.terms));
        (succeeded, ) = _act("job.dispute", job.terms.client, address(escrow), call);
        if (!succeeded) return false;
        store.noteDisputed(jobId);
        store.reach("job.DISPUTED");
        if (job.terms.disputeFee == 0) store.reach("dispute.free");
    }

    /// @dev Hands a case over to an adjudicator that takes it.
    function _openCase(uint256 jobId, GhostJob memory job, uint256 seed) internal returns (bool succeeded) {
        bool honest = job.terms.adjudicator == address(attested);
        store.cover(Holding.CLAIM, address(escrow), job.terms.token, job.terms.disputeFee);
        bytes memory call = abi.encodeCall(IJobDisputes.openCase, (job.terms));
        (succeeded, ) = _act("job.openCase", _person(_random(seed, "by")), address(escrow), call);
        if (!succeeded) return false;
        store.noteCaseOpened(jobId, honest);
        store.reach(honest ? bytes32("case.ofHonest") : bytes32("case.ofHostile"));
    }

    /// @dev Ends a job: only the market's claim may fall, by the price and a fee that it holds; and stake, where
    /// collateral is slashed.
    function _end(
        bytes32 action,
        address by,
        uint256 jobId,
        GhostJob memory job,
        JobState state,
        bytes memory call
    ) internal returns (bool succeeded) {
        StakeChange memory before = _stakeReading(job.terms.provider, address(escrow));
        _coverEnd(job, state);
        (succeeded, ) = _act(action, by, address(escrow), call);
        if (succeeded) _noteEnd(jobId, job, state, before);
    }

    function _coverEnd(GhostJob memory job, JobState state) internal {
        uint256 fee = job.state == JobState.DISPUTED && !job.caseOpen ? job.terms.disputeFee : 0;
        store.cover(Holding.CLAIM, address(escrow), job.terms.token, job.price + fee);
        if (!_isSlashed(state)) return;
        store.cover(Holding.STAKE, job.terms.provider, address(0), job.terms.collateral);
    }

    function _noteEnd(uint256 jobId, GhostJob memory job, JobState state, StakeChange memory before) internal {
        StakeChange memory change = _changeSince(before, job.terms.provider, address(escrow));
        if (!_isSlashed(state) && change.stakeFall != 0) store.breach(4, "a slash where there is none");
        store.noteUnlocked(job.lockId, change);
        store.noteEnded(jobId, state);
        if (change.stakeFall != 0) store.reach("slash.byMarket");
        _notePayees(job, state);
        if (!job.docketOpen) return;
        if (attested.docketOf(address(escrow), job.marketId).state == CaseState.OPEN) return;
        store.breach(5, "a case ended with its job, without a ruling");
    }

    /// @dev Brings a job to a state, if none is there.
    function _active(Window window, uint256 seed) internal returns (bool found, uint256 jobId, GhostJob memory job) {
        (found, jobId) = store.findJob(JobState.ACTIVE, window, _random(seed, "job"));
        if (!found) {
            found = _openAny(seed);
            if (found) jobId = store.jobCount() - 1;
        }
        if (found) job = store.jobOf(jobId);
    }

    function _submitted(Window window, uint256 seed) internal returns (bool found, uint256 jobId, GhostJob memory job) {
        (found, jobId) = store.findJob(JobState.SUBMITTED, window, _random(seed, "job"));
        if (!found) {
            (found, jobId, job) = _active(Window.DELIVERABLE, seed);
            if (found) found = _submit(jobId, job, seed);
        }
        if (found) job = store.jobOf(jobId);
    }

    function _disputed(Window window, uint256 seed) internal returns (bool found, uint256 jobId, GhostJob memory job) {
        (found, jobId) = store.findJob(JobState.DISPUTED, window, _random(seed, "job"));
        if (!found) {
            (found, jobId, job) = _submitted(Window.DISPUTABLE, seed);
            if (found) found = _dispute(jobId, job);
        }
        if (found) job = store.jobOf(jobId);
    }

    /// @dev A dispute whose case is open, if an adjudicator can take it.
    function _withCase(uint256 seed) internal returns (bool found, uint256 jobId, GhostJob memory job) {
        (found, jobId) = store.findJob(JobState.DISPUTED, Window.CASE_OPEN, _random(seed, "job"));
        if (!found) {
            (found, jobId, job) = _disputed(Window.CASE_TO_OPEN, seed);
            if (!found || job.terms.adjudicator.code.length == 0) return (false, 0, job);
            world.hostileAdjudicator().setMood(Mood.SILENT);
            found = _openCase(jobId, job, seed);
        }
        if (found) job = store.jobOf(jobId);
    }

    /// @dev A dispute, with its case open or not.
    function _anyDispute(Window window, uint256 seed) internal returns (bool, uint256, GhostJob memory) {
        return _random(seed, "with case") % 2 == 0 ? _disputed(window, seed) : _withCase(seed);
    }

    function _operatorOfJob(GhostJob memory job, uint256 seed) internal view returns (address) {
        return _operatorOf(job.terms.provider, _random(seed, "operator"));
    }

    function _isSlashed(JobState state) private pure returns (bool) {
        return state == JobState.EXPIRED || state == JobState.REFUNDED;
    }

    /// @dev What goes to one of our contracts is a donation to it.
    function _notePayees(GhostJob memory job, JobState state) private {
        uint256 paid;
        if (state == JobState.COMPLETED) paid = job.price;
        if (state == JobState.SPLIT) paid = (job.price * job.terms.noRulingBps) / 10_000;
        if (paid == 0 || !_isContract(job.terms.payout)) return;
        store.noteDonatedClaim(job.terms.payout, job.terms.token, paid);
        store.reach("job.paysAContract");
    }
}
