// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OrderState} from "../types/Order.sol";

/// @title OrderSlot
/// @notice Packs an {OrderState} into one word, in the order of its fields from the lowest bit: three of 8 bits, two of
/// 32.
/// @dev With few optimizer runs the compiler would write the fields one by one: docs/decisions/0007.
library OrderSlot {
    /// @notice The word of an order.
    function pack(OrderState memory order) internal pure returns (uint256 slot) {
        if (order.approved) slot = 1;
        if (order.canceled) slot |= 1 << 8;
        if (order.fillsOnce) slot |= 1 << 16;
        slot |= uint256(order.filled) << 24;
        slot |= uint256(order.active) << 56;
    }

    /// @notice The order of a word that {pack} made. Casts cut off what belongs to the other fields.
    function unpack(uint256 slot) internal pure returns (OrderState memory order) {
        order.approved = uint8(slot) != 0;
        order.canceled = uint8(slot >> 8) != 0;
        order.fillsOnce = uint8(slot >> 16) != 0;
        order.filled = uint32(slot >> 24);
        order.active = uint32(slot >> 56);
    }

    /// @notice Whether the order of a word is a request, as {unpack} says.
    function isRequest(uint256 slot) internal pure returns (bool) {
        return uint8(slot >> 16) != 0;
    }

    /// @notice The word with one open job less.
    function lessOne(uint256 slot) internal pure returns (uint256) {
        return slot - (1 << 56);
    }
}
