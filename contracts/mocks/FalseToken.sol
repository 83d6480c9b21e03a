// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PlainToken} from "./PlainToken.sol";

/// @title FalseToken
/// @notice A test double: an ERC-20 that, once told to fail, answers a transfer with false instead of a revert.
contract FalseToken is PlainToken {
    /// @notice Whether transfers fail.
    bool public fails;

    /// @notice Makes transfers fail, or work again.
    /// @param failsNow True to fail.
    function setFails(bool failsNow) external {
        fails = failsNow;
    }

    /// @notice See ERC-20.
    function transfer(address to, uint256 amount) public override returns (bool) {
        return !fails && super.transfer(to, amount);
    }

    /// @notice See ERC-20.
    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        return !fails && super.transferFrom(from, to, amount);
    }
}
