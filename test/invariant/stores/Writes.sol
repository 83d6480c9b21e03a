// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {vm} from "../../utils/Vm.sol";

/// @title Writes
/// @notice Which contracts were written to. What was not is as it was: to look at it again takes most of a run's time.
abstract contract Writes {
    /// @dev From here on it is known what is written to, also by calls that were taken back. It is known within a move only.
    function _watchWrites() internal {
        vm.record();
    }

    /// @dev How many words were written to a contract's storage since then.
    function _writesTo(address target) internal returns (uint256) {
        (, bytes32[] memory writes) = vm.accesses(target);
        return writes.length;
    }
}
