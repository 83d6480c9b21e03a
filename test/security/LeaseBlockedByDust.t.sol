// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../contracts/interfaces/ILeaseEscrow.sol";
import {LeaseState, LeaseTerms} from "../../contracts/types/Lease.sol";
import {vm} from "../utils/Vm.sol";
import {LeaseStory} from "./LeaseStory.sol";

/// @notice The attack: keep a lease from ending, or a machine from being free, by top-ups that are worth next to
/// nothing.
/// Peer: none known.
contract LeaseBlockedByDustTest is LeaseStory {
    function setUp() public {
        setUpLeaseStory();
    }

    /// @dev An empty lease takes no dust: what was held is paid by the same call, or it goes on dying.
    function testFuzz_DustDoesNotReviveAnEmptyLease(uint32 gap, uint32 dust) public {
        LeaseTerms memory terms = _emptyFor(gap = uint32(bound(gap, 1, GRACE_SECONDS)));
        bytes4 error_ = ILeaseEscrow.LeaseEscrow_FundedSecondsOutOfBounds.selector;
        bytes memory input = abi.encodeCall(leases.topUp, (terms, uint32(bound(dust, 0, gap - 1))));
        requireRefusedLease(client, input, error_, "dust");
        pass(uint256(GRACE_SECONDS) - gap + 1);
        closeAs(stranger, terms);
        assertEq(claimOf(payout), priceOf(terms, FUNDED_SECONDS), "the provider has all that was funded");
    }

    /// @dev A second at a time, in the last possible second each time: the client pays for every second that the provider
    /// is there but those of the last grace, and the lease ends when it was to end.
    function testFuzz_WhoeverDripsPaysForEverySecond(uint256 seed) public {
        uint32 leaseSeconds = uint32(pick(seed, "lease", 600, 1_200));
        LeaseTerms memory terms = runningLease(leaseSeconds, 60);
        while (block.timestamp + 20 <= lastSecondOf(terms)) {
            pass(20);
            checkIn(terms);
            uint256 served = leaseOf(terms).servedSeconds;
            uint256 funded = leaseOf(terms).fundedSeconds;
            if (served + 20 > funded + GRACE_SECONDS) topUp(terms, served > funded ? uint32(served - funded) : 1);
        }
        vm.warp(lastSecondOf(terms) + 1);
        bytes4 error_ = ILeaseEscrow.LeaseEscrow_TooLate.selector;
        requireRefusedLease(client, abi.encodeCall(leases.topUp, (terms, 1)), error_, "after the end");
        closeAs(stranger, terms);
        uint256 paid = claimOf(payout) / RATE_PER_SECOND;
        assertTrue(paid + GRACE_SECONDS >= leaseSeconds, "all but the last grace is paid");
        assertEq(claimOf(client), CLIENT_FUNDS - claimOf(payout), "and by the client");
    }

    /// @dev A top-up just before the provider's close changes nothing: either side ends a lease at any second.
    function testFuzz_ATopUpDoesNotStopAClose(uint32 extra, bool byClient) public {
        LeaseTerms memory terms = runningLease();
        pass(50);
        topUp(terms, uint32(bound(extra, 1, LEASE_SECONDS - FUNDED_SECONDS)));
        closeAs(byClient ? client : operator, terms);
        assertEq(claimOf(payout), priceOf(terms, 50), "what was earned");
        assertEq(claimOf(client), CLIENT_FUNDS - priceOf(terms, 50), "the dust came back");
    }

    /// @dev Nor may anybody else pay in, or pass something off as a deposit.
    function testFuzz_NobodyElsesDust(uint256 gift, uint32 extra) public {
        LeaseTerms memory terms = _emptyFor(1);
        bytes4 error_ = ILeaseEscrow.LeaseEscrow_NotClient.selector;
        bytes memory input = abi.encodeCall(leases.topUp, (terms, extra));
        requireRefusedLease(stranger, input, error_, "a stranger's top-up");
        requireRefusedLease(operator, input, error_, "the provider's top-up");
        gift = bound(gift, 1, CLIENT_FUNDS);
        vm.prank(stranger);
        vault.transfer(address(leases), idOf(payToken), gift);
        assertEq(leaseOf(terms).fundedSeconds, FUNDED_SECONDS, "a gift is no deposit");
        pass(GRACE_SECONDS);
        closeAs(stranger, terms);
        assertEq(claimOf(payout), priceOf(terms, FUNDED_SECONDS), "what was funded");
        assertEq(claimOf(address(leases)), gift, "the gift alone stays");
    }

    /// @dev Dust on the way out does no harm either: a stranger who withdraws second by second only pays for the gas.
    function testFuzz_DustWithdrawals(uint8 times) public {
        LeaseTerms memory terms = runningLease();
        times = uint8(bound(times, 1, GRACE_SECONDS));
        for (uint256 i; i < times; ++i) {
            pass(1);
            vm.prank(stranger);
            assertEq(leases.withdraw(terms), RATE_PER_SECOND, "a second's pay");
        }
        closeAs(client, terms);
        assertEq(claimOf(payout), priceOf(terms, times), "each second once");
        assertTrue(leaseOf(terms).state == LeaseState.CLOSED, "and over");
    }

    /// @dev A lease whose provider was there all the time, and is owed so many seconds beyond the deposit.
    function _emptyFor(uint32 gap) private returns (LeaseTerms memory terms) {
        terms = runningLease();
        serve(terms, FUNDED_SECONDS);
        pass(gap);
    }
}
