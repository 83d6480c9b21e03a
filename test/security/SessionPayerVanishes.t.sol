// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SessionState, SessionTerms} from "../../contracts/types/Session.sol";
import {SessionErrors} from "../utils/SessionErrors.sol";
import {SessionFixture} from "../utils/SessionFixture.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: consume, and vanish: no closing, no last word, no answer to an invoice.
/// Peer: Golem, where a requestor that never accepts the final invoice leaves the provider unpaid (reported:
/// yagna#3126; peers.md 2), and Lilypad, where a job hangs when its client is gone (reported: lilypad#251).
contract SessionPayerVanishesTest is SessionFixture {
    function setUp() public {
        setUpSessions();
    }

    /// @dev The last receipt is worth what it says whenever the provider brings it: nobody is asked, no time runs out
    /// while nobody closes.
    function testFuzz_TheProviderIsPaid(uint256 seed, bool asked) public {
        SessionTerms memory terms = anyTerms(seed);
        uint128 deposit = anyDeposit(seed);
        uint128 consumed = uint128(pick(seed, "consumed", 1, deposit));
        openSession(terms, deposit);
        if (asked) startClose(terms);
        vm.warp(block.timestamp + pick(seed, "gone", 0, 2_000 days));
        Books memory expected = booksOf(terms);
        expectPaid(expected, consumed);
        redeem(terms, consumed);
        requireBooks(terms, expected);
        vm.prank(payout);
        vault.withdraw(payToken, consumed, payout);
        assertEq(payToken.balanceOf(payout), consumed, "in tokens");
    }

    /// @dev A stranger ends it after the grace: the rest is the payer's claim, and waits there.
    function testFuzz_TheRestGoesHome(uint256 seed, address caller, bool asked) public {
        SessionTerms memory terms = anyTerms(seed);
        uint128 deposit = anyDeposit(seed);
        openSession(terms, deposit);
        uint128 consumed = uint128(pick(seed, "consumed", 0, deposit));
        if (consumed != 0) redeem(terms, consumed);
        if (asked) startClose(terms);
        uint256 lastAt = asked ? sessionOf(terms).graceUntil : uint256(terms.expiresAt) + terms.graceSeconds;
        vm.warp(lastAt + 1 + pick(seed, "late", 0, 2_000 days));
        Books memory expected = booksOf(terms);
        expectClosed(expected);
        vm.prank(caller);
        sessions.close(terms);
        requireBooks(terms, expected);
        assertTrue(expected.session.state == SessionState.CLOSED, "over");
    }

    /// @dev Nobody can hurry: within the grace the deposit waits for the provider's last receipt, an hour at least.
    function testFuzz_TheGraceIsTheProviders(uint256 seed, address caller) public {
        vm.assume(caller != owner && caller != operator);
        SessionTerms memory terms = anyTerms(seed);
        bytes32 sessionId = openSession(terms, DEPOSIT);
        vm.warp(pick(seed, "asked", block.timestamp, terms.expiresAt));
        startClose(terms);
        uint256 lastAt = block.timestamp + terms.graceSeconds;
        assertTrue(lastAt >= block.timestamp + 1 hours, "an hour at least");
        vm.warp(pick(seed, "early", block.timestamp, lastAt));
        bytes memory early = SessionErrors.tooEarly(sessionId, block.timestamp, lastAt);
        requireRevertHere(caller, abi.encodeCall(sessions.close, (terms)), early, "anyone");
        requireRevertHere(client, abi.encodeCall(sessions.close, (terms)), early, "the payer");
        redeem(terms, uint128(DEPOSIT));
        assertEq(claimOf(payout), DEPOSIT, "paid in the grace");
    }
}
