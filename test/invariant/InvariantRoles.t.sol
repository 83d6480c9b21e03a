// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Stage} from "./Stage.sol";
import {Watch} from "./stores/FallWatch.sol";

/// @title InvariantRolesTest
/// @notice Invariant 10 of README.md, for which calls are made twice from the same state.
contract InvariantRolesTest is Stage {
    function setUp() public {
        _set(Watch.NOTHING);
        // As often as all other moves together: it has seven contracts to go through.
        for (uint256 i; i < 20; ++i) _addHandler("RoleHandler");
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_10_NobodyIsPrivileged() external view {
        _store.requireUnbroken(10);
    }
}
