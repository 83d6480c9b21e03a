// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title LibraryErrors
/// @notice The errors that OpenZeppelin declares in code rather than in an interface, so that tests compile none of it.
interface LibraryErrors {
    error ERC6909InsufficientAllowance(address spender, uint256 allowance, uint256 needed, uint256 id);
    error ERC6909InsufficientBalance(address sender, uint256 balance, uint256 needed, uint256 id);
    error ERC6909InvalidReceiver(address receiver);
    error ERC6909InvalidSpender(address spender);
    error ReentrancyGuardReentrantCall();
    error SafeERC20FailedOperation(address token);
}
