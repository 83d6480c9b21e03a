// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LeaseOffer, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {OrderState} from "../../../contracts/types/Order.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice How often, by whom and until when an offer of leases can be taken.
contract LeaseEscrowOfferLifeTest is LeaseFixture {
    function setUp() public {
        setUpLeases();
    }

    function testFuzz_ExpiryIncludesItsSecond(uint32 ahead, uint32 late, bool published) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.expiresAt = uint40(block.timestamp + bound(ahead, 0, 366 days));
        if (published) publishLeaseOffer(offer);
        vm.warp(offer.expiresAt);
        openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
        uint256 nowAt = uint256(offer.expiresAt) + 1 + late;
        vm.warp(nowAt);
        bytes memory expected = JobErrors.expired(leases.hashOffer(offer), nowAt, offer.expiresAt);
        refuse(client, openCall(offer), expected, "remembered");
        offer.salt += 1;
        expected = JobErrors.expired(leases.hashOffer(offer), nowAt, offer.expiresAt);
        refuse(client, openCall(offer), expected, "only signed");
    }

    function testFuzz_RevertWhen_CallerIsNotTheTaker(address taker, address caller) public {
        vm.assume(taker != address(0) && caller != taker);
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.taker = taker;
        bytes memory expected = JobErrors.notTaker(leases.hashOffer(offer), caller, taker);
        refuse(caller, openCall(offer), expected, "not the taker");
        publishLeaseOffer(offer);
        refuse(caller, openCall(offer), expected, "not the taker of a published offer");
    }

    function test_When_CallerIsTheTaker() public {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.taker = client;
        openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
    }

    function testFuzz_RevertWhen_EpochIsNotTheProviders(uint32 epoch, address nobody) public {
        uint32 current = registry.authEpochOf(provider);
        vm.assume(epoch != current && registry.authEpochOf(nobody) == 0);
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.authEpoch = epoch;
        bytes memory expected = JobErrors.wrongEpoch(leases.hashOffer(offer), epoch, current);
        refuse(client, openCall(offer), expected, "another epoch");
        (offer.provider, offer.authEpoch) = (nobody, 0);
        expected = JobErrors.wrongEpoch(leases.hashOffer(offer), 0, 0);
        refuse(client, openCall(offer), expected, "no provider, no epoch");
    }

    function testFuzz_When_EpochIsRaised_EveryOfferDies(uint8 way) public {
        LeaseOffer[3] memory offers = [defaultLeaseOffer(), defaultLeaseOffer(), defaultLeaseOffer()];
        (offers[1].salt, offers[2].salt) = (2, 3);
        openLease(offers[1], LEASE_SECONDS, FUNDED_SECONDS);
        publishLeaseOffer(offers[2]);
        uint32 before = registry.authEpochOf(provider);
        _raiseEpoch(way % 4);
        string[3] memory labels = ["signed", "remembered", "published"];
        for (uint256 i; i < 3; ++i) {
            bytes memory expected = JobErrors.wrongEpoch(leases.hashOffer(offers[i]), before, before + 1);
            refuse(client, openCall(offers[i]), expected, labels[i]);
            refuse(client, openCallWith(offers[i], signLeaseOffer(OWNER_KEY, offers[i])), expected, labels[i]);
        }
        LeaseOffer memory renewed = defaultLeaseOffer();
        bytes memory signature = signLeaseOffer(way % 4 == 2 ? STRANGER_KEY : OWNER_KEY, renewed);
        openLeaseWith(renewed, signature, LEASE_SECONDS, FUNDED_SECONDS);
    }

    function testFuzz_RevertWhen_SlotsAreFull_UntilAnEndFreesOne(uint32 slots, bool running, uint8 by) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.slots = uint32(bound(slots, 1, 5));
        LeaseTerms memory first = openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
        for (uint256 i = 1; i < offer.slots; ++i) openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
        bytes memory expected = JobErrors.noFreeSlot(leases.hashOffer(offer), offer.slots);
        refuse(client, openCall(offer), expected, "full");
        if (running) checkIn(first);
        pass(GRACE_SECONDS + 1);
        refuse(client, openCall(offer), expected, "a lease that is over holds its slot until somebody closes it");
        closeAs([client, operator, stranger][by % 3], first);
        assertEq(leases.orderStateOf(first.orderHash).active, offer.slots - 1, "one slot came back");
        openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
        refuse(client, openCall(offer), expected, "full again");
    }

    function testFuzz_RevertWhen_AllFillsAreUsed_ThoughSlotsAreFree(uint32 maxFills) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.maxFills = uint32(bound(maxFills, 1, 5));
        for (uint256 i; i < offer.maxFills; ++i) {
            closeAs(client, openLease(offer, LEASE_SECONDS, FUNDED_SECONDS));
        }
        bytes32 orderHash = leases.hashOffer(offer);
        OrderState memory order = leases.orderStateOf(orderHash);
        assertEq(order.active, 0, "all slots are free");
        assertEq(order.filled, offer.maxFills, "all fills are used");
        refuse(client, openCall(offer), JobErrors.fullyTaken(orderHash, offer.maxFills), "used up");
    }

    /// @dev What is counted for one offer is not counted for another.
    function test_When_OneOfferIsFull_ATwinIsFree() public {
        LeaseOffer memory offer = defaultLeaseOffer();
        (offer.slots, offer.maxFills) = (1, 1);
        openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
        offer.salt += 1;
        openLease(offer, LEASE_SECONDS, FUNDED_SECONDS);
    }

    function _raiseEpoch(uint256 way) private {
        if (way == 0) {
            vm.prank(owner);
            registry.setOperator(provider, operator, false);
        } else if (way == 1) {
            vm.prank(operator);
            registry.raiseAuthEpoch(provider);
        } else if (way == 2) {
            vm.prank(owner);
            registry.offerOwnership(provider, stranger);
            vm.prank(stranger);
            registry.acceptOwnership(provider);
        } else {
            vm.prank(owner);
            registry.setOperatorBound(provider, address(payToken), address(0), RATE_PER_SECOND + 1);
        }
    }
}
