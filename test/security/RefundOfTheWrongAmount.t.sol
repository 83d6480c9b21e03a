// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobState, JobTerms} from "../../contracts/types/Job.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: let a job end by the way whose refund is not what was paid in. Too little leaves the client's
/// money behind; too much pays with somebody else's.
/// Peer: Lilypad v1, whose `timeoutAgree` refunded one deposit's amount though another one was paid: 1 of 2 tokens
/// stayed behind (executed; peers.md 4.0).
contract RefundOfTheWrongAmountTest is Story {
    function setUp() public {
        setUpStory();
    }

    /// @dev Another client's price lies in the market all the time, so that a refund too large would find money.
    function testFuzz_EveryRefundIsThePrice(uint256 seed, uint256 way) public {
        JobTerms memory other = lightJob();
        uint256 before = claimOf(client);
        JobTerms memory terms = anyJobHere(seed);
        uint256 spent = claimOf(client);
        uint256 funded = priceOf(terms) + terms.disputeFee;
        assertEq(before + funded - spent, priceOf(terms), "the price was paid in");

        _end(terms, way % 6);

        assertEq(claimOf(client) - spent, priceOf(terms) - claimOf(payout), "the client has back what nobody earned");
        assertEq(claimOf(address(escrow)), priceOf(other), "the other client's price");
        assertEq(claimOf(adjudicator), 0, "the adjudicator");
        (, , uint128 locked) = staking.authorizationOf(provider, address(escrow));
        assertEq(locked, 0, "no lock stays");
        bool split = way % 6 == 5;
        assertEq(claimOf(payout), split ? (priceOf(terms) * terms.noRulingBps) / 10_000 : 0, "the provider's part");
    }

    /// @dev What the panel's signers earned is made up for here, so that the sums above are the same for each way.
    function _end(JobTerms memory terms, uint256 way) private {
        if (way == 0) {
            vm.prank(operator);
            escrow.decline(terms, "no");
        } else if (way == 1) {
            cancelJob(terms);
        } else if (way == 2) {
            vm.warp(deliverUntil(terms) + 1);
            escrow.expire(terms);
        } else if (way == 3) {
            vm.prank(operator);
            escrow.forfeit(terms);
        } else {
            submitJob(terms);
            disputeJob(terms);
            if (way == 5) {
                vm.warp(rulingUntil(terms) + 1);
                escrow.noRuling(terms);
                return;
            }
            escrow.openCase(terms);
            rule(terms, false);
            escrow.applyRuling(terms);
            assertTrue(stateOf(terms) == JobState.REFUNDED, "refunded");
            _giveBackFee(terms);
        }
    }

    function _giveBackFee(JobTerms memory terms) private {
        uint256 total;
        for (uint256 i; i < THRESHOLD; ++i) {
            uint256 earned = claimOf(signers[i]);
            total += earned;
            vm.prank(signers[i]);
            vault.transfer(client, idOf(payToken), earned);
        }
        assertEq(total, terms.disputeFee, "the signers earned the fee");
    }
}
