// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title PanelLib
/// @notice Up to eight seats in one word, 32 bits each from the lowest, in the order in which they were drawn. A seat
/// is kept as its place on the market's list and one, so that a word of zero is an empty panel.
library PanelLib {
    uint256 private constant BITS = 32;

    /// @notice The panel with one more seat.
    /// @param seats How many it has so far; below eight.
    function add(uint256 panel, uint256 seats, uint256 seat) internal pure returns (uint256) {
        return panel | ((seat + 1) << (seats * BITS));
    }

    /// @notice The seat at a place that the panel has.
    function seatAt(uint256 panel, uint256 place) internal pure returns (uint256 seat) {
        return uint32(panel >> (place * BITS)) - 1;
    }

    /// @notice Whether a seat is on the panel.
    function has(uint256 panel, uint256 seat) internal pure returns (bool) {
        for (; panel != 0; panel >>= BITS) if (uint32(panel) == seat + 1) return true;
        return false;
    }

    /// @notice How many seats the panel has.
    function size(uint256 panel) internal pure returns (uint256 seats) {
        for (; panel != 0; panel >>= BITS) ++seats;
    }
}
