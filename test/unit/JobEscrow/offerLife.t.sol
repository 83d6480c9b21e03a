// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {JobState, JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, OrderState} from "../../../contracts/types/Order.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {JobFuzz} from "../../utils/JobFuzz.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice How often, by whom and until when an offer can be taken.
contract JobEscrowOfferLifeTest is JobFuzz {
    function setUp() public {
        setUpJobs();
    }

    function testFuzz_ExpiryIncludesItsSecond(uint32 ahead, uint32 late, bool published) public {
        Offer memory offer = defaultOffer();
        offer.expiresAt = uint40(block.timestamp + bound(ahead, 0, 366 days));
        if (published) publishOffer(offer);
        vm.warp(offer.expiresAt);
        openJob(offer, defaultTake());

        uint256 nowAt = uint256(offer.expiresAt) + 1 + late;
        vm.warp(nowAt);
        bytes memory expected = JobErrors.expired(escrow.hashOffer(offer), nowAt, offer.expiresAt);
        requireRevert(client, takeCall(offer, defaultTake()), expected, "remembered");
        offer.salt += 1;
        expected = JobErrors.expired(escrow.hashOffer(offer), nowAt, offer.expiresAt);
        requireRevert(client, takeCall(offer, defaultTake()), expected, "only signed");
    }

    function testFuzz_RevertWhen_CallerIsNotTheTaker(address taker, address caller) public {
        vm.assume(taker != address(0) && caller != taker);
        Offer memory offer = defaultOffer();
        offer.taker = taker;
        bytes memory expected = JobErrors.notTaker(escrow.hashOffer(offer), caller, taker);
        requireRevert(caller, takeCall(offer, defaultTake()), expected, "not the taker");
        publishOffer(offer);
        requireRevert(caller, takeCall(offer, defaultTake()), expected, "not the taker of a published offer");
    }

    function test_When_CallerIsTheTaker() public {
        Offer memory offer = defaultOffer();
        offer.taker = client;
        openJob(offer, defaultTake());
    }

    function testFuzz_RevertWhen_EpochIsNotTheProviders(uint32 epoch) public {
        uint32 current = registry.authEpochOf(provider);
        vm.assume(epoch != current);
        Offer memory offer = defaultOffer();
        offer.authEpoch = epoch;
        bytes memory expected = JobErrors.wrongEpoch(escrow.hashOffer(offer), epoch, current);
        requireRevert(client, takeCall(offer, defaultTake()), expected, "another epoch");
    }

    function testFuzz_RevertWhen_ProviderIsNotRegistered(address nobody, uint32 epoch) public {
        vm.assume(registry.authEpochOf(nobody) == 0);
        Offer memory offer = defaultOffer();
        offer.provider = nobody;
        offer.authEpoch = epoch;
        bytes memory expected = JobErrors.wrongEpoch(escrow.hashOffer(offer), epoch, 0);
        requireRevert(client, takeCall(offer, defaultTake()), expected, "no provider");
        offer.authEpoch = 0;
        expected = JobErrors.wrongEpoch(escrow.hashOffer(offer), 0, 0);
        requireRevert(client, takeCall(offer, defaultTake()), expected, "no provider, no epoch");
    }

    function testFuzz_When_EpochIsRaised_EveryOfferDies(uint8 way) public {
        Offer memory signed = defaultOffer();
        Offer memory remembered = defaultOffer();
        Offer memory published = defaultOffer();
        (remembered.salt, published.salt) = (2, 3);
        openJob(remembered, defaultTake());
        publishOffer(published);

        uint32 before = registry.authEpochOf(provider);
        _raiseEpoch(way % 4);
        _requireOldEpoch(signed, before, "signed");
        _requireOldEpoch(remembered, before, "remembered");
        _requireOldEpoch(published, before, "published");

        Offer memory renewed = defaultOffer();
        openJobWith(renewed, signOffer(way % 4 == 2 ? STRANGER_KEY : OWNER_KEY, renewed), defaultTake());
    }

    function testFuzz_RevertWhen_SlotsAreFull_UntilAnEndFreesOne(uint32 slots, uint8 ending) public {
        Offer memory offer = defaultOffer();
        offer.slots = uint32(bound(slots, 1, 5));
        JobTerms memory first = openJob(offer, defaultTake());
        for (uint256 i = 1; i < offer.slots; ++i) {
            openJob(offer, defaultTake());
        }
        bytes memory expected = JobErrors.noFreeSlot(escrow.hashOffer(offer), offer.slots);
        requireRevert(client, takeCall(offer, defaultTake()), expected, "full");

        uint256 way = ending % 5;
        if (way < 2) {
            submitJob(first);
            requireRevert(client, takeCall(offer, defaultTake()), expected, "a submitted job holds its slot");
        }
        _end(first, way);
        assertEq(escrow.orderStateOf(first.orderHash).active, offer.slots - 1, "one slot came back");
        openJob(offer, defaultTake());
        requireRevert(client, takeCall(offer, defaultTake()), expected, "full again");
    }

    function testFuzz_RevertWhen_AllFillsAreUsed_ThoughSlotsAreFree(uint32 maxFills, uint8 ending) public {
        Offer memory offer = defaultOffer();
        offer.maxFills = uint32(bound(maxFills, 1, 5));
        offer.expiresAt = uint40(block.timestamp + 300 days);
        for (uint256 i; i < offer.maxFills; ++i) {
            JobTerms memory terms = openJob(offer, defaultTake());
            uint256 way = (ending + i) % 5;
            if (way < 2) submitJob(terms);
            _end(terms, way);
        }
        bytes32 orderHash = escrow.hashOffer(offer);
        OrderState memory order = escrow.orderStateOf(orderHash);
        assertEq(order.active, 0, "all slots are free");
        assertEq(order.filled, offer.maxFills, "all fills are used");
        bytes memory expected = JobErrors.fullyTaken(orderHash, offer.maxFills);
        requireRevert(client, takeCall(offer, defaultTake()), expected, "used up");
    }

    /// @dev What is counted for one offer is not counted for another.
    function test_When_OneOfferIsFull_ATwinIsFree() public {
        Offer memory offer = defaultOffer();
        (offer.slots, offer.maxFills) = (1, 1);
        openJob(offer, defaultTake());
        offer.salt += 1;
        openJob(offer, defaultTake());
    }

    function test_RevertWhen_CanceledBeforeItWasTaken() public {
        _cancelAndRequireRefused(defaultOffer());
    }

    function test_RevertWhen_CanceledAfterItWasPublished() public {
        publishOffer(defaultOffer());
        _cancelAndRequireRefused(defaultOffer());
    }

    function test_RevertWhen_CanceledAfterItWasTaken() public {
        JobTerms memory running = openJob();
        _cancelAndRequireRefused(defaultOffer());
        submitJob(running);
        _end(running, 0);
        bytes memory expected = JobErrors.canceled(running.orderHash);
        requireRevert(client, takeCall(defaultOffer(), defaultTake()), expected, "canceled for good");
    }

    function _cancelAndRequireRefused(Offer memory offer) private {
        cancelOffer(offer);
        bytes memory expected = JobErrors.canceled(escrow.hashOffer(offer));
        requireRevert(client, takeCall(offer, defaultTake()), expected, "canceled");
    }

    /// @dev Ends a job: accept and settle of a submitted one, decline, forfeit and expire of an active one.
    function _end(JobTerms memory terms, uint256 way) private {
        if (way == 0) {
            vm.prank(client);
            escrow.accept(terms);
        } else if (way == 1) {
            vm.warp(reviewUntil(terms) + 1);
            escrow.settle(terms);
        } else if (way == 2) {
            vm.prank(operator);
            escrow.decline(terms, "");
        } else if (way == 3) {
            vm.prank(operator);
            escrow.forfeit(terms);
        } else {
            vm.warp(deliverUntil(terms) + 1);
            escrow.expire(terms);
        }
        assertTrue(stateOf(terms) > JobState.DISPUTED, "ended");
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
            registry.setOperatorBound(provider, address(payToken), adjudicator, RATE_PER_SECOND + 1);
        }
    }

    function _requireOldEpoch(Offer memory offer, uint32 epoch, string memory label) private {
        bytes memory expected = JobErrors.wrongEpoch(escrow.hashOffer(offer), epoch, epoch + 1);
        requireRevert(client, takeCall(offer, defaultTake()), expected, label);
        bytes memory ownersCall = abi.encodeCall(
            IJobEscrow.takeOffer,
            (offer, signOffer(OWNER_KEY, offer), defaultTake())
        );
        requireRevert(client, ownersCall, expected, label);
    }
}
