// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {Job, JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {JobFuzz} from "../../utils/JobFuzz.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice A job's id is the hash of its terms, and no call does anything to a job with other terms.
contract JobEscrowTermsTest is JobFuzz {
    uint256 private constant WORDS = 17;

    /// @dev For each of the terms' 17 fields the bits that its type has.
    uint16[17] private _widths = [256, 32, 160, 160, 160, 160, 160, 128, 128, 128, 32, 32, 32, 32, 32, 16, 256];

    function setUp() public {
        setUpJobs();
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
        JobTerms memory active = jobIn(JobState.ACTIVE);
        JobTerms memory submitted = jobIn(JobState.SUBMITTED);
        bytes[6] memory inputs = [
            abi.encodeCall(IJobEscrow.decline, (active, "no")),
            abi.encodeCall(IJobEscrow.submit, (active, keccak256("result"), 0)),
            abi.encodeCall(IJobEscrow.forfeit, (active)),
            abi.encodeCall(IJobEscrow.expire, (active)),
            abi.encodeCall(IJobEscrow.accept, (submitted)),
            abi.encodeCall(IJobEscrow.settle, (submitted))
        ];
        for (uint256 i; i < inputs.length; ++i) {
            if (i == 3) vm.warp(block.timestamp + 400 days);
            JobState needed = i < 4 ? JobState.ACTIVE : JobState.SUBMITTED;
            bytes memory expected = abi.encodeWithSelector(
                IJobEscrow.JobEscrow_UnexpectedState.selector,
                _changeTerms(inputs[i], field, mask),
                JobState.NONE,
                uint256(1) << uint8(needed)
            );
            requireRevert(i == 4 ? client : operator, inputs[i], expected, "other terms");
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
