// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {JobState} from "../../../contracts/types/Job.sol";
import {vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {GhostJob, Window} from "../stores/MarketBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {JobSteps} from "./JobSteps.sol";

/// @title JobHandler
/// @notice Every transition of a job, by whoever may make it, at a time when it may be made. Where no job stands in the
/// state that a move needs, one is brought there first.
contract JobHandler is JobSteps {
    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            string.concat(
                ACTIONS,
                REQUEST_ACTIONS,
                JOB_ACTIONS,
                " job.decline job.accept job.settle job.expire job.forfeit job.cancel"
            ),
            string.concat(
                STATES,
                REQUEST_STATES,
                JOB_STATES,
                " job.COMPLETED.accepted job.COMPLETED.settled job.DECLINED job.EXPIRED.late job.EXPIRED.forfeited "
                "job.CANCELED cancel.byContract"
            )
        )
    {}

    function decline(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _active(Window.DECLINABLE, seed);
        if (!found) return;
        bytes memory call = abi.encodeCall(IJobEscrow.decline, (job.terms, "inputs cannot be fetched"));
        if (_end("job.decline", _operatorOfJob(job, seed), jobId, job, JobState.DECLINED, call)) {
            store.reach("job.DECLINED");
        }
    }

    function submit(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _active(Window.DELIVERABLE, seed);
        if (found) _submit(jobId, job, seed);
    }

    function accept(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _submitted(Window.ANY, seed);
        if (!found) return;
        bytes memory call = abi.encodeCall(IJobEscrow.accept, (job.terms));
        if (_end("job.accept", job.terms.client, jobId, job, JobState.COMPLETED, call)) {
            store.reach("job.COMPLETED.accepted");
        }
    }

    function settle(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _submitted(Window.ANY, seed);
        if (!found) return;
        if (block.timestamp <= job.reviewUntil) vm.warp(job.reviewUntil + 1 + (_random(seed, "late") % 60));
        bytes memory call = abi.encodeCall(IJobEscrow.settle, (job.terms));
        if (_end("job.settle", _person(_random(seed, "by")), jobId, job, JobState.COMPLETED, call)) {
            store.reach("job.COMPLETED.settled");
        }
    }

    function expire(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _active(Window.ANY, seed);
        if (!found) return;
        if (block.timestamp <= job.deliverUntil) vm.warp(job.deliverUntil + 1 + (_random(seed, "late") % 60));
        bytes memory call = abi.encodeCall(IJobEscrow.expire, (job.terms));
        if (_end("job.expire", _person(_random(seed, "by")), jobId, job, JobState.EXPIRED, call)) {
            store.reach("job.EXPIRED.late");
        }
    }

    function forfeit(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _active(Window.DELIVERABLE, seed);
        if (!found) return;
        bytes memory call = abi.encodeCall(IJobEscrow.forfeit, (job.terms));
        if (_end("job.forfeit", _operatorOfJob(job, seed), jobId, job, JobState.EXPIRED, call)) {
            store.reach("job.EXPIRED.forfeited");
        }
    }

    /// @notice Both sides end a job, up to the last second of the client's word.
    function cancel(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _active(Window.ANY, seed);
        if (!found) return;
        uint40 expiresAt = uint40(block.timestamp + (_random(seed, "expiry") % 2));
        bytes memory signature = world.sign(job.terms.client, _cancelDigest(job.marketId, expiresAt));
        bytes memory call = abi.encodeCall(IJobEscrow.cancel, (job.terms, expiresAt, signature));
        if (!_end("job.cancel", _operatorOfJob(job, seed), jobId, job, JobState.CANCELED, call)) return;
        store.reach("job.CANCELED");
        if (job.terms.client == world.wallet()) store.reach("cancel.byContract");
    }
}
