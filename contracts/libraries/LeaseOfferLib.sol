// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LeaseOffer} from "../types/Lease.sol";
import {OrderLimits} from "./OrderLimits.sol";

/// @title LeaseOfferLib
/// @notice What makes an offer of leases well formed, and its EIP-712 struct hash.
library LeaseOfferLib {
    bytes32 internal constant TYPEHASH = keccak256(
        "LeaseOffer(address provider,address taker,address token,uint128 ratePerSecond,"
        "uint32 minFundedSeconds,uint32 maxLeaseSeconds,uint32 graceSeconds,uint32 slots,uint32 maxFills,"
        "uint40 expiresAt,uint32 authEpoch,bytes32 machineId,bytes32 tag,uint256 salt)"
    );

    /// @notice The EIP-712 struct hash.
    /// @dev All fields are static, so their ABI encoding is the EIP-712 encoding.
    function structHash(LeaseOffer calldata offer) internal pure returns (bytes32) {
        return keccak256(abi.encode(TYPEHASH, offer));
    }

    /// @notice Reverts unless every window, limit and rate lies within {OrderLimits}.
    function requireWellFormed(LeaseOffer calldata offer) internal view {
        uint32 least = OrderLimits.MIN_WINDOW_SECONDS;
        OrderLimits.requireWithin(
            "ratePerSecond",
            offer.ratePerSecond,
            OrderLimits.MIN_RATE_PER_SECOND,
            OrderLimits.MAX_AMOUNT
        );
        OrderLimits.requireWithin("maxLeaseSeconds", offer.maxLeaseSeconds, least, OrderLimits.MAX_LEASE_SECONDS);
        OrderLimits.requireWithin("minFundedSeconds", offer.minFundedSeconds, least, offer.maxLeaseSeconds);
        OrderLimits.requireWithin("graceSeconds", offer.graceSeconds, least, OrderLimits.MAX_LEASE_GRACE_SECONDS);
        OrderLimits.requireFills(offer.slots, offer.maxFills, offer.expiresAt);
    }
}
