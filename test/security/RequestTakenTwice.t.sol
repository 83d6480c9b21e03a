// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRequestBook} from "../../contracts/interfaces/IRequestBook.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {Request} from "../../contracts/types/Order.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: take a request that somebody else has taken, or that has been served, so that the client pays
/// twice; or leave the second taker with work that nobody pays.
/// Peer: iExec, where two workers raced to contribute and the loser's work was wasted (reported: iexec-worker#190,
/// peers.md 2).
contract RequestTakenTwiceTest is Story {
    uint256 private constant ENDS = 6;

    function setUp() public {
        setUpStory();
        setUpRival();
    }

    /// @dev While the job is open, and after every end but a decline, nobody takes the request again: not the rival, not
    /// the provider, nor the client itself for them.
    function testFuzz_OnlyOnce(uint256 end, bool byRival) public {
        Request memory request = plainRequest();
        JobTerms memory terms = takeRequest(request);
        _end(terms, end % ENDS);
        Ledger memory expected = ledgerOf(terms);
        _requireTaken(request, byRival);
        requireLedger(terms, expected);
        (, , uint128 locked) = staking.authorizationOf(rival, address(escrow));
        assertEq(locked, 0, "the second taker locked nothing");
        assertEq(expected.order.filled, 1, "one job ever");
    }

    /// @dev A decline opens it once more: for one taker, with one price.
    function testFuzz_ADeclineOpensItForOne(uint8 declines) public {
        Request memory request = plainRequest();
        declines = uint8(bound(declines, 1, 5));
        for (uint256 i; i < declines; ++i) {
            JobTerms memory declined = takeRequest(request);
            _requireTaken(request, true);
            vm.prank(operator);
            escrow.decline(declined, "busy");
            assertEq(claimOf(client), CLIENT_FUNDS, "the price is back");
        }
        vm.prank(rival);
        escrow.takeRequest(request, "", rival, 0);
        _requireTaken(request, false);
        _requireTaken(request, true);
        uint256 price = uint256(RATE_PER_SECOND) * RUN_LIMIT_SECONDS;
        assertEq(claimOf(client), CLIENT_FUNDS - price, "the client paid one price");
        assertEq(claimOf(address(escrow)), price, "which is in the market");
    }

    /// @dev The client changes its mind, or raises its epoch, while the job is open: a decline then opens nothing.
    function testFuzz_AWithdrawnRequestStaysShut(bool raises) public {
        Request memory request = plainRequest();
        JobTerms memory terms = takeRequest(request);
        vm.prank(client);
        if (raises) escrow.raiseRequestEpoch();
        else escrow.cancelRequest(request);
        vm.prank(operator);
        escrow.decline(terms, "busy");
        bytes memory take = takeRequestCall(CLIENT_KEY, request, rival);
        vm.prank(rival);
        (bool succeeded, ) = address(escrow).call(take);
        assertFalse(succeeded, "a withdrawn request");
        assertEq(claimOf(client), CLIENT_FUNDS, "the client has its price");
    }

    function _requireTaken(Request memory request, bool byRival) private {
        bytes memory take = takeRequestCall(CLIENT_KEY, request, byRival ? rival : provider);
        bytes4 error_ = IRequestBook.RequestBook_Taken.selector;
        requireRefused(byRival ? rival : operator, address(escrow), take, error_, "a second take");
    }

    function _end(JobTerms memory terms, uint256 way) private {
        if (way == 0) return;
        if (way == 1) {
            vm.warp(deliverUntil(terms) + 1);
            return escrow.expire(terms);
        }
        if (way == 2) {
            vm.prank(operator);
            return escrow.forfeit(terms);
        }
        submitJob(terms);
        if (way == 3) {
            vm.prank(client);
            return escrow.accept(terms);
        }
        disputeJob(terms);
        if (way == 4) {
            vm.warp(rulingUntil(terms) + 1);
            return escrow.noRuling(terms);
        }
        escrow.openCase(terms);
        rule(terms, false);
        escrow.applyRuling(terms);
    }
}
