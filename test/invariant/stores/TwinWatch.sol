// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm, vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {Breaches} from "./Breaches.sol";
import {Twin} from "./Twin.sol";

/// @title TwinWatch
/// @notice Hands every event to the twin, and compares. Events of a call that was taken back are dropped.
abstract contract TwinWatch is Breaches {
    Twin private immutable _TWIN;

    constructor(World world, bool watching) {
        if (watching) _TWIN = new Twin(world);
    }

    /// @notice Books what was recorded since the last time.
    function bookEvents() public {
        if (address(_TWIN) != address(0)) _TWIN.book(vm.getRecordedLogs());
    }

    /// @notice Forgets what was recorded since the last time.
    function dropEvents() external {
        if (address(_TWIN) != address(0)) vm.getRecordedLogs();
    }

    /// @notice Records from now on.
    function recordEvents() external {
        if (address(_TWIN) != address(0)) vm.recordLogs();
    }

    function _compareTwin() internal {
        if (address(_TWIN) == address(0)) return;
        bookEvents();
        string memory difference = _TWIN.difference();
        if (bytes(difference).length != 0) breach(8, difference);
    }
}
