// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobDisputes} from "../../contracts/interfaces/IJobDisputes.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {vm} from "../utils/Vm.sol";
import {HostileAdjudicator} from "./mocks/HostileAdjudicator.sol";
import {Story} from "./Story.sol";

/// @notice The attack: an adjudicator that both sides named refuses every call, so that a dispute can neither go on nor
/// end.
/// Peer: none known.
contract AdjudicatorThatRevertsTest is Story {
    function setUp() public {
        setUpHostileStory();
        HostileAdjudicator.Mood reverts = HostileAdjudicator.Mood.REVERTS;
        hostile.setMoods(reverts, reverts, reverts);
    }

    /// @dev It cannot be opened, nor ruled on: the fee stays in the market and comes home with the client's part.
    function testFuzz_TheDisputeEndsInTheSplit(uint256 seed) public {
        JobTerms memory terms = anyJobHere(seed);
        submitJob(terms);
        disputeJob(terms);
        Ledger memory expected = ledgerOf(terms);
        _requireStuck(terms);
        requireLedger(terms, expected);

        vm.warp(rulingUntil(terms) + 1);
        vm.prank(stranger);
        escrow.noRuling(terms);
        uint256 providersPart = (priceOf(terms) * terms.noRulingBps) / 10_000;
        expectEnd(expected, terms);
        expected.payoutClaim += providersPart;
        expected.clientClaim += priceOf(terms) - providersPart + terms.disputeFee;
        expected.marketClaim -= terms.disputeFee;
        requireLedger(terms, expected);
        assertEq(claimOf(adjudicator), 0, "the adjudicator");
    }

    /// @dev Or the client lets it be, at any time before that.
    function testFuzz_TheClientConcedes(uint256 seed) public {
        JobTerms memory terms = anyJobHere(seed);
        submitJob(terms);
        disputeJob(terms);
        Ledger memory expected = ledgerOf(terms);
        _requireStuck(terms);
        vm.warp(block.timestamp + pick(seed, "wait", 0, terms.rulingSeconds));
        vm.prank(client);
        escrow.concede(terms);
        expectEnd(expected, terms);
        expected.payoutClaim += priceOf(terms);
        expected.clientClaim += terms.disputeFee;
        expected.marketClaim -= terms.disputeFee;
        requireLedger(terms, expected);
    }

    /// @dev One that takes the case first, and refuses to close it, stops nobody.
    function test_ItsCloseIsNotNeeded() public {
        hostile.setMoods(
            HostileAdjudicator.Mood.OBEYS,
            HostileAdjudicator.Mood.REVERTS,
            HostileAdjudicator.Mood.REVERTS
        );
        JobTerms memory terms = disputedJob(false);
        escrow.openCase(terms);
        Ledger memory expected = ledgerOf(terms);
        vm.prank(client);
        escrow.concede(terms);
        expectEnd(expected, terms);
        expected.payoutClaim += priceOf(terms);
        requireLedger(terms, expected);
        assertEq(claimOf(adjudicator), terms.disputeFee, "the fee, which is the most that it can take");
    }

    function _requireStuck(JobTerms memory terms) private {
        bytes memory input = abi.encodeCall(IJobDisputes.openCase, (terms));
        bytes4 error_ = HostileAdjudicator.HostileAdjudicator_Refuses.selector;
        requireRefused(stranger, address(escrow), input, error_, "openCase");
        input = abi.encodeCall(IJobDisputes.applyRuling, (terms));
        requireRefused(stranger, address(escrow), input, IJobDisputes.JobDisputes_NoRuling.selector, "applyRuling");
    }
}
