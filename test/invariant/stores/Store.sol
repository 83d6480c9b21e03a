// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {World} from "../World.sol";
import {FallWatch, Watch} from "./FallWatch.sol";
import {LockBook} from "./LockBook.sol";
import {MarketBook} from "./MarketBook.sol";
import {StepTable} from "./StepTable.sol";
import {TwinWatch} from "./TwinWatch.sol";

/// @title Store
/// @notice What all handlers share: the books of locks, of the market and of donations, the table of steps, the watch
/// over everybody's holdings, and the counts of what was reached.
contract Store is LockBook, MarketBook, FallWatch, StepTable, TwinWatch {
    /// @notice Tokens that reached a contract without being credited to anybody.
    mapping(address holder => mapping(address token => uint256)) public donatedTokens;
    /// @notice Claims that a contract got and cannot use.
    mapping(address holder => mapping(address token => uint256)) public donatedClaims;

    /// @notice How many moves were made.
    uint256 public moves;

    constructor(
        World world,
        Watch watch
    ) FallWatch(world, watch == Watch.FALLS) StepTable(world.suite().escrow) TwinWatch(world, watch == Watch.TWIN) {}

    /// @notice Looks at what this run is for. Handlers call it after each move.
    function sweep() external {
        ++moves;
        observe(0, 0);
        _sweepHoldings();
        _compareTwin();
    }

    function noteDonatedTokens(address holder, address token, uint256 amount) external {
        donatedTokens[holder][token] += amount;
    }

    function noteDonatedClaim(address holder, address token, uint256 amount) external {
        donatedClaims[holder][token] += amount;
    }
}
