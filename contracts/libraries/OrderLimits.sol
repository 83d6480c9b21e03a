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
    /// @notice Longest lease.
    uint32 internal constant MAX_LEASE_SECONDS = 366 days;
    /// @notice Longest grace of a lease: a client may pay that much time for a machine that is gone.
    uint32 internal constant MAX_LEASE_GRACE_SECONDS = 1 days;
    /// @notice Shortest grace of a session: a provider that is off line for a moment must not lose its last receipt.
    uint32 internal constant MIN_SESSION_GRACE_SECONDS = 1 hours;
    /// @notice Longest grace of a session: a payer's rest waits in it.
    uint32 internal constant MAX_SESSION_GRACE_SECONDS = 30 days;
    /// @notice Longest session.
    uint40 internal constant MAX_SESSION_SECONDS = 366 days;
    /// @notice Furthest expiry of an order.
    uint40 internal constant MAX_ORDER_SECONDS = 366 days;
    /// @notice Lowest rate, in base units a second: nothing is free by rounding.
    uint128 internal constant MIN_RATE_PER_SECOND = 1;
    /// @notice Highest rate or fee in base units: far above any supply, far below any overflow.
    uint128 internal constant MAX_AMOUNT = type(uint96).max;
    /// @notice Highest collateral in base units: the most that staking lets anybody lock.
    uint128 internal constant MAX_COLLATERAL = type(uint80).max;
    /// @notice The whole, in ten-thousandths.
    uint16 internal constant MAX_BPS = 10_000;

    /// @notice A field of an order lies outside of its bounds.
    /// @param field The field's name, padded with zeros.
    /// @param value What the order says.
    /// @param minimum The least that it may say.
    /// @param maximum The most that it may say.
    error Order_OutOfBounds(bytes32 field, uint256 value, uint256 minimum, uint256 maximum);

    /// @notice Reverts unless a field's value lies within its bounds, both included.
    function requireWithin(bytes32 field, uint256 value, uint256 minimum, uint256 maximum) internal pure {
        require(value >= minimum && value <= maximum, Order_OutOfBounds(field, value, minimum, maximum));
    }

    /// @notice Reverts unless what an offer says of its fills is within bounds.
    function requireFills(uint32 slots, uint32 maxFills, uint40 expiresAt) internal view {
        requireWithin("slots", slots, 1, type(uint32).max);
        requireWithin("maxFills", maxFills, 1, type(uint32).max);
        requireWithin("expiresAt", expiresAt, 0, block.timestamp + MAX_ORDER_SECONDS);
    }

    /// @notice Reverts unless what both sides stake on the result is within bounds.
    function requireAmounts(uint128 collateral, uint128 disputeFee) internal pure {
        requireWithin("collateral", collateral, 0, MAX_COLLATERAL);
        requireWithin("disputeFee", disputeFee, 0, MAX_AMOUNT);
    }

    /// @notice Reverts unless the windows that offers and requests share are within bounds.
    function requireWindows(
        uint32 declineSeconds,
        uint32 slackSeconds,
        uint32 reviewSeconds,
        uint32 rulingSeconds,
        uint16 noRulingBps
    ) internal pure {
        requireWithin("declineSeconds", declineSeconds, MIN_WINDOW_SECONDS, MAX_DECLINE_SECONDS);
        requireWithin("slackSeconds", slackSeconds, MIN_WINDOW_SECONDS, MAX_SLACK_SECONDS);
        requireWithin("reviewSeconds", reviewSeconds, MIN_WINDOW_SECONDS, MAX_REVIEW_SECONDS);
        requireWithin("rulingSeconds", rulingSeconds, MIN_WINDOW_SECONDS, MAX_RULING_SECONDS);
        requireWithin("noRulingBps", noRulingBps, 0, MAX_BPS);
    }
}
