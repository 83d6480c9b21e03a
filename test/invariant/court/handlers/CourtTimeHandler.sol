// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {vm} from "../../../utils/Vm.sol";
import {CourtStore} from "../CourtStore.sol";
import {CourtWorld} from "../CourtWorld.sol";
import {CourtHandler} from "./CourtHandler.sol";

/// @title CourtTimeHandler
/// @notice Time and blocks move: a little, to the last second of a case's stage, or just past it; or so many blocks that
/// a seed is forgotten.
contract CourtTimeHandler is CourtHandler {
    constructor(
        CourtStore store,
        CourtWorld world
    ) CourtHandler(store, world, "", "court.time.lastSecond court.time.secondAfter") {}

    function passTime(uint256 seed) external move {
        _passTo(block.timestamp + (seed % 200));
    }

    function passStage(uint256 seed) external move {
        uint256 count = store.matterCount();
        for (uint256 i; i < count; ++i) {
            uint256 until = store.stageUntil(((_random(seed, "case") % count) + i) % count);
            if (until == 0) continue;
            _passTo(until + (seed % 2));
            return store.reach(seed % 2 == 0 ? bytes32("court.time.lastSecond") : bytes32("court.time.secondAfter"));
        }
    }

    function rollBlocks(uint256 seed) external move {
        vm.roll(block.number + (seed % 8 == 0 ? 300 : 1 + (seed % 6)));
    }
}
