// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {LeaseOffer, LeaseState, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {LeaseErrors} from "../../utils/LeaseErrors.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract LeaseEscrowCheckInTest is LeaseFixture {
    function setUp() public {
        setUpLeases();
    }

    /// @dev Nothing is earned before it, however late it comes.
    function testFuzz_When_First_TheClockStarts(uint256 seed, bool byOwner) public {
        LeaseTerms memory terms = anyLease(seed);
        pass(pick(seed, "wait", 0, terms.leaseSeconds));
        _checkInAndCheck(byOwner ? owner : operator, terms, 0);
    }

    function testFuzz_When_Again_TheTimeBetweenCounts(uint256 seed, bool byOwner) public {
        LeaseTerms memory terms = anyRunningLease(seed);
        uint256 left = lastSecondOf(terms) - block.timestamp;
        uint256 gap = pick(seed, "gap", 0, left < terms.graceSeconds ? left : terms.graceSeconds);
        pass(gap);
        _checkInAndCheck(byOwner ? owner : operator, terms, gap);
    }

    /// @dev Absence beyond the grace does not count, also not afterwards.
    function testFuzz_When_TheProviderWasAway_TheGraceCounts(uint256 seed) public {
        LeaseTerms memory terms = anyRunningLease(seed);
        uint256 left = lastSecondOf(terms) - block.timestamp;
        vm.assume(left > terms.graceSeconds);
        pass(pick(seed, "away", terms.graceSeconds, left));
        _checkInAndCheck(operator, terms, terms.graceSeconds);
        _checkInAndCheck(operator, terms, 0);
    }

    /// @dev 3 s, then 120 of 500 s, then 100 s of a lease of 604 s that is over then.
    function test_When_Often_ItAddsUp() public {
        LeaseTerms memory terms = runningLease(604, 604);
        pass(3);
        _checkInAndCheck(operator, terms, 3);
        pass(500);
        _checkInAndCheck(operator, terms, GRACE_SECONDS);
        pass(101);
        _checkInAndCheck(operator, terms, 101);
        assertEq(block.timestamp, lastSecondOf(terms), "the last second");
        assertEq(leaseOf(terms).servedSeconds, 224, "in all");
    }

    /// @dev As long and as dear as leases get: every second of it is served and can be paid.
    function test_When_TheLeaseIsTheLargest() public {
        LeaseOffer memory offer = defaultLeaseOffer();
        (offer.ratePerSecond, offer.maxLeaseSeconds, offer.graceSeconds) = (type(uint96).max, 366 days, 1 days);
        fund(client, uint256(type(uint96).max) * 366 days);
        LeaseTerms memory terms = openLeaseWith(offer, signLeaseOffer(OWNER_KEY, offer), 366 days, 366 days);
        checkIn(terms);
        serve(terms, 366 days);
        assertEq(leaseOf(terms).servedSeconds, 366 days, "served");
        assertEq(leases.withdraw(terms), uint256(type(uint96).max) * 366 days, "paid");
    }

    function testFuzz_LastSecondIsIncluded(uint256 seed, uint32 late, bool running) public {
        LeaseTerms memory terms = running ? anyRunningLease(seed) : anyLease(seed);
        (uint256 lastAt, uint256 nowAt) = (lastSecondOf(terms), lastSecondOf(terms) + 1 + late);
        uint256 snapshot = vm.snapshotState();
        vm.warp(nowAt);
        bytes memory expected = LeaseErrors.tooLate(idOfLease(terms), nowAt, lastAt);
        refuse(operator, abi.encodeCall(leases.checkIn, (terms)), expected, "after the last second");
        vm.warp(lastAt + 1);
        expected = LeaseErrors.tooLate(idOfLease(terms), lastAt + 1, lastAt);
        refuse(owner, abi.encodeCall(leases.checkIn, (terms)), expected, "a second after the last");
        vm.revertToState(snapshot);
        vm.warp(lastAt);
        checkIn(terms);
        assertEq(leaseOf(terms).seenAt, lastAt, "in the last second");
    }

    /// @dev The empty lease is held for the grace, and its last second is included.
    function testFuzz_EmptyForTheGrace_AndNoLonger(uint32 fundedSeconds, uint32 grace, uint32 late) public {
        LeaseTerms memory terms = _runningUntilEmpty(fundedSeconds, grace);
        uint256 fundedNow = leaseOf(terms).fundedSeconds;
        checkIn(terms);
        late = uint32(bound(late, 1, terms.graceSeconds));
        pass(late);
        bytes memory expected = LeaseErrors.exhausted(
            idOfLease(terms),
            fundedNow + terms.graceSeconds + late,
            fundedNow,
            terms.graceSeconds
        );
        refuse(operator, abi.encodeCall(leases.checkIn, (terms)), expected, "empty for too long");
        assertEq(leaseOf(terms).servedSeconds, fundedNow + terms.graceSeconds, "held for the grace");
    }

    /// @dev What the provider was away for held nothing, and empties nothing.
    function testFuzz_When_Away_TheLeaseDoesNotEmpty(uint32 away) public {
        LeaseTerms memory terms = runningLease(86_400, GRACE_SECONDS);
        pass(bound(away, GRACE_SECONDS, 86_400));
        _checkInAndCheck(operator, terms, GRACE_SECONDS);
    }

    function testFuzz_RevertWhen_CallerIsNotTheProvidersSide(address caller, bool running) public {
        vm.assume(caller != owner && caller != operator);
        LeaseTerms memory terms = leaseIn(running ? LeaseState.RUNNING : LeaseState.OPEN);
        address[5] memory callers = [caller, provider, client, payout, stranger];
        for (uint256 i; i < callers.length; ++i) _requireNotOperator(callers[i], terms);
        vm.prank(owner);
        registry.setOperator(provider, operator, false);
        _requireNotOperator(operator, terms);
    }

    function test_When_TheProviderIsHandedOver_ItsLeasesAreTheNewOwners() public {
        LeaseTerms memory terms = runningLease();
        vm.prank(owner);
        registry.offerOwnership(provider, stranger);
        vm.prank(stranger);
        registry.acceptOwnership(provider);
        _requireNotOperator(owner, terms);
        pass(10);
        _checkInAndCheck(stranger, terms, 10);
    }

    /// @dev An offer that is dead by now, its epoch and expiry with it, does not end what it opened.
    function test_When_TheOfferIsDead_ItsLeasesGoOn() public {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.expiresAt = uint40(block.timestamp);
        LeaseTerms memory terms = openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
        vm.startPrank(owner);
        leases.cancelOffer(offer);
        registry.raiseAuthEpoch(provider);
        vm.stopPrank();
        pass(10);
        _checkInAndCheck(operator, terms, 0);
        pass(10);
        _checkInAndCheck(operator, terms, 10);
    }

    /// @dev Checks in, and checks event and books: no money moves.
    function _checkInAndCheck(address caller, LeaseTerms memory terms, uint256 counted) private {
        Books memory expected = booksOf(terms);
        expected.lease.state = LeaseState.RUNNING;
        expected.lease.seenAt = uint40(block.timestamp);
        expected.lease.servedSeconds += uint32(counted);
        expectEvent(address(leases));
        emit ILeaseEscrow.LeaseCheckedIn(idOfLease(terms), provider, expected.lease.servedSeconds);
        vm.prank(caller);
        leases.checkIn(terms);
        requireBooks(terms, expected);
    }

    /// @dev A lease that has been empty for exactly its grace, its provider there all the time.
    function _runningUntilEmpty(uint32 fundedSeconds, uint32 grace) private returns (LeaseTerms memory terms) {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.graceSeconds = uint32(bound(grace, 1, 1_000));
        fundedSeconds = uint32(bound(fundedSeconds, 60, 600));
        if (offer.graceSeconds < 60) offer.graceSeconds += 59;
        terms = openLease(offer, 86_400, fundedSeconds);
        checkIn(terms);
        serve(terms, uint256(fundedSeconds) + offer.graceSeconds - 1);
        pass(1);
    }

    function _requireNotOperator(address caller, LeaseTerms memory terms) private {
        bytes memory expected = LeaseErrors.notOperator(idOfLease(terms), caller);
        refuse(caller, abi.encodeCall(leases.checkIn, (terms)), expected, "not the provider's side");
    }
}
