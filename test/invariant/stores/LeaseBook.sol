// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LeaseOffer, LeaseState, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {Breaches} from "./Breaches.sol";

/// @notice An offer of leases that was signed or published.
struct GhostLeaseOffer {
    LeaseOffer offer;
    bytes signature;
    bytes32 orderHash;
    bool canceled;
    uint32 filled;
    uint32 active;
}

/// @notice A lease that was opened. Periods in seconds.
/// @param seenAt The last check-in; the opening, before the first.
/// @param counted How long the provider was there up to the last check-in, or up to the end.
struct GhostLease {
    bytes32 marketId;
    LeaseTerms terms;
    LeaseState state;
    uint256 offerId;
    uint256 funded;
    uint256 paid;
    uint256 seenAt;
    uint256 counted;
    uint40[] checkIns;
}

/// @notice Where a lease stands now.
/// @param present How long its provider was there.
/// @param earned What of it was paid in.
struct LeaseReading {
    uint256 present;
    uint256 earned;
    uint256 endsAt;
    bool ended;
    bool absent;
    bool exhausted;
}

/// @notice Which leases are meant.
/// @custom:value0 ANY All, also those that are closed.
/// @custom:value1 LIVE Those that are not closed.
/// @custom:value2 OPEN Those whose provider has not checked in.
/// @custom:value3 RUNNING Those whose provider has.
/// @custom:value4 CLOSED Those that are closed.
/// @custom:value5 PAYING Live ones in which more can be earned.
/// @custom:value6 STOPPED Live ones in which no more can be earned.
/// @custom:value7 EARNED Running ones with something to withdraw.
/// @custom:value8 EMPTY Running ones in which more was served than paid in, and a top-up still helps.
/// @custom:value9 UNDECIDED Live ones that only the two sides may close.
enum LeaseKind {
    ANY,
    LIVE,
    OPEN,
    RUNNING,
    CLOSED,
    PAYING,
    STOPPED,
    EARNED,
    EMPTY,
    UNDECIDED
}

/// @title LeaseBook
/// @notice Every offer of leases and every lease, kept from what handlers asked for. Presence is the length of the union
/// of all check-ins' intervals, each as long as the grace.
abstract contract LeaseBook is Breaches {
    GhostLeaseOffer[] private _leaseOffers;
    GhostLease[] private _leases;

    /// @notice What was paid into the leases in a token that are not closed, less what was paid out.
    mapping(address token => uint256) public leaseDeposits;

    /// @notice An offer was made.
    function noteLeaseOffered(
        LeaseOffer calldata offer,
        bytes32 orderHash,
        bytes calldata signature
    ) external returns (uint256 offerId) {
        offerId = _leaseOffers.length;
        _leaseOffers.push(GhostLeaseOffer(offer, signature, orderHash, false, 0, 0));
    }

    /// @notice An offer was canceled.
    function noteLeaseOfferCanceled(uint256 offerId) external {
        _leaseOffers[offerId].canceled = true;
    }

    /// @notice A lease was opened.
    function noteLeased(uint256 offerId, LeaseTerms calldata terms, uint256 funded) external {
        GhostLeaseOffer storage ghost = _leaseOffers[offerId];
        ++ghost.filled;
        ++ghost.active;
        if (ghost.canceled) breach(9, "a canceled offer opened a lease");
        if (ghost.active > ghost.offer.slots) breach(9, "more leases at once than slots");
        if (ghost.filled > ghost.offer.maxFills) breach(9, "more leases than fills");
        if (block.timestamp > ghost.offer.expiresAt) breach(9, "an expired offer opened a lease");
        GhostLease storage lease = _leases.push();
        lease.marketId = keccak256(abi.encode(terms));
        lease.terms = terms;
        lease.state = LeaseState.OPEN;
        lease.offerId = offerId;
        lease.funded = funded;
        lease.seenAt = block.timestamp;
        leaseDeposits[terms.token] += funded * terms.ratePerSecond;
    }

    /// @notice The provider checked in.
    function noteCheckedIn(uint256 leaseId) external {
        GhostLease storage lease = _leases[leaseId];
        lease.counted = _presentAt(lease, block.timestamp);
        lease.state = LeaseState.RUNNING;
        lease.seenAt = block.timestamp;
        lease.checkIns.push(uint40(block.timestamp));
    }

    /// @notice More was paid in.
    function noteLeaseToppedUp(uint256 leaseId, uint256 extraSeconds) external {
        GhostLease storage lease = _leases[leaseId];
        lease.funded += extraSeconds;
        leaseDeposits[lease.terms.token] += extraSeconds * lease.terms.ratePerSecond;
    }

    /// @notice What was earned was paid out.
    function noteLeaseWithdrawn(uint256 leaseId) external {
        GhostLease storage lease = _leases[leaseId];
        uint256 unpaid = _earnedAt(lease, block.timestamp) - lease.paid;
        lease.paid += unpaid;
        leaseDeposits[lease.terms.token] -= unpaid * lease.terms.ratePerSecond;
    }

    /// @notice A lease was closed: nothing of it is left.
    function noteLeaseClosed(uint256 leaseId) external {
        GhostLease storage lease = _leases[leaseId];
        leaseDeposits[lease.terms.token] -= (lease.funded - lease.paid) * lease.terms.ratePerSecond;
        lease.counted = _presentAt(lease, block.timestamp);
        lease.paid = _earnedAt(lease, block.timestamp);
        lease.state = LeaseState.CLOSED;
        --_leaseOffers[lease.offerId].active;
    }

    function leaseOf(uint256 leaseId) external view returns (GhostLease memory) {
        return _leases[leaseId];
    }

    /// @notice What a lease's slot in the market should say.
    function leaseStandsAt(
        uint256 leaseId
    )
        external
        view
        returns (bytes32 marketId, LeaseState state, uint256 funded, uint256 paid, uint256 counted, uint256 seenAt)
    {
        GhostLease storage lease = _leases[leaseId];
        return (lease.marketId, lease.state, lease.funded, lease.paid, lease.counted, lease.seenAt);
    }

    function leaseCount() external view returns (uint256) {
        return _leases.length;
    }

    function leaseOfferOf(uint256 offerId) external view returns (GhostLeaseOffer memory) {
        return _leaseOffers[offerId];
    }

    function leaseOfferCount() external view returns (uint256) {
        return _leaseOffers.length;
    }

    /// @notice What an offer's slot in the market should say.
    function leaseFillsOf(uint256 offerId) external view returns (bytes32 orderHash, uint32 filled, uint32 active) {
        GhostLeaseOffer storage ghost = _leaseOffers[offerId];
        return (ghost.orderHash, ghost.filled, ghost.active);
    }

    /// @notice Where a lease stands now.
    function readLease(uint256 leaseId) external view returns (LeaseReading memory) {
        return _read(_leases[leaseId]);
    }

    /// @notice A lease of a kind, from a random place on.
    function findLease(LeaseKind kind, uint256 random) external view returns (bool found, uint256 leaseId) {
        for (uint256 i; i < _leases.length; ++i) {
            leaseId = ((random % _leases.length) + i) % _leases.length;
            if (_isOf(_leases[leaseId], kind)) return (true, leaseId);
        }
    }

    function _isOf(GhostLease storage lease, LeaseKind kind) private view returns (bool) {
        LeaseState state = lease.state;
        if (kind == LeaseKind.ANY) return true;
        if (kind == LeaseKind.OPEN) return state == LeaseState.OPEN;
        if (kind == LeaseKind.RUNNING) return state == LeaseState.RUNNING;
        if (kind == LeaseKind.CLOSED) return state == LeaseState.CLOSED;
        if (state == LeaseState.CLOSED) return false;
        if (kind == LeaseKind.LIVE) return true;
        LeaseReading memory reading = _read(lease);
        if (kind == LeaseKind.UNDECIDED) return !reading.ended && !reading.absent && !reading.exhausted;
        if (kind == LeaseKind.EARNED) return reading.earned > lease.paid;
        bool paying = !reading.ended && !reading.exhausted;
        if (kind == LeaseKind.EMPTY) return paying && reading.present > lease.funded;
        return paying == (kind == LeaseKind.PAYING);
    }

    function _read(GhostLease storage lease) private view returns (LeaseReading memory reading) {
        reading.present = _presentAt(lease, block.timestamp);
        reading.earned = _earnedAt(lease, block.timestamp);
        reading.endsAt = uint256(lease.terms.openedAt) + lease.terms.leaseSeconds;
        reading.ended = block.timestamp > reading.endsAt;
        reading.absent = block.timestamp > lease.seenAt + lease.terms.graceSeconds;
        reading.exhausted = reading.present > lease.funded + lease.terms.graceSeconds;
    }

    function _earnedAt(GhostLease storage lease, uint256 timestamp) private view returns (uint256) {
        uint256 present = _presentAt(lease, timestamp);
        return present < lease.funded ? present : lease.funded;
    }

    /// @dev Seconds in which some check-in was at most the grace old, none of them counted twice; a closed lease has
    /// those up to its end.
    function _presentAt(GhostLease storage lease, uint256 timestamp) private view returns (uint256 sum) {
        if (lease.state == LeaseState.CLOSED) return lease.counted;
        uint256 endsAt = uint256(lease.terms.openedAt) + lease.terms.leaseSeconds;
        if (timestamp > endsAt) timestamp = endsAt;
        uint256 countedUntil;
        uint256 size = lease.checkIns.length;
        for (uint256 i; i < size; ++i) {
            uint256 from = lease.checkIns[i];
            uint256 to = from + lease.terms.graceSeconds;
            if (from < countedUntil) from = countedUntil;
            if (to > timestamp) to = timestamp;
            if (to <= from) continue;
            sum += to - from;
            countedUntil = to;
        }
    }
}
