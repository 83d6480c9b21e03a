// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title EndlessToken
/// @notice A test double: a token that moves nothing, and says that any amount arrived which it is told to say.
contract EndlessToken {
    uint256 private _said;
    bool private _moved;

    /// @notice What the next transfer brings its recipient.
    function say(uint256 amount) external {
        (_said, _moved) = (amount, false);
    }

    function transferFrom(address, address, uint256) external returns (bool) {
        _moved = true;
        return true;
    }

    function transfer(address, uint256) external pure returns (bool) {
        return true;
    }

    function balanceOf(address) external view returns (uint256 amount) {
        if (_moved) amount = _said;
    }
}
