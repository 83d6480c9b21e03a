// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseOffers} from "../../../contracts/interfaces/ILeaseOffers.sol";
import {IOfferBook} from "../../../contracts/interfaces/IOfferBook.sol";
import {LeaseOffer, LeaseState, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {OrderState} from "../../../contracts/types/Order.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract LeaseEscrowPublishOfferTest is LeaseFixture {
    function setUp() public {
        setUpLeases();
    }

    function testFuzz_When_OwnerPublishes(uint256 seed) public {
        _publishAndCheck(owner, anyLeaseOffer(seed));
    }

    function testFuzz_When_OperatorPublishesWithinBounds(uint256 seed) public {
        LeaseOffer memory offer = anyLeaseOffer(seed);
        offer.ratePerSecond = uint128(pick(seed, "rate", RATE_PER_SECOND, type(uint96).max));
        _publishAndCheck(operator, offer);
    }

    function testFuzz_RevertWhen_CallerIsUnknown(address caller) public {
        vm.assume(caller != owner && caller != operator);
        _requireCannotPromise(caller, defaultLeaseOffer());
        _requireCannotPromise(provider, defaultLeaseOffer());
        _requireCannotPromise(client, defaultLeaseOffer());
    }

    function testFuzz_RevertWhen_OperatorExceedsItsBounds(uint128 rate, address other) public {
        vm.assume(other != address(payToken));
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.ratePerSecond = uint128(bound(rate, 1, RATE_PER_SECOND - 1));
        _requireCannotPromise(operator, offer);
        offer = defaultLeaseOffer();
        offer.token = other;
        _requireCannotPromise(operator, offer);
    }

    /// @dev The bound that counts is the one for no adjudicator: another one's allows no lease.
    function test_RevertWhen_TheBoundIsForAnAdjudicator() public {
        vm.prank(owner);
        registry.setOperatorBound(provider, address(payToken), address(0), 0);
        assertTrue(registry.operatorBoundOf(provider, address(payToken), adjudicator) != 0, "a bound for jobs");
        _requireCannotPromise(operator, defaultLeaseOffer());
        _publishAndCheck(owner, defaultLeaseOffer());
    }

    function test_RevertWhen_OperatorWasRemoved() public {
        vm.prank(owner);
        registry.setOperator(provider, operator, false);
        _requireCannotPromise(operator, defaultLeaseOffer());
    }

    function test_RevertWhen_PublishedTwice() public {
        LeaseOffer memory offer = defaultLeaseOffer();
        _publishAndCheck(operator, offer);
        _requireRefused(operator, offer, JobErrors.unchanged(leases.hashOffer(offer)));
        _requireRefused(owner, offer, JobErrors.unchanged(leases.hashOffer(offer)));
    }

    function test_RevertWhen_TakenBefore() public {
        openLease();
        _requireRefused(owner, defaultLeaseOffer(), JobErrors.unchanged(leases.hashOffer(defaultLeaseOffer())));
    }

    function testFuzz_RevertWhen_CanceledBefore(bool published) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        if (published) publishLeaseOffer(offer);
        vm.prank(owner);
        leases.cancelOffer(offer);
        _requireRefused(owner, offer, JobErrors.canceled(leases.hashOffer(offer)));
    }

    function testFuzz_ExpiryIncludesItsSecond(uint32 late) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        vm.warp(offer.expiresAt);
        _publishAndCheck(owner, offer);
        offer.salt += 1;
        uint256 nowAt = uint256(offer.expiresAt) + 1 + late;
        vm.warp(nowAt);
        _requireRefused(owner, offer, JobErrors.expired(leases.hashOffer(offer), nowAt, offer.expiresAt));
    }

    function testFuzz_RevertWhen_EpochIsNotTheProviders(uint32 epoch, address nobody) public {
        uint32 current = registry.authEpochOf(provider);
        vm.assume(epoch != current && registry.authEpochOf(nobody) == 0);
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.authEpoch = epoch;
        _requireRefused(owner, offer, JobErrors.wrongEpoch(leases.hashOffer(offer), epoch, current));
        offer.provider = nobody;
        _requireRefused(nobody, offer, JobErrors.wrongEpoch(leases.hashOffer(offer), epoch, 0));
        offer.authEpoch = 0;
        _requireRefused(nobody, offer, JobErrors.wrongEpoch(leases.hashOffer(offer), 0, 0));
    }

    function _publishAndCheck(address caller, LeaseOffer memory offer) private {
        bytes32 expected = leases.hashOffer(offer);
        expectEvent(address(leases));
        emit ILeaseOffers.OfferPublished(expected, provider, offer.tag, offer);
        vm.prank(caller);
        assertEq(leases.publishOffer(offer), expected, "returned hash");
        OrderState memory order = leases.orderStateOf(expected);
        assertTrue(order.approved, "approved");
        assertFalse(order.canceled || order.fillsOnce, "not canceled, and no request");
        assertEq(order.filled, 0, "no fills");
        assertEq(order.active, 0, "no leases");
    }

    function _requireCannotPromise(address caller, LeaseOffer memory offer) private {
        _requireRefused(caller, offer, JobErrors.cannotPromise(leases.hashOffer(offer), provider, caller));
    }

    function _requireRefused(address caller, LeaseOffer memory offer, bytes memory expected) private {
        refuse(caller, abi.encodeCall(ILeaseOffers.publishOffer, (offer)), expected, "publish");
    }
}

contract LeaseEscrowCancelOfferTest is LeaseFixture {
    function setUp() public {
        setUpLeases();
    }

    /// @dev A promise may be withdrawn by any key, also by one that could not have made it.
    function testFuzz_When_EitherKeyCancels(uint256 seed, bool byOwner) public {
        _cancelAndCheck(byOwner ? owner : operator, anyLeaseOffer(seed));
    }

    function testFuzz_When_OfferCouldNotBeTakenAnyway(LeaseOffer memory offer) public {
        offer.provider = provider;
        _cancelAndCheck(owner, offer);
    }

    function testFuzz_When_Canceled_ItOpensNothing(uint8 way) public {
        LeaseOffer memory offer = defaultLeaseOffer();
        if (way % 3 == 1) publishLeaseOffer(offer);
        LeaseTerms memory before = way % 3 == 2 ? openLease() : leaseIn(LeaseState.NONE);
        _cancelAndCheck(operator, offer);
        bytes memory expected = JobErrors.canceled(leases.hashOffer(offer));
        refuse(client, openCall(offer), expected, "canceled");
        refuse(client, openCallWith(offer, signLeaseOffer(OWNER_KEY, offer)), expected, "canceled for the owner, too");
        if (way % 3 != 2) return;
        checkIn(before);
        closeAs(client, before);
        refuse(client, openCall(offer), expected, "canceled for good");
    }

    function test_RevertWhen_CanceledTwice() public {
        LeaseOffer memory offer = defaultLeaseOffer();
        _cancelAndCheck(operator, offer);
        _requireRefused(operator, offer, JobErrors.unchanged(leases.hashOffer(offer)));
        _requireRefused(owner, offer, JobErrors.unchanged(leases.hashOffer(offer)));
    }

    function testFuzz_RevertWhen_CallerIsUnknown(address caller) public {
        vm.assume(caller != owner && caller != operator);
        openLease();
        _requireNotOperator(caller);
        _requireNotOperator(provider);
        _requireNotOperator(client);
        vm.prank(owner);
        registry.setOperator(provider, operator, false);
        _requireNotOperator(operator);
    }

    function testFuzz_RevertWhen_ProviderIsNotRegistered(address nobody) public {
        vm.assume(registry.authEpochOf(nobody) == 0);
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.provider = nobody;
        _requireRefused(nobody, offer, JobErrors.offerNotOperator(nobody, nobody));
    }

    function test_When_ATwinIsCanceled_TheOtherLives() public {
        LeaseOffer memory twin = defaultLeaseOffer();
        twin.salt += 1;
        _cancelAndCheck(owner, twin);
        openLease();
    }

    function _cancelAndCheck(address caller, LeaseOffer memory offer) private {
        bytes32 orderHash = leases.hashOffer(offer);
        OrderState memory expected = leases.orderStateOf(orderHash);
        expected.canceled = true;
        expectEvent(address(leases));
        emit IOfferBook.OfferCanceled(orderHash, provider);
        vm.prank(caller);
        leases.cancelOffer(offer);
        OrderState memory order = leases.orderStateOf(orderHash);
        assertEq(keccak256(abi.encode(order)), keccak256(abi.encode(expected)), "the order's slot");
    }

    function _requireNotOperator(address caller) private {
        _requireRefused(caller, defaultLeaseOffer(), JobErrors.offerNotOperator(provider, caller));
    }

    function _requireRefused(address caller, LeaseOffer memory offer, bytes memory expected) private {
        refuse(caller, abi.encodeCall(ILeaseOffers.cancelOffer, (offer)), expected, "cancel");
    }
}
