// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../contracts/interfaces/ILeaseEscrow.sol";
import {LeaseTerms} from "../../contracts/types/Lease.sol";
import {LeaseStory} from "./LeaseStory.sol";

/// @notice The attack: rent a machine for a small deposit, let it run dry, and go on using it.
/// Peer: Akash, where overdrawn deployments kept running for free (reported: node#1635, support#114), and where a
/// deployment is destroyed the moment its funds run out (reported: support#368; peers.md 2).
contract EmptyLeaseRunsOnTest is LeaseStory {
    function setUp() public {
        setUpLeaseStory();
    }

    /// @dev Not prevented: the machine is held for one grace, which the offer states, and that is all that a client can
    /// have for nothing. A second later nobody owes it any more, and anybody may end it.
    function test_OneGraceIsTheMost() public {
        LeaseTerms memory terms = runningLease();
        serve(terms, FUNDED_SECONDS + GRACE_SECONDS);
        pass(1);
        bytes4 error_ = ILeaseEscrow.LeaseEscrow_Exhausted.selector;
        requireRefusedLease(client, abi.encodeCall(leases.topUp, (terms, GRACE_SECONDS + 1)), error_, "revived");
        requireRefusedLease(operator, abi.encodeCall(leases.checkIn, (terms)), error_, "held longer");
        closeAs(stranger, terms);
        assertEq(claimOf(payout), priceOf(terms, FUNDED_SECONDS), "the deposit is paid");
        assertEq(claimOf(client), CLIENT_FUNDS - priceOf(terms, FUNDED_SECONDS), "the grace is not");
    }

    /// @dev A provider that does not want to hold an empty machine closes in the second in which it is empty, and is paid
    /// for each second that it was there.
    function testFuzz_TheProviderNeedNotHoldIt(uint256 seed) public {
        LeaseTerms memory terms = smallLease(seed);
        checkIn(terms);
        uint256 funded = leaseOf(terms).fundedSeconds;
        serve(terms, funded);
        closeAs(operator, terms);
        assertEq(claimOf(payout), priceOf(terms, funded), "nothing is unpaid");
        assertEq(leaseOf(terms).servedSeconds, funded, "nothing was held for nothing");
    }

    /// @dev Who pays in within the grace has lost nothing, and pays for the gap to the second.
    function testFuzz_WhoPaysInTimeGoesOn(uint32 gap, uint32 more) public {
        LeaseTerms memory terms = runningLease();
        serve(terms, FUNDED_SECONDS);
        gap = uint32(bound(gap, 1, GRACE_SECONDS));
        more = uint32(bound(more, 0, 1_000));
        pass(gap);
        topUp(terms, gap + more);
        checkIn(terms);
        serve(terms, more);
        closeAs(operator, terms);
        assertEq(claimOf(payout), priceOf(terms, FUNDED_SECONDS + gap + more), "the gap is paid, too");
    }

    /// @dev Again and again with new leases: of all the time, the part that is not paid is grace : (deposit + grace). The
    /// least deposit is the offer's: that is the provider's dial.
    function testFuzz_TheLeastDepositIsTheDial(uint8 times) public {
        uint32 least = defaultLeaseOffer().minFundedSeconds;
        times = uint8(bound(times, 1, 5));
        uint256 startedAt = block.timestamp;
        for (uint256 i; i < times; ++i) {
            LeaseTerms memory terms = runningLease(LEASE_SECONDS, least);
            serve(terms, least + GRACE_SECONDS);
            closeAs(client, terms);
        }
        assertEq(block.timestamp - startedAt, uint256(times) * (least + GRACE_SECONDS), "time used");
        assertEq(claimOf(payout), uint256(RATE_PER_SECOND) * least * times, "time paid");
    }
}
