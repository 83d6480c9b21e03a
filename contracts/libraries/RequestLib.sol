// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Request} from "../types/Order.sol";
import {OrderLimits} from "./OrderLimits.sol";

/// @title RequestLib
/// @notice What makes a request well formed, what it pays when, whom it suits, and its EIP-712 struct hash.
library RequestLib {
    bytes32 internal constant TYPEHASH = keccak256(
        "Request(address client,address taker,address token,address adjudicator,"
        "uint128 startRatePerSecond,uint128 maxRatePerSecond,uint40 startsAt,uint32 riseSeconds,"
        "uint128 collateral,uint128 disputeFee,uint32 runLimitSeconds,uint32 declineSeconds,uint32 slackSeconds,"
        "uint32 reviewSeconds,uint32 rulingSeconds,uint16 noRulingBps,uint16 minGpuCount,uint32 minVramMib,"
        "bytes32 gpuModel,bytes8 region,uint128 minStake,uint40 expiresAt,uint32 epoch,"
        "bytes32 specDigest,bytes32 specRoot,bytes32 tag,uint256 salt)"
    );

    /// @dev A request has 27 words.
    uint256 private constant LENGTH = 27 * 32;

    /// @notice The EIP-712 struct hash.
    /// @dev As {OfferLib-structHash}.
    function structHash(Request calldata request) internal pure returns (bytes32 hash) {
        bytes32 typeHash = TYPEHASH;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, typeHash)
            calldatacopy(add(free, 0x20), request, LENGTH)
            hash := keccak256(free, add(LENGTH, 0x20))
        }
    }

    /// @notice Reverts unless every window, limit and rate lies within {OrderLimits}.
    function requireWellFormed(Request calldata request) internal view {
        uint256 lastAt = block.timestamp + OrderLimits.MAX_ORDER_SECONDS;
        OrderLimits.requireWithin(
            "maxRatePerSecond",
            request.maxRatePerSecond,
            OrderLimits.MIN_RATE_PER_SECOND,
            OrderLimits.MAX_AMOUNT
        );
        _requireRising(request);
        OrderLimits.requireWithin("startsAt", request.startsAt, 0, lastAt);
        OrderLimits.requireWithin("riseSeconds", request.riseSeconds, 0, OrderLimits.MAX_ORDER_SECONDS);
        OrderLimits.requireWithin(
            "runLimitSeconds",
            request.runLimitSeconds,
            OrderLimits.MIN_WINDOW_SECONDS,
            OrderLimits.MAX_RUN_SECONDS
        );
        OrderLimits.requireAmounts(request.collateral, request.disputeFee);
        OrderLimits.requireWindows(
            request.declineSeconds,
            request.slackSeconds,
            request.reviewSeconds,
            request.rulingSeconds,
            request.noRulingBps
        );
        OrderLimits.requireWithin("expiresAt", request.expiresAt, 0, lastAt);
    }

    /// @notice What the request pays a second: from the start rate to the highest in a straight line, rounded down, for
    /// the taker chooses when to call.
    /// @dev Within the rise it reverts where the highest rate lies below the start: takers ask before anybody has
    /// looked whether the request is well formed.
    /// @param request The request.
    /// @param nowAt Unix time in seconds.
    function rateDown(Request calldata request, uint40 nowAt) internal pure returns (uint128) {
        if (nowAt < request.startsAt) return request.startRatePerSecond;
        uint256 elapsed = nowAt - request.startsAt;
        if (elapsed >= request.riseSeconds) return request.maxRatePerSecond;
        _requireRising(request);
        uint256 span = request.maxRatePerSecond - request.startRatePerSecond;
        // Cast not lossy: the part added is less than the span. Rates have 128 bits and times 40, so nothing overflows.
        return request.startRatePerSecond + uint128((span * elapsed) / request.riseSeconds);
    }

    /// @notice Whether the request says anything of the machine.
    function asksForMachine(Request calldata request) internal pure returns (bool) {
        return request.minGpuCount != 0 || request.minVramMib != 0 || request.gpuModel != 0 || request.region != 0;
    }

    /// @dev Reverts unless the start rate lies between the least and the highest rate of the request.
    function _requireRising(Request calldata request) private pure {
        OrderLimits.requireWithin(
            "startRatePerSecond",
            request.startRatePerSecond,
            OrderLimits.MIN_RATE_PER_SECOND,
            request.maxRatePerSecond
        );
    }
}
