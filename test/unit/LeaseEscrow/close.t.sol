// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {LeaseOffer, LeaseState, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {LeaseErrors} from "../../utils/LeaseErrors.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract LeaseEscrowCloseTest is LeaseFixture {
    function setUp() public {
        setUpLeases();
    }

    /// @dev Either side, at any time: all goes back where nobody checked in.
    function testFuzz_When_Open_AllGoesBack(uint256 seed) public {
        LeaseTerms memory terms = anyLease(seed);
        pass(pick(seed, "wait", 0, 500 days));
        _closeAndCheck(_sideOf(seed), terms, 0);
    }

    /// @dev Either side, at any time: what was earned is paid, the rest goes back.
    function testFuzz_When_Running_EachHasItsOwn(uint256 seed) public {
        LeaseTerms memory terms = anyRunningLease(seed);
        uint256 seenAt = block.timestamp;
        pass(pick(seed, "wait", 0, 500 days));
        _closeAndCheck(_sideOf(seed), terms, _servedSince(terms, seenAt));
    }

    function testFuzz_When_SomeWasWithdrawn_OnlyTheRestIsPaid(uint256 seed, uint32 more) public {
        LeaseTerms memory terms = runningLease();
        serve(terms, pick(seed, "served", 1, FUNDED_SECONDS));
        leases.withdraw(terms);
        uint256 served = leaseOf(terms).servedSeconds;
        more = uint32(bound(more, 0, GRACE_SECONDS));
        pass(more);
        _closeAndCheck(_sideOf(seed), terms, served + more);
        (uint256 earned, uint256 rest) = (served + more, 0);
        if (earned > FUNDED_SECONDS) earned = FUNDED_SECONDS;
        rest = FUNDED_SECONDS - earned;
        assertEq(claimOf(payout), priceOf(terms, earned), "in all");
        assertEq(claimOf(client), CLIENT_FUNDS - priceOf(terms, FUNDED_SECONDS - rest), "the client paid that");
    }

    /// @dev What was served beyond the deposit is nobody's debt.
    function testFuzz_When_Empty_TheDepositIsPaid(uint256 seed, uint32 gap) public {
        LeaseTerms memory terms = runningLease();
        serve(terms, FUNDED_SECONDS);
        gap = uint32(bound(gap, 0, GRACE_SECONDS));
        pass(gap);
        _closeAndCheck(_sideOf(seed), terms, FUNDED_SECONDS + gap);
        assertEq(claimOf(payout), priceOf(terms, FUNDED_SECONDS), "the deposit");
    }

    /// @dev A transfer of nothing is not made: opened and closed at once, and closed after all was withdrawn.
    function test_OnlyWhatMovesIsMoved() public {
        LeaseTerms memory terms = runningLease();
        vm.recordLogs();
        closeAs(client, terms);
        assertEq(recordedEventsOf(address(vault)), 1, "the rest alone");
        terms = runningLease();
        serve(terms, FUNDED_SECONDS);
        vm.recordLogs();
        closeAs(client, terms);
        assertEq(recordedEventsOf(address(vault)), 1, "the earnings alone");
        terms = runningLease();
        serve(terms, FUNDED_SECONDS);
        leases.withdraw(terms);
        vm.recordLogs();
        closeAs(client, terms);
        assertEq(recordedEventsOf(address(vault)), 0, "nothing at all");
    }

    /// @dev The last second belongs to the two sides.
    function testFuzz_AnyoneMay_AfterTheLastSecond(address caller, uint32 late) public {
        LeaseTerms memory terms = runningLease(1_000, 1_000);
        serve(terms, 1_000);
        _requireNotOver(caller, terms);
        pass(1 + uint256(late));
        _closeAndCheck(caller, terms, 1_000);
    }

    function test_AnyoneMay_ASecondAfterTheLast() public {
        LeaseTerms memory terms = runningLease(1_000, 1_000);
        serve(terms, 1_000);
        _requireNotOver(stranger, terms);
        pass(1);
        _closeAndCheck(stranger, terms, 1_000);
    }

    /// @dev Before the first check-in the absence counts from the opening.
    function testFuzz_AnyoneMay_OnceTheProviderIsGone(address caller, uint256 seed, bool running) public {
        LeaseTerms memory terms = running ? anyRunningLease(seed) : anyLease(seed);
        uint256 seenAt = block.timestamp;
        uint256 goneAt = seenAt + terms.graceSeconds + 1;
        vm.assume(goneAt <= lastSecondOf(terms));
        vm.warp(goneAt - 1);
        _requireNotOver(caller, terms);
        vm.warp(goneAt);
        _closeAndCheck(caller, terms, running ? terms.graceSeconds : 0);
    }

    /// @dev Its provider is there all the time, and it is not over.
    function testFuzz_AnyoneMay_OnceItIsExhausted(address caller, uint32 late) public {
        LeaseTerms memory terms = runningLease();
        serve(terms, FUNDED_SECONDS + GRACE_SECONDS);
        _requireNotOver(caller, terms);
        pass(bound(late, 1, GRACE_SECONDS));
        uint256 served = FUNDED_SECONDS + GRACE_SECONDS + bound(late, 1, GRACE_SECONDS);
        _closeAndCheck(caller, terms, served);
    }

    function testFuzz_RevertWhen_ItGoesOn(address caller, uint256 seed, bool running) public {
        LeaseTerms memory terms = running ? anyRunningLease(seed) : anyLease(seed);
        uint256 left = lastSecondOf(terms) - block.timestamp;
        pass(pick(seed, "wait", 0, left < terms.graceSeconds ? left : terms.graceSeconds));
        _requireNotOver(caller, terms);
        _requireNotOver(provider, terms);
        _requireNotOver(payout, terms);
    }

    function test_RevertWhen_TheOperatorWasRemoved() public {
        LeaseTerms memory terms = runningLease();
        vm.prank(owner);
        registry.setOperator(provider, operator, false);
        refuse(operator, _call(terms), LeaseErrors.notOver(idOfLease(terms), operator), "removed");
    }

    /// @dev The slot comes back, the fill does not.
    function testFuzz_TheOfferHasItsSlotBack(uint256 seed, bool running) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        (offer.slots, offer.maxFills) = (1, 2);
        LeaseTerms memory terms = openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
        if (running) checkIn(terms);
        closeAs(_sideOf(seed), terms);
        assertEq(leases.orderStateOf(terms.orderHash).active, 0, "no lease");
        assertEq(leases.orderStateOf(terms.orderHash).filled, 1, "one fill");
        openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
    }

    /// @dev Closes, and checks events and books.
    function _closeAndCheck(address caller, LeaseTerms memory terms, uint256 served) private {
        Books memory expected = booksOf(terms);
        uint256 funded = expected.lease.fundedSeconds;
        uint256 earned = served < funded ? served : funded;
        uint256 amount = priceOf(terms, earned - expected.lease.paidSeconds);
        uint256 rest = priceOf(terms, funded - earned);
        expected.market -= amount + rest;
        expected.payout += amount;
        expected.client += rest;
        expected.order.active -= 1;
        expected.lease.state = LeaseState.CLOSED;
        expected.lease.servedSeconds = uint32(served);
        expected.lease.paidSeconds = uint32(earned);
        expectEvent(address(leases));
        emit ILeaseEscrow.LeaseClosed(idOfLease(terms), provider, client, caller, amount, rest, uint32(served));
        _expectPayment(payout, amount);
        _expectPayment(client, rest);
        closeAs(caller, terms);
        requireBooks(terms, expected);
    }

    function _expectPayment(address to, uint256 amount) private {
        if (amount == 0) return;
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(leases), address(leases), to, idOf(payToken), amount);
    }

    function _requireNotOver(address caller, LeaseTerms memory terms) private {
        vm.assume(caller != client && caller != owner && caller != operator);
        refuse(caller, _call(terms), LeaseErrors.notOver(idOfLease(terms), caller), "it goes on");
    }

    /// @dev One who may close at any time.
    function _sideOf(uint256 seed) private view returns (address) {
        return [client, owner, operator][seed % 3];
    }

    function _servedSince(LeaseTerms memory terms, uint256 seenAt) private view returns (uint256 served) {
        uint256 until = block.timestamp < lastSecondOf(terms) ? block.timestamp : lastSecondOf(terms);
        served = until - seenAt;
        if (served > terms.graceSeconds) served = terms.graceSeconds;
    }

    function _call(LeaseTerms memory terms) private pure returns (bytes memory) {
        return abi.encodeCall(ILeaseEscrow.close, (terms));
    }
}
