// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LeaseTerms} from "../../contracts/types/Lease.sol";
import {vm} from "../utils/Vm.sol";
import {LeaseStory} from "./LeaseStory.sol";

/// @notice The attack: be away with the rented machine, come back before anybody closes the lease, and have the whole
/// absence paid by one late check-in.
/// Peer: Akash, which streams by the block whether or not the machine is there: after a maintenance that deleted all
/// leases the chain still showed them (reported: support#265, peers.md 1b and 2).
contract LateCheckInBackPaysTest is LeaseStory {
    function setUp() public {
        setUpLeaseStory();
    }

    /// @dev However long it was away, and whatever it calls when it comes back: the grace is paid, the client has the
    /// rest.
    function testFuzz_TheGraceIsPaid_AndNotTheAbsence(uint256 seed, bytes8 moves) public {
        LeaseTerms memory terms = anyRunningLease(seed);
        uint256 deposit = priceOf(terms, leaseOf(terms).fundedSeconds);
        uint256 had = claimOf(client) + deposit;
        uint256 left = lastSecondOf(terms) - block.timestamp;
        vm.assume(left > terms.graceSeconds);
        pass(pick(seed, "away", terms.graceSeconds, left));
        for (uint256 i; i < moves.length; ++i) _move(terms, uint8(moves[i]));
        closeAs(operator, terms);

        uint256 funded = leaseOf(terms).fundedSeconds;
        uint256 paid = terms.graceSeconds < funded ? terms.graceSeconds : funded;
        assertEq(claimOf(payout), priceOf(terms, paid), "one grace, at most");
        assertEq(claimOf(client), had - priceOf(terms, paid), "the client has the rest");
    }

    /// @dev Nor does a first check-in in the last second make a lease of it.
    function testFuzz_AFirstCheckInBackPaysNothing(uint256 seed) public {
        LeaseTerms memory terms = anyLease(seed);
        uint256 had = claimOf(client) + priceOf(terms, leaseOf(terms).fundedSeconds);
        vm.warp(lastSecondOf(terms));
        checkIn(terms);
        pass(pick(seed, "later", 0, 400 days));
        closeAs(operator, terms);
        assertEq(claimOf(payout), 0, "nothing is earned");
        assertEq(claimOf(client), had, "all came back");
    }

    /// @dev Away again and again: every check-in is worth one grace, and no more.
    function testFuzz_EachCheckInIsWorthAGrace(uint256 seed, uint8 times) public {
        LeaseTerms memory terms = runningLease(86_400, 86_400);
        uint256 visits = 1;
        for (uint256 i; i < bound(times, 0, 20); ++i) {
            pass(uint256(GRACE_SECONDS) + (uint256(keccak256(abi.encode(seed, i))) % 3_000));
            checkIn(terms);
            ++visits;
        }
        pass(100_000);
        leases.withdraw(terms);
        closeAs(stranger, terms);
        assertEq(claimOf(payout), priceOf(terms, visits * GRACE_SECONDS), "a grace for each");
    }

    /// @dev What the provider's side, its client or anybody may call when it comes back.
    function _move(LeaseTerms memory terms, uint8 kind) private {
        LeaseTerms[] memory batch = new LeaseTerms[](2);
        (batch[0], batch[1]) = (terms, terms);
        bytes memory input = abi.encodeCall(leases.checkIn, (terms));
        if (kind % 4 == 1) input = abi.encodeCall(leases.checkInMany, (batch));
        if (kind % 4 == 2) input = abi.encodeCall(leases.withdraw, (terms));
        if (kind % 4 == 3) input = abi.encodeCall(leases.topUp, (terms, uint32(kind)));
        vm.prank(kind % 4 == 3 ? client : operator);
        (bool succeeded, ) = address(leases).call(input);
        succeeded; // Refused or not: what counts is what they add up to.
    }
}
