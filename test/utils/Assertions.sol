// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {vm} from "./Vm.sol";

/// @title Assertions
/// @notice Labelled comparisons, whole-event expectations and bounded inputs.
abstract contract Assertions {
    error NotEqual(string label, uint256 actual, uint256 expected);
    error NotEqualAddress(string label, address actual, address expected);
    error NotEqualBytes32(string label, bytes32 actual, bytes32 expected);
    error NotEqualBytes(string label, bytes actual, bytes expected);
    error NotFalse(string label);
    error NotTrue(string label);

    function assertEq(uint256 actual, uint256 expected, string memory label) internal pure {
        require(actual == expected, NotEqual(label, actual, expected));
    }

    function assertEq(address actual, address expected, string memory label) internal pure {
        require(actual == expected, NotEqualAddress(label, actual, expected));
    }

    function assertEq(bytes32 actual, bytes32 expected, string memory label) internal pure {
        require(actual == expected, NotEqualBytes32(label, actual, expected));
    }

    function assertEq(bytes memory actual, bytes memory expected, string memory label) internal pure {
        require(keccak256(actual) == keccak256(expected), NotEqualBytes(label, actual, expected));
    }

    function assertTrue(bool actual, string memory label) internal pure {
        require(actual, NotTrue(label));
    }

    function assertFalse(bool actual, string memory label) internal pure {
        require(!actual, NotFalse(label));
    }

    /// @dev The call must fail with exactly this revert data. For tables of calls, where {Vm-expectRevert} would not say
    /// which row broke.
    function assertReverts(
        address caller,
        address target,
        bytes memory data,
        bytes memory expected,
        string memory label
    ) internal {
        vm.prank(caller);
        (bool succeeded, bytes memory answer) = target.call(data);
        assertFalse(succeeded, label);
        assertEq(answer, expected, label);
    }

    /// @dev The next call must emit the event that follows, from this emitter, with every topic and all data.
    function expectEvent(address emitter) internal {
        vm.expectEmit(true, true, true, true, emitter);
    }

    /// @dev Maps a fuzzed number into a range, both ends included.
    function bound(uint256 input, uint256 minimum, uint256 maximum) internal pure returns (uint256) {
        uint256 size = maximum - minimum;
        if (size == type(uint256).max) return input;
        return minimum + (input % (size + 1));
    }
}
