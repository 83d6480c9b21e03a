// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobTerms} from "../../contracts/types/Job.sol";
import {Request} from "../../contracts/types/Order.sol";
import {LibraryErrors} from "../utils/LibraryErrors.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: ask for work, let the provider do it, and take the money out of the wallet before it is paid.
/// Peer: Infernet, where nothing was locked at the request: the client empties its wallet and the delivery reverts
/// (executed; peers.md 4.0).
contract WalletEmptiedAfterRequestTest is Story {
    function setUp() public {
        setUpStory();
    }

    /// @dev Before the take: it fails as a whole, and no stake of the provider is locked for nothing.
    function testFuzz_BeforeTheTake_NothingHappens(uint256 kept, bool publishes) public {
        Request memory request = plainRequest();
        JobTerms memory terms = termsOfRequest(request, 1);
        if (publishes) {
            vm.prank(client);
            escrow.publishRequest(request, "");
        }
        bytes memory take = takeRequestCall(CLIENT_KEY, request, provider);
        kept = bound(kept, 0, priceOf(terms) - 1);
        _empty(kept);
        Ledger memory expected = ledgerOf(terms);
        bytes4 error_ = LibraryErrors.ERC6909InsufficientBalance.selector;
        requireRefused(operator, address(escrow), take, error_, "an empty wallet");
        requireLedger(terms, expected);
        assertEq(expected.locked, 0, "nothing is locked");
    }

    function test_BeforeTheTake_TheAllowanceIsGone() public {
        Request memory request = plainRequest();
        JobTerms memory terms = termsOfRequest(request, 1);
        bytes memory take = takeRequestCall(CLIENT_KEY, request, provider);
        vm.prank(client);
        vault.approve(address(escrow), idOf(payToken), 0);
        Ledger memory expected = ledgerOf(terms);
        bytes4 error_ = LibraryErrors.ERC6909InsufficientAllowance.selector;
        requireRefused(operator, address(escrow), take, error_, "no allowance");
        requireLedger(terms, expected);
    }

    /// @dev After the take the price is the market's, and the provider is paid all of it.
    function testFuzz_AfterTheTake_TheProviderIsPaid(bool byRequest, bool disputes) public {
        JobTerms memory terms = byRequest ? takeRequest(plainRequest()) : openJob();
        _empty(disputes ? terms.disputeFee : 0);
        vm.prank(client);
        vault.approve(address(escrow), idOf(payToken), disputes ? terms.disputeFee : 0);
        submitJob(terms);
        Ledger memory expected = ledgerOf(terms);
        if (disputes) {
            disputeJob(terms);
            escrow.openCase(terms);
            rule(terms, true);
            escrow.applyRuling(terms);
            expected.clientClaim -= terms.disputeFee;
        } else {
            vm.warp(reviewUntil(terms) + 1);
            escrow.settle(terms);
        }
        expectEnd(expected, terms);
        if (byRequest) expected.order.active += 1;
        expected.payoutClaim += priceOf(terms);
        requireLedger(terms, expected);
        assertEq(claimOf(client), 0, "the client has nothing left");
    }

    function _empty(uint256 kept) private {
        uint256 amount = claimOf(client) - kept;
        vm.prank(client);
        vault.withdraw(payToken, amount, client);
    }
}
