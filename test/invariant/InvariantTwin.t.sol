// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Stage} from "./Stage.sol";
import {Watch} from "./stores/FallWatch.sol";

/// @title InvariantTwinTest
/// @notice The first half of invariant 8 of README.md, for which a second bookkeeping follows every event.
contract InvariantTwinTest is Stage {
    function setUp() public {
        _set(Watch.TWIN);
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_8_NobodyGainsByASlash() external view {
        _store.requireUnbroken(8);
    }
}
