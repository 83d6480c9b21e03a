// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobTerms} from "../../contracts/types/Job.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: the adjudicator keeps a fee that it should give back, in the hope that somebody else pays it to
/// the client, or that the case cannot end without it.
/// Peer: none known.
contract AdjudicatorThatKeepsTheFeeTest is Story {
    function setUp() public {
        setUpHostileStory();
    }

    /// @dev The fee is the client's loss, to the unit, and nobody else's: not the market's, not the provider's. Another
    /// job's price lies in the market all the time.
    function testFuzz_ItCostsTheClientTheFee(uint256 seed, uint256 way) public {
        lightJob();
        JobTerms memory terms = anyJobHere(seed);
        submitJob(terms);
        disputeJob(terms);
        Ledger memory expected = ledgerOf(terms);
        escrow.openCase(terms);
        way = way % 4;
        expectEnd(expected, terms);
        expected.marketClaim -= terms.disputeFee;
        uint256 providersPart = priceOf(terms);
        if (way == 0) {
            vm.prank(client);
            escrow.concede(terms);
        } else if (way == 1) {
            vm.warp(rulingUntil(terms) + 1);
            escrow.noRuling(terms);
            providersPart = (priceOf(terms) * terms.noRulingBps) / 10_000;
        } else {
            hostile.setWord(way - 1);
            escrow.applyRuling(terms);
            if (way == 3) {
                providersPart = 0;
                expectSlash(expected, terms.collateral);
            }
        }
        expected.payoutClaim += providersPart;
        expected.clientClaim += priceOf(terms) - providersPart;
        expected.adjudicatorClaim += terms.disputeFee;
        requireLedger(terms, expected);
        assertEq(claimOf(adjudicator), terms.disputeFee, "the adjudicator's gain");
    }

    /// @dev One that answers without taking the case gets no fee at all.
    function testFuzz_NoCaseNoFee(bool providerRight) public {
        JobTerms memory terms = disputedJob(false);
        Ledger memory expected = ledgerOf(terms);
        hostile.setWord(providerRight ? 1 : 2);
        escrow.applyRuling(terms);
        expectEnd(expected, terms);
        expected.marketClaim -= terms.disputeFee;
        expected.clientClaim += terms.disputeFee;
        if (providerRight) {
            expected.payoutClaim += priceOf(terms);
        } else {
            expected.clientClaim += priceOf(terms);
            expectSlash(expected, terms.collateral);
        }
        requireLedger(terms, expected);
        assertEq(claimOf(adjudicator), 0, "the adjudicator");
    }
}
