// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Job, JobTerms} from "../../../contracts/types/Job.sol";
import {DisputeFixture} from "../../utils/DisputeFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice The word of a job, for whoever reads storage or a proof of it.
contract JobEscrowJobSlotTest is DisputeFixture {
    function setUp() public {
        setUpDisputes();
    }

    /// @dev The documented layout, from the lowest bit: two of 8 bits, two of 40, one of 160.
    function testFuzz_AJobIsWrittenFieldByField(uint256 seed, bool opened) public {
        JobTerms memory terms = anyDisputedJob(seed, opened);
        bytes32 jobId = escrow.jobIdOf(terms);
        Job memory job = escrow.jobOf(jobId);
        uint256 expected = uint256(job.state);
        if (job.caseOpened) expected |= 0x0100;
        expected |= uint256(job.steppedAt) << 16;
        expected |= uint256(job.steppedBlock) << 56;
        expected |= uint256(uint160(job.resultMark)) << 96;
        assertTrue(job.caseOpened == opened, "with and without a case");
        assertEq(_wordOf(jobId), expected, "the job's word");
    }

    /// @dev Found in the only mapping that knows the job.
    function _wordOf(bytes32 jobId) private view returns (uint256 word) {
        for (uint256 slot; slot < 16 && word == 0; ++slot) {
            word = uint256(vm.load(address(escrow), keccak256(abi.encode(jobId, slot))));
        }
    }
}
