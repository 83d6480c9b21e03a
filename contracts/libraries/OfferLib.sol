// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Offer} from "../types/Order.sol";
import {OrderLimits} from "./OrderLimits.sol";

/// @title OfferLib
/// @notice What makes an offer well formed, and its EIP-712 struct hash.
library OfferLib {
    bytes32 internal constant TYPEHASH = keccak256(
        "Offer(address provider,address taker,address token,address adjudicator,"
        "uint128 ratePerSecond,uint128 collateral,uint128 disputeFee,"
        "uint32 minRunSeconds,uint32 maxRunSeconds,uint32 declineSeconds,uint32 slackSeconds,uint32 reviewSeconds,"
        "uint32 rulingSeconds,uint16 noRulingBps,uint32 slots,uint32 maxFills,uint40 expiresAt,uint32 authEpoch,"
        "bytes32 machineId,bytes32 tag,uint256 salt)"
    );

    /// @dev An offer has 21 words.
    uint256 private constant LENGTH = 21 * 32;

    /// @notice The EIP-712 struct hash.
    /// @dev All fields are static, so calldata holds the EIP-712 encoding already. A word with dirty bits gives another
    /// hash, which nobody signed: reading the field reverts, and the hash fits no order.
    function structHash(Offer calldata offer) internal pure returns (bytes32 hash) {
        bytes32 typeHash = TYPEHASH;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, typeHash)
            calldatacopy(add(free, 0x20), offer, LENGTH)
            hash := keccak256(free, add(LENGTH, 0x20))
        }
    }

    /// @notice Reverts unless every window, limit and rate lies within {OrderLimits}.
    function requireWellFormed(Offer calldata offer) internal view {
        OrderLimits.requireWithin(
            "ratePerSecond",
            offer.ratePerSecond,
            OrderLimits.MIN_RATE_PER_SECOND,
            OrderLimits.MAX_AMOUNT
        );
        OrderLimits.requireAmounts(offer.collateral, offer.disputeFee);
        uint32 least = OrderLimits.MIN_WINDOW_SECONDS;
        OrderLimits.requireWithin("maxRunSeconds", offer.maxRunSeconds, least, OrderLimits.MAX_RUN_SECONDS);
        OrderLimits.requireWithin("minRunSeconds", offer.minRunSeconds, least, offer.maxRunSeconds);
        OrderLimits.requireWindows(
            offer.declineSeconds,
            offer.slackSeconds,
            offer.reviewSeconds,
            offer.rulingSeconds,
            offer.noRulingBps
        );
        OrderLimits.requireFills(offer.slots, offer.maxFills, offer.expiresAt);
    }
}
