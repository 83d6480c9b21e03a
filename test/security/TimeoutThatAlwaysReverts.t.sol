// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobState, JobTerms} from "../../contracts/types/Job.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: do nothing. Where the call that should end the wait always reverts, the other side's money stays
/// in the contract for ever.
/// Peer: Lilypad v1, whose controller calls two timeouts by names that the implementation does not have, so both always
/// reverted (executed; peers.md 4.0).
contract TimeoutThatAlwaysRevertsTest is Story {
    function setUp() public {
        setUpStory();
    }

    function testFuzz_AnUndeliveredJobEnds(uint256 seed, bool inBatch) public {
        JobTerms memory terms = anyJobHere(seed);
        Ledger memory expected = ledgerOf(terms);
        pass(deliverUntil(terms) - block.timestamp + 1 + pick(seed, "late", 0, 400 days));
        vm.prank(stranger);
        if (inBatch) assertEq(escrow.expireMany(_one(terms)), 1, "expired");
        else escrow.expire(terms);

        expectEnd(expected, terms);
        expectSlash(expected, terms.collateral);
        expected.clientClaim += priceOf(terms);
        requireLedger(terms, expected);
    }

    function testFuzz_AnUnansweredResultEnds(uint256 seed, bool inBatch) public {
        JobTerms memory terms = anyJobHere(seed);
        submitJob(terms);
        Ledger memory expected = ledgerOf(terms);
        pass(reviewUntil(terms) - block.timestamp + 1 + pick(seed, "late", 0, 400 days));
        vm.prank(stranger);
        if (inBatch) assertEq(escrow.settleMany(_one(terms)), 1, "settled");
        else escrow.settle(terms);

        expectEnd(expected, terms);
        expected.payoutClaim += priceOf(terms);
        requireLedger(terms, expected);
    }

    function testFuzz_AnUnansweredDisputeEnds(uint256 seed, bool caseOpened) public {
        JobTerms memory terms = anyJobHere(seed);
        submitJob(terms);
        disputeJob(terms);
        uint256 lastAt = rulingUntil(terms);
        if (caseOpened) escrow.openCase(terms);
        Ledger memory expected = ledgerOf(terms);
        pass(lastAt - block.timestamp + 1 + pick(seed, "late", 0, 400 days));
        vm.prank(stranger);
        escrow.noRuling(terms);
        vm.prank(stranger);
        if (caseOpened) panel.returnFee(address(escrow), idOfJob(terms));

        uint256 providersPart = (priceOf(terms) * terms.noRulingBps) / 10_000;
        expectEnd(expected, terms);
        expected.payoutClaim += providersPart;
        expected.clientClaim += priceOf(terms) - providersPart + terms.disputeFee;
        if (caseOpened) expected.adjudicatorClaim -= terms.disputeFee;
        else expected.marketClaim -= terms.disputeFee;
        requireLedger(terms, expected);
        assertEq(claimOf(adjudicator), 0, "the adjudicator keeps nothing");
    }

    /// @dev One item that is not ready must not hold up the rest.
    function test_ABatchSkipsWhatIsNotReady() public {
        JobTerms memory late = openJob();
        vm.warp(deliverUntil(late) + 1);
        JobTerms memory early = openJob();
        JobTerms[] memory jobs = new JobTerms[](3);
        (jobs[0], jobs[1], jobs[2]) = (early, late, late);
        assertEq(escrow.expireMany(jobs), 1, "the late one, once");
        assertTrue(stateOf(late) == JobState.EXPIRED, "the late one ended");
        assertTrue(stateOf(early) == JobState.ACTIVE, "the other goes on");
        assertEq(claimOf(address(escrow)), priceOf(early), "its price is there");
    }

    /// @dev The wait for stake ends too, to the second.
    function testFuzz_ThawedStakeComesHome(uint256 seed) public {
        uint128 amount = uint128(pick(seed, "amount", 1, staking.freeOf(provider)));
        vm.startPrank(owner);
        staking.startThaw(provider, amount);
        vm.warp(block.timestamp + THAW_SECONDS);
        staking.withdraw(provider, owner);
        vm.stopPrank();
        assertEq(stakeToken.balanceOf(owner), amount, "the owner's tokens");
    }

    function _one(JobTerms memory terms) private pure returns (JobTerms[] memory jobs) {
        jobs = new JobTerms[](1);
        jobs[0] = terms;
    }
}
