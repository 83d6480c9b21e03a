// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttestedAdjudicator} from "../../contracts/interfaces/IAttestedAdjudicator.sol";
import {IJobDisputes} from "../../contracts/interfaces/IJobDisputes.sol";
import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {Attestation} from "../../contracts/types/Attestation.sol";
import {JobState, JobTerms} from "../../contracts/types/Job.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: an adjudicator answers after the deadline as if it were in time, changes an answer that was
/// applied, or answers something that is neither yes nor no.
/// Peer: none known.
contract AdjudicatorThatLiesAboutItsDeadlineTest is Story {
    function setUp() public {
        setUpHostileStory();
    }

    /// @dev The market's own clock decides. After its deadline no answer counts, whatever it is.
    function testFuzz_TooLateIsTooLate(uint256 seed, bool providerRight) public {
        JobTerms memory terms = anyJobHere(seed);
        submitJob(terms);
        disputeJob(terms);
        uint256 lastAt = rulingUntil(terms);
        escrow.openCase(terms);
        vm.warp(lastAt + 1 + pick(seed, "late", 0, 400 days));
        hostile.setWord(providerRight ? 1 : 2);
        Ledger memory expected = ledgerOf(terms);
        bytes memory input = abi.encodeCall(IJobDisputes.applyRuling, (terms));
        requireRefused(stranger, address(escrow), input, IJobEscrow.JobEscrow_TooLate.selector, "a late answer");
        requireLedger(terms, expected);

        escrow.noRuling(terms);
        uint256 providersPart = (priceOf(terms) * terms.noRulingBps) / 10_000;
        expectEnd(expected, terms);
        expected.payoutClaim += providersPart;
        expected.clientClaim += priceOf(terms) - providersPart;
        requireLedger(terms, expected);
        assertEq(claimOf(adjudicator), terms.disputeFee, "the adjudicator has the fee at most");
    }

    /// @dev What was applied stays, however often it changes its mind.
    function testFuzz_TheFirstAnswerStays(bool providerRight) public {
        JobTerms memory terms = disputedJob(false);
        escrow.openCase(terms);
        Ledger memory expected = ledgerOf(terms);
        hostile.setWord(providerRight ? 1 : 2);
        escrow.applyRuling(terms);
        expectEnd(expected, terms);
        if (providerRight) {
            expected.payoutClaim += priceOf(terms);
        } else {
            expected.clientClaim += priceOf(terms);
            expectSlash(expected, terms.collateral);
        }
        requireLedger(terms, expected);

        hostile.setWord(providerRight ? 2 : 1);
        bytes memory input = abi.encodeCall(IJobDisputes.applyRuling, (terms));
        bytes4 error_ = IJobEscrow.JobEscrow_UnexpectedState.selector;
        requireRefused(stranger, address(escrow), input, error_, "another answer");
        requireLedger(terms, expected);
    }

    /// @dev Only the two words are answers.
    function testFuzz_NeitherYesNorNo(uint256 word) public {
        JobTerms memory terms = disputedJob(false);
        vm.assume(word != 1 && word != 2);
        hostile.setWord(word);
        Ledger memory expected = ledgerOf(terms);
        bytes memory input = abi.encodeCall(IJobDisputes.applyRuling, (terms));
        bytes4 error_ = IJobDisputes.JobDisputes_NoRuling.selector;
        requireRefused(stranger, address(escrow), input, error_, "no answer");
        requireLedger(terms, expected);
        assertTrue(stateOf(terms) == JobState.DISPUTED, "it goes on");
    }
}

/// @notice The same with the panel that ships: its deadline is the market's, to the second.
contract PanelThatRulesLateTest is Story {
    function setUp() public {
        setUpStory();
    }

    function testFuzz_ItsDeadlineIsTheMarkets(bool providerRight) public {
        JobTerms memory terms = disputedJob(false);
        uint256 lastAt = rulingUntil(terms);
        escrow.openCase(terms);
        Attestation[] memory words = attest(panel, address(escrow), idOfJob(terms), providerRight);
        uint256 snapshot = vm.snapshotState();
        vm.warp(lastAt);
        panel.rule(address(escrow), idOfJob(terms), providerRight, words);
        escrow.applyRuling(terms);
        assertTrue(stateOf(terms) == (providerRight ? JobState.COMPLETED : JobState.REFUNDED), "in the last second");

        assertTrue(vm.revertToState(snapshot), "back in time");
        vm.warp(lastAt + 1);
        bytes memory input = abi.encodeCall(panel.rule, (address(escrow), idOfJob(terms), providerRight, words));
        bytes4 error_ = IAttestedAdjudicator.AttestedAdjudicator_TooLate.selector;
        requireRefused(stranger, address(panel), input, error_, "a second late");
        assertEq(claimOf(signers[0]) + claimOf(signers[1]), 0, "no fee for it");
    }
}
