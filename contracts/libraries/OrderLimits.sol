// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title OrderLimits
/// @notice The least and the most that an order may say, so that none can lock anything for ever or for no time.
library OrderLimits {
    /// @notice Shortest window of any kind: a block's time stamp has no finer grain.
    uint32 internal constant MIN_WINDOW_SECONDS = 1;
    /// @notice Longest run limit.
    uint32 internal constant MAX_RUN_SECONDS = 30 days;
    /// @notice Longest decline window: a client's money waits in it for a provider who may not want it.
    uint32 internal constant MAX_DECLINE_SECONDS = 1 days;
    /// @notice Longest delivery slack.
    uint32 internal constant MAX_SLACK_SECONDS = 7 days;
    /// @notice Longest review: a provider's earnings wait in it.
    uint32 internal constant MAX_REVIEW_SECONDS = 30 days;
    /// @notice Longest wait for a ruling.
    uint32 internal constant MAX_RULING_SECONDS = 90 days;
    /// @notice Furthest expiry of an order.
    uint40 internal constant MAX_ORDER_SECONDS = 366 days;
    /// @notice Lowest rate, in base units a second: nothing is free by rounding.
    uint128 internal constant MIN_RATE_PER_SECOND = 1;
    /// @notice Highest rate, collateral or fee in base units: far above any supply, far below any overflow.
    uint128 internal constant MAX_AMOUNT = type(uint96).max;
    /// @notice The whole, in ten-thousandths.
    uint16 internal constant MAX_BPS = 10_000;
}
