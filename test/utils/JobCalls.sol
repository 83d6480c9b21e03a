// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobDisputes} from "../../contracts/interfaces/IJobDisputes.sol";
import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {JobState, JobTerms} from "../../contracts/types/Job.sol";
import {DisputeFixture} from "./DisputeFixture.sol";
import {vm} from "./Vm.sol";

/// @title JobCalls
/// @notice Every call that changes one job, and the state that it needs.
abstract contract JobCalls is DisputeFixture {
    uint256 internal constant STEPS = 12;

    /// @param byClient Whether the client may make the call; else the operator may.
    /// @param late Whether the call is to be made after the window has closed.
    struct Step {
        string name;
        bytes input;
        JobState needed;
        bool byClient;
        bool late;
    }

    /// @dev All of them, for one job.
    function stepsOf(JobTerms memory terms) internal view returns (Step[] memory steps) {
        steps = new Step[](STEPS);
        bytes memory word = signCancel(CLIENT_KEY, terms, type(uint40).max);
        JobState active = JobState.ACTIVE;
        JobState submitted = JobState.SUBMITTED;
        JobState disputed = JobState.DISPUTED;
        steps[0] = Step("decline", abi.encodeCall(IJobEscrow.decline, (terms, "no")), active, false, false);
        steps[1] = _submission(terms);
        steps[2] = Step("forfeit", abi.encodeCall(IJobEscrow.forfeit, (terms)), active, false, false);
        steps[3] = Step("expire", abi.encodeCall(IJobEscrow.expire, (terms)), active, false, true);
        steps[4] = _cancellation(terms, word);
        steps[5] = Step("accept", abi.encodeCall(IJobEscrow.accept, (terms)), submitted, true, false);
        steps[6] = Step("settle", abi.encodeCall(IJobEscrow.settle, (terms)), submitted, false, true);
        steps[7] = Step("dispute", abi.encodeCall(IJobDisputes.dispute, (terms)), submitted, true, false);
        steps[8] = Step("openCase", abi.encodeCall(IJobDisputes.openCase, (terms)), disputed, false, false);
        steps[9] = Step("concede", abi.encodeCall(IJobDisputes.concede, (terms)), disputed, true, false);
        steps[10] = Step("applyRuling", abi.encodeCall(IJobDisputes.applyRuling, (terms)), disputed, false, false);
        steps[11] = Step("noRuling", abi.encodeCall(IJobDisputes.noRuling, (terms)), disputed, false, true);
    }

    /// @dev Waits until a job's window has closed.
    function passWindow(JobTerms memory terms) internal {
        vm.warp(block.timestamp + 200 days);
        assertTrue(block.timestamp > deliverUntil(terms), "fixture: the longest window has passed");
    }

    function _submission(JobTerms memory terms) private pure returns (Step memory) {
        bytes memory input = abi.encodeCall(IJobEscrow.submit, (terms, keccak256("result"), 0));
        return Step("submit", input, JobState.ACTIVE, false, false);
    }

    function _cancellation(JobTerms memory terms, bytes memory word) private pure returns (Step memory) {
        bytes memory input = abi.encodeCall(IJobEscrow.cancel, (terms, type(uint40).max, word));
        return Step("cancel", input, JobState.ACTIVE, false, false);
    }
}
