// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../contracts/interfaces/ILeaseEscrow.sol";
import {IOfferBook} from "../../contracts/interfaces/IOfferBook.sol";
import {IOrderBook} from "../../contracts/interfaces/IOrderBook.sol";
import {LeaseOffer, LeaseState, LeaseTerms} from "../../contracts/types/Lease.sol";
import {LeaseFixture} from "../utils/LeaseFixture.sol";
import {vm} from "../utils/Vm.sol";
import {ThiefStory} from "./ThiefStory.sol";

/// @notice The attack: steal an operator's key from the machine that it lies on, and use it on leases, with an accomplice
/// that plays the client.
/// Peer: Livepeer, whose operators name the hot key on the host their biggest risk (reported: go-livepeer#3941, peers.md
/// 2).
contract StolenOperatorKeyOnLeasesTest is ThiefStory, LeaseFixture {
    uint256 private constant MOVES = 11;

    /// @dev Every lease that was opened, honest and not.
    LeaseTerms[] private _leases;

    function setUp() public {
        setUpTheft();
        setUpLeaseMarket();
        allowLeases(stranger);
    }

    /// @dev What the key can cost of what was earned and of the stake: nothing. No sequence of calls that the key and its
    /// accomplice can make takes a second's pay that was earned, moves stake, gains the thief a token, or changes what
    /// only the owner may.
    function testFuzz_NoSequenceCostsAnything(uint256 seed, uint8 honest) public {
        honest = uint8(bound(honest, 1, 3));
        for (uint256 i; i < honest; ++i) {
            _leases.push(runningLease());
            pass(uint256(keccak256(abi.encode(seed, "served", i))) % GRACE_SECONDS);
        }
        uint256 earned;
        for (uint256 i; i < honest; ++i) {
            (, uint256 amount) = leases.accruedOf(_leases[i]);
            earned += amount;
        }
        (bytes32 rights, uint256 paidByThief) = (ownersRights(), 0);
        for (uint256 i; i < 16; ++i) _thiefsMove(uint256(keccak256(abi.encode(seed, i))));
        pass(400 days);
        for (uint256 i; i < _leases.length; ++i) {
            if (leaseOf(_leases[i]).state != LeaseState.CLOSED) closeAs(owner, _leases[i]);
            if (_leases[i].client == stranger) paidByThief += priceOf(_leases[i], leaseOf(_leases[i]).paidSeconds);
        }
        assertTrue(claimOf(payout) >= earned + paidByThief, "what was earned is paid, by the thief, too");
        assertEq(claimOf(stranger), CLIENT_FUNDS - paidByThief, "the accomplice gains nothing");
        assertEq(claimOf(operator) + claimOf(provider) + claimOf(owner), 0, "nor does the key");
        assertEq(claimOf(address(leases)), 0, "nothing stays in the market");
        assertEq(staking.committedOf(provider), STAKE, "stake is untouched");
        assertEq(ownersRights(), rights, "the owner's rights are the owner's");
    }

    /// @dev It cannot sign, publish or take for itself what the owner's bounds forbid: a lower rate, another token, or any
    /// lease at all where the owner gave no bound without an adjudicator.
    function testFuzz_TheBoundsHold(uint8 which, uint128 rate, address other) public {
        vm.assume(other != address(payToken));
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.taker = stranger;
        if (which % 3 == 0) offer.ratePerSecond = uint128(bound(rate, 1, RATE_PER_SECOND - 1));
        if (which % 3 == 1) offer.token = other;
        if (which % 3 == 2) {
            vm.prank(owner);
            registry.setOperatorBound(provider, address(payToken), address(0), 0);
            offer.authEpoch = registry.authEpochOf(provider);
        }
        _requireRefused(stranger, openCall(offer), IOfferBook.OfferBook_CannotPromise.selector);
        bytes memory input = abi.encodeCall(leases.publishOffer, (offer));
        _requireRefused(operator, input, IOfferBook.OfferBook_CannotPromise.selector);
        offer.taker = address(0);
        _requireRefused(operator, openCallWith(offer, ""), IOfferBook.OfferBook_CannotPromise.selector);
    }

    /// @dev It checks in while nothing is served: that costs the client what passes until it closes, and pays the owner's
    /// payout address, whom nobody robbed. The thief has nothing of it.
    function testFuzz_CheckingInForNothing(uint32 elapsed) public {
        LeaseTerms memory terms = openLease();
        checkIn(terms);
        elapsed = uint32(bound(elapsed, 0, GRACE_SECONDS));
        pass(elapsed);
        closeAs(client, terms);
        assertEq(claimOf(client), CLIENT_FUNDS - priceOf(terms, elapsed), "what passed until it closed");
        assertEq(claimOf(payout), priceOf(terms, elapsed), "is the provider's");
        assertEq(claimOf(stranger) + claimOf(operator), CLIENT_FUNDS, "the thief has nothing");
    }

    /// @dev The most that it can destroy is the future: it ends every lease at once, and what was earned is paid.
    function testFuzz_ItEndsAllLeases(uint32 served) public {
        served = uint32(bound(served, 0, GRACE_SECONDS));
        for (uint256 i; i < 3; ++i) _leases.push(runningLease());
        pass(served);
        for (uint256 i; i < 3; ++i) closeAs(operator, _leases[i]);
        assertEq(claimOf(payout), 3 * priceOf(_leases[0], served), "what was earned");
        assertEq(claimOf(client), CLIENT_FUNDS - claimOf(payout), "the clients have the rest");
    }

    /// @dev Not prevented: the bounds say nothing of deposits and graces, so a machine can be promised for a day at a
    /// second's pay. The owner, or a worker that serves no empty lease, ends it at any second.
    function testFuzz_ItSignsAwayAGrace(uint32 held) public {
        LeaseTerms memory terms = _openAsThief(0, 1);
        checkIn(terms);
        held = uint32(bound(held, 1, LEASE_SECONDS));
        pass(held);
        bytes memory input = abi.encodeCall(leases.close, (terms));
        _requireRefused(client, input, ILeaseEscrow.LeaseEscrow_NotOver.selector);
        closeAs(owner, terms);
        assertEq(claimOf(payout), priceOf(terms, 1), "a second's pay");
        assertEq(claimOf(stranger), CLIENT_FUNDS - priceOf(terms, 1), "for all that it held");
    }

    /// @dev After the removal everything that it signed is dead: kept back, published, or remembered by the market.
    function testFuzz_AfterTheRemoval_WhatItSignedIsDead(uint8 which) public {
        LeaseOffer memory offer = _thiefsOffer(0);
        bytes memory input = openCall(offer);
        if (which % 3 == 1) {
            vm.prank(operator);
            leases.publishOffer(offer);
        }
        if (which % 3 == 2) _openAsThief(0, 60);
        removeKey();
        _requireRefused(stranger, input, IOrderBook.OrderBook_WrongEpoch.selector);
        offer.authEpoch = registry.authEpochOf(provider);
        _requireRefused(stranger, openCall(offer), IOfferBook.OfferBook_CannotPromise.selector);
        input = abi.encodeCall(leases.publishOffer, (offer));
        _requireRefused(operator, input, IOfferBook.OfferBook_CannotPromise.selector);
    }

    /// @dev Leases go on in the owner's hands, and the key can touch none, nor an offer.
    function testFuzz_AfterTheRemoval_TheOwnerGoesOn(bool byThief, uint32 served) public {
        LeaseTerms memory terms = byThief ? _openAsThief(0, 60) : openLease();
        checkIn(terms);
        removeKey();
        bytes4 notOperator = ILeaseEscrow.LeaseEscrow_NotOperator.selector;
        LeaseTerms[] memory batch = new LeaseTerms[](1);
        batch[0] = terms;
        _requireRefused(operator, abi.encodeCall(leases.checkIn, (terms)), notOperator);
        _requireRefused(operator, abi.encodeCall(leases.checkInMany, (batch)), notOperator);
        _requireRefused(operator, abi.encodeCall(leases.close, (terms)), ILeaseEscrow.LeaseEscrow_NotOver.selector);
        bytes memory input = abi.encodeCall(leases.cancelOffer, (defaultLeaseOffer()));
        _requireRefused(operator, input, IOfferBook.OfferBook_NotOperator.selector);
        served = uint32(bound(served, 1, 60));
        pass(served);
        vm.startPrank(owner);
        leases.checkIn(terms);
        leases.close(terms);
        vm.stopPrank();
        assertEq(claimOf(payout), priceOf(terms, served), "paid for each second");
    }

    /// @dev Any call that the key or its accomplice can make on leases. Many are refused: what counts is what they add up
    /// to.
    function _thiefsMove(uint256 seed) private {
        uint256 move = seed % MOVES;
        seed = seed / MOVES;
        LeaseTerms memory terms = _leases[seed % _leases.length];
        LeaseTerms[] memory all = _leases;
        bytes memory input;
        address target = address(leases);
        if (move == 0) return _openIfPossible(seed);
        if (move == 1) input = abi.encodeCall(leases.checkIn, (terms));
        if (move == 2) input = abi.encodeCall(leases.checkInMany, (all));
        if (move == 3) input = abi.encodeCall(leases.close, (terms));
        if (move == 4) input = abi.encodeCall(leases.withdraw, (terms));
        if (move == 5) input = abi.encodeCall(leases.publishOffer, (_thiefsOffer(seed % 4)));
        if (move == 6) input = abi.encodeCall(leases.cancelOffer, (_thiefsOffer(seed % 4)));
        if (move == 7) (target, input) = (address(registry), abi.encodeCall(registry.raiseAuthEpoch, (provider)));
        if (move == 8) (target, input) = _ownersCall(seed);
        if (move == 9) input = abi.encodeCall(leases.topUp, (terms, uint32(pick(seed, "extra", 0, 5_000))));
        if (move == 10) return pass(pick(seed, "wait", 0, 400));
        vm.prank(move == 9 || (move == 3 && seed % 2 == 0) ? stranger : operator);
        (bool succeeded, ) = target.call(input);
        succeeded; // Refused or not: the sums at the end decide.
    }

    function _ownersCall(uint256 seed) private view returns (address target, bytes memory input) {
        bytes[] memory calls = ownersCalls();
        uint256 which = seed % calls.length;
        return (which < REGISTRY_CALLS ? address(registry) : address(staking), calls[which]);
    }

    /// @dev The cheapest terms that the bounds allow, for the accomplice alone: a second paid, and the longest grace.
    function _thiefsOffer(uint256 salt) private view returns (LeaseOffer memory offer) {
        offer = defaultLeaseOffer();
        offer.taker = stranger;
        (offer.minFundedSeconds, offer.graceSeconds) = (1, 1 days);
        (offer.slots, offer.maxFills) = (1_000, 1_000);
        offer.expiresAt = uint40(1_800_000_000 + 300 days);
        offer.salt = 500 + salt;
    }

    function _openIfPossible(uint256 seed) private {
        if (leases.orderStateOf(leases.hashOffer(_thiefsOffer(seed % 4))).canceled) return;
        _leases.push(_openAsThief(seed % 4, 60));
    }

    /// @dev The accomplice takes what the stolen key signed.
    function _openAsThief(uint256 salt, uint32 fundedSeconds) private returns (LeaseTerms memory terms) {
        address victim = client;
        client = stranger;
        terms = openLease(_thiefsOffer(salt), LEASE_SECONDS, fundedSeconds);
        client = victim;
    }

    function _requireRefused(address caller, bytes memory input, bytes4 error_) private {
        requireRefused(caller, address(leases), input, error_, "the stolen key");
    }
}
