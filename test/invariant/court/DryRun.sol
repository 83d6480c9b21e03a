// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title DryRun
/// @notice Tells whether a call goes through, and leaves nothing of it.
contract DryRun {
    function succeeds(address target, bytes calldata call) external returns (bool succeeded) {
        try this.tryAndRevert(target, call) {} catch (bytes memory answer) {
            succeeded = abi.decode(answer, (bool));
        }
    }

    /// @notice Makes the call, and tells by its own revert how it ended.
    function tryAndRevert(address target, bytes calldata call) external {
        (bool succeeded, ) = target.call(call);
        bytes memory answer = abi.encode(succeeded);
        assembly {
            revert(add(answer, 0x20), mload(answer))
        }
    }
}
