// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {World} from "../World.sol";
import {FallWatch} from "./FallWatch.sol";
import {LockBook} from "./LockBook.sol";
import {MarketBook} from "./MarketBook.sol";
import {ReachCount} from "./ReachCount.sol";

/// @title Store
/// @notice What all handlers share: the books of locks, of the market and of donations, the watch over everybody's
/// holdings, and the counts of what was reached.
contract Store is LockBook, MarketBook, FallWatch, ReachCount {
    /// @notice Tokens that reached a contract without being credited to anybody.
    mapping(address holder => mapping(address token => uint256)) public donatedTokens;
    /// @notice Claims that a contract got and cannot use.
    mapping(address holder => mapping(address token => uint256)) public donatedClaims;

    constructor(World world, bool watching) FallWatch(world, watching) {}

    function noteDonatedTokens(address holder, address token, uint256 amount) external {
        donatedTokens[holder][token] += amount;
    }

    function noteDonatedClaim(address holder, address token, uint256 amount) external {
        donatedClaims[holder][token] += amount;
    }
}
