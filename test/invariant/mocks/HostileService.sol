// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title HostileService
/// @notice A contract that tries many calls in one transaction and swallows every refusal.
contract HostileService {
    /// @notice Makes every call.
    /// @return through Bit n is set if call n did not revert.
    function tryAll(address[] calldata targets, bytes[] calldata calls) external returns (uint256 through) {
        for (uint256 i; i < calls.length; ++i) {
            (bool succeeded, ) = targets[i].call(calls[i]);
            if (succeeded) through |= 1 << i;
        }
    }
}
