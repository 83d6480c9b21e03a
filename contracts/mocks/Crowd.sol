// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IJobEscrow} from "../interfaces/IJobEscrow.sol";
import {Offer, Take} from "../types/Order.sol";
import {CrowdMember} from "./CrowdMember.sol";

/// @title Crowd
/// @notice Fills a chain with providers, offers and open jobs, so that gas can be measured beside them.
contract Crowd {
    IJobEscrow private immutable _ESCROW;
    IERC20 private immutable _TOKEN;

    /// @param escrow The market.
    /// @param token Pays; the crowd must hold enough of it before it grows.
    constructor(IJobEscrow escrow, IERC20 token) {
        _ESCROW = escrow;
        _TOKEN = token;
        escrow.vault().approve(address(escrow), uint256(uint160(address(token))), type(uint256).max);
    }

    /// @notice Adds members, and takes each one's offer.
    /// @param count How many.
    /// @param offer What each of them offers, without collateral; its provider is replaced.
    /// @param take What the crowd takes of each.
    function grow(uint256 count, Offer memory offer, Take calldata take) external {
        uint256 amount = uint256(offer.ratePerSecond) * take.runLimitSeconds * count;
        _TOKEN.approve(address(_ESCROW.vault()), amount);
        _ESCROW.vault().deposit(_TOKEN, amount, address(this));
        for (uint256 i; i < count; ++i) {
            offer.provider = address(new CrowdMember(_ESCROW, offer));
            _ESCROW.takeOffer(offer, "", take);
        }
    }
}
