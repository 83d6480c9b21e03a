// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Job, JobState} from "../types/Job.sol";

/// @title JobSlot
/// @notice Packs a {Job} into one word, in the order of its fields from the lowest bit: 8, 8, 40, 40 and 160 bits.
/// @dev With few optimizer runs the compiler would write the fields one by one: docs/decisions/0007.
library JobSlot {
    /// @notice The word of a job.
    function pack(Job memory job) internal pure returns (uint256 slot) {
        slot = uint256(uint160(job.resultMark)) << 96;
        slot |= uint256(job.steppedBlock) << 56;
        slot |= uint256(job.steppedAt) << 16;
        if (job.caseOpened) slot |= 1 << 8;
        slot |= uint8(job.state);
    }

    /// @notice The job of a word that {pack} made. Casts cut off what belongs to the other fields.
    function unpack(uint256 slot) internal pure returns (Job memory job) {
        job.state = JobState(uint8(slot));
        job.caseOpened = uint8(slot >> 8) != 0;
        job.steppedAt = uint40(slot >> 16);
        job.steppedBlock = uint40(slot >> 56);
        job.resultMark = bytes20(uint160(slot >> 96));
    }
}
