// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobOffers} from "../../../contracts/interfaces/IJobOffers.sol";
import {IOfferBook} from "../../../contracts/interfaces/IOfferBook.sol";
import {JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, OrderState} from "../../../contracts/types/Order.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {JobFuzz} from "../../utils/JobFuzz.sol";
import {vm} from "../../utils/Vm.sol";

contract JobEscrowPublishOfferTest is JobFuzz {
    function setUp() public {
        setUpJobs();
    }

    function testFuzz_When_OwnerPublishes(uint256 seed) public {
        _publishAndCheck(owner, anyOffer(seed));
    }

    function testFuzz_When_OperatorPublishesWithinBounds(uint256 seed) public {
        Offer memory offer = anyOffer(seed);
        offer.adjudicator = adjudicator;
        offer.ratePerSecond = uint128(pick(seed, "rate", RATE_PER_SECOND, type(uint96).max));
        _publishAndCheck(operator, offer);
    }

    function testFuzz_RevertWhen_CallerIsUnknown(address caller) public {
        vm.assume(caller != owner && caller != operator);
        _requireCannotPromise(caller, defaultOffer());
        _requireCannotPromise(provider, defaultOffer());
        _requireCannotPromise(client, defaultOffer());
    }

    function testFuzz_RevertWhen_OperatorExceedsItsBounds(uint128 rate, address other) public {
        Offer memory offer = defaultOffer();
        offer.ratePerSecond = uint128(bound(rate, 1, RATE_PER_SECOND - 1));
        _requireCannotPromise(operator, offer);
        offer = defaultOffer();
        vm.assume(other != offer.adjudicator && other != offer.token);
        offer.adjudicator = other;
        _requireCannotPromise(operator, offer);
        offer = defaultOffer();
        offer.token = other;
        _requireCannotPromise(operator, offer);
    }

    function test_RevertWhen_OperatorWasRemoved() public {
        vm.prank(owner);
        registry.setOperator(provider, operator, false);
        _requireCannotPromise(operator, defaultOffer());
    }

    function test_RevertWhen_PublishedTwice() public {
        Offer memory offer = defaultOffer();
        _publishAndCheck(operator, offer);
        _requireRefused(operator, offer, JobErrors.unchanged(escrow.hashOffer(offer)));
        _requireRefused(owner, offer, JobErrors.unchanged(escrow.hashOffer(offer)));
    }

    function test_RevertWhen_TakenBefore() public {
        openJob();
        _requireRefused(owner, defaultOffer(), JobErrors.unchanged(escrow.hashOffer(defaultOffer())));
    }

    function test_RevertWhen_CanceledBefore() public {
        cancelOffer(defaultOffer());
        _requireRefused(owner, defaultOffer(), JobErrors.canceled(escrow.hashOffer(defaultOffer())));
    }

    function test_RevertWhen_PublishedAndCanceledBefore() public {
        _publishAndCheck(owner, defaultOffer());
        cancelOffer(defaultOffer());
        _requireRefused(owner, defaultOffer(), JobErrors.canceled(escrow.hashOffer(defaultOffer())));
    }

    function testFuzz_ExpiryIncludesItsSecond(uint32 late) public {
        Offer memory offer = defaultOffer();
        vm.warp(offer.expiresAt);
        _publishAndCheck(owner, offer);
        offer.salt += 1;
        uint256 nowAt = uint256(offer.expiresAt) + 1 + late;
        vm.warp(nowAt);
        _requireRefused(owner, offer, JobErrors.expired(escrow.hashOffer(offer), nowAt, offer.expiresAt));
    }

    function testFuzz_RevertWhen_EpochIsNotTheProviders(uint32 epoch, address nobody) public {
        uint32 current = registry.authEpochOf(provider);
        vm.assume(epoch != current && registry.authEpochOf(nobody) == 0);
        Offer memory offer = defaultOffer();
        offer.authEpoch = epoch;
        _requireRefused(owner, offer, JobErrors.wrongEpoch(escrow.hashOffer(offer), epoch, current));
        offer.provider = nobody;
        _requireRefused(nobody, offer, JobErrors.wrongEpoch(escrow.hashOffer(offer), epoch, 0));
        offer.authEpoch = 0;
        _requireRefused(nobody, offer, JobErrors.wrongEpoch(escrow.hashOffer(offer), 0, 0));
    }

    function _publishAndCheck(address caller, Offer memory offer) private {
        bytes32 expected = escrow.hashOffer(offer);
        expectEvent(address(escrow));
        emit IJobOffers.OfferPublished(expected, provider, offer.tag, offer);
        vm.prank(caller);
        assertEq(escrow.publishOffer(offer), expected, "returned hash");
        OrderState memory order = escrow.orderStateOf(expected);
        assertTrue(order.approved, "approved");
        assertFalse(order.canceled, "not canceled");
        assertEq(order.filled, 0, "no fills");
        assertEq(order.active, 0, "no jobs");
    }

    function _requireCannotPromise(address caller, Offer memory offer) private {
        _requireRefused(caller, offer, JobErrors.cannotPromise(escrow.hashOffer(offer), provider, caller));
    }

    function _requireRefused(address caller, Offer memory offer, bytes memory expected) private {
        requireRevert(caller, abi.encodeCall(IJobOffers.publishOffer, (offer)), expected, "publish");
    }
}

contract JobEscrowCancelOfferTest is JobFuzz {
    function setUp() public {
        setUpJobs();
    }

    function testFuzz_When_OwnerCancels(uint256 seed) public {
        _cancelAndCheck(owner, anyOffer(seed));
    }

    /// @dev A promise may be withdrawn by any key, also by one that could not have made it.
    function testFuzz_When_OperatorCancels(uint256 seed) public {
        _cancelAndCheck(operator, anyOffer(seed));
    }

    function testFuzz_When_OfferCouldNotBeTakenAnyway(Offer memory offer) public {
        offer.provider = provider;
        _cancelAndCheck(owner, offer);
    }

    function test_RevertWhen_CanceledTwice() public {
        Offer memory offer = defaultOffer();
        _cancelAndCheck(operator, offer);
        _requireRefused(operator, offer, JobErrors.unchanged(escrow.hashOffer(offer)));
        _requireRefused(owner, offer, JobErrors.unchanged(escrow.hashOffer(offer)));
    }

    function testFuzz_RevertWhen_CallerIsUnknown(address caller) public {
        vm.assume(caller != owner && caller != operator);
        _requireNotOperator(caller);
        _requireNotOperator(provider);
        _requireNotOperator(client);
        openJob();
        _requireNotOperator(client);
    }

    function test_RevertWhen_OperatorWasRemoved() public {
        vm.prank(owner);
        registry.setOperator(provider, operator, false);
        _requireNotOperator(operator);
    }

    function testFuzz_RevertWhen_ProviderIsNotRegistered(address nobody) public {
        vm.assume(registry.authEpochOf(nobody) == 0);
        Offer memory offer = defaultOffer();
        offer.provider = nobody;
        _requireRefused(nobody, offer, JobErrors.offerNotOperator(nobody, nobody));
    }

    function test_When_JobsRun_TheyGoOn() public {
        JobTerms memory terms = openJob();
        _cancelAndCheck(owner, defaultOffer());
        submitJob(terms);
        vm.prank(client);
        escrow.accept(terms);
        OrderState memory order = escrow.orderStateOf(terms.orderHash);
        assertTrue(order.canceled && order.approved, "still canceled");
        assertEq(order.filled, 1, "one fill");
        assertEq(order.active, 0, "no job");
    }

    function test_When_ATwinIsCanceled_TheOtherLives() public {
        Offer memory twin = defaultOffer();
        twin.salt += 1;
        _cancelAndCheck(owner, twin);
        openJob();
    }

    function _cancelAndCheck(address caller, Offer memory offer) private {
        bytes32 orderHash = escrow.hashOffer(offer);
        OrderState memory expected = escrow.orderStateOf(orderHash);
        expected.canceled = true;
        expectEvent(address(escrow));
        emit IOfferBook.OfferCanceled(orderHash, provider);
        vm.prank(caller);
        escrow.cancelOffer(offer);
        OrderState memory order = escrow.orderStateOf(orderHash);
        assertEq(keccak256(abi.encode(order)), keccak256(abi.encode(expected)), "the order's slot");
    }

    function _requireNotOperator(address caller) private {
        _requireRefused(caller, defaultOffer(), JobErrors.offerNotOperator(provider, caller));
    }

    function _requireRefused(address caller, Offer memory offer, bytes memory expected) private {
        requireRevert(caller, abi.encodeCall(IJobOffers.cancelOffer, (offer)), expected, "cancel");
    }
}
