// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Lease, LeaseState, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract LeaseEscrowViewsTest is LeaseFixture {
    /// @dev The terms' 10 words.
    uint256 private constant LENGTH = 10 * 32;

    function setUp() public {
        setUpLeases();
    }

    function testFuzz_IdIsTheHashOfTheTerms(LeaseTerms memory terms) public view {
        bytes memory words = abi.encode(terms);
        assertEq(words.length, LENGTH, "no word is missing");
        assertEq(leases.leaseIdOf(terms), keccak256(words), "lease id");
    }

    /// @dev Any two terms that differ, in whatever field, have two ids.
    function testFuzz_IdsDifferAsTheTermsDo(LeaseTerms memory one, LeaseTerms memory other) public view {
        vm.assume(keccak256(abi.encode(one)) != keccak256(abi.encode(other)));
        assertTrue(leases.leaseIdOf(one) != leases.leaseIdOf(other), "ids");
    }

    function testFuzz_UnknownLeasesAreEmpty(bytes32 leaseId) public view {
        assertEq(keccak256(abi.encode(leases.leaseOf(leaseId))), keccak256(new bytes(6 * 32)), "the lease");
    }

    /// @dev Of no lease there is nothing accrued, whatever the terms say: no overflow either.
    function testFuzz_NothingAccruesOfNoLease(LeaseTerms memory terms) public view {
        _requireAccrued(terms, 0, 0, "no lease");
    }

    function test_TheMarketNamesItsParts() public view {
        assertEq(address(leases.registry()), address(registry), "registry");
        assertEq(address(leases.vault()), address(vault), "vault");
    }

    function testFuzz_When_Open_NothingAccrues(uint256 seed) public {
        LeaseTerms memory terms = anyLease(seed);
        pass(pick(seed, "wait", 0, 500 days));
        _requireAccrued(terms, 0, 0, "open");
    }

    function testFuzz_When_Running_WhatWasEarnedAndNotPaid(uint32 gap, bool withdrawn, bool toppedUp) public {
        LeaseTerms memory terms = runningLease();
        serve(terms, FUNDED_SECONDS - 60);
        if (withdrawn) leases.withdraw(terms);
        if (toppedUp) topUp(terms, 50);
        gap = uint32(bound(gap, 0, 1_000));
        pass(gap);
        uint256 counted = gap < GRACE_SECONDS ? gap : GRACE_SECONDS;
        uint256 served = FUNDED_SECONDS - 60 + counted;
        uint256 funded = toppedUp ? FUNDED_SECONDS + 50 : FUNDED_SECONDS;
        uint256 paid = withdrawn ? FUNDED_SECONDS - 60 : 0;
        _requireAccrued(terms, served, (served < funded ? served : funded) - paid, "running");
    }

    /// @dev What is said is what is paid.
    function testFuzz_WhatAccruedIsWhatIsPaid(uint256 seed) public {
        LeaseTerms memory terms = anyRunningLease(seed);
        pass(pick(seed, "wait", 1, 500 days));
        (uint32 served, uint256 earned) = leases.accruedOf(terms);
        vm.assume(earned != 0);
        assertEq(leases.withdraw(terms), earned, "paid");
        _requireAccrued(terms, served, 0, "withdrawn");
    }

    function testFuzz_When_Closed_WhatWasServedStays(uint32 gap, uint32 later) public {
        LeaseTerms memory terms = runningLease();
        gap = uint32(bound(gap, 0, GRACE_SECONDS));
        pass(gap);
        closeAs(client, terms);
        pass(later);
        _requireAccrued(terms, gap, 0, "closed");
    }

    function _requireAccrued(
        LeaseTerms memory terms,
        uint256 served,
        uint256 earnedSeconds,
        string memory label
    ) private view {
        (uint32 actualServed, uint256 earned) = leases.accruedOf(terms);
        assertEq(actualServed, served, string.concat(label, ": served"));
        assertEq(earned, priceOf(terms, earnedSeconds), string.concat(label, ": earned"));
    }
}

/// @notice What the market remembers of a lease, at any values: put there as if it had come to that.
contract LeaseEscrowLeaseSlotTest is LeaseFixture {
    /// @dev Found in {setUp}.
    uint256 private _leasesSlot;

    function setUp() public {
        setUpLeases();
        bytes32 probed = keccak256("probed");
        for (uint256 slot; slot < 16; ++slot) {
            vm.store(address(leases), keccak256(abi.encode(probed, slot)), bytes32(uint256(7) << 88));
            if (leases.leaseOf(probed).fundedSeconds == 7) _leasesSlot = slot;
            vm.store(address(leases), keccak256(abi.encode(probed, slot)), 0);
        }
        vm.store(address(leases), keccak256(abi.encode(probed, _leasesSlot)), bytes32(uint256(7) << 88));
        assertEq(leases.leaseOf(probed).fundedSeconds, 7, "the leases' place in storage");
    }

    /// @dev The documented layout: 8, 40, 40, 32, 32 and 32 bits from the lowest.
    function testFuzz_AWordIsReadFieldByField(uint256 random, bytes32 leaseId) public {
        Lease memory lease = _anySlot(random);
        _put(leaseId, lease);
        _requireLease(leaseId, lease, "unpacked");
    }

    function test_AllBitsOfEachFieldAreRead() public {
        bytes32 leaseId = keccak256("lease");
        uint40 long = type(uint40).max;
        uint32 short = type(uint32).max;
        Lease[7] memory extremes = [
            Lease(LeaseState.CLOSED, 0, 0, 0, 0, 0),
            Lease(LeaseState.NONE, long, 0, 0, 0, 0),
            Lease(LeaseState.NONE, 0, long, 0, 0, 0),
            Lease(LeaseState.NONE, 0, 0, short, 0, 0),
            Lease(LeaseState.NONE, 0, 0, 0, short, 0),
            Lease(LeaseState.NONE, 0, 0, 0, 0, short),
            Lease(LeaseState.CLOSED, long, long, short, short, short)
        ];
        for (uint256 i; i < extremes.length; ++i) {
            _put(leaseId, extremes[i]);
            _requireLease(leaseId, extremes[i], "an extreme");
        }
    }

    /// @dev The last block and nearly the last second that fit: what is opened then is read as it is.
    function testFuzz_OpenedAtTheEndOfTime(uint40 blockNumber, uint256 seed) public {
        vm.roll(pick(seed, "block", blockNumber, type(uint40).max));
        vm.warp(pick(seed, "time", block.timestamp, uint256(type(uint40).max) - 366 days));
        LeaseTerms memory terms = anyLease(seed);
        Lease memory lease = leaseOf(terms);
        assertEq(lease.openedBlock, block.number, "block");
        assertEq(lease.seenAt, block.timestamp, "time");
        vm.warp(lastSecondOf(terms));
        checkIn(terms);
        assertEq(leaseOf(terms).seenAt, lastSecondOf(terms), "last second");
        assertEq(leaseOf(terms).openedBlock, lease.openedBlock, "still the opening's block");
        assertEq(leaseOf(terms).fundedSeconds, lease.fundedSeconds, "still the deposit");
    }

    /// @dev Each call writes its own fields, and leaves the others' bits alone, whatever they are.
    function testFuzz_ACallWritesItsOwnFields(uint256 random, uint8 call) public {
        LeaseTerms memory terms = runningLease(86_400, 86_400);
        Lease memory lease = _anySlot(random);
        lease.state = LeaseState.RUNNING;
        lease.seenAt = uint40(block.timestamp);
        lease.fundedSeconds = uint32(bound(lease.fundedSeconds, 100, 86_300));
        lease.servedSeconds = uint32(bound(lease.servedSeconds, 1, lease.fundedSeconds));
        lease.paidSeconds = uint32(bound(lease.paidSeconds, 0, lease.servedSeconds - 1));
        _put(idOfLease(terms), lease);
        if (call % 4 == 0) {
            checkIn(terms);
        } else if (call % 4 == 1) {
            topUp(terms, 100);
            lease.fundedSeconds += 100;
        } else if (call % 4 == 2) {
            leases.withdraw(terms);
            lease.paidSeconds = lease.servedSeconds;
        } else {
            closeAs(client, terms);
            (lease.state, lease.paidSeconds) = (LeaseState.CLOSED, lease.servedSeconds);
        }
        _requireLease(idOfLease(terms), lease, "written");
    }

    /// @dev Fields of any bits, of a state that there is.
    function _anySlot(uint256 random) private pure returns (Lease memory lease) {
        lease.state = LeaseState(uint8(random >> 248) % 4);
        lease.openedBlock = uint40(random);
        lease.seenAt = uint40(random >> 40);
        lease.fundedSeconds = uint32(random >> 80);
        lease.servedSeconds = uint32(random >> 112);
        lease.paidSeconds = uint32(random >> 144);
    }

    function _put(bytes32 leaseId, Lease memory lease) private {
        bytes memory packed = abi.encodePacked(
            uint72(0),
            lease.paidSeconds,
            lease.servedSeconds,
            lease.fundedSeconds,
            lease.seenAt,
            lease.openedBlock,
            uint8(lease.state)
        );
        vm.store(address(leases), keccak256(abi.encode(leaseId, _leasesSlot)), bytes32(packed));
    }

    function _requireLease(bytes32 leaseId, Lease memory expected, string memory label) private view {
        assertEq(keccak256(abi.encode(leases.leaseOf(leaseId))), keccak256(abi.encode(expected)), label);
    }
}
