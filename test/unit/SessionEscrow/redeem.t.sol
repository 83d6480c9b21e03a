// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SessionTerms} from "../../../contracts/types/Session.sol";
import {SessionErrors} from "../../utils/SessionErrors.sol";
import {SessionFixture} from "../../utils/SessionFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract SessionEscrowRedeemTest is SessionFixture {
    function setUp() public {
        setUpSessions();
    }

    /// @dev By anyone, at any time before the close: also after the expiry and after the grace.
    function testFuzz_When_AReceiptIsRedeemed(uint256 seed, address caller, bool closing) public {
        SessionTerms memory terms = anyTerms(seed);
        uint128 deposit = anyDeposit(seed);
        uint128 cumulative = uint128(pick(seed, "receipt", 1, type(uint128).max));
        openSession(terms, deposit);
        if (closing) startClose(terms);
        vm.warp(block.timestamp + pick(seed, "when", 0, 1_000 days));
        uint256 amount = cumulative < deposit ? cumulative : deposit;
        Books memory expected = booksOf(terms);
        expectPaid(expected, amount);
        bytes memory signature = signReceipt(terms, cumulative);

        expectRedeemed(terms, amount, cumulative, amount);
        vm.recordLogs();
        vm.prank(caller);
        assertEq(sessions.redeem(terms, cumulative, signature), amount, "the amount");
        assertEq(recordedEventsOf(address(sessions)), 1, "one event");
        requireBooks(terms, expected);
    }

    /// @dev A later receipt pays what it says more than the one before.
    function testFuzz_When_AReceiptFollows_ItPaysTheRest(uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        uint128 deposit = uint128(pick(seed, "deposit", 2, MOST_DEPOSIT));
        uint128 first = uint128(pick(seed, "first", 1, deposit - 1));
        uint128 second = uint128(pick(seed, "second", first + 1, type(uint128).max));
        uint256 covered = second < deposit ? second : deposit;
        openSession(terms, deposit);
        redeem(terms, first);
        Books memory expected = booksOf(terms);
        expectPaid(expected, covered - first);
        expectRedeemed(terms, covered - first, second, covered);
        assertEq(redeem(terms, second), covered - first, "the difference");
        requireBooks(terms, expected);
    }

    /// @dev An older receipt, the same one again, and one of nothing: refused with both amounts.
    function testFuzz_RevertWhen_TheReceiptIsStale(uint256 seed, bool closing) public {
        SessionTerms memory terms = anyTerms(seed);
        uint128 deposit = anyDeposit(seed);
        uint128 redeemed = uint128(pick(seed, "redeemed", 1, deposit));
        bytes32 sessionId = openSession(terms, deposit);
        redeem(terms, redeemed);
        if (closing) startClose(terms);
        Books memory expected = booksOf(terms);
        uint128[4] memory stale = [0, redeemed - 1, redeemed, uint128(pick(seed, "stale", 0, redeemed))];
        for (uint256 i; i < stale.length; ++i) {
            bytes memory refusal = SessionErrors.receiptStale(sessionId, stale[i], redeemed, deposit);
            requireRevertHere(stranger, redeemCall(terms, stale[i]), refusal, "stale");
        }
        requireBooks(terms, expected);
    }

    function testFuzz_RevertWhen_NothingWasConsumed(uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        bytes32 sessionId = openSession(terms, DEPOSIT);
        bytes memory refusal = SessionErrors.receiptStale(sessionId, 0, 0, DEPOSIT);
        requireRevertHere(stranger, redeemCall(terms, 0), refusal, "a receipt of nothing");
    }

    /// @dev Beyond the deposit a receipt pays the deposit; a higher one pays nothing more, until a top-up covers it.
    function testFuzz_When_BeyondTheDeposit_ATopUpMakesTheRestRedeemable(uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        uint128 deposit = uint128(pick(seed, "deposit", 1, MOST_DEPOSIT - 1));
        uint128 cumulative = uint128(pick(seed, "receipt", deposit + 1, type(uint128).max));
        uint128 more = uint128(pick(seed, "more", 1, MOST_DEPOSIT - deposit));
        bytes32 sessionId = openSession(terms, deposit);
        assertEq(redeem(terms, cumulative), deposit, "all there is");
        uint128[2] memory beyond = [cumulative, type(uint128).max];
        for (uint256 i; i < beyond.length; ++i) {
            bytes memory refusal = SessionErrors.receiptStale(sessionId, beyond[i], deposit, deposit);
            requireRevertHere(stranger, redeemCall(terms, beyond[i]), refusal, "used up");
        }

        topUpSession(terms, more);
        uint256 covered = cumulative < deposit + more ? cumulative : deposit + more;
        Books memory expected = booksOf(terms);
        expectPaid(expected, covered - deposit);
        expectRedeemed(terms, covered - deposit, cumulative, covered);
        assertEq(redeem(terms, cumulative), covered - deposit, "the same receipt pays the rest");
        requireBooks(terms, expected);
    }

    /// @dev The provider's side need not be there any more.
    function test_When_TheProvidersSideIsGone_ThePayoutIsPaid() public {
        SessionTerms memory terms = openSession();
        vm.startPrank(owner);
        registry.setOperator(provider, operator, false);
        registry.offerOwnership(provider, stranger);
        vm.stopPrank();
        vm.prank(stranger);
        registry.acceptOwnership(provider);
        redeem(terms, 9);
        assertEq(claimOf(payout), 9, "paid");
    }
}
