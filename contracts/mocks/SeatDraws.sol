// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeatSampler} from "../libraries/SeatSampler.sol";

/// @title SeatDraws
/// @notice A test double: draws as the court does, without a court.
contract SeatDraws {
    using SeatSampler for SeatSampler.Sampler;

    /// @notice Draws places of a list.
    /// @param seed What the draw follows from.
    /// @param count Length of the list.
    /// @param needed How many places; at most `count`.
    function draw(uint256 seed, uint256 count, uint256 needed) external pure returns (uint256[] memory places) {
        SeatSampler.Sampler memory sampler = SeatSampler.begin(seed, count, needed);
        places = new uint256[](needed);
        for (uint256 i; i < needed; ++i) places[i] = sampler.next();
    }
}
