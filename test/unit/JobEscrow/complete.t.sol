// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {JobFuzz} from "../../utils/JobFuzz.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice The two ways to be paid: accept and settle.
contract JobEscrowCompleteTest is JobFuzz {
    function setUp() public {
        setUpJobs();
    }

    function testFuzz_When_ClientAccepts(uint256 seed) public {
        JobTerms memory terms = _anySubmittedJob(seed);
        pass(pick(seed, "wait", 0, 400 days));
        Ledger memory expected = _expectCompletion(terms, true);
        vm.prank(client);
        escrow.accept(terms);
        _requireCompleted(terms, expected);
    }

    function testFuzz_RevertWhen_AnotherAccepts(address caller, uint256 waitSeed) public {
        vm.assume(caller != client);
        JobTerms memory terms = jobIn(JobState.SUBMITTED);
        vm.warp(block.timestamp + pick(waitSeed, "wait", 0, 400 days));
        address[5] memory callers = [caller, owner, operator, provider, payout];
        for (uint256 i; i < callers.length; ++i) {
            bytes memory expected = JobErrors.notClient(idOfJob(terms), callers[i]);
            requireRevert(callers[i], abi.encodeCall(IJobEscrow.accept, (terms)), expected, "not the client");
        }
    }

    function testFuzz_When_AnyoneSettlesAfterTheReview(uint256 seed, address caller) public {
        JobTerms memory terms = _anySubmittedJob(seed);
        pass(uint256(terms.reviewSeconds) + 1 + pick(seed, "wait", 0, 400 days));
        Ledger memory expected = _expectCompletion(terms, false);
        vm.prank(caller);
        escrow.settle(terms);
        _requireCompleted(terms, expected);
    }

    function testFuzz_ReviewIncludesItsLastSecond(uint256 seed, address caller) public {
        JobTerms memory terms = _anySubmittedJob(seed);
        uint256 lastAt = block.timestamp + terms.reviewSeconds;
        vm.warp(lastAt - pick(seed, "early", 0, terms.reviewSeconds));
        _requireTooEarly(caller, terms, lastAt);
        _requireTooEarly(operator, terms, lastAt);
        _requireTooEarly(client, terms, lastAt);
        vm.warp(lastAt);
        _requireTooEarly(caller, terms, lastAt);

        vm.warp(lastAt + 1);
        vm.prank(caller);
        escrow.settle(terms);
    }

    /// @dev A provider that lost its operators is paid all the same.
    function test_When_TheProvidersSideIsGone_ItIsPaid() public {
        JobTerms memory terms = jobIn(JobState.SUBMITTED);
        vm.startPrank(owner);
        registry.setOperator(provider, operator, false);
        registry.offerOwnership(provider, stranger);
        vm.stopPrank();
        vm.prank(stranger);
        registry.acceptOwnership(provider);
        vm.warp(reviewUntil(terms) + 1);
        escrow.settle(terms);
        assertEq(claimOf(payout), priceOf(terms), "paid");
    }

    function _anySubmittedJob(uint256 seed) private returns (JobTerms memory terms) {
        terms = anyJob(seed);
        pass(pick(seed, "run", 0, deliverUntil(terms) - block.timestamp));
        submitJob(terms);
    }

    function _expectCompletion(JobTerms memory terms, bool accepted) private returns (Ledger memory expected) {
        bytes32 jobId = idOfJob(terms);
        uint40 submittedBlock = escrow.jobOf(jobId).steppedBlock;
        expected = ledgerOf(terms);
        expected.payoutClaim += priceOf(terms);
        expectEnd(expected, terms);

        expectEvent(address(escrow));
        emit IJobEscrow.JobCompleted(jobId, provider, priceOf(terms), accepted, submittedBlock);
        if (terms.collateral != 0) {
            expectEvent(address(staking));
            emit IProviderStaking.StakeReleased(provider, address(escrow), terms.collateral);
        }
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(escrow), address(escrow), payout, idOf(payToken), priceOf(terms));
    }

    function _requireCompleted(JobTerms memory terms, Ledger memory expected) private view {
        requireStep(terms, JobState.COMPLETED, keccak256("result"));
        requireLedger(terms, expected);
    }

    function _requireTooEarly(address caller, JobTerms memory terms, uint256 lastAt) private {
        bytes memory expected = JobErrors.tooEarly(idOfJob(terms), block.timestamp, lastAt);
        requireRevert(caller, abi.encodeCall(IJobEscrow.settle, (terms)), expected, "within the review");
    }
}
