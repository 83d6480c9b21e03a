// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Session, SessionState} from "../types/Session.sol";

/// @title SessionSlot
/// @notice Packs a {Session} into one word, in the order of its fields from the lowest bit: 8, 88, 88, 32 and 40 bits.
/// @dev As {JobSlot}.
library SessionSlot {
    /// @notice The word of a session.
    function pack(Session memory session) internal pure returns (uint256 slot) {
        slot = uint8(session.state);
        slot |= uint256(session.deposited) << 8;
        slot |= uint256(session.redeemed) << 96;
        slot |= uint256(session.openedBlock) << 184;
        slot |= uint256(session.graceUntil) << 216;
    }

    /// @notice The session of a word that {pack} made. Casts cut off what belongs to the other fields.
    function unpack(uint256 slot) internal pure returns (Session memory session) {
        session.state = SessionState(uint8(slot));
        session.deposited = uint88(slot >> 8);
        session.redeemed = uint88(slot >> 96);
        session.openedBlock = uint32(slot >> 184);
        session.graceUntil = uint40(slot >> 216);
    }
}
