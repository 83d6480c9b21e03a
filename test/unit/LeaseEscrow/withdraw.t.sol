// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {LeaseTerms} from "../../../contracts/types/Lease.sol";
import {LeaseErrors} from "../../utils/LeaseErrors.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract LeaseEscrowWithdrawTest is LeaseFixture {
    function setUp() public {
        setUpLeases();
    }

    /// @dev At any time after the first check-in, also long after the end; by anybody, for the payout address.
    function testFuzz_PaysWhatWasEarned(uint256 seed, address caller) public {
        LeaseTerms memory terms = anyRunningLease(seed);
        uint256 seenAt = block.timestamp;
        pass(pick(seed, "wait", 0, 500 days));
        uint256 earned = _earnedSince(terms, seenAt);
        if (earned == 0) return _requireNothing(terms, 0, 0);
        _withdrawAndCheck(caller, terms, earned);
    }

    function testFuzz_WhatWasPaidIsNotPaidAgain(uint256 seed) public {
        LeaseTerms memory terms = anyRunningLease(seed);
        uint256 seenAt = block.timestamp;
        pass(pick(seed, "wait", 1, 500 days));
        uint256 first = _earnedSince(terms, seenAt);
        vm.assume(first != 0);
        _withdrawAndCheck(stranger, terms, first);
        (uint32 served, uint256 amount) = leases.accruedOf(terms);
        assertEq(amount, 0, "nothing is left");
        _requireNothing(terms, served, first);
        pass(pick(seed, "longer", 0, 500 days));
        uint256 second = _earnedSince(terms, seenAt) - first;
        if (second != 0) _withdrawAndCheck(stranger, terms, second);
        assertEq(claimOf(payout), priceOf(terms, first + second), "in all");
    }

    /// @dev What was served beyond the deposit waits for a top-up.
    function test_When_Empty_TheDepositIsAllThereIs() public {
        LeaseTerms memory terms = runningLease();
        serve(terms, FUNDED_SECONDS);
        pass(10);
        _withdrawAndCheck(operator, terms, FUNDED_SECONDS);
        _requireNothing(terms, FUNDED_SECONDS + 10, FUNDED_SECONDS);
        topUp(terms, 10);
        _withdrawAndCheck(operator, terms, 10);
        _requireNothing(terms, FUNDED_SECONDS + 10, FUNDED_SECONDS + 10);
    }

    /// @dev Also once nobody can check in or top up any more.
    function test_When_Exhausted() public {
        LeaseTerms memory terms = runningLease();
        serve(terms, FUNDED_SECONDS + GRACE_SECONDS);
        pass(GRACE_SECONDS);
        _withdrawAndCheck(stranger, terms, FUNDED_SECONDS);
        _requireNothing(terms, FUNDED_SECONDS + 2 * GRACE_SECONDS, FUNDED_SECONDS);
    }

    /// @dev Nothing after the last second counts, however late one asks.
    function testFuzz_When_Over_TheLastSecondIsTheLast(uint32 late) public {
        LeaseTerms memory terms = runningLease(1_000, 1_000);
        serve(terms, 950);
        vm.warp(lastSecondOf(terms) + late);
        _withdrawAndCheck(stranger, terms, 1_000);
        _requireNothing(terms, 1_000, 1_000);
    }

    function test_RevertWhen_NothingWasEarnedYet() public {
        _requireNothing(runningLease(), 0, 0);
    }

    /// @dev Whoever withdraws does not show that the provider is there.
    function testFuzz_WithdrawingIsNoCheckIn(uint32 away) public {
        LeaseTerms memory terms = runningLease(86_400, 86_400);
        pass(GRACE_SECONDS);
        vm.prank(operator);
        leases.withdraw(terms);
        pass(bound(away, 0, 80_000));
        _requireNothing(terms, GRACE_SECONDS, GRACE_SECONDS);
        checkIn(terms);
        assertEq(leaseOf(terms).servedSeconds, GRACE_SECONDS, "not a second more");
    }

    /// @dev Withdraws, and checks the amount, events and books.
    function _withdrawAndCheck(address caller, LeaseTerms memory terms, uint256 earned) private {
        Books memory expected = booksOf(terms);
        uint256 amount = priceOf(terms, earned);
        expected.market -= amount;
        expected.payout += amount;
        expected.lease.paidSeconds += uint32(earned);
        expectEvent(address(leases));
        emit ILeaseEscrow.LeaseWithdrawn(idOfLease(terms), provider, amount, expected.lease.paidSeconds);
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(leases), address(leases), payout, idOf(payToken), amount);
        vm.prank(caller);
        assertEq(leases.withdraw(terms), amount, "returned amount");
        requireBooks(terms, expected);
    }

    function _requireNothing(LeaseTerms memory terms, uint256 served, uint256 paid) private {
        bytes memory expected = LeaseErrors.nothingToWithdraw(idOfLease(terms), served, paid);
        bytes memory input = abi.encodeCall(leases.withdraw, (terms));
        refuse(stranger, input, expected, "nothing to withdraw");
        refuse(owner, input, expected, "nothing to withdraw");
    }

    /// @dev What was earned by now by one check-in.
    function _earnedSince(LeaseTerms memory terms, uint256 seenAt) private view returns (uint256 earned) {
        uint256 until = block.timestamp < lastSecondOf(terms) ? block.timestamp : lastSecondOf(terms);
        earned = until - seenAt;
        if (earned > terms.graceSeconds) earned = terms.graceSeconds;
        if (earned > leaseOf(terms).fundedSeconds) earned = leaseOf(terms).fundedSeconds;
    }
}
