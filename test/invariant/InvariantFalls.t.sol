// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Stage} from "./Stage.sol";
import {Watch} from "./stores/FallWatch.sol";

/// @title InvariantFallsTest
/// @notice Invariant 7 of README.md, for which every move ends with a look at everybody's holdings.
contract InvariantFallsTest is Stage {
    function setUp() public {
        _set(Watch.FALLS);
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_7_NobodyElseLowersAClaimOrStake() external view {
        _store.requireUnbroken(7);
    }
}
