// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Offer} from "../types/Order.sol";
import {OrderLimits} from "./OrderLimits.sol";

/// @title OfferLib
/// @notice What makes an offer well formed, and its EIP-712 struct hash.
library OfferLib {
    /// @notice A field of an offer lies outside of its bounds.
    /// @param field The field's name.
    /// @param value What the offer says.
    /// @param minimum The least that it may say.
    /// @param maximum The most that it may say.
    error Offer_OutOfBounds(string field, uint256 value, uint256 minimum, uint256 maximum);

    bytes32 internal constant TYPEHASH = keccak256(
        "Offer(address provider,address taker,address token,address adjudicator,"
        "uint128 ratePerSecond,uint128 collateral,uint128 disputeFee,"
        "uint32 minRunSeconds,uint32 maxRunSeconds,uint32 declineSeconds,uint32 slackSeconds,uint32 reviewSeconds,"
        "uint32 rulingSeconds,uint16 noRulingBps,uint32 slots,uint32 maxFills,uint40 expiresAt,uint32 authEpoch,"
        "bytes32 machineId,bytes32 tag,uint256 salt)"
    );

    /// @dev Where an offer ends that is the first argument of the call: behind the selector and 21 words.
    uint256 private constant CALLDATA_END = 4 + 21 * 32;

    /// @notice The EIP-712 struct hash of the offer that is the first argument of the call.
    /// @dev All fields are static, so calldata holds the EIP-712 encoding already. A word with dirty upper bits gives
    /// another hash, which nobody signed: reading the field reverts, and the hash fits no order.
    function structHashOfCall() internal pure returns (bytes32) {
        return keccak256(bytes.concat(TYPEHASH, msg.data[4:CALLDATA_END]));
    }

    /// @notice Reverts unless every window, limit and rate lies within {OrderLimits}.
    function requireWellFormed(Offer calldata offer) internal view {
        uint32 least = OrderLimits.MIN_WINDOW_SECONDS;
        uint128 most = OrderLimits.MAX_AMOUNT;
        _require("ratePerSecond", offer.ratePerSecond, OrderLimits.MIN_RATE_PER_SECOND, most);
        _require("collateral", offer.collateral, 0, most);
        _require("disputeFee", offer.disputeFee, 0, most);
        _require("maxRunSeconds", offer.maxRunSeconds, least, OrderLimits.MAX_RUN_SECONDS);
        _require("minRunSeconds", offer.minRunSeconds, least, offer.maxRunSeconds);
        _require("declineSeconds", offer.declineSeconds, least, OrderLimits.MAX_DECLINE_SECONDS);
        _require("slackSeconds", offer.slackSeconds, least, OrderLimits.MAX_SLACK_SECONDS);
        _require("reviewSeconds", offer.reviewSeconds, least, OrderLimits.MAX_REVIEW_SECONDS);
        _require("rulingSeconds", offer.rulingSeconds, least, OrderLimits.MAX_RULING_SECONDS);
        _require("noRulingBps", offer.noRulingBps, 0, OrderLimits.MAX_BPS);
        _require("slots", offer.slots, 1, type(uint32).max);
        _require("maxFills", offer.maxFills, 1, type(uint32).max);
        _require("expiresAt", offer.expiresAt, 0, block.timestamp + OrderLimits.MAX_ORDER_SECONDS);
    }

    function _require(string memory field, uint256 value, uint256 minimum, uint256 maximum) private pure {
        require(value >= minimum && value <= maximum, Offer_OutOfBounds(field, value, minimum, maximum));
    }
}
