// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {World} from "../World.sol";
import {FallWatch, Watch} from "./FallWatch.sol";
import {LeaseBook} from "./LeaseBook.sol";
import {LockBook} from "./LockBook.sol";
import {MarketBook} from "./MarketBook.sol";
import {RentTable} from "./RentTable.sol";
import {SessionBook} from "./SessionBook.sol";
import {StepTable} from "./StepTable.sol";
import {TwinWatch} from "./TwinWatch.sol";

/// @title Store
/// @notice What all handlers share: the books of locks, of the three markets and of donations, the tables of steps, the
/// watch over everybody's holdings, and the counts of what was reached.
contract Store is LockBook, MarketBook, LeaseBook, SessionBook, FallWatch, StepTable, RentTable, TwinWatch {
    /// @notice Tokens that reached a contract without being credited to anybody.
    mapping(address holder => mapping(address token => uint256)) public donatedTokens;
    /// @notice Claims that a contract got and cannot use.
    mapping(address holder => mapping(address token => uint256)) public donatedClaims;

    /// @notice How many moves were made.
    uint256 public moves;

    constructor(
        World world,
        Watch watch
    )
        FallWatch(world, watch == Watch.FALLS)
        StepTable(world.suite().escrow)
        RentTable(world.leases(), world.sessions())
        TwinWatch(world, watch == Watch.TWIN)
    {}

    /// @notice Looks at what this run is for. Handlers call it after each move.
    function sweep() external {
        ++moves;
        observe(0, 0);
        _sweepHoldings();
        _compareTwin();
    }

    /// @notice Looks at every job, lease and session after a call.
    function observe(bytes4 call, bytes4 inside) public override {
        super.observe(call, inside);
        _observeRents(call);
    }

    function noteDonatedTokens(address holder, address token, uint256 amount) external {
        donatedTokens[holder][token] += amount;
    }

    function noteDonatedClaim(address holder, address token, uint256 amount) external {
        donatedClaims[holder][token] += amount;
    }
}
