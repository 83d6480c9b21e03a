// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../contracts/interfaces/ILeaseEscrow.sol";
import {LeaseOffer, LeaseTerms} from "../../contracts/types/Lease.sol";
import {vm} from "../utils/Vm.sol";
import {LeaseStory} from "./LeaseStory.sol";

/// @notice The attack: offer a machine that one does not have, and collect from every client that opens a lease, or hold
/// its deposit.
/// Peer: Golem, where operators run a hundred providers on one machine (reported: yagna#2356, peers.md 2).
contract MachineThatDoesNotExistTest is LeaseStory {
    function setUp() public {
        setUpLeaseStory();
        setUpSham();
    }

    /// @dev The machine in an offer is a claim, and nobody checks it here: none, somebody else's, or a retired one.
    function testFuzz_TheClaimIsNotChecked(bytes32 claimed, bool retired) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        if (!retired) offer.machineId = claimed;
        vm.prank(owner);
        registry.retireMachine(provider, machineId);
        LeaseTerms memory terms = openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
        assertEq(claimOf(address(leases)), priceOf(terms, FUNDED_SECONDS), "opened all the same");
    }

    /// @dev But whoever is not there earns nothing: any terms, any time, and a stranger sends the deposit home.
    function testFuzz_WhoIsNotThereEarnsNothing(uint256 seed, address caller) public {
        LeaseTerms memory terms = openShamLease(seed);
        uint256 had = claimOf(client) + priceOf(terms, leaseOf(terms).fundedSeconds);
        bytes memory input = abi.encodeCall(leases.withdraw, (terms));
        requireRefusedLease(sham, input, ILeaseEscrow.LeaseEscrow_UnexpectedState.selector, "earnings of nothing");
        pass(uint256(terms.graceSeconds) + 1 + pick(seed, "wait", 0, 400 days));
        closeAs(caller, terms);
        assertEq(claimOf(sham), 0, "the sham's gain");
        assertEq(claimOf(client), had, "the client's money");
    }

    /// @dev The client need not wait at all.
    function testFuzz_TheClientLeavesAtOnce(uint256 seed) public {
        LeaseTerms memory terms = openShamLease(seed);
        uint256 had = claimOf(client) + priceOf(terms, leaseOf(terms).fundedSeconds);
        pass(pick(seed, "wait", 0, terms.graceSeconds));
        closeAs(client, terms);
        assertEq(claimOf(client), had, "the client's money");
    }

    /// @dev As many clients as the offer has slots: a stranger brings them all home.
    function testFuzz_ManyVictims(uint8 victims) public {
        victims = uint8(bound(victims, 1, 10));
        LeaseOffer memory offer = defaultLeaseOffer();
        (offer.provider, offer.authEpoch) = (sham, registry.authEpochOf(sham));
        (offer.slots, offer.maxFills) = (100, 100);
        payout = sham;
        bytes memory signature = signLeaseOffer(SHAM_KEY, offer);
        LeaseTerms[] memory opened = new LeaseTerms[](victims);
        for (uint256 i; i < victims; ++i) {
            opened[i] = openLeaseWith(offer, signature, LEASE_SECONDS, FUNDED_SECONDS);
        }
        pass(GRACE_SECONDS + 1);
        for (uint256 i; i < victims; ++i) closeAs(stranger, opened[i]);
        assertEq(claimOf(sham), 0, "the sham's gain");
        assertEq(claimOf(client), CLIENT_FUNDS, "the clients' money");
        assertEq(claimOf(address(leases)), 0, "nothing is left");
    }
}
