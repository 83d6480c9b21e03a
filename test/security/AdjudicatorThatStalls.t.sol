// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobDisputes} from "../../contracts/interfaces/IJobDisputes.sol";
import {JobState, JobTerms} from "../../contracts/types/Job.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: the adjudicator takes the case and never answers, so that one side wins by its silence, or both
/// wait for ever.
/// Peer: Infernet, where a verifier's silence for a week pays the node by default (read; peers.md 4.0).
contract AdjudicatorThatStallsTest is Story {
    function setUp() public {
        setUpHostileStory();
    }

    /// @dev The price is split as both agreed, the stake is free; the client's loss beyond that is the fee it paid.
    function testFuzz_TheSplitThatBothAgreed(uint256 seed, bool caseOpened) public {
        JobTerms memory terms = anyJobHere(seed);
        submitJob(terms);
        disputeJob(terms);
        uint256 lastAt = rulingUntil(terms);
        Ledger memory expected = ledgerOf(terms);
        if (caseOpened) escrow.openCase(terms);
        vm.warp(lastAt);
        bytes memory input = abi.encodeCall(IJobDisputes.noRuling, (terms));
        requireRefused(
            stranger,
            address(escrow),
            input,
            bytes4(keccak256("JobEscrow_TooEarly(bytes32,uint40,uint40)")),
            "in its last second"
        );
        vm.warp(lastAt + 1);
        vm.prank(stranger);
        escrow.noRuling(terms);

        uint256 providersPart = (priceOf(terms) * terms.noRulingBps) / 10_000;
        expectEnd(expected, terms);
        expected.marketClaim -= terms.disputeFee;
        expected.payoutClaim += providersPart;
        expected.clientClaim += priceOf(terms) - providersPart + (caseOpened ? 0 : terms.disputeFee);
        expected.adjudicatorClaim += caseOpened ? terms.disputeFee : 0;
        requireLedger(terms, expected);
        assertEq(claimOf(adjudicator), caseOpened ? terms.disputeFee : 0, "the adjudicator has the fee at most");
    }

    /// @dev Opening the case late, or again and again, moves no deadline.
    function testFuzz_TheClockGoesOn(uint256 wait) public {
        JobTerms memory terms = disputedJob(false);
        uint256 disputedAt = steppedAt(terms);
        vm.warp(disputedAt + bound(wait, 0, terms.rulingSeconds));
        escrow.openCase(terms);
        assertEq(steppedAt(terms), disputedAt, "the dispute's time");
        bytes memory input = abi.encodeCall(IJobDisputes.openCase, (terms));
        requireRefused(stranger, address(escrow), input, IJobDisputes.JobDisputes_CaseOpen.selector, "again");
        vm.warp(disputedAt + terms.rulingSeconds + 1);
        escrow.noRuling(terms);
        assertTrue(stateOf(terms) == JobState.SPLIT, "over");
        assertEq(claimOf(adjudicator), terms.disputeFee, "one fee");
    }

    /// @dev An order that names nobody ends in the split, and costs no fee.
    function test_NobodyAtAll() public {
        adjudicator = address(0);
        vm.prank(owner);
        registry.setOperatorBound(provider, address(payToken), address(0), RATE_PER_SECOND);
        JobTerms memory terms = disputedJob(false);
        Ledger memory expected = ledgerOf(terms);
        bytes memory input = abi.encodeCall(IJobDisputes.openCase, (terms));
        requireRefused(stranger, address(escrow), input, IJobDisputes.JobDisputes_NoAdjudicator.selector, "nobody");
        input = abi.encodeCall(IJobDisputes.applyRuling, (terms));
        requireRefused(stranger, address(escrow), input, IJobDisputes.JobDisputes_NoRuling.selector, "no answer");
        vm.warp(rulingUntil(terms) + 1);
        escrow.noRuling(terms);
        expectEnd(expected, terms);
        expected.marketClaim -= terms.disputeFee;
        expected.payoutClaim += 0.12e18;
        expected.clientClaim += 0.18e18 + terms.disputeFee;
        requireLedger(terms, expected);
    }
}
