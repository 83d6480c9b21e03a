// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LeaseTerms} from "../../contracts/types/Lease.sol";
import {vm} from "../utils/Vm.sol";
import {LeaseStory} from "./LeaseStory.sol";

/// @notice The attack: check in, and serve nothing. No contract can see a machine.
/// Peer: Nosana, where any hash that is not zero is paid for the time used (read, finish.rs; peers.md 4.0).
contract CheckInWithoutServingTest is LeaseStory {
    function setUp() public {
        setUpLeaseStory();
        setUpSham();
    }

    /// @dev Not prevented, but bounded: what passes from the first check-in until the client closes, to the second. The
    /// client asks nobody. Attained.
    function testFuzz_AWatchfulClientLosesWhatItWatched(uint256 seed) public {
        LeaseTerms memory terms = openShamLease(seed);
        uint256 had = claimOf(client) + priceOf(terms, leaseOf(terms).fundedSeconds);
        pass(pick(seed, "before", 0, terms.leaseSeconds));
        _shamChecksIn(terms);
        uint256 left = lastSecondOf(terms) - block.timestamp;
        uint256 watched = pick(seed, "watched", 0, terms.graceSeconds);
        pass(watched);
        closeAs(client, terms);
        uint256 lost = watched < left ? watched : left;
        if (lost > leaseOf(terms).fundedSeconds) lost = leaseOf(terms).fundedSeconds;
        assertEq(claimOf(client), had - priceOf(terms, lost), "the client's loss");
        assertEq(claimOf(sham), priceOf(terms, lost), "the sham's gain");
    }

    /// @dev A client that never looks loses what it paid in, and no more; one lie is worth one grace.
    function testFuzz_ABlindClientLosesItsDepositAtMost(uint256 seed, uint8 lies) public {
        LeaseTerms memory terms = openShamLease(seed);
        uint256 funded = leaseOf(terms).fundedSeconds;
        uint256 had = claimOf(client) + priceOf(terms, funded);
        lies = uint8(bound(lies, 1, 30));
        for (uint256 i; i < lies; ++i) {
            LeaseTerms[] memory batch = new LeaseTerms[](1);
            batch[0] = terms;
            _shamChecksInMany(batch);
            pass(terms.graceSeconds);
        }
        pass(400 days);
        closeAs(stranger, terms);
        uint256 lost = uint256(lies) * terms.graceSeconds;
        if (lost > terms.leaseSeconds) lost = terms.leaseSeconds;
        if (lost > funded) lost = funded;
        assertEq(claimOf(client), had - priceOf(terms, lost), "the client's loss");
        assertEq(claimOf(sham), priceOf(terms, lost), "the sham's gain");
    }

    function _shamChecksIn(LeaseTerms memory terms) private {
        LeaseTerms[] memory batch = new LeaseTerms[](1);
        batch[0] = terms;
        assertEq(_shamChecksInMany(batch), 1, "checked in");
    }

    function _shamChecksInMany(LeaseTerms[] memory batch) private returns (uint256) {
        vm.prank(sham);
        return leases.checkInMany(batch);
    }
}
