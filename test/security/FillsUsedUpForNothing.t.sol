// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOfferBook} from "../../contracts/interfaces/IOfferBook.sol";
import {LeaseOffer, LeaseTerms} from "../../contracts/types/Lease.sol";
import {vm} from "../utils/Vm.sol";
import {LeaseStory} from "./LeaseStory.sol";

/// @notice The attack: open leases of a rival's offer and close them at once, until its fills are used up.
/// Peer: none known.
contract FillsUsedUpForNothingTest is LeaseStory {
    function setUp() public {
        setUpLeaseStory();
        // Who attacks plays the client.
        client = stranger;
    }

    /// @dev Not prevented: a lease that is closed in the second of its opening costs its client nothing but gas, and the
    /// fill does not come back. Nobody's money moves.
    function testFuzz_ItCostsNothingButGas(uint8 fills) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        (offer.slots, offer.maxFills) = (1, uint32(bound(fills, 1, 20)));
        for (uint256 i; i < offer.maxFills; ++i) closeAs(stranger, openLease(offer, LEASE_SECONDS, FUNDED_SECONDS));
        assertEq(claimOf(stranger), CLIENT_FUNDS, "the attacker has its money");
        requireRefusedLease(stranger, openCall(offer), IOfferBook.OfferBook_FullyTaken.selector, "used up");
    }

    /// @dev `slots` bounds the leases at once, so the provider may well allow four billion fills: then there is nothing to
    /// use up. Held open, a slot is paid for from the first check-in on.
    function testFuzz_ManyFillsCannotBeUsedUp(uint8 fills, uint32 held) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        (offer.slots, offer.maxFills) = (1, type(uint32).max);
        for (uint256 i; i < fills % 20; ++i) closeAs(stranger, openLease(offer, LEASE_SECONDS, FUNDED_SECONDS));
        LeaseTerms memory terms = openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
        checkIn(terms);
        held = uint32(bound(held, 0, GRACE_SECONDS));
        pass(held);
        closeAs(operator, terms);
        assertEq(claimOf(payout), priceOf(terms, held), "who holds a slot pays for it");
    }

    /// @dev Or the offer names its taker, as one that was made for somebody does.
    function test_AnOfferForSomebodyIsNotTouched() public {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.taker = vm.addr(CLIENT_KEY);
        bytes4 error_ = bytes4(keccak256("OrderBook_NotTaker(bytes32,address,address)"));
        requireRefusedLease(stranger, openCall(offer), error_, "not the taker");
    }
}
