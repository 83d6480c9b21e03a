// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PlainToken} from "./PlainToken.sol";

/// @title ReentrantToken
/// @notice A test double: an ERC-20 that makes one armed call while it moves tokens, and keeps the answer, so that a
/// test sees whether the call got through.
contract ReentrantToken is PlainToken {
    /// @notice Whom it calls; nobody while zero.
    address public target;
    /// @notice What it calls.
    bytes public data;
    /// @notice Whether the call was made.
    bool public called;
    /// @notice Whether the call succeeded.
    bool public succeeded;
    /// @notice What the call returned, or its revert data.
    bytes public answer;

    /// @notice Arms one call for the next move of tokens.
    /// @param nextTarget Whom to call.
    /// @param nextData What to call.
    function arm(address nextTarget, bytes calldata nextData) external {
        target = nextTarget;
        data = nextData;
        called = false;
        succeeded = false;
        answer = "";
    }

    /// @notice Lets somebody spend the token's own balance of itself.
    /// @param spender Who may spend.
    /// @param amount Base units.
    function approveOwn(address spender, uint256 amount) external {
        _approve(address(this), spender, amount);
    }

    /// @dev Calls first, as a sender's hook would, then moves the tokens.
    function _update(address from, address to, uint256 amount) internal override {
        address armed = target;
        if (armed != address(0)) {
            target = address(0);
            called = true;
            (succeeded, answer) = armed.call(data);
        }
        super._update(from, to, amount);
    }
}
