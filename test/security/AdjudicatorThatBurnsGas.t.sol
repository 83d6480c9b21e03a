// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobDisputes} from "../../contracts/interfaces/IJobDisputes.sol";
import {JobState, JobTerms} from "../../contracts/types/Job.sol";
import {vm} from "../utils/Vm.sol";
import {HostileAdjudicator} from "./mocks/HostileAdjudicator.sol";
import {Story} from "./Story.sol";

/// @notice The attack: the adjudicator uses up all gas that it is given, or answers with so many bytes that copying them
/// does, so that the call around it fails.
/// Peer: none known.
contract AdjudicatorThatBurnsGasTest is Story {
    /// @dev What {JobEscrow} lets an adjudicator have on a concession, and what all the rest may take besides.
    uint256 private constant CLOSE_CASE_GAS = 300_000;
    uint256 private constant REST_GAS = 250_000;

    function setUp() public {
        setUpHostileStory();
    }

    /// @dev A concession costs the bounded gas at worst, and pays the provider.
    function testFuzz_AConcessionGoesThrough(bool bombs) public {
        JobTerms memory terms = disputedJob(false);
        escrow.openCase(terms);
        _setMood(bombs);
        Ledger memory expected = ledgerOf(terms);
        uint256 gasBefore = gasleft();
        vm.prank(client);
        escrow.concede{gas: 3_000_000}(terms);
        assertTrue(gasBefore - gasleft() < CLOSE_CASE_GAS + REST_GAS, "the gas of a concession");
        expectEnd(expected, terms);
        expected.payoutClaim += priceOf(terms);
        requireLedger(terms, expected);
        assertEq(claimOf(adjudicator), terms.disputeFee, "the fee, which is the most that it can take");
    }

    /// @dev Opening a case fails, at the expense of who tried. The fee stays in the market, and the split is near.
    function testFuzz_OpeningFailsAlone(bool bombs) public {
        JobTerms memory terms = disputedJob(false);
        _setMood(bombs);
        Ledger memory expected = ledgerOf(terms);
        bytes memory input = abi.encodeCall(IJobDisputes.openCase, (terms));
        vm.prank(stranger);
        (bool succeeded, ) = address(escrow).call{gas: 2_000_000}(input);
        assertFalse(succeeded, "the case is open");
        requireLedger(terms, expected);
        _requireSplit(terms, expected, true);
    }

    /// @dev An answer that burns, or is huge, is read at a bounded price or not at all; the split needs none.
    function testFuzz_TheSplitNeedsNoAnswer(bool bombs) public {
        JobTerms memory terms = disputedJob(false);
        escrow.openCase(terms);
        _setMood(bombs);
        Ledger memory expected = ledgerOf(terms);
        bytes memory input = abi.encodeCall(IJobDisputes.applyRuling, (terms));
        vm.prank(stranger);
        (bool succeeded, ) = address(escrow).call{gas: 2_000_000}(input);
        assertFalse(succeeded, "there is no answer");
        requireLedger(terms, expected);
        _requireSplit(terms, expected, false);
    }

    /// @dev A true answer with hundreds of thousands of bytes behind it is an answer: nobody pays for copying them.
    function test_OnlyTheFirstWordIsCopied() public {
        JobTerms memory terms = disputedJob(false);
        escrow.openCase(terms);
        hostile.setWord(1);
        hostile.setMoods(HostileAdjudicator.Mood.OBEYS, HostileAdjudicator.Mood.OBEYS, HostileAdjudicator.Mood.BOMBS);
        uint256 gasBefore = gasleft();
        hostile.rulingOf{gas: 2_000_000}(address(escrow), 0);
        uint256 bombAndCopy = gasBefore - gasleft();
        gasBefore = gasleft();
        vm.prank(stranger);
        escrow.applyRuling(terms);
        // Reading the bomb here copies one word too, so the ruling's own work is all that may come on top.
        assertTrue(gasBefore - gasleft() < bombAndCopy + REST_GAS, "the gas of a ruling");
        assertTrue(stateOf(terms) == JobState.COMPLETED, "the provider was right");
        assertEq(claimOf(payout), priceOf(terms), "and is paid");
    }

    function _setMood(bool bombs) private {
        HostileAdjudicator.Mood mood = bombs ? HostileAdjudicator.Mood.BOMBS : HostileAdjudicator.Mood.BURNS;
        hostile.setMoods(mood, mood, mood);
    }

    function _requireSplit(JobTerms memory terms, Ledger memory expected, bool feeReturned) private {
        vm.warp(rulingUntil(terms) + 1);
        vm.prank(stranger);
        escrow.noRuling{gas: REST_GAS}(terms);
        expectEnd(expected, terms);
        if (feeReturned) expected.marketClaim -= terms.disputeFee;
        expected.payoutClaim += 0.12e18;
        expected.clientClaim += 0.18e18 + (feeReturned ? terms.disputeFee : 0);
        requireLedger(terms, expected);
    }
}
