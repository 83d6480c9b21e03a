// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {vm} from "../utils/Vm.sol";
import {Ends} from "./Ends.sol";
import {Stage} from "./Stage.sol";
import {Watch} from "./stores/FallWatch.sol";

/// @title InvariantEndsTest
/// @notice Invariant 6 of README.md, which plays out the future of one state in so many.
contract InvariantEndsTest is Stage {
    uint256 private constant ONE_IN = 8;

    Ends private _ends;

    function setUp() public {
        _set(Watch.NOTHING);
        _ends = Ends(deploy("Ends", abi.encode(_store, _world)));
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_6_EverythingEnds() external {
        _store.requireUnbroken(6);
        if (_store.moves() % ONE_IN != 0) return;
        uint256 snapshot = vm.snapshotState();
        _ends.run();
        require(vm.revertToState(snapshot), "6: back in time");
    }

    /// @notice The state in which a run stops is played out too, and counted.
    function _beforeReport() internal override {
        _ends.run();
        _store.reach("end.everything");
    }
}
