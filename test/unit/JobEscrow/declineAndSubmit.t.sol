// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {JobFuzz} from "../../utils/JobFuzz.sol";
import {vm} from "../../utils/Vm.sol";

contract JobEscrowDeclineTest is JobFuzz {
    function setUp() public {
        setUpJobs();
    }

    function testFuzz_When_InTime(uint256 seed, bool byOwner, string calldata reason) public {
        JobTerms memory terms = anyJob(seed);
        uint40 openedBlock = uint40(block.number);
        pass(pick(seed, "wait", 0, terms.declineSeconds));
        Ledger memory expected = ledgerOf(terms);
        expected.clientClaim += priceOf(terms);
        expectEnd(expected, terms);

        expectEvent(address(escrow));
        emit IJobEscrow.JobDeclined(idOfJob(terms), provider, reason, openedBlock);
        if (terms.collateral != 0) {
            expectEvent(address(staking));
            emit IProviderStaking.StakeReleased(provider, address(escrow), terms.collateral);
        }
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(escrow), address(escrow), client, idOf(payToken), priceOf(terms));
        vm.prank(byOwner ? owner : operator);
        escrow.decline(terms, reason);

        requireStep(terms, JobState.DECLINED, 0);
        requireLedger(terms, expected);
    }

    function testFuzz_WindowIncludesItsLastSecond(uint256 seed, uint32 late) public {
        JobTerms memory terms = anyJob(seed);
        uint256 lastAt = block.timestamp + terms.declineSeconds;
        vm.warp(lastAt + 1);
        _requireTooLate(terms, lastAt);
        vm.warp(lastAt + 1 + late);
        _requireTooLate(terms, lastAt);

        vm.warp(lastAt);
        vm.prank(operator);
        escrow.decline(terms, "");
    }

    function testFuzz_RevertWhen_CallerIsNotTheProvidersSide(address caller) public {
        JobTerms memory terms = openJob();
        requireOperatorsOnly(terms, _call(terms), caller);
    }

    function test_When_OperatorIsNewerThanTheJob() public {
        JobTerms memory terms = openJob();
        vm.prank(owner);
        registry.setOperator(provider, stranger, true);
        vm.prank(stranger);
        escrow.decline(terms, "");
    }

    function _requireTooLate(JobTerms memory terms, uint256 lastAt) private {
        bytes memory expected = JobErrors.tooLate(idOfJob(terms), block.timestamp, lastAt);
        requireRevert(operator, _call(terms), expected, "the operator, too late");
        requireRevert(owner, _call(terms), expected, "the owner, too late");
    }

    function _call(JobTerms memory terms) private pure returns (bytes memory) {
        return abi.encodeCall(IJobEscrow.decline, (terms, "no"));
    }
}

contract JobEscrowSubmitTest is JobFuzz {
    function setUp() public {
        setUpJobs();
    }

    function testFuzz_When_InTime(uint256 seed, bool byOwner, bytes32 resultDigest, bytes32 resultRoot) public {
        vm.assume(bytes20(resultDigest) != 0);
        JobTerms memory terms = anyJob(seed);
        uint40 openedBlock = uint40(block.number);
        pass(pick(seed, "wait", 0, deliverUntil(terms) - block.timestamp));
        Ledger memory expected = ledgerOf(terms);

        expectEvent(address(escrow));
        emit IJobEscrow.JobSubmitted(idOfJob(terms), provider, resultDigest, resultRoot, openedBlock);
        vm.prank(byOwner ? owner : operator);
        escrow.submit(terms, resultDigest, resultRoot);

        requireStep(terms, JobState.SUBMITTED, resultDigest);
        requireLedger(terms, expected);
    }

    function testFuzz_DeadlineIncludesItsSecond(uint256 seed, uint32 late) public {
        JobTerms memory terms = anyJob(seed);
        uint256 lastAt = block.timestamp;
        lastAt += uint256(terms.declineSeconds) + terms.runLimitSeconds + terms.slackSeconds;
        vm.warp(lastAt + 1);
        _requireTooLate(terms, lastAt);
        vm.warp(lastAt + 1 + late);
        _requireTooLate(terms, lastAt);

        vm.warp(lastAt);
        submitJob(terms);
    }

    /// @dev Only the first 160 bits of a digest are stored, and they must say something.
    function testFuzz_RevertWhen_DigestHasNoLeadingBits(uint96 tail) public {
        JobTerms memory terms = openJob();
        bytes32 digest = bytes32(uint256(tail));
        bytes memory input = abi.encodeCall(IJobEscrow.submit, (terms, digest, keccak256("root")));
        requireRevert(operator, input, JobErrors.resultDigestInvalid(idOfJob(terms), digest), "empty digest");

        vm.prank(operator);
        escrow.submit(terms, bytes32(uint256(1) << 96), 0);
    }

    function testFuzz_RevertWhen_CallerIsNotTheProvidersSide(address caller) public {
        JobTerms memory terms = openJob();
        requireOperatorsOnly(terms, _call(terms), caller);
    }

    function test_When_OperatorIsNewerThanTheJob() public {
        JobTerms memory terms = openJob();
        vm.prank(owner);
        registry.setOperator(provider, stranger, true);
        vm.prank(stranger);
        escrow.submit(terms, keccak256("result"), 0);
    }

    function _requireTooLate(JobTerms memory terms, uint256 lastAt) private {
        bytes memory expected = JobErrors.tooLate(idOfJob(terms), block.timestamp, lastAt);
        requireRevert(operator, _call(terms), expected, "the operator, too late");
        requireRevert(owner, _call(terms), expected, "the owner, too late");
    }

    function _call(JobTerms memory terms) private pure returns (bytes memory) {
        return abi.encodeCall(IJobEscrow.submit, (terms, keccak256("result"), keccak256("root")));
    }
}
