// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Lease, LeaseState} from "../types/Lease.sol";

/// @title LeaseSlot
/// @notice Packs a {Lease} into one word, in the order of its fields from the lowest bit: 8, 40, 40, 32, 32 and 32
/// bits.
/// @dev As {JobSlot}.
library LeaseSlot {
    /// @notice The word of a lease.
    function pack(Lease memory lease) internal pure returns (uint256 slot) {
        slot = uint8(lease.state);
        slot |= uint256(lease.openedBlock) << 8;
        slot |= uint256(lease.seenAt) << 48;
        slot |= uint256(lease.fundedSeconds) << 88;
        slot |= uint256(lease.servedSeconds) << 120;
        slot |= uint256(lease.paidSeconds) << 152;
    }

    /// @notice The lease of a word that {pack} made. Casts cut off what belongs to the other fields.
    function unpack(uint256 slot) internal pure returns (Lease memory lease) {
        lease.state = LeaseState(uint8(slot));
        lease.openedBlock = uint40(slot >> 8);
        lease.seenAt = uint40(slot >> 48);
        lease.fundedSeconds = uint32(slot >> 88);
        lease.servedSeconds = uint32(slot >> 120);
        lease.paidSeconds = uint32(slot >> 152);
    }
}
