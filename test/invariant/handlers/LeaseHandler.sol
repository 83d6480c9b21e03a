// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {ILeaseOffers} from "../../../contracts/interfaces/ILeaseOffers.sol";
import {LeaseState, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {World} from "../World.sol";
import {Holding} from "../stores/FallWatch.sol";
import {GhostLease, GhostLeaseOffer, LeaseKind, LeaseReading} from "../stores/LeaseBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {LeaseSteps} from "./LeaseSteps.sol";

/// @title LeaseHandler
/// @notice Every step of a lease, by whoever may make it, at a time when it may be made; and time that passes to the
/// last second of what a lease allows, or just past it.
contract LeaseHandler is LeaseSteps {
    /// @dev By number, so that a lease that stands in the list twice is seen there.
    mapping(uint256 list => mapping(uint256 leaseId => bool)) private _listed;
    uint256 private _lists;

    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            string.concat(
                LEASE_ACTIONS,
                " leaseOffer.cancel lease.checkInMany lease.topUp lease.withdraw lease.closeWhenOver"
            ),
            string.concat(
                LEASE_STATES,
                " leaseOffer.canceled leaseOffer.takenAgain checkInMany.several checkInMany.skipped "
                "checkInMany.none checkInMany.twice lease.gapPaid lease.fundedToTheEnd lease.dustToppedUp "
                "lease.paidOutWhole lease.withdrawnWhileAbsent lease.CLOSED.ended lease.CLOSED.absent "
                "lease.CLOSED.exhausted lease.CLOSED.neverSeen lease.lastSecond lease.secondAfter"
            )
        )
    {}

    /// @notice A lease from an offer that is there, or from a new one.
    function open(uint256 seed) external move {
        uint256 offerCount = store.leaseOfferCount();
        for (uint256 i; i < offerCount && _random(seed, "again") % 2 == 0; ++i) {
            uint256 offerId = ((_random(seed, "offer") % offerCount) + i) % offerCount;
            GhostLeaseOffer memory ghost = store.leaseOfferOf(offerId);
            if (!_isOfferAlive(ghost)) continue;
            address client = ghost.offer.taker == address(0) ? _tenant(seed) : ghost.offer.taker;
            if (_lease(offerId, client, seed)) store.reach("leaseOffer.takenAgain");
            return;
        }
        _rent(seed);
    }

    function cancelOffer(uint256 seed) external move {
        uint256 offerCount = store.leaseOfferCount();
        uint256 offerId = offerCount == 0 ? _leaseOffer(_tenant(seed), seed) : _random(seed, "offer") % offerCount;
        GhostLeaseOffer memory ghost = store.leaseOfferOf(offerId);
        if (ghost.canceled) return;
        (bool succeeded, ) = _act(
            "leaseOffer.cancel",
            _operatorOf(ghost.offer.provider, _random(seed, "key")),
            address(leases),
            abi.encodeCall(ILeaseOffers.cancelOffer, (ghost.offer))
        );
        if (!succeeded) return;
        store.noteLeaseOfferCanceled(offerId);
        store.reach("leaseOffer.canceled");
    }

    /// @notice The provider is there, now and after some time that is within its grace or not.
    function checkIn(uint256 seed) external move {
        (bool found, uint256 leaseId) = _leaseOf(LeaseKind.PAYING, seed);
        if (!found || !_checkIn(leaseId, seed)) return;
        GhostLease memory lease = store.leaseOf(leaseId);
        _pass(block.timestamp + _amount(_random(seed, "then"), 0, 2 * uint256(lease.terms.graceSeconds)));
        (found, leaseId) = store.findLease(LeaseKind.PAYING, leaseId);
        if (found) _checkIn(leaseId, seed);
    }

    /// @notice Leases of one key, of which some are closed, stopped, named twice, or do not exist.
    function checkInMany(uint256 seed) external move {
        LeaseKind kind = [LeaseKind.PAYING, LeaseKind.PAYING, LeaseKind.STOPPED, LeaseKind.CLOSED][seed % 4];
        (bool found, uint256 leaseId) = _leaseOf(kind, seed);
        if (!found) return;
        GhostLease memory lease = store.leaseOf(leaseId);
        if (seed % 4 == 0 && _checkIn(leaseId, seed)) {
            _pass(block.timestamp + _amount(_random(seed, "then"), 0, lease.terms.graceSeconds));
        }
        // A second one of the same client is often of the same key.
        if (_random(seed, "another") % 2 == 0) _rent(_random(seed, "another lease"));
        address by = _operatorOfLease(lease, seed);
        uint256[] memory ids = new uint256[](1 + (_random(seed, "size") % 5));
        LeaseTerms[] memory list = new LeaseTerms[](ids.length);
        for (uint256 i; i < ids.length; ++i) {
            ids[i] = i == 0 ? leaseId : _leaseOfKey(by, _random(seed, "listed") + i, leaseId);
            list[i] = store.leaseOf(ids[i]).terms;
        }
        if (ids.length == 5) list[4].fill += 1_000;
        bytes memory call = abi.encodeCall(ILeaseEscrow.checkInMany, (list));
        (bool succeeded, bytes memory result) = _surely("lease.checkInMany", by, address(leases), call);
        if (succeeded) _noteMany(ids, abi.decode(result, (uint256)));
    }

    function topUp(uint256 seed) external move {
        (bool found, uint256 leaseId) = store.findLease(LeaseKind.EMPTY, _random(seed, "lease"));
        if (!found || _random(seed, "empty") % 4 == 0) (found, leaseId) = _leaseOf(LeaseKind.PAYING, seed);
        if (!found) return;
        if (_random(seed, "run dry") % 2 == 0) _runDry(leaseId, seed);
        GhostLease memory lease = store.leaseOf(leaseId);
        uint256 gap = store.readLease(leaseId).present;
        gap = gap > lease.funded ? gap - lease.funded : 0;
        uint256 room = lease.terms.leaseSeconds - lease.funded;
        if (room == 0) return;
        uint32 extra = uint32(_amount(_random(seed, "extra"), gap == 0 ? 1 : gap, room));
        uint256 amount = uint256(extra) * lease.terms.ratePerSecond;
        _fillClaim(lease.terms.token, lease.terms.client, amount);
        _letDraw(address(leases), lease.terms.client, lease.terms.token);
        if (vault.balanceOf(lease.terms.client, _idOf(lease.terms.token)) < amount) return;
        store.cover(Holding.CLAIM, lease.terms.client, lease.terms.token, amount);
        bytes memory call = abi.encodeCall(ILeaseEscrow.topUp, (lease.terms, extra));
        (found, ) = _surely("lease.topUp", lease.terms.client, address(leases), call);
        if (!found) return;
        store.noteLeaseToppedUp(leaseId, extra);
        if (gap != 0) store.reach("lease.gapPaid");
        if (extra == 1) store.reach("lease.dustToppedUp");
        if (extra == room) store.reach("lease.fundedToTheEnd");
    }

    /// @notice Anybody has the provider paid, also after the lease's end.
    function withdraw(uint256 seed) external move {
        (bool found, uint256 leaseId) = store.findLease(LeaseKind.EARNED, _random(seed, "lease"));
        if (!found) {
            (found, leaseId) = _leaseOf(LeaseKind.RUNNING, seed);
            if (!found) return;
            _pass(block.timestamp + 1 + (_random(seed, "while") % 600));
        }
        GhostLease memory lease = store.leaseOf(leaseId);
        LeaseReading memory reading = store.readLease(leaseId);
        if (reading.earned == lease.paid) return;
        uint256 amount = (reading.earned - lease.paid) * lease.terms.ratePerSecond;
        store.cover(Holding.CLAIM, address(leases), lease.terms.token, amount);
        bytes memory call = abi.encodeCall(ILeaseEscrow.withdraw, (lease.terms));
        (bool succeeded, bytes memory result) = _surely(
            "lease.withdraw",
            _person(_random(seed, "by")),
            address(leases),
            call
        );
        if (!succeeded) return;
        if (abi.decode(result, (uint256)) != amount) store.breach(2, "a withdrawal says another amount");
        store.noteLeaseWithdrawn(leaseId);
        _notePaid(lease, amount);
        if (reading.earned == lease.funded) store.reach("lease.paidOutWhole");
        if (reading.absent) store.reach("lease.withdrawnWhileAbsent");
    }

    function close(uint256 seed) external move {
        (bool found, uint256 leaseId) = _leaseOf(LeaseKind.LIVE, seed);
        if (found) _closeByASide(leaseId, seed);
    }

    /// @notice A stranger closes what is over: ended, empty for too long, or left by its provider.
    function closeWhenOver(uint256 seed) external move {
        LeaseKind kind = _random(seed, "open") % 4 == 0 ? LeaseKind.OPEN : LeaseKind.UNDECIDED;
        (bool found, uint256 leaseId) = _leaseOf(kind, seed);
        if (!found) return;
        LeaseReading memory reading = store.readLease(leaseId);
        GhostLease memory lease = store.leaseOf(leaseId);
        if (!reading.ended && !reading.absent && !reading.exhausted) {
            uint256 way = _random(seed, "way") % 3;
            if (way == 0 && kind != LeaseKind.OPEN) _exhaust(leaseId, seed);
            else if (way == 1) _pass(reading.endsAt + 1);
            else _pass(lease.seenAt + lease.terms.graceSeconds + 1);
            reading = store.readLease(leaseId);
        }
        address by = _outsider(lease.terms.provider, lease.terms.client, _random(seed, "by"));
        if (!_close("lease.closeWhenOver", by, leaseId)) return;
        if (reading.ended) store.reach("lease.CLOSED.ended");
        if (reading.exhausted) store.reach("lease.CLOSED.exhausted");
        if (reading.absent && !reading.ended && !reading.exhausted) {
            store.reach(
                lease.state == LeaseState.OPEN ? bytes32("lease.CLOSED.neverSeen") : bytes32("lease.CLOSED.absent")
            );
        }
    }

    /// @notice Time passes to the last second of a lease, of a grace or of a deposit, or just past it.
    function passTime(uint256 seed) external move {
        (bool found, uint256 leaseId) = _leaseOf(LeaseKind.UNDECIDED, seed);
        if (!found) return;
        GhostLease memory lease = store.leaseOf(leaseId);
        LeaseReading memory reading = store.readLease(leaseId);
        uint256 window = _random(seed, "window") % 3;
        uint256 lastAt = lease.seenAt + lease.terms.graceSeconds;
        if (window == 0) lastAt = reading.endsAt;
        if (window == 1 && lease.funded > reading.present) lastAt = block.timestamp + lease.funded - reading.present;
        bool past = _random(seed, "past") % 2 == 0;
        _pass(past ? lastAt + 1 : lastAt);
        store.reach(past ? bytes32("lease.secondAfter") : bytes32("lease.lastSecond"));
    }

    /// @dev The provider stays until the deposit is used up, and a little longer.
    function _runDry(uint256 leaseId, uint256 seed) private {
        for (uint256 i; i < 6; ++i) {
            GhostLease memory lease = store.leaseOf(leaseId);
            LeaseReading memory reading = store.readLease(leaseId);
            if (reading.present > lease.funded || reading.ended) return;
            if (!_checkIn(leaseId, seed)) return;
            uint256 step = lease.funded - reading.present + 1;
            if (step > lease.terms.graceSeconds) step = lease.terms.graceSeconds;
            if (block.timestamp + step > reading.endsAt) return;
            _pass(block.timestamp + step);
        }
    }

    function _noteMany(uint256[] memory ids, uint256 checkedIn) private {
        ++_lists;
        uint256 ready;
        for (uint256 i; i < ids.length; ++i) {
            if (i == 4) continue;
            if (_listed[_lists][ids[i]]) store.reach("checkInMany.twice");
            GhostLease memory lease = store.leaseOf(ids[i]);
            LeaseReading memory reading = store.readLease(ids[i]);
            if (lease.state == LeaseState.CLOSED || reading.ended || reading.exhausted) continue;
            ++ready;
            _listed[_lists][ids[i]] = true;
            _noteCheckIn(ids[i], lease.checkIns.length != 0 && reading.absent);
        }
        if (ready != checkedIn) store.breach(5, "a list checked in to other leases than were ready");
        if (ready > 1) store.reach("checkInMany.several");
        if (ready == 0) store.reach("checkInMany.none");
        if (ready < ids.length) store.reach("checkInMany.skipped");
    }

    /// @dev A lease whose provider the key may act for, from a random place on.
    function _leaseOfKey(address key, uint256 random, uint256 otherwise) private view returns (uint256 leaseId) {
        uint256 leaseCount = store.leaseCount();
        for (uint256 i; i < leaseCount; ++i) {
            leaseId = ((random % leaseCount) + i) % leaseCount;
            if (registry.canOperate(store.leaseOf(leaseId).terms.provider, key)) return leaseId;
        }
        return otherwise;
    }
}
