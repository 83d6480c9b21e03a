// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Redemption, SessionTerms} from "../../contracts/types/Session.sol";
import {SessionErrors} from "../utils/SessionErrors.sol";
import {SessionFixture} from "../utils/SessionFixture.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: sign receipts for more than the deposit, so that another session's money pays for them, or so
/// that the provider serves for nothing.
/// Peer: Livepeer, whose senders back tickets to many receivers with one reserve ("insufficient sender reserve":
/// reported, go-livepeer#3746, #2263; peers.md 2).
contract ReceiptBeyondDepositTest is SessionFixture {
    function setUp() public {
        setUpSessions();
    }

    /// @dev It pays the deposit, once; the sessions beside it stay whole.
    function testFuzz_OtherSessionsAreWhole(uint256 seed, bool batched) public {
        SessionTerms memory honest = defaultTerms();
        (honest.payer, honest.salt) = (stranger, 77);
        letSessionsDraw(stranger);
        openSession(honest, DEPOSIT);
        SessionTerms memory terms = anyTerms(seed);
        uint128 deposit = anyDeposit(seed);
        openSession(terms, deposit);
        Books memory expected = booksOf(terms);
        expectPaid(expected, deposit);
        for (uint256 i; i < 3; ++i) {
            uint128 cumulative = uint128(pick(seed, string(abi.encode(i)), deposit, type(uint128).max));
            if (batched) {
                Redemption[] memory batch = new Redemption[](1);
                batch[0] = redemption(terms, cumulative);
                assertEq(sessions.redeemMany(batch), i == 0 ? 1 : 0, "once");
            } else if (i == 0) {
                redeem(terms, cumulative);
            } else {
                bytes memory stale = SessionErrors.receiptStale(idOfSession(terms), cumulative, deposit, deposit);
                requireRevertHere(stranger, redeemCall(terms, cumulative), stale, "used up");
            }
        }
        requireBooks(terms, expected);

        // The market holds what the honest session put in, and pays it out to the unit.
        assertEq(claimOf(address(sessions)), DEPOSIT, "the other deposit");
        redeem(honest, uint128(DEPOSIT));
        assertEq(claimOf(payout), deposit + DEPOSIT, "both in full");
    }

    /// @dev A receipt that was signed too high binds its signer: a later deposit pays it, so topping up is at the
    /// payer's own risk, and the provider loses nothing by having brought it early.
    function testFuzz_ALaterDepositPaysIt(uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        uint128 deposit = uint128(pick(seed, "deposit", 1, MOST_DEPOSIT / 2));
        uint128 more = uint128(pick(seed, "more", 1, MOST_DEPOSIT / 2));
        openSession(terms, deposit);
        redeem(terms, type(uint128).max);
        topUpSession(terms, more);
        assertEq(redeem(terms, type(uint128).max), more, "the same receipt");
        assertEq(claimOf(payout), uint256(deposit) + more, "all of both");
        assertEq(claimOf(address(sessions)), 0, "and no more");
    }

    /// @dev What a provider can lose by serving on: exactly what it served beyond the deposit, which the chain shows.
    function testFuzz_TheProvidersLossIsWhatItServedBeyond(uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        uint128 deposit = anyDeposit(seed);
        uint128 served = uint128(pick(seed, "served", deposit, type(uint128).max));
        openSession(terms, deposit);
        redeem(terms, served);
        vm.warp(uint256(terms.expiresAt) + terms.graceSeconds + 1);
        sessions.close(terms);
        assertEq(served - claimOf(payout), served - deposit, "what the deposit did not cover");
    }
}
