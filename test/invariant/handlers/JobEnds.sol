// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobDisputes} from "../../../contracts/interfaces/IJobDisputes.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {JobState} from "../../../contracts/types/Job.sol";
import {vm} from "../../utils/Vm.sol";
import {Answer} from "../mocks/MoodyAdjudicator.sol";
import {GhostJob, Window} from "../stores/MarketBook.sol";
import {JobSteps} from "./JobSteps.sol";

/// @title JobEnds
/// @notice Brings a job to each of its final states by the shortest way.
abstract contract JobEnds is JobSteps {
    string internal constant END_ACTIONS = " job.end";

    /// @dev A job that stands in this state, brought there where there is none and it can be done now.
    function _bring(JobState state, uint256 seed) internal returns (bool found, uint256 jobId) {
        (found, jobId) = store.findJob(state, Window.ANY, _random(seed, "job"));
        if (found || state == JobState.NONE) return (found, jobId);
        if (state == JobState.ACTIVE) (found, jobId, ) = _active(Window.ANY, seed);
        else if (state == JobState.SUBMITTED) (found, jobId, ) = _submitted(Window.ANY, seed);
        else if (state == JobState.DISPUTED) (found, jobId, ) = _disputed(Window.ANY, seed);
        else return _endAs(state, seed);
    }

    /// @dev Ends a job in this state, if one can be brought there now.
    function _endAs(JobState state, uint256 seed) internal returns (bool ended, uint256 jobId) {
        GhostJob memory job;
        bool found;
        if (state == JobState.COMPLETED) {
            (found, jobId, job) = _submitted(Window.ANY, seed);
            if (!found) return (false, 0);
            ended = _end(
                "job.end",
                job.terms.client,
                jobId,
                job,
                state,
                abi.encodeCall(IJobEscrow.accept, (job.terms))
            );
        } else if (state == JobState.SPLIT || state == JobState.REFUNDED) {
            (found, jobId, job) = _disputed(Window.RULABLE, seed);
            if (!found) return (false, 0);
            ended = state == JobState.SPLIT ? _split(jobId, job, seed) : _refund(jobId, job, seed);
        } else {
            (found, jobId, job) = _active(Window.DECLINABLE, seed);
            if (!found) return (false, 0);
            ended = _endActive(state, jobId, job, seed);
        }
    }

    function _endActive(JobState state, uint256 jobId, GhostJob memory job, uint256 seed) internal returns (bool) {
        address by = _operatorOfJob(job, seed);
        bytes memory call = abi.encodeCall(IJobEscrow.decline, (job.terms, "no"));
        if (state == JobState.DECLINED) return _end("job.end", by, jobId, job, state, call);
        if (state == JobState.CANCELED) {
            uint40 expiresAt = uint40(block.timestamp);
            bytes memory signature = world.sign(job.terms.client, _cancelDigest(job.marketId, expiresAt));
            call = abi.encodeCall(IJobEscrow.cancel, (job.terms, expiresAt, signature));
            return _end("job.end", by, jobId, job, state, call);
        }
        vm.warp(job.deliverUntil + 1);
        call = abi.encodeCall(IJobEscrow.expire, (job.terms));
        return _end("job.end", _person(seed), jobId, job, JobState.EXPIRED, call);
    }

    function _split(uint256 jobId, GhostJob memory job, uint256 seed) internal returns (bool) {
        if (block.timestamp <= job.rulingUntil) vm.warp(job.rulingUntil + 1);
        bytes memory call = abi.encodeCall(IJobDisputes.noRuling, (job.terms));
        return _end("job.end", _person(seed), jobId, job, JobState.SPLIT, call);
    }

    function _refund(uint256 jobId, GhostJob memory job, uint256 seed) private returns (bool) {
        if (job.terms.adjudicator != address(world.hostileAdjudicator())) return false;
        world.hostileAdjudicator().setAnswer(Answer.WRONG);
        bytes memory call = abi.encodeCall(IJobDisputes.applyRuling, (job.terms));
        return _end("job.end", _person(seed), jobId, job, JobState.REFUNDED, call);
    }
}
