// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Math
/// @notice What OpenZeppelin's library says that its functions give. Theirs are written in assembly and with bit
/// operations, which the model checker does not follow; these stand in for them, and are what a proof assumes.
library Math {
    enum Rounding {
        Floor,
        Ceil,
        Trunc,
        Expand
    }

    function min(uint256 a, uint256 b) internal pure returns (uint256) {
        return a < b ? a : b;
    }

    /// @dev For products of 256 bits only: the checker must show that none is larger.
    function mulDiv(uint256 x, uint256 y, uint256 denominator, Rounding rounding) internal pure returns (uint256) {
        uint256 product = x * y;
        uint256 quotient = product / denominator;
        return rounding == Rounding.Ceil && quotient * denominator != product ? quotient + 1 : quotient;
    }
}
