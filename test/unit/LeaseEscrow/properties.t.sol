// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {LeaseOffer, LeaseState, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {LeaseModel} from "../../utils/LeaseModel.sol";
import {vm} from "../../utils/Vm.sol";

/// @title LeaseHistories
/// @notice Leases of at most 250 seconds, whose histories are a list of what happens and when.
abstract contract LeaseHistories is LeaseFixture {
    using LeaseModel for LeaseModel.Model;

    uint32 internal constant LONGEST = 250;

    /// @dev Opens a lease, with a model of it. Some are shorter than their grace, some a second long.
    function openModel(uint256 seed) internal returns (LeaseTerms memory terms, LeaseModel.Model memory model) {
        model.leaseSeconds = pick(seed, "lease", 1, LONGEST);
        model.funded = pick(seed, "funded", 1, model.leaseSeconds);
        model.graceSeconds = bound(uint256(keccak256(abi.encode(seed, "grace"))), 1, 60);
        LeaseOffer memory offer = defaultLeaseOffer();
        offer.ratePerSecond = uint128(pick(seed, "rate", 1, type(uint96).max));
        (offer.minFundedSeconds, offer.maxLeaseSeconds) = (1, LONGEST);
        offer.graceSeconds = uint32(model.graceSeconds);
        offer.salt = seed;
        fund(client, uint256(offer.ratePerSecond) * LONGEST);
        bytes memory signature = signLeaseOffer(OWNER_KEY, offer);
        terms = openLeaseWith(offer, signature, uint32(model.leaseSeconds), uint32(model.funded));
    }

    function elapse(LeaseModel.Model memory model, uint256 numSeconds) internal {
        model.elapsed += numSeconds;
        pass(numSeconds);
    }

    /// @dev Requires that the market knows as much as the model of what was served and what is to be paid.
    function requireModel(LeaseTerms memory terms, LeaseModel.Model memory model) internal view {
        (uint32 served, uint256 earned) = leases.accruedOf(terms);
        assertEq(served, model.served(), "served");
        assertEq(earned, priceOf(terms, model.earned() - model.paid), "earned");
        assertEq(claimOf(payout), priceOf(terms, model.paid), "paid");
        assertEq(claimOf(address(leases)), priceOf(terms, model.funded - model.paid), "in escrow");
        assertTrue(model.served() <= model.elapsed && model.earned() <= model.funded, "no more than there is");
    }

    /// @dev Makes a call as somebody, and requires that it works exactly if the model says so.
    function requireCall(address caller, bytes memory input, bool allowed, string memory label) internal {
        vm.prank(caller);
        (bool succeeded, ) = address(leases).call(input);
        assertTrue(succeeded == allowed, label);
    }
}

/// @notice What holds in every history of a lease.
contract LeaseEscrowPropertiesTest is LeaseHistories {
    using LeaseModel for LeaseModel.Model;

    function setUp() public {
        setUpLeases();
    }

    /// @dev In every history: each call is possible exactly when the rules say so, no second counts twice, absence beyond
    /// the grace is never paid, and what was paid and what went back is what was funded, to the unit.
    function testFuzz_EveryHistory(uint256 seed) public {
        (LeaseTerms memory terms, LeaseModel.Model memory model) = openModel(seed);
        uint256 had = claimOf(client) + priceOf(terms, model.funded);
        for (uint256 i; i < 24; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            _step(terms, model, random);
            requireModel(terms, model);
        }
        _end(terms, model, seed);
        uint256 earned = model.earned();
        assertEq(claimOf(payout), priceOf(terms, earned), "the provider's part");
        assertEq(claimOf(client), had - priceOf(terms, earned), "the client's part");
        assertEq(claimOf(address(leases)), 0, "nothing is left");
    }

    /// @dev A provider that never checks in earns nothing, whatever the others do.
    function testFuzz_WhoNeverChecksInEarnsNothing(uint256 seed) public {
        (LeaseTerms memory terms, LeaseModel.Model memory model) = openModel(seed);
        uint256 had = claimOf(client) + priceOf(terms, model.funded);
        for (uint256 i; i < 8; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            // Neither of the two ways of checking in.
            if (random % 8 < 4) random += 4 - (random % 8);
            _step(terms, model, random);
        }
        _end(terms, model, seed);
        assertEq(claimOf(payout), 0, "earned");
        assertEq(claimOf(client), had, "all came back");
    }

    /// @dev One absence of any length between two check-ins, and after the last: each adds the grace at most, and nothing
    /// that happens later adds more.
    function testFuzz_AbsenceIsNeverPaid(uint256 seed, uint8 away) public {
        (LeaseTerms memory terms, LeaseModel.Model memory model) = openModel(seed);
        checkIn(terms);
        model.checkIn();
        uint256 gap = bound(away, 0, model.leaseSeconds);
        elapse(model, gap);
        uint256 counted = gap < model.graceSeconds ? gap : model.graceSeconds;
        checkIn(terms);
        assertEq(leaseOf(terms).servedSeconds, counted, "the grace at most");
        for (uint256 i; i < 5; ++i) {
            vm.prank(operator);
            leases.checkIn(terms);
            assertEq(leaseOf(terms).servedSeconds, counted, "not a second more");
        }
        pass(1_000);
        closeAs(stranger, terms);
        uint256 left = model.leaseSeconds - gap;
        uint256 most = counted + (left < model.graceSeconds ? left : model.graceSeconds);
        uint256 paid = most < model.funded ? most : model.funded;
        assertEq(claimOf(payout), priceOf(terms, paid), "one grace for each check-in");
    }

    /// @dev One thing that may happen, with the model.
    function _step(LeaseTerms memory terms, LeaseModel.Model memory model, uint256 random) private {
        uint256 kind = random % 8;
        uint256 seed = random >> 8;
        if (kind < 3) {
            requireCall(operator, abi.encodeCall(ILeaseEscrow.checkIn, (terms)), model.pays(), "checkIn");
            if (model.pays()) model.checkIn();
        } else if (kind == 3) {
            LeaseTerms[] memory batch = new LeaseTerms[](1);
            batch[0] = terms;
            vm.prank(operator);
            assertEq(leases.checkInMany(batch), model.pays() ? 1 : 0, "checkInMany");
            if (model.pays()) model.checkIn();
        } else if (kind == 4) {
            uint256 extra = pick(seed, "extra", 0, LONGEST);
            bool allowed = model.mayTopUp(extra);
            requireCall(client, abi.encodeCall(ILeaseEscrow.topUp, (terms, uint32(extra))), allowed, "topUp");
            if (allowed) model.funded += extra;
        } else if (kind == 5) {
            bool allowed = model.earned() > model.paid;
            requireCall(stranger, abi.encodeCall(ILeaseEscrow.withdraw, (terms)), allowed, "withdraw");
            model.paid = model.earned();
        } else {
            elapse(model, pick(seed, "wait", 0, kind == 6 ? model.graceSeconds : 2 * model.graceSeconds));
            uint256 snapshot = vm.snapshotState();
            requireCall(stranger, abi.encodeCall(ILeaseEscrow.close, (terms)), model.isOver(), "close by a stranger");
            vm.revertToState(snapshot);
        }
    }

    /// @dev One of the two sides, or a stranger where it may, closes it; or a stranger long after the end.
    function _end(LeaseTerms memory terms, LeaseModel.Model memory model, uint256 seed) private {
        uint256 way = seed % 4;
        if (way == 2 && !model.isOver()) way = 3;
        if (way == 3) elapse(model, 1_000);
        closeAs([client, operator, stranger, stranger][way], terms);
        assertTrue(leaseOf(terms).state == LeaseState.CLOSED, "closed");
        assertEq(leaseOf(terms).servedSeconds, model.served(), "served in the end");
        assertEq(leaseOf(terms).paidSeconds, model.earned(), "paid in the end");
    }
}

/// @notice Two histories with the same presence: who chooses when to call, and how often, gains nothing by it.
contract LeaseEscrowTimingTest is LeaseHistories {
    using LeaseModel for LeaseModel.Model;

    /// @dev Who calls besides the check-ins that both histories have.
    struct Extras {
        bool withdrawals;
        bool checkIns;
        bool topUps;
    }

    uint256 private constant CHECK_INS = 6;

    function setUp() public {
        setUpLeases();
    }

    /// @dev The provider, or anybody, withdraws whenever it likes.
    function testFuzz_WithdrawingMoreOftenGainsNothing(uint256 seed) public {
        _requireSame(seed, Extras(true, false, false));
    }

    /// @dev The provider is there all the time either way, and checks in more often.
    function testFuzz_CheckingInMoreOftenGainsNothing(uint256 seed) public {
        _requireSame(seed, Extras(false, true, false));
    }

    /// @dev The client pays its seconds in by one call or many, early or late.
    function testFuzz_ToppingUpInPartsGainsNothing(uint256 seed) public {
        _requireSame(seed, Extras(false, false, true));
    }

    function testFuzz_AllOfThemGainNothing(uint256 seed) public {
        _requireSame(seed, Extras(true, true, true));
    }

    /// @dev Whatever the client does not pay in, it does not have served beyond a bounded hold: by closing or by letting
    /// the lease die it saves what the provider held the empty machine for, twice the grace at most.
    function testFuzz_WhatAClientSavesByNotToppingUp(uint256 seed) public {
        (LeaseTerms memory terms, LeaseModel.Model memory model) = openModel(seed);
        while (model.pays()) {
            checkIn(terms);
            model.checkIn();
            elapse(model, bound(uint256(keccak256(abi.encode(seed, model.elapsed))), 1, model.graceSeconds));
        }
        closeAs(client, terms);
        uint256 unpaid = model.served() - model.earned();
        assertEq(claimOf(payout), priceOf(terms, model.earned()), "what was funded is paid");
        assertTrue(unpaid <= 2 * model.graceSeconds, "held for nothing");
    }

    /// @dev Plays a history twice, with and without the extras, and requires that everybody has the same in the end.
    function _requireSame(uint256 seed, Extras memory extras) private {
        uint256 snapshot = vm.snapshotState();
        (uint256 payoutPlain, uint256 clientPlain) = _play(seed, Extras(false, false, false));
        vm.revertToState(snapshot);
        (uint256 payoutWith, uint256 clientWith) = _play(seed, extras);
        assertEq(payoutWith, payoutPlain, "the provider's part");
        assertEq(clientWith, clientPlain, "the client's part");
    }

    /// @dev The provider is there from the first check-in until the close; the client tops up to the same sum.
    function _play(uint256 seed, Extras memory extras) private returns (uint256 payoutHas, uint256 clientHas) {
        (LeaseTerms memory terms, LeaseModel.Model memory model) = openModel(seed);
        uint256 total = pick(seed, "total", model.funded, model.leaseSeconds);
        if (!extras.topUps && total > model.funded) _topUp(terms, model, total - model.funded);
        for (uint256 i; i < CHECK_INS; ++i) {
            uint256 own = uint256(keccak256(abi.encode(seed, i)));
            if (!model.pays()) break;
            checkIn(terms);
            model.checkIn();
            _wait(terms, model, own, extras, total);
        }
        if (total > model.funded) _topUp(terms, model, total - model.funded);
        closeAs(client, terms);
        return (claimOf(payout), claimOf(client));
    }

    /// @dev Time passes until the next check-in, in parts, with extras between them.
    function _wait(
        LeaseTerms memory terms,
        LeaseModel.Model memory model,
        uint256 seed,
        Extras memory extras,
        uint256 total
    ) private {
        uint256 left = model.leaseSeconds - model.elapsed;
        uint256 wait = bound(seed, 0, left < model.graceSeconds ? left : model.graceSeconds);
        uint256 first = bound(seed >> 16, 0, wait);
        _payInTime(terms, model, first, total);
        elapse(model, first);
        if (extras.topUps) _payAPart(terms, model, seed, total);
        if (extras.checkIns && model.pays()) {
            checkIn(terms);
            model.checkIn();
        }
        if (extras.withdrawals && model.earned() > model.paid) {
            leases.withdraw(terms);
            model.paid = model.earned();
        }
        _payInTime(terms, model, wait - first, total);
        elapse(model, wait - first);
        if (extras.topUps) _payAPart(terms, model, seed >> 32, total);
    }

    /// @dev Pays a part of what is left in, early or to fill a gap.
    function _payAPart(LeaseTerms memory terms, LeaseModel.Model memory model, uint256 seed, uint256 total) private {
        if (model.funded == total) return;
        uint256 extra = bound(seed >> 64, 1, total - model.funded);
        if (model.mayTopUp(extra)) _topUp(terms, model, extra);
    }

    /// @dev Pays the rest in before the lease dies of it, or owes more than the client means to pay.
    function _payInTime(LeaseTerms memory terms, LeaseModel.Model memory model, uint256 wait, uint256 total) private {
        if (model.funded == total) return;
        uint256 later = model.served() + wait;
        if (later > total || later > model.funded + model.graceSeconds) _topUp(terms, model, total - model.funded);
    }

    function _topUp(LeaseTerms memory terms, LeaseModel.Model memory model, uint256 extra) private {
        topUp(terms, uint32(extra));
        model.funded += extra;
    }
}
