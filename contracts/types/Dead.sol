// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Where tokens and claims go that nobody is to have any more: nobody has its key.
address constant DEAD = 0x000000000000000000000000000000000000dEaD;
