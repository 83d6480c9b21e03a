// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {Holding} from "../stores/FallWatch.sol";
import {StakeChange} from "../stores/LockBook.sol";
import {GhostJob, Window} from "../stores/MarketBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {JobSteps} from "./JobSteps.sol";

/// @title BatchHandler
/// @notice Lists of jobs that are ready, not ready, in any other state, named twice, or do not exist: those that are
/// ready end, the others stay as they are.
contract BatchHandler is JobSteps {
    /// @dev By number, so that a job that stands in the list twice is noted once.
    mapping(uint256 list => mapping(uint256 jobId => bool)) private _ended;
    uint256 private _lists;

    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            string.concat(ACTIONS, REQUEST_ACTIONS, JOB_ACTIONS, " job.settleMany job.expireMany"),
            string.concat(
                STATES,
                REQUEST_STATES,
                JOB_STATES,
                " batch.settled batch.expired batch.several batch.none batch.skipped batch.twice"
            )
        )
    {}

    function settleMany(uint256 seed) external move {
        (bool found, , GhostJob memory job) = _submitted(Window.ANY, seed);
        if (!found) return;
        if (_random(seed, "another") % 2 == 0) {
            (, uint256 jobId, GhostJob memory another) = _active(Window.DELIVERABLE, _random(seed, "job seed"));
            if (another.marketId != 0) _submit(jobId, another, seed);
        }
        uint256 latest = job.reviewUntil + (_random(seed, "late") % 1_800);
        if (_random(seed, "ready") % 4 != 0 && block.timestamp <= latest) vm.warp(latest + 1);
        _endMany(JobState.SUBMITTED, seed);
    }

    function expireMany(uint256 seed) external move {
        (bool found, , GhostJob memory job) = _active(Window.ANY, seed);
        if (!found) return;
        if (_random(seed, "another") % 2 == 0) _openAny(_random(seed, "job seed"));
        uint256 latest = job.deliverUntil + (_random(seed, "late") % 4_800);
        if (_random(seed, "ready") % 4 != 0 && block.timestamp <= latest) vm.warp(latest + 1);
        _endMany(JobState.ACTIVE, seed);
    }

    function _endMany(JobState from, uint256 seed) private {
        uint256[] memory ids = new uint256[](1 + (_random(seed, "size") % 5));
        JobTerms[] memory list = new JobTerms[](ids.length);
        for (uint256 i; i < ids.length; ++i) {
            (, ids[i]) = store.findJob(from, Window.ANY, _random(seed, "job") + i);
            if (i % 3 == 2) ids[i] = _random(seed, "other") % store.jobCount();
            list[i] = store.jobOf(ids[i]).terms;
        }
        // One that no job has, at the end.
        if (ids.length == 5) list[4].fill += 1_000;
        JobState to = from == JobState.ACTIVE ? JobState.EXPIRED : JobState.COMPLETED;
        uint256 ready = _coverReady(from, to, ids);
        bytes memory call =
            from == JobState.ACTIVE
                ? abi.encodeCall(IJobEscrow.expireMany, (list))
                : abi.encodeCall(IJobEscrow.settleMany, (list));
        bytes32 action = from == JobState.ACTIVE ? bytes32("job.expireMany") : bytes32("job.settleMany");
        (bool succeeded, bytes memory result) = _act(action, _person(_random(seed, "by")), address(escrow), call);
        if (!succeeded) return;
        if (abi.decode(result, (uint256)) != ready) store.breach(5, "a list ended other jobs than were ready");
        _noteReady(from, to, ids);
        if (ready > 1) store.reach("batch.several");
        if (ready == 0) store.reach("batch.none");
        else store.reach(from == JobState.ACTIVE ? bytes32("batch.expired") : bytes32("batch.settled"));
        if (ready != 0 && ready < ids.length) store.reach("batch.skipped");
    }

    function _coverReady(JobState from, JobState to, uint256[] memory ids) private returns (uint256 ready) {
        ++_lists;
        for (uint256 i; i < ids.length; ++i) {
            if (!_isReady(from, ids, i)) continue;
            if (_ended[_lists][ids[i]]) {
                store.reach("batch.twice");
                continue;
            }
            _ended[_lists][ids[i]] = true;
            _coverEnd(store.jobOf(ids[i]), to);
            ++ready;
        }
    }

    function _noteReady(JobState from, JobState to, uint256[] memory ids) private {
        for (uint256 i; i < ids.length; ++i) {
            if (!_isReady(from, ids, i)) continue;
            GhostJob memory job = store.jobOf(ids[i]);
            uint256 slashed = to == JobState.EXPIRED ? job.terms.collateral : 0;
            // What each contributed cannot be told from outside; invariants 3 and 4 compare the sums.
            store.noteUnlocked(
                job.lockId,
                StakeChange(job.terms.collateral, slashed, slashed / 2, slashed - slashed / 2)
            );
            store.noteEnded(ids[i], to);
            if (to == JobState.EXPIRED || !_isContract(job.terms.payout)) continue;
            store.noteDonatedClaim(job.terms.payout, job.terms.token, job.price);
        }
    }

    function _isReady(JobState from, uint256[] memory ids, uint256 place) private view returns (bool) {
        if (place == 4) return false;
        GhostJob memory job = store.jobOf(ids[place]);
        if (job.state != from) return false;
        return block.timestamp > (from == JobState.ACTIVE ? job.deliverUntil : job.reviewUntil);
    }
}
