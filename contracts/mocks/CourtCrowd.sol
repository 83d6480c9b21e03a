// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ISlashingCourt} from "../interfaces/ISlashingCourt.sol";
import {IProviderStaking} from "../interfaces/IProviderStaking.sol";
import {Profile} from "../types/Provider.sol";

/// @title CourtCrowd
/// @notice A juror that takes as many seats as it is told, so that gas can be measured beside them. Its key commits.
contract CourtCrowd {
    ISlashingCourt private immutable _COURT;
    IProviderStaking private immutable _STAKING;
    address private immutable _MARKET;

    /// @param court The court.
    /// @param market Whose cases its seats serve.
    /// @param key Its operator.
    /// @param payout Where its fees go.
    constructor(ISlashingCourt court, address market, address key, address payout) {
        _COURT = court;
        _STAKING = court.staking();
        _MARKET = market;
        court.registry().register(Profile({payout: payout, encryptionKey: bytes32(uint256(1)), endpoint: ""}));
        court.registry().setOperator(address(this), key, true);
    }

    /// @notice Stakes what the crowd was given, all of it for the court.
    function stake() external {
        IERC20 token = _STAKING.token();
        uint128 amount = uint128(token.balanceOf(address(this)));
        token.approve(address(_STAKING), amount);
        _STAKING.deposit(address(this), amount);
        _STAKING.authorize(address(this), address(_COURT), amount, _COURT.seatCollateral());
    }

    /// @notice Takes seats.
    function sit(uint256 count) external {
        for (uint256 i; i < count; ++i) _COURT.takeSeat(_MARKET, address(this));
    }
}
