// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../contracts/interfaces/ISessionEscrow.sol";
import {Redemption, SessionState, SessionTerms} from "../../contracts/types/Session.sol";
import {SessionErrors} from "../utils/SessionErrors.sol";
import {SessionFixture} from "../utils/SessionFixture.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: race the close of a session with a redemption, so that the same money is refunded to the one
/// side and paid to the other.
/// Peer: Golem's LockPayment (a 2024-03 snapshot for test networks), whose `closeDeposit` gave the fee back and paid
/// it out: 13 in, 16 out (executed; peers.md 4.0).
contract SessionRefundAndPaymentTest is SessionFixture {
    uint256 private constant IF_LIVE = (1 << uint8(SessionState.OPEN)) | (1 << uint8(SessionState.CLOSING));

    /// @dev Another payer's money lies in the market, which would pay for it.
    function setUp() public {
        setUpSessions();
        SessionTerms memory other = defaultTerms();
        (other.payer, other.salt) = (stranger, 77);
        letSessionsDraw(stranger);
        openSession(other, MOST_DEPOSIT);
    }

    /// @dev The redemption first: the close gives back what it left.
    function testFuzz_TheRedemptionRunsFirst(uint256 seed, bool batched) public {
        (SessionTerms memory terms, uint128 cumulative) = _raced(seed);
        Books memory expected = booksOf(terms);
        uint256 covered = cumulative < expected.session.deposited ? cumulative : expected.session.deposited;
        expectPaid(expected, covered - expected.session.redeemed);
        expectClosed(expected);
        _redeem(terms, cumulative, batched);
        sessions.close(terms);
        requireBooks(terms, expected);
        _requireOver(terms, cumulative, expected);
    }

    /// @dev The close first: the receipt is worth nothing any more, and says so; in a batch it is skipped.
    function testFuzz_TheCloseRunsFirst(uint256 seed, bool byOwner) public {
        (SessionTerms memory terms, uint128 cumulative) = _raced(seed);
        Books memory expected = booksOf(terms);
        expectClosed(expected);
        vm.prank(byOwner ? owner : stranger);
        sessions.close(terms);
        requireBooks(terms, expected);
        _requireOver(terms, cumulative, expected);
    }

    /// @dev Within the grace nobody but the provider's owner can put the close first.
    function testFuzz_WithinTheGraceTheRedemptionWins(uint256 seed, address caller) public {
        vm.assume(caller != owner);
        SessionTerms memory terms = anyTerms(seed);
        uint128 deposit = anyDeposit(seed);
        bytes32 sessionId = openSession(terms, deposit);
        startClose(terms);
        uint256 lastAt = block.timestamp + terms.graceSeconds;
        vm.warp(pick(seed, "race", block.timestamp, lastAt));
        bytes memory early = SessionErrors.tooEarly(sessionId, block.timestamp, lastAt);
        requireRevertHere(caller, abi.encodeCall(ISessionEscrow.close, (terms)), early, "a close in the grace");
        uint128 consumed = uint128(pick(seed, "consumed", 1, deposit));
        Books memory expected = booksOf(terms);
        expectPaid(expected, consumed);
        redeem(terms, consumed);
        requireBooks(terms, expected);
    }

    /// @dev Over is over: no call moves anything again, at any time.
    function _requireOver(SessionTerms memory terms, uint128 cumulative, Books memory expected) private {
        bytes32 id = idOfSession(terms);
        vm.warp(block.timestamp + 400 days);
        for (uint256 i; i < 2; ++i) {
            uint128 amount = i == 0 ? cumulative : type(uint128).max;
            bytes memory refusal = SessionErrors.unexpectedState(id, SessionState.CLOSED, IF_LIVE);
            requireRevertHere(stranger, redeemCall(terms, amount), refusal, "a redemption after the close");
            requireRevertHere(operator, abi.encodeCall(ISessionEscrow.close, (terms)), refusal, "a second close");
            Redemption[] memory batch = new Redemption[](1);
            batch[0] = redemption(terms, amount);
            assertEq(sessions.redeemMany(batch), 0, "nor in a batch");
        }
        bytes memory used = SessionErrors.unexpectedState(id, SessionState.CLOSED, 1);
        requireRevertHere(client, abi.encodeCall(ISessionEscrow.open, (terms, 1)), used, "nor opened again");
        requireBooks(terms, expected);
        assertEq(claimOf(address(sessions)), MOST_DEPOSIT, "the other payer's money is whole");
    }

    /// @dev A session whose grace is over, with a receipt that is still out.
    function _raced(uint256 seed) private returns (SessionTerms memory terms, uint128 cumulative) {
        terms = anyTerms(seed);
        uint128 deposit = uint128(pick(seed, "deposit", 2, MOST_DEPOSIT));
        openSession(terms, deposit);
        uint128 before = uint128(pick(seed, "before", 0, deposit - 1));
        if (before != 0) redeem(terms, before);
        cumulative = uint128(pick(seed, "receipt", before + 1, type(uint128).max));
        if (pick(seed, "asks", 0, 1) == 1) startClose(terms);
        vm.warp(uint256(terms.expiresAt) + terms.graceSeconds + 1);
    }

    function _redeem(SessionTerms memory terms, uint128 cumulative, bool batched) private {
        if (!batched) {
            redeem(terms, cumulative);
            return;
        }
        Redemption[] memory batch = new Redemption[](2);
        batch[0] = redemption(terms, cumulative);
        batch[1] = batch[0];
        assertEq(sessions.redeemMany(batch), 1, "once");
    }
}
