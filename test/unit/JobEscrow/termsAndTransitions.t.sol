// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {Job, JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {JobCalls} from "../../utils/JobCalls.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice A job's id is the hash of its terms, and no call does anything to a job with other terms.
contract JobEscrowTermsTest is JobCalls {
    uint256 private constant WORDS = 17;

    /// @dev For each of the terms' 17 fields the bits that its type has.
    uint16[17] private _widths = [256, 32, 160, 160, 160, 160, 160, 128, 128, 128, 32, 32, 32, 32, 32, 16, 256];

    function setUp() public {
        setUpDisputes();
    }

    function testFuzz_IdIsTheHashOfTheTerms(JobTerms memory terms) public view {
        assertEq(escrow.jobIdOf(terms), keccak256(abi.encode(terms)), "job id");
    }

    function testFuzz_UnknownJobsAreEmpty(bytes32 jobId) public view {
        Job memory job = escrow.jobOf(jobId);
        assertTrue(job.state == JobState.NONE, "state");
        assertEq(uint256(job.steppedAt) + job.steppedBlock + uint160(job.resultMark), 0, "slot");
    }

    function test_TheMarketNamesItsParts() public view {
        assertEq(address(escrow.registry()), address(registry), "registry");
        assertEq(address(escrow.staking()), address(staking), "staking");
        assertEq(address(escrow.vault()), address(vault), "vault");
    }

    function testFuzz_RevertWhen_AFieldDiffers(uint256 fieldSeed, uint256 bitSeed) public {
        uint256 field = fieldSeed % WORDS;
        uint256 bit = bitSeed % _widths[field];
        _requireEveryCallMisses(field, uint256(1) << bit);
    }

    function testFuzz_RevertWhen_AWordIsDirty(uint256 fieldSeed, uint256 dirt) public {
        uint256 field = 1 + (fieldSeed % 15);
        uint256 mask = dirt << _widths[field];
        vm.assume(mask != 0);
        _requireEveryCallMisses(field, mask);
    }

    /// @dev What follows the terms is no part of them.
    function testFuzz_When_CalldataIsLonger(bytes calldata tail) public {
        JobTerms memory terms = jobIn(JobState.SUBMITTED);
        vm.prank(client);
        (bool succeeded, ) = address(escrow).call(bytes.concat(abi.encodeCall(IJobEscrow.accept, (terms)), tail));
        assertTrue(succeeded && stateOf(terms) == JobState.COMPLETED, "accepted");
    }

    function testFuzz_RevertWhen_CalldataIsShort(uint256 length) public {
        JobTerms memory terms = jobIn(JobState.SUBMITTED);
        bytes memory input = abi.encodeCall(IJobEscrow.accept, (terms));
        length = bound(length, 4, input.length - 1);
        assembly {
            mstore(input, length)
        }
        requireRevert(client, input, "", "short calldata");
    }

    /// @dev Changes a word of the terms in calldata, and requires that each call finds no job there.
    function _requireEveryCallMisses(uint256 field, uint256 mask) private {
        tellRuling(1);
        for (uint256 i; i < STEPS; ++i) {
            uint256 snapshot = vm.snapshotState();
            Step memory step = stepsOf(jobAt(stepsOf(jobAt(JobState.NONE))[i].needed))[i];
            bytes memory expected = abi.encodeWithSelector(
                IJobEscrow.JobEscrow_UnexpectedState.selector,
                _changeTerms(step.input, field, mask),
                JobState.NONE,
                uint256(1) << uint8(step.needed)
            );
            if (step.late) vm.warp(block.timestamp + 400 days);
            requireRevert(step.byClient ? client : operator, step.input, expected, step.name);
            vm.revertToState(snapshot);
        }
    }

    /// @return jobId The hash of the changed terms.
    function _changeTerms(bytes memory input, uint256 field, uint256 mask) private pure returns (bytes32 jobId) {
        assembly {
            let terms := add(input, 0x24)
            let word := add(terms, mul(field, 0x20))
            mstore(word, xor(mload(word), mask))
            jobId := keccak256(terms, mul(WORDS, 0x20))
        }
    }
}

/// @notice Every state and every call that its row of the table does not have, by anyone and at any time.
contract JobEscrowTransitionsTest is JobCalls {
    function setUp() public {
        setUpDisputes();
        tellRuling(1);
    }

    function testFuzz_RevertGiven_NoSuchJob(address caller, uint256 seed) public {
        _requireOnly(jobAt(JobState.NONE), caller, seed);
    }

    function testFuzz_RevertGiven_Active(address caller, uint256 seed) public {
        _requireOnly(jobAt(JobState.ACTIVE), caller, seed);
    }

    function testFuzz_RevertGiven_Submitted(address caller, uint256 seed) public {
        _requireOnly(jobAt(JobState.SUBMITTED), caller, seed);
    }

    function testFuzz_RevertGiven_Disputed(address caller, uint256 seed) public {
        _requireOnly(disputedJob(false), caller, seed);
    }

    function testFuzz_RevertGiven_DisputedWithAnOpenCase(address caller, uint256 seed) public {
        _requireOnly(disputedJob(true), caller, seed);
    }

    function testFuzz_RevertGiven_CompletedByAccept(address caller, uint256 seed) public {
        _requireOnly(jobAt(JobState.COMPLETED), caller, seed);
    }

    function testFuzz_RevertGiven_CompletedBySettle(address caller, uint256 seed) public {
        JobTerms memory terms = jobAt(JobState.SUBMITTED);
        vm.warp(reviewUntil(terms) + 1);
        escrow.settle(terms);
        _requireOnly(terms, caller, seed);
    }

    function testFuzz_RevertGiven_CompletedByConcession(address caller, uint256 seed, bool opened) public {
        JobTerms memory terms = disputedJob(opened);
        vm.prank(client);
        escrow.concede(terms);
        _requireOnly(terms, caller, seed);
    }

    function testFuzz_RevertGiven_CompletedByRuling(address caller, uint256 seed, bool opened) public {
        JobTerms memory terms = disputedJob(opened);
        escrow.applyRuling(terms);
        assertTrue(stateOf(terms) == JobState.COMPLETED, "ruled");
        _requireOnly(terms, caller, seed);
    }

    function testFuzz_RevertGiven_Declined(address caller, uint256 seed) public {
        _requireOnly(jobAt(JobState.DECLINED), caller, seed);
    }

    function testFuzz_RevertGiven_Expired(address caller, uint256 seed) public {
        _requireOnly(jobAt(JobState.EXPIRED), caller, seed);
    }

    function testFuzz_RevertGiven_Forfeited(address caller, uint256 seed) public {
        JobTerms memory terms = openJob();
        vm.prank(operator);
        escrow.forfeit(terms);
        _requireOnly(terms, caller, seed);
    }

    function testFuzz_RevertGiven_Canceled(address caller, uint256 seed) public {
        _requireOnly(jobAt(JobState.CANCELED), caller, seed);
    }

    function testFuzz_RevertGiven_Refunded(address caller, uint256 seed) public {
        _requireOnly(jobAt(JobState.REFUNDED), caller, seed);
    }

    function testFuzz_RevertGiven_Split(address caller, uint256 seed) public {
        _requireOnly(jobAt(JobState.SPLIT), caller, seed);
    }

    /// @dev All calls, by whoever may make them otherwise: so that no test above passes for another reason.
    function test_EveryCallWorksInItsState() public {
        Step[] memory steps = stepsOf(jobAt(JobState.NONE));
        for (uint256 i; i < steps.length; ++i) {
            JobTerms memory terms = jobAt(steps[i].needed);
            Step memory step = stepsOf(terms)[i];
            if (step.late) passWindow(terms);
            requireCall(step.byClient ? client : operator, step.input, step.name);
        }
    }

    function _requireOnly(JobTerms memory terms, address caller, uint256 seed) private {
        address[6] memory callers = [caller, client, owner, operator, provider, adjudicator];
        bytes32 before = keccak256(abi.encode(escrow.jobOf(idOfJob(terms))));
        JobState current = stateOf(terms);
        vm.warp(block.timestamp + pick(seed, "wait", 0, 1_000 days));
        Step[] memory steps = stepsOf(terms);
        for (uint256 i; i < steps.length; ++i) {
            if (steps[i].needed == current) continue;
            address chosen = callers[uint256(keccak256(abi.encode(seed, i))) % callers.length];
            requireUnexpectedState(chosen, steps[i].input, terms, steps[i].needed, steps[i].name);
        }
        assertEq(keccak256(abi.encode(escrow.jobOf(idOfJob(terms)))), before, "the job stays as it is");
    }
}
