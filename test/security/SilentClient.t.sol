// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: take the result, and never answer again, so that the provider is never paid.
/// Peer: Golem, where a requestor ran 3 hours, never accepted the final invoice, and the provider stayed unpaid
/// (reported, open: yagna#3126, peers.md 2).
contract SilentClientTest is Story {
    function setUp() public {
        setUpStory();
    }

    /// @dev Silence is consent: paid in full, by anybody's call, a second after the review, and not before.
    function testFuzz_SilenceIsConsent(uint256 seed, address caller) public {
        JobTerms memory terms = anyJobHere(seed);
        submitJob(terms);
        Ledger memory expected = ledgerOf(terms);
        uint256 lastAt = reviewUntil(terms);
        vm.warp(lastAt);
        bytes memory input = abi.encodeCall(IJobEscrow.settle, (terms));
        requireRefused(stranger, address(escrow), input, IJobEscrow.JobEscrow_TooEarly.selector, "in the last second");
        vm.warp(lastAt + 1);
        vm.prank(caller);
        escrow.settle(terms);
        expectEnd(expected, terms);
        expected.payoutClaim += priceOf(terms);
        requireLedger(terms, expected);
    }

    /// @dev The provider turns it into tokens without anybody's help.
    function testFuzz_ThePayoutIsTokens(uint256 seed) public {
        JobTerms memory terms = anyJobHere(seed);
        submitJob(terms);
        vm.warp(reviewUntil(terms) + 1);
        escrow.settle(terms);
        vm.startPrank(payout);
        vault.withdraw(payToken, priceOf(terms), payout);
        vm.stopPrank();
        assertEq(payToken.balanceOf(payout), priceOf(terms), "the provider's tokens");
        assertEq(claimOf(payout), 0, "all of the claim");
        assertEq(claimOf(address(escrow)), 0, "nothing is left in the market");
    }

    /// @dev A client that disputes to win time, and is silent then, does not get the work for nothing: what it agreed to
    /// for that case is paid, and the stake is free.
    function testFuzz_SilenceAfterADispute(uint256 seed) public {
        JobTerms memory terms = anyJobHere(seed);
        submitJob(terms);
        vm.warp(reviewUntil(terms));
        disputeJob(terms);
        Ledger memory expected = ledgerOf(terms);
        vm.warp(rulingUntil(terms) + 1);
        vm.prank(stranger);
        escrow.noRuling(terms);
        uint256 providersPart = (priceOf(terms) * terms.noRulingBps) / 10_000;
        expectEnd(expected, terms);
        expected.payoutClaim += providersPart;
        expected.clientClaim += priceOf(terms) - providersPart + terms.disputeFee;
        expected.marketClaim -= terms.disputeFee;
        requireLedger(terms, expected);
    }
}
