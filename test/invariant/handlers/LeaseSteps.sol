// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {ILeaseOffers} from "../../../contracts/interfaces/ILeaseOffers.sol";
import {LeaseOffer, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {vm} from "../../utils/Vm.sol";
import {Holding} from "../stores/FallWatch.sol";
import {GhostLease, GhostLeaseOffer, LeaseKind, LeaseReading} from "../stores/LeaseBook.sol";
import {Handler} from "./Handler.sol";

/// @title LeaseSteps
/// @notice How offers of leases are drawn up and taken, how a lease comes from state to state, and what the book says
/// then. Where no lease is of the kind that a move needs, one is brought there first.
abstract contract LeaseSteps is Handler {
    string internal constant LEASE_ACTIONS =
        "leaseOffer.publish lease.open lease.checkIn lease.closeByClient lease.closeByProvider";
    string internal constant LEASE_STATES =
        "leaseOffer.signed leaseOffer.published leaseOffer.allSlotsTaken leaseOffer.allFillsTaken lease.OPEN "
        "lease.RUNNING lease.CLOSED.byClient lease.CLOSED.byProvider lease.inFeeToken lease.inReentrantToken "
        "lease.ofProviderItself lease.ofContract lease.paysAContract lease.backAfterAbsence";

    /// @dev An offer that a client can take now, and the key that may sign it.
    function _draftLeaseOffer(address client, uint256 seed) internal returns (LeaseOffer memory offer, address signer) {
        offer.provider = _provider(_random(seed, "provider"));
        offer.taker = _random(seed, "taker") % 3 == 0 ? client : address(0);
        offer.token = _token(_random(seed, "token"));
        offer.maxLeaseSeconds = 1 + uint32(_random(seed, "length") % 7_200);
        offer.minFundedSeconds = 1 + uint32(_amount(_random(seed, "least"), 0, offer.maxLeaseSeconds / 2));
        offer.graceSeconds = 1 + uint32(_random(seed, "grace") % 900);
        offer.slots = 1 + uint32(_random(seed, "slots") % 2);
        offer.maxFills = 1 + uint32(_random(seed, "fills") % 4);
        offer.expiresAt = uint40(block.timestamp + 600 + (_random(seed, "expiry") % 2 hours));
        offer.authEpoch = registry.authEpochOf(offer.provider);
        offer.salt = store.leaseOfferCount();
        _fillClaim(offer.token, client, 1e20);
        uint256 most = vault.balanceOf(client, _idOf(offer.token)) / offer.maxLeaseSeconds / 4;
        offer.ratePerSecond = uint128(_amount(_random(seed, "rate"), 1, most));
        signer = _operatorOf(offer.provider, _random(seed, "signer"));
        if (!registry.canPromise(offer.provider, signer, offer.token, address(0), offer.ratePerSecond)) {
            signer = registry.ownerOf(offer.provider);
        }
    }

    /// @dev Makes an offer known to the store.
    function _leaseOffer(address client, uint256 seed) internal returns (uint256 offerId) {
        (LeaseOffer memory offer, address signer) = _draftLeaseOffer(client, seed);
        bytes32 orderHash = leases.hashOffer(offer);
        bool publish = _random(seed, "publish") % 4 == 0;
        if (publish) {
            bytes memory call = abi.encodeCall(ILeaseOffers.publishOffer, (offer));
            (publish, ) = _act("leaseOffer.publish", signer, address(leases), call);
        }
        store.reach(publish ? bytes32("leaseOffer.published") : bytes32("leaseOffer.signed"));
        bytes memory signature = publish ? bytes("") : world.sign(signer, orderHash);
        return store.noteLeaseOffered(offer, orderHash, signature);
    }

    /// @dev Opens a lease from an offer that should be good.
    function _lease(uint256 offerId, address client, uint256 seed) internal returns (bool succeeded) {
        GhostLeaseOffer memory ghost = store.leaseOfferOf(offerId);
        (uint32 length, uint32 funded) = _periodsOf(ghost.offer, seed);
        LeaseTerms memory terms = _leaseTermsOf(ghost, client, length);
        _fillClaim(terms.token, client, uint256(terms.ratePerSecond) * funded);
        if (vault.balanceOf(client, _idOf(terms.token)) < uint256(terms.ratePerSecond) * funded) return false;
        _letDraw(address(leases), client, terms.token);
        store.cover(Holding.CLAIM, client, terms.token, uint256(terms.ratePerSecond) * funded);
        bytes32 marketId = keccak256(abi.encode(terms));
        store.watchLease(marketId);
        bytes memory result;
        (succeeded, result) = _act("lease.open", client, address(leases), _openCall(ghost, length, funded));
        if (!succeeded) return false;
        if (abi.decode(result, (bytes32)) != marketId) store.breach(2, "a lease of other terms");
        store.noteLeased(offerId, terms, funded);
        _reachLeased(ghost, terms);
    }

    /// @dev Offers and opens at once.
    function _rent(uint256 seed) internal returns (bool found, uint256 leaseId) {
        address client = _tenant(seed);
        found = _lease(_leaseOffer(client, seed), client, seed);
        if (found) leaseId = store.leaseCount() - 1;
    }

    /// @dev The provider is there.
    function _checkIn(uint256 leaseId, uint256 seed) internal returns (bool succeeded) {
        GhostLease memory lease = store.leaseOf(leaseId);
        bool back = lease.checkIns.length != 0 && store.readLease(leaseId).absent;
        bytes memory call = abi.encodeCall(ILeaseEscrow.checkIn, (lease.terms));
        (succeeded, ) = _surely("lease.checkIn", _operatorOfLease(lease, seed), address(leases), call);
        if (!succeeded) return false;
        _noteCheckIn(leaseId, back);
    }

    function _noteCheckIn(uint256 leaseId, bool back) internal {
        store.noteCheckedIn(leaseId);
        store.reach("lease.RUNNING");
        if (back) store.reach("lease.backAfterAbsence");
    }

    /// @dev Closes a lease by somebody who may: only the market's claim may fall, by what is left of the deposit.
    function _close(bytes32 action, address by, uint256 leaseId) internal returns (bool succeeded) {
        GhostLease memory lease = store.leaseOf(leaseId);
        uint256 unpaid = store.readLease(leaseId).earned - lease.paid;
        uint256 rest = (lease.funded - lease.paid) * lease.terms.ratePerSecond;
        store.cover(Holding.CLAIM, address(leases), lease.terms.token, rest);
        (succeeded, ) = _surely(action, by, address(leases), abi.encodeCall(ILeaseEscrow.close, (lease.terms)));
        if (!succeeded) return false;
        store.noteLeaseClosed(leaseId);
        _notePaid(lease, unpaid * lease.terms.ratePerSecond);
    }

    /// @dev Closes a lease by one of its sides.
    function _closeByASide(uint256 leaseId, uint256 seed) internal returns (bool succeeded) {
        GhostLease memory lease = store.leaseOf(leaseId);
        if (_random(seed, "side") % 2 == 0) {
            succeeded = _close("lease.closeByClient", lease.terms.client, leaseId);
            if (succeeded) store.reach("lease.CLOSED.byClient");
        } else {
            succeeded = _close("lease.closeByProvider", _operatorOfLease(lease, seed), leaseId);
            if (succeeded) store.reach("lease.CLOSED.byProvider");
        }
    }

    /// @dev What goes to one of our contracts is a donation to it.
    function _notePaid(GhostLease memory lease, uint256 amount) internal {
        if (amount == 0 || !_isContract(lease.terms.payout)) return;
        store.noteDonatedClaim(lease.terms.payout, lease.terms.token, amount);
        store.reach("lease.paysAContract");
    }

    /// @dev A lease of a kind; a new one, whose provider checks in where the kind needs it, if there is none.
    function _leaseOf(LeaseKind kind, uint256 seed) internal returns (bool found, uint256 leaseId) {
        (found, leaseId) = store.findLease(kind, _random(seed, "lease"));
        if (found) return (true, leaseId);
        (found, leaseId) = _rent(seed);
        if (!found || kind == LeaseKind.OPEN || kind == LeaseKind.LIVE || kind == LeaseKind.PAYING) {
            return (found, leaseId);
        }
        if (kind == LeaseKind.CLOSED) return (_closeByASide(leaseId, seed), leaseId);
        return (_checkIn(leaseId, seed), leaseId);
    }

    /// @dev The provider stays longer than the deposit and the grace last, or until the lease's end.
    function _exhaust(uint256 leaseId, uint256 seed) internal {
        for (uint256 i; i < 12; ++i) {
            GhostLease memory lease = store.leaseOf(leaseId);
            LeaseReading memory reading = store.readLease(leaseId);
            if (reading.exhausted || reading.ended) return;
            if (!_checkIn(leaseId, seed)) return;
            _pass(block.timestamp + lease.terms.graceSeconds);
        }
        LeaseReading memory late = store.readLease(leaseId);
        if (!late.exhausted && !late.ended) _pass(late.endsAt + 1);
    }

    function _pass(uint256 timestamp) internal {
        if (timestamp <= block.timestamp) return;
        vm.roll(block.number + 1 + (timestamp - block.timestamp) / 12);
        vm.warp(timestamp);
    }

    /// @dev Clients, and now and then anybody, providers as clients of their own among them.
    function _tenant(uint256 seed) internal view returns (address) {
        uint256 random = _random(seed, "tenant");
        return random % 4 == 0 ? _person(random >> 8) : _pick(world.clients(), random >> 8);
    }

    function _operatorOfLease(GhostLease memory lease, uint256 seed) internal view returns (address) {
        return _operatorOf(lease.terms.provider, _random(seed, "operator"));
    }

    /// @dev How long a lease is to last, and how much of it is paid in: often the least or the most.
    function _periodsOf(LeaseOffer memory offer, uint256 seed) internal pure returns (uint32 length, uint32 funded) {
        length = uint32(_amount(_random(seed, "lasts"), offer.minFundedSeconds, offer.maxLeaseSeconds));
        if (_random(seed, "long") % 2 == 0) length = offer.maxLeaseSeconds;
        funded = offer.minFundedSeconds;
        if (_random(seed, "more") % 2 == 0) funded = uint32(_amount(_random(seed, "funded"), funded, length));
    }

    function _openCall(
        GhostLeaseOffer memory ghost,
        uint32 length,
        uint32 funded
    ) internal pure returns (bytes memory) {
        return abi.encodeCall(ILeaseEscrow.open, (ghost.offer, ghost.signature, length, funded));
    }

    /// @dev Whether an offer may still open a lease.
    function _isOfferAlive(GhostLeaseOffer memory ghost) internal view returns (bool) {
        return
            !ghost.canceled &&
            ghost.active < ghost.offer.slots &&
            ghost.filled < ghost.offer.maxFills &&
            block.timestamp <= ghost.offer.expiresAt &&
            ghost.offer.authEpoch == registry.authEpochOf(ghost.offer.provider);
    }

    /// @dev The lease's terms, put together without the market's help.
    function _leaseTermsOf(
        GhostLeaseOffer memory ghost,
        address client,
        uint32 length
    ) private view returns (LeaseTerms memory terms) {
        terms.orderHash = ghost.orderHash;
        terms.fill = ghost.filled + 1;
        terms.client = client;
        terms.provider = ghost.offer.provider;
        terms.payout = registry.payoutOf(ghost.offer.provider);
        terms.token = ghost.offer.token;
        terms.ratePerSecond = ghost.offer.ratePerSecond;
        terms.openedAt = uint40(block.timestamp);
        terms.leaseSeconds = length;
        terms.graceSeconds = ghost.offer.graceSeconds;
    }

    function _reachLeased(GhostLeaseOffer memory ghost, LeaseTerms memory terms) private {
        store.reach("lease.OPEN");
        if (registry.canOperate(terms.provider, terms.client)) store.reach("lease.ofProviderItself");
        if (terms.client == world.wallet()) store.reach("lease.ofContract");
        if (terms.token == world.tokens()[1]) store.reach("lease.inFeeToken");
        if (terms.token == world.tokens()[2]) store.reach("lease.inReentrantToken");
        if (ghost.active + 1 == ghost.offer.slots) store.reach("leaseOffer.allSlotsTaken");
        if (ghost.filled + 1 == ghost.offer.maxFills) store.reach("leaseOffer.allFillsTaken");
    }
}
