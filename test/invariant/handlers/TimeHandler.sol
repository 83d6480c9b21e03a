// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobState} from "../../../contracts/types/Job.sol";
import {vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {GhostJob, Window} from "../stores/MarketBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";

/// @title TimeHandler
/// @notice Time and blocks move: a little, or just to the last second of a job's window, or just past it. Time alone
/// lowers nothing of anybody's, which the watch checks too.
contract TimeHandler is Handler {
    constructor(Store store, World world) Handler(store, world, "", "time.lastSecond time.secondAfter") {}

    function passTime(uint256 seed) external move {
        _passTo(block.timestamp + (seed % 900));
    }

    function passWindow(uint256 seed) external move {
        JobState state = _random(seed, "state") % 2 == 0 ? JobState.ACTIVE : JobState.SUBMITTED;
        (bool found, uint256 jobId) = store.findJob(state, Window.ANY, _random(seed, "job"));
        if (!found) {
            state = state == JobState.ACTIVE ? JobState.SUBMITTED : JobState.ACTIVE;
            (found, jobId) = store.findJob(state, Window.ANY, _random(seed, "job"));
        }
        if (!found) return;
        GhostJob memory job = store.jobOf(jobId);
        uint256 lastAt = job.reviewUntil;
        if (state == JobState.ACTIVE) {
            lastAt = _random(seed, "window") % 2 == 0 ? job.declineUntil : job.deliverUntil;
        }
        if (lastAt < block.timestamp) return;
        bool past = _random(seed, "past") % 2 == 0;
        _passTo(past ? lastAt + 1 : lastAt);
        store.reach(past ? bytes32("time.secondAfter") : bytes32("time.lastSecond"));
    }

    function _passTo(uint256 timestamp) private {
        vm.roll(block.number + 1 + (timestamp - block.timestamp) / 12);
        vm.warp(timestamp);
    }
}
