// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title DeafAccount
/// @notice A test double: a contract that refuses every call, so that whoever must call it to pay it cannot.
contract DeafAccount {
    error DeafAccount_Refuses();

    receive() external payable {
        revert DeafAccount_Refuses();
    }

    fallback() external payable {
        revert DeafAccount_Refuses();
    }
}
