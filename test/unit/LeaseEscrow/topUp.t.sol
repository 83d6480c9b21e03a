// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {LeaseState, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {LeaseErrors} from "../../utils/LeaseErrors.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {vm} from "../../utils/Vm.sol";

contract LeaseEscrowTopUpTest is LeaseFixture {
    function setUp() public {
        setUpLeases();
    }

    /// @dev At any second of a lease in which nothing is owed yet: any number of seconds that it can use.
    function testFuzz_When_NotEmpty(uint256 seed, bool running) public {
        LeaseTerms memory terms = running ? anyRunningLease(seed) : anyLease(seed);
        pass(pick(seed, "wait", 0, lastSecondOf(terms) - block.timestamp));
        (uint256 least, uint256 most) = _boundsOf(terms);
        vm.assume(least <= most);
        uint256 funded = leaseOf(terms).fundedSeconds;
        _topUpAndCheck(terms, uint32(pick(seed, "extra", least - funded, most - funded)));
    }

    /// @dev Both ends of what a lease can use, and one beyond each.
    function testFuzz_BoundsIncludeTheirEnds(uint256 seed, bool running) public {
        LeaseTerms memory terms = running ? anyRunningLease(seed) : anyLease(seed);
        pass(pick(seed, "wait", 0, lastSecondOf(terms) - block.timestamp));
        (uint256 least, uint256 most) = _boundsOf(terms);
        uint256 funded = leaseOf(terms).fundedSeconds;
        if (least > funded) _requireRefused(terms, uint32(least - funded - 1));
        _requireRefused(terms, uint32(most - funded + 1));
        if (least > most) return;
        uint256 snapshot = vm.snapshotState();
        _topUpAndCheck(terms, uint32(least - funded));
        vm.revertToState(snapshot);
        _topUpAndCheck(terms, uint32(most - funded));
    }

    function testFuzz_RevertWhen_MoreThanTheLeaseCanUse(uint256 seed, uint32 extra) public {
        LeaseTerms memory terms = anyRunningLease(seed);
        uint256 spare = terms.leaseSeconds - leaseOf(terms).fundedSeconds;
        _requireRefused(terms, uint32(bound(extra, spare + 1, type(uint32).max)));
        _requireRefused(terms, type(uint32).max);
    }

    /// @dev A lease that ran dry: the time that the machine was held is paid by the same call, or the call is refused.
    function testFuzz_When_Empty_TheGapIsPaid(uint256 seed, uint32 gap, uint32 extra) public {
        gap = uint32(bound(gap, 1, GRACE_SECONDS));
        LeaseTerms memory terms = _runningWithGap(gap);
        uint256 snapshot = vm.snapshotState();
        _requireRefused(terms, uint32(pick(seed, "too little", 0, gap - 1)));
        _requireRefused(terms, gap - 1);
        _topUpAndCheck(terms, gap);
        vm.revertToState(snapshot);
        _topUpAndCheck(terms, uint32(bound(extra, gap, LEASE_SECONDS - FUNDED_SECONDS)));
        leases.withdraw(terms);
        assertEq(claimOf(payout), priceOf(terms, FUNDED_SECONDS + gap), "the gap is the provider's");
    }

    /// @dev What was served is covered to the second: then one more second must be paid in, or none at all.
    function test_When_JustEmpty_ASecondIsTheLeast() public {
        LeaseTerms memory terms = _runningWithGap(0);
        _requireRefused(terms, 0);
        _topUpAndCheck(terms, 1);
    }

    function testFuzz_RevertWhen_EmptyForTooLong(uint32 late, uint32 extra) public {
        late = uint32(bound(late, 1, GRACE_SECONDS));
        LeaseTerms memory terms = _runningWithGap(GRACE_SECONDS);
        checkIn(terms);
        pass(late);
        bytes memory expected = LeaseErrors.exhausted(
            idOfLease(terms),
            uint256(FUNDED_SECONDS) + GRACE_SECONDS + late,
            FUNDED_SECONDS,
            GRACE_SECONDS
        );
        refuse(client, abi.encodeCall(leases.topUp, (terms, extra)), expected, "empty for too long");
    }

    function testFuzz_LastSecondIsIncluded(uint256 seed, uint32 late, bool running) public {
        LeaseTerms memory terms = running ? runningLease() : openLease();
        uint256 lastAt = lastSecondOf(terms);
        uint32 extra = uint32(pick(seed, "extra", 1, LEASE_SECONDS - FUNDED_SECONDS));
        vm.warp(lastAt);
        uint256 snapshot = vm.snapshotState();
        _topUpAndCheck(terms, extra);
        vm.revertToState(snapshot);
        vm.warp(lastAt + 1 + late);
        bytes memory expected = LeaseErrors.tooLate(idOfLease(terms), lastAt + 1 + late, lastAt);
        refuse(client, abi.encodeCall(leases.topUp, (terms, extra)), expected, "after the last second");
        vm.warp(lastAt + 1);
        expected = LeaseErrors.tooLate(idOfLease(terms), lastAt + 1, lastAt);
        refuse(client, abi.encodeCall(leases.topUp, (terms, extra)), expected, "a second after the last");
    }

    function testFuzz_RevertWhen_CallerIsNotTheClient(address caller, uint32 extra, bool running) public {
        vm.assume(caller != client);
        LeaseTerms memory terms = running ? runningLease() : openLease();
        address[6] memory callers = [caller, owner, operator, provider, payout, stranger];
        for (uint256 i; i < callers.length; ++i) {
            bytes memory expected = LeaseErrors.notClient(idOfLease(terms), callers[i]);
            refuse(callers[i], abi.encodeCall(leases.topUp, (terms, extra)), expected, "not the client");
        }
    }

    function testFuzz_RevertWhen_TheClientCannotPay(uint32 extra, uint256 claim, bool byAllowance) public {
        LeaseTerms memory terms = runningLease();
        extra = uint32(bound(extra, 1, LEASE_SECONDS - FUNDED_SECONDS));
        uint256 price = priceOf(terms, extra);
        claim = bound(claim, 0, price - 1);
        uint256 excess = claimOf(client) - claim;
        vm.startPrank(client);
        if (byAllowance) vault.approve(address(leases), idOf(payToken), claim);
        else vault.transfer(stranger, idOf(payToken), excess);
        vm.stopPrank();
        bytes memory expected = abi.encodeWithSelector(
            byAllowance
                ? LibraryErrors.ERC6909InsufficientAllowance.selector
                : LibraryErrors.ERC6909InsufficientBalance.selector,
            byAllowance ? address(leases) : client,
            claim,
            price,
            idOf(payToken)
        );
        refuse(client, abi.encodeCall(leases.topUp, (terms, extra)), expected, "no money");
        assertEq(leaseOf(terms).fundedSeconds, FUNDED_SECONDS, "nothing was paid in");
    }

    /// @dev Tops up as the client, and checks events and books: nothing but the deposit changes.
    function _topUpAndCheck(LeaseTerms memory terms, uint32 extra) private {
        Books memory expected = booksOf(terms);
        expected.client -= priceOf(terms, extra);
        expected.market += priceOf(terms, extra);
        expected.lease.fundedSeconds += extra;
        expectEvent(address(leases));
        emit ILeaseEscrow.LeaseToppedUp(idOfLease(terms), provider, client, extra, expected.lease.fundedSeconds);
        expectEvent(address(vault));
        emit IERC6909.Transfer(address(leases), client, address(leases), idOf(payToken), priceOf(terms, extra));
        topUp(terms, extra);
        requireBooks(terms, expected);
    }

    function _requireRefused(LeaseTerms memory terms, uint32 extra) private {
        (uint256 least, uint256 most) = _boundsOf(terms);
        uint256 fundedAfter = uint256(leaseOf(terms).fundedSeconds) + extra;
        bytes memory expected = LeaseErrors.fundedSecondsOutOfBounds(fundedAfter, least, most);
        refuse(client, abi.encodeCall(leases.topUp, (terms, extra)), expected, "the deposit");
    }

    /// @dev A lease whose provider was there all the time, and is owed so many seconds beyond the deposit.
    function _runningWithGap(uint256 gap) private returns (LeaseTerms memory terms) {
        terms = runningLease();
        serve(terms, FUNDED_SECONDS - 60);
        pass(60);
        checkIn(terms);
        pass(gap);
    }

    /// @dev What may be funded after a top-up of a lease that was checked in on once.
    function _boundsOf(LeaseTerms memory terms) private view returns (uint256 least, uint256 most) {
        uint256 served = leaseOf(terms).servedSeconds;
        if (leaseOf(terms).state == LeaseState.RUNNING) {
            uint256 elapsed = block.timestamp - leaseOf(terms).seenAt;
            served += elapsed < terms.graceSeconds ? elapsed : terms.graceSeconds;
        }
        least = uint256(leaseOf(terms).fundedSeconds) + 1;
        if (served >= least) least = served;
        most = terms.leaseSeconds;
    }
}
