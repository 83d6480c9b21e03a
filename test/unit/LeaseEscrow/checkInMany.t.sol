// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {LeaseOffer, LeaseState, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {Profile} from "../../../contracts/types/Provider.sol";
import {LeaseErrors} from "../../utils/LeaseErrors.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract LeaseEscrowCheckInManyTest is LeaseFixture {
    /// @dev What a lease can be like when a batch meets it: the first two can be checked in on.
    enum Kind {
        OPEN,
        RUNNING,
        OVER,
        EXHAUSTED,
        CLOSED,
        UNKNOWN
    }

    uint256 private constant KINDS = 6;
    uint32 private constant LONG = 80_000;
    uint32 private constant SHORT = 200;

    function setUp() public {
        setUpLeases();
    }

    /// @dev Any mixture: those that can be are checked in on, exactly as one by one; the others stay as they are.
    function testFuzz_ItTakesWhatItCan(uint256 seed, uint8 size, bool byOwner) public {
        (LeaseTerms[] memory batch, Kind[] memory kinds) = _batchOf(seed, size);
        Books[] memory expected = new Books[](batch.length);
        uint256 possible;
        for (uint256 i; i < batch.length; ++i) {
            expected[i] = booksOf(batch[i]);
            if (kinds[i] > Kind.RUNNING) continue;
            (uint32 served, ) = leases.accruedOf(batch[i]);
            expected[i].lease.state = LeaseState.RUNNING;
            expected[i].lease.seenAt = uint40(block.timestamp);
            expected[i].lease.servedSeconds = served;
            expectEvent(address(leases));
            emit ILeaseEscrow.LeaseCheckedIn(idOfLease(batch[i]), provider, served);
            ++possible;
        }
        vm.prank(byOwner ? owner : operator);
        assertEq(leases.checkInMany(batch), possible, "how many were possible");
        for (uint256 i; i < batch.length; ++i) requireBooks(batch[i], expected[i]);
    }

    function testFuzz_NothingElseIsEmitted(uint256 seed, uint8 size) public {
        (LeaseTerms[] memory batch, ) = _batchOf(seed, size);
        vm.recordLogs();
        vm.prank(operator);
        uint256 checkedIn = leases.checkInMany(batch);
        assertEq(recordedEventsOf(address(leases)), checkedIn, "an event each");
    }

    function test_When_Empty() public {
        vm.prank(stranger);
        assertEq(leases.checkInMany(new LeaseTerms[](0)), 0, "none");
    }

    /// @dev The same lease twice is checked in on twice, and no second of it counts again.
    function test_When_ALeaseIsThereTwice_NothingCountsTwice() public {
        LeaseTerms[] memory batch = new LeaseTerms[](2);
        batch[0] = runningLease();
        batch[1] = batch[0];
        pass(50);
        vm.prank(operator);
        assertEq(leases.checkInMany(batch), 2, "two check-ins");
        assertEq(leaseOf(batch[0]).servedSeconds, 50, "served once");
    }

    /// @dev Last seconds, both of the lease and of an empty one, are included.
    function test_DeadlinesIncludeTheirSecond() public {
        LeaseTerms[] memory batch = new LeaseTerms[](2);
        batch[0] = runningLease(60 + GRACE_SECONDS, 60 + GRACE_SECONDS);
        batch[1] = runningLease(LONG, 60);
        pass(GRACE_SECONDS);
        vm.prank(operator);
        assertEq(leases.checkInMany(batch), 2, "both");
        pass(60);
        uint256 snapshot = vm.snapshotState();
        vm.prank(operator);
        assertEq(leases.checkInMany(batch), 2, "both, in their last second");
        vm.revertToState(snapshot);
        pass(1);
        vm.prank(operator);
        assertEq(leases.checkInMany(batch), 0, "neither, a second later");
    }

    function testFuzz_RevertWhen_OneIsNotTheCallers(address caller, uint256 seed, uint8 kindSeed) public {
        vm.assume(caller != owner && caller != operator);
        LeaseTerms[] memory batch = new LeaseTerms[](1);
        batch[0] = _leaseOf(Kind(kindSeed % KINDS), seed);
        _requireNotOperator(caller, batch, batch[0]);
        _requireNotOperator(client, batch, batch[0]);
        _requireNotOperator(provider, batch, batch[0]);
    }

    /// @dev One of a provider that the caller does not speak for: the whole batch is refused.
    function testFuzz_RevertWhen_OneIsAnotherProviders(bool first) public {
        LeaseTerms[] memory batch = new LeaseTerms[](2);
        uint256 other = first ? 0 : 1;
        batch[1 - other] = runningLease();
        batch[other] = _leaseOfAnother();
        pass(10);
        _requireNotOperator(operator, batch, batch[other]);
        assertEq(leaseOf(batch[1 - other]).servedSeconds, 0, "none was checked in on");
    }

    function test_When_TheCallerSpeaksForAllProviders() public {
        LeaseTerms[] memory batch = new LeaseTerms[](2);
        batch[0] = runningLease();
        batch[1] = _leaseOfAnother();
        vm.prank(stranger);
        registry.setOperator(stranger, operator, true);
        vm.prank(operator);
        assertEq(leases.checkInMany(batch), 2, "both");
        assertEq(leaseOf(batch[1]).seenAt, block.timestamp, "the other one's");
    }

    /// @dev Up to eight leases of random kinds. In the end, those that run have run for 50 s more.
    function _batchOf(uint256 seed, uint8 size) private returns (LeaseTerms[] memory batch, Kind[] memory kinds) {
        batch = new LeaseTerms[](bound(size, 1, 8));
        kinds = new Kind[](batch.length);
        for (uint256 i; i < batch.length; ++i) {
            uint256 own = uint256(keccak256(abi.encode(seed, i)));
            kinds[i] = Kind(own % KINDS);
            batch[i] = _leaseOf(kinds[i], own);
        }
        for (uint256 i; i < batch.length; ++i) if (kinds[i] == Kind.RUNNING) checkIn(batch[i]);
        pass(50);
    }

    function _leaseOf(Kind kind, uint256 salt) private returns (LeaseTerms memory terms) {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.salt = salt;
        offer.expiresAt = uint40(block.timestamp + 1 days);
        if (kind == Kind.UNKNOWN) return termsOfLease(offer, LEASE_SECONDS, type(uint32).max);
        bool isShort = kind == Kind.OVER;
        terms = openLease(offer, isShort ? SHORT : LONG, kind == Kind.EXHAUSTED ? 60 : SHORT);
        if (kind == Kind.OPEN) return terms;
        checkIn(terms);
        if (kind == Kind.OVER) vm.warp(lastSecondOf(terms) + 1);
        if (kind == Kind.EXHAUSTED) serve(terms, uint256(60) + GRACE_SECONDS);
        if (kind == Kind.EXHAUSTED) pass(1);
        if (kind == Kind.CLOSED) closeAs(client, terms);
    }

    /// @dev A lease of another provider, whose owner is the stranger.
    function _leaseOfAnother() private returns (LeaseTerms memory terms) {
        vm.prank(stranger);
        registry.register(Profile({payout: payout, encryptionKey: keccak256("k"), endpoint: ""}));
        LeaseOffer memory offer = defaultLeaseOffer();
        (offer.provider, offer.authEpoch) = (stranger, registry.authEpochOf(stranger));
        return openLeaseWith(offer, signLeaseOffer(STRANGER_KEY, offer), LEASE_SECONDS, FUNDED_SECONDS);
    }

    function _requireNotOperator(address caller, LeaseTerms[] memory batch, LeaseTerms memory terms) private {
        bytes memory expected = LeaseErrors.notOperator(idOfLease(terms), caller);
        refuse(caller, abi.encodeCall(leases.checkInMany, (batch)), expected, "not the provider's side");
    }
}
