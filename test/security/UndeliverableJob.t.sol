// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobState, JobTerms} from "../../contracts/types/Job.sol";
import {Offer} from "../../contracts/types/Order.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: open jobs whose inputs cannot be fetched or read, or that no machine can finish, wait for the
/// deadline, and collect half of each provider's collateral.
/// Peer: none known.
contract UndeliverableJobTest is Story {
    function setUp() public {
        setUpStory();
    }

    /// @dev Inputs that cannot be had: the provider declines, up to the last second, and nobody has lost anything.
    function testFuzz_TheProviderDeclines(uint256 seed, bool byRequest) public {
        JobTerms memory terms = byRequest ? takeRequest(plainRequest()) : anyJobHere(seed);
        Ledger memory expected = ledgerOf(terms);
        vm.warp(block.timestamp + pick(seed, "wait", 0, terms.declineSeconds));
        vm.prank(operator);
        escrow.decline(terms, "no inputs");
        expectEnd(expected, terms);
        expected.clientClaim += priceOf(terms);
        requireLedger(terms, expected);

        vm.warp(block.timestamp + 400 days);
        assertEq(escrow.expireMany(_one(terms)), 0, "there is nothing to collect");
        assertEq(staking.claimOf(client), 0, "no slash");
    }

    /// @dev An offer without time to decline does not exist.
    function testFuzz_ThereIsAlwaysTimeToDecline(uint256 seed) public {
        Offer memory offer = anyOffer(seed);
        offer.declineSeconds = 0;
        (offer.minRunSeconds, offer.maxRunSeconds) = (1, 30 days);
        bytes memory input = abi.encodeCall(escrow.takeOffer, (offer, signOffer(OWNER_KEY, offer), defaultTake()));
        bytes4 error_ = bytes4(keccak256("Order_OutOfBounds(bytes32,uint256,uint256,uint256)"));
        requireRefused(client, address(escrow), input, error_, "no time to decline");
    }

    /// @dev A program that never ends reaches its limit. That is a result, and it is paid.
    function testFuzz_WhatCannotFinishIsAResult(uint256 seed) public {
        JobTerms memory terms = anyJobHere(seed);
        Ledger memory expected = ledgerOf(terms);
        vm.warp(block.timestamp + terms.declineSeconds + terms.runLimitSeconds);
        bytes32 outcome = sha256("the run limit was reached");
        vm.prank(operator);
        escrow.submit(terms, outcome, 0);
        vm.warp(reviewUntil(terms) + 1);
        escrow.settle(terms);
        expectEnd(expected, terms);
        expected.payoutClaim += priceOf(terms);
        requireLedger(terms, expected);
    }

    /// @dev A provider that let the window pass: giving up in its first second bounds what the attacker collects, by an
    /// eighth of the collateral and what the window added.
    function testFuzz_TheLatestWayOutIsBounded(uint256 seed) public {
        JobTerms memory terms = anyJobHere(seed);
        Ledger memory expected = ledgerOf(terms);
        uint256 total = uint256(terms.declineSeconds) + terms.runLimitSeconds + terms.slackSeconds;
        uint256 elapsed = uint256(terms.declineSeconds) + 1;
        vm.warp(block.timestamp + elapsed);
        vm.prank(operator);
        escrow.forfeit(terms);

        uint256 numerator = terms.collateral * (total + 3 * elapsed);
        uint128 lost = uint128((numerator + 4 * total - 1) / (4 * total));
        expectEnd(expected, terms);
        expectSlash(expected, lost);
        expected.clientClaim += priceOf(terms);
        requireLedger(terms, expected);
        assertTrue(stateOf(terms) == JobState.EXPIRED, "over");
    }

    function _one(JobTerms memory terms) private pure returns (JobTerms[] memory jobs) {
        jobs = new JobTerms[](1);
        jobs[0] = terms;
    }
}
