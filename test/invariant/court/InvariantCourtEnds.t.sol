// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {vm} from "../../utils/Vm.sol";
import {CourtEnds} from "./CourtEnds.sol";
import {CourtStage} from "./CourtStage.sol";

/// @notice Invariant 6 of README.md with the court in play, which plays out the future of one state in so many.
contract InvariantCourtEndsTest is CourtStage {
    uint256 private constant ONE_IN = 8;

    CourtEnds private _ends;

    function setUp() public {
        _set(false);
        _ends = CourtEnds(deploy("CourtEnds", abi.encode(_store, _world)));
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_6_EveryCaseEnds() external {
        _store.requireUnbroken(6);
        if (_store.moves() % ONE_IN != 0) return;
        uint256 snapshot = vm.snapshotState();
        _ends.run();
        require(vm.revertToState(snapshot), "6: back in time");
    }

    /// @notice The state in which a run stops is played out too, and counted.
    function _beforeReport() internal override {
        _ends.run();
        _store.reach("court.end.everything");
    }
}
