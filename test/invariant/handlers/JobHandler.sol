// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {JobState} from "../../../contracts/types/Job.sol";
import {vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {Holding} from "../stores/FallWatch.sol";
import {StakeChange} from "../stores/LockBook.sol";
import {GhostJob, Window} from "../stores/MarketBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {MarketHandler} from "./MarketHandler.sol";

/// @title JobHandler
/// @notice Every transition of a job, by whoever may make it, at a time when it may be made. Where no job stands in the
/// state that a move needs, one is brought there first.
contract JobHandler is MarketHandler {
    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            string.concat(ACTIONS, " job.decline job.submit job.accept job.settle job.expire job.forfeit"),
            string.concat(
                STATES,
                " job.SUBMITTED job.COMPLETED.accepted job.COMPLETED.settled job.DECLINED job.EXPIRED.late "
                "job.EXPIRED.forfeited job.paysTheMarket slash.byMarket"
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
        (bool found, uint256 jobId, GhostJob memory job) = _submitted(seed);
        if (!found) return;
        bytes memory call = abi.encodeCall(IJobEscrow.accept, (job.terms));
        if (_end("job.accept", job.terms.client, jobId, job, JobState.COMPLETED, call)) {
            store.reach("job.COMPLETED.accepted");
        }
    }

    function settle(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _submitted(seed);
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

    function _submit(uint256 jobId, GhostJob memory job, uint256 seed) private returns (bool succeeded) {
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

    /// @dev Ends a job: only the market's claim may fall, by the price; and stake, where the job expires.
    function _end(
        bytes32 action,
        address by,
        uint256 jobId,
        GhostJob memory job,
        JobState state,
        bytes memory call
    ) private returns (bool succeeded) {
        address id = job.terms.provider;
        StakeChange memory before = _stakeReading(id, address(escrow));
        store.cover(Holding.CLAIM, address(escrow), job.terms.token, job.price);
        if (state == JobState.EXPIRED) store.cover(Holding.STAKE, id, address(0), job.terms.collateral);
        (succeeded, ) = _act(action, by, address(escrow), call);
        if (!succeeded) return false;
        StakeChange memory change = _changeSince(before, id, address(escrow));
        store.noteUnlocked(job.lockId, change);
        store.noteEnded(jobId, state);
        if (change.stakeFall != 0) store.reach("slash.byMarket");
        _notePayee(job, state);
    }

    /// @dev A price that goes to one of our contracts is a donation to it.
    function _notePayee(GhostJob memory job, JobState state) private {
        address payee = state == JobState.COMPLETED ? job.terms.payout : job.terms.client;
        if (!_isContract(payee)) return;
        store.noteDonatedClaim(payee, job.terms.token, job.price);
        if (payee == address(escrow)) store.reach("job.paysTheMarket");
    }

    function _active(Window window, uint256 seed) private returns (bool found, uint256 jobId, GhostJob memory job) {
        (found, jobId) = store.findJob(JobState.ACTIVE, window, _random(seed, "job"));
        if (!found) {
            found = _open(seed);
            if (found) jobId = store.jobCount() - 1;
        }
        if (found) job = store.jobOf(jobId);
    }

    function _submitted(uint256 seed) private returns (bool found, uint256 jobId, GhostJob memory job) {
        (found, jobId) = store.findJob(JobState.SUBMITTED, Window.ANY, _random(seed, "job"));
        if (!found) {
            (found, jobId, job) = _active(Window.DELIVERABLE, seed);
            if (found) found = _submit(jobId, job, seed);
        }
        if (found) job = store.jobOf(jobId);
    }

    function _operatorOfJob(GhostJob memory job, uint256 seed) private view returns (address) {
        return _operatorOf(job.terms.provider, _random(seed, "operator"));
    }
}
