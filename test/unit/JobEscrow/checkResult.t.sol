// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {DisputeFixture} from "../../utils/DisputeFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice What a contract that is a client reads of its job.
contract JobEscrowCheckResultTest is DisputeFixture {
    uint256 private constant STATES = 10;

    function setUp() public {
        setUpDisputes();
    }

    function testFuzz_InEveryState(bytes32 other) public {
        vm.assume(bytes20(other) != bytes20(keccak256("result")));
        for (uint256 i; i < STATES; ++i) {
            uint256 snapshot = vm.snapshotState();
            JobState state = JobState(i);
            JobTerms memory terms = jobAt(state);
            _requireAnswer(terms, keccak256("result"), state, _hasResult(state));
            _requireAnswer(terms, other, state, false);
            _requireAnswer(terms, 0, state, false);
            vm.revertToState(snapshot);
        }
    }

    function test_When_TheCaseIsOpen() public {
        JobTerms memory terms = disputedJob(true);
        _requireAnswer(terms, keccak256("result"), JobState.DISPUTED, true);
    }

    function test_When_TheClientConceded() public {
        JobTerms memory terms = disputedJob(true);
        vm.prank(client);
        escrow.concede(terms);
        _requireAnswer(terms, keccak256("result"), JobState.COMPLETED, true);
    }

    /// @dev The first 160 bits count, each of them.
    function testFuzz_TheFirstBitsAreCompared(bytes32 digest, uint96 tail, uint8 bit) public {
        vm.assume(bytes20(digest) != 0);
        JobTerms memory terms = openJob();
        vm.prank(operator);
        escrow.submit(terms, digest, 0);
        _requireAnswer(terms, digest, JobState.SUBMITTED, true);
        _requireAnswer(terms, bytes32(bytes20(digest)) | bytes32(uint256(tail)), JobState.SUBMITTED, true);
        bytes32 flip = bytes32(uint256(1) << (96 + (bit % 160)));
        _requireAnswer(terms, digest ^ flip, JobState.SUBMITTED, false);
    }

    function testFuzz_When_TheTermsDiffer(uint32 fill) public {
        JobTerms memory terms = jobIn(JobState.COMPLETED);
        vm.assume(fill != terms.fill);
        terms.fill = fill;
        _requireAnswer(terms, keccak256("result"), JobState.NONE, false);
    }

    function _hasResult(JobState state) private pure returns (bool) {
        return
            state == JobState.SUBMITTED ||
            state == JobState.DISPUTED ||
            state == JobState.COMPLETED ||
            state == JobState.REFUNDED ||
            state == JobState.SPLIT;
    }

    function _requireAnswer(JobTerms memory terms, bytes32 digest, JobState state, bool submitted) private view {
        (JobState actual, bool isResult) = escrow.checkResult(terms, digest);
        assertEq(uint256(actual), uint256(state), "state");
        assertTrue(isResult == submitted, "submitted");
    }
}
