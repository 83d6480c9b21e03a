// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {JobFuzz} from "../../utils/JobFuzz.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Every state and every call that its row of the table does not have, by anyone and at any time.
contract JobEscrowTransitionsTest is JobFuzz {
    struct Step {
        string name;
        bytes input;
        JobState needed;
    }

    function setUp() public {
        setUpJobs();
    }

    function testFuzz_RevertGiven_NoSuchJob(address caller, uint256 seed) public {
        _requireOnly(jobIn(JobState.NONE), caller, seed);
    }

    function testFuzz_RevertGiven_Active(address caller, uint256 seed) public {
        _requireOnly(jobIn(JobState.ACTIVE), caller, seed);
    }

    function testFuzz_RevertGiven_Submitted(address caller, uint256 seed) public {
        _requireOnly(jobIn(JobState.SUBMITTED), caller, seed);
    }

    function testFuzz_RevertGiven_CompletedByAccept(address caller, uint256 seed) public {
        _requireOnly(jobIn(JobState.COMPLETED), caller, seed);
    }

    function testFuzz_RevertGiven_CompletedBySettle(address caller, uint256 seed) public {
        JobTerms memory terms = jobIn(JobState.SUBMITTED);
        vm.warp(reviewUntil(terms) + 1);
        escrow.settle(terms);
        _requireOnly(terms, caller, seed);
    }

    function testFuzz_RevertGiven_Declined(address caller, uint256 seed) public {
        _requireOnly(jobIn(JobState.DECLINED), caller, seed);
    }

    function testFuzz_RevertGiven_Expired(address caller, uint256 seed) public {
        _requireOnly(jobIn(JobState.EXPIRED), caller, seed);
    }

    function testFuzz_RevertGiven_Forfeited(address caller, uint256 seed) public {
        JobTerms memory terms = openJob();
        vm.prank(operator);
        escrow.forfeit(terms);
        _requireOnly(terms, caller, seed);
    }

    /// @dev All calls, by whoever may make them otherwise: so that no test above passes for another reason.
    function test_EveryCallWorksInItsState() public {
        Step[6] memory steps = _steps(jobIn(JobState.NONE));
        for (uint256 i; i < steps.length; ++i) {
            JobTerms memory terms = jobIn(steps[i].needed);
            bytes memory input = _steps(terms)[i].input;
            if (i == 3) vm.warp(reviewUntil(terms) + 1);
            if (i == 4) vm.warp(deliverUntil(terms) + 1);
            vm.prank(i == 2 ? client : operator);
            (bool succeeded, ) = address(escrow).call(input);
            assertTrue(succeeded, steps[i].name);
        }
    }

    function _requireOnly(JobTerms memory terms, address caller, uint256 seed) private {
        address[5] memory callers = [caller, client, owner, operator, provider];
        JobState current = stateOf(terms);
        vm.warp(block.timestamp + pick(seed, "wait", 0, 1_000 days));
        Step[6] memory steps = _steps(terms);
        for (uint256 i; i < steps.length; ++i) {
            if (steps[i].needed == current) continue;
            address chosen = callers[uint256(keccak256(abi.encode(seed, i))) % callers.length];
            requireUnexpectedState(chosen, steps[i].input, terms, steps[i].needed, steps[i].name);
        }
        assertTrue(stateOf(terms) == current, "the state stays");
    }

    function _steps(JobTerms memory terms) private pure returns (Step[6] memory steps) {
        steps[0] = Step("decline", abi.encodeCall(IJobEscrow.decline, (terms, "no")), JobState.ACTIVE);
        steps[1] = Step("submit", abi.encodeCall(IJobEscrow.submit, (terms, keccak256("result"), 0)), JobState.ACTIVE);
        steps[2] = Step("accept", abi.encodeCall(IJobEscrow.accept, (terms)), JobState.SUBMITTED);
        steps[3] = Step("settle", abi.encodeCall(IJobEscrow.settle, (terms)), JobState.SUBMITTED);
        steps[4] = Step("expire", abi.encodeCall(IJobEscrow.expire, (terms)), JobState.ACTIVE);
        steps[5] = Step("forfeit", abi.encodeCall(IJobEscrow.forfeit, (terms)), JobState.ACTIVE);
    }
}
