// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {ILeaseOffers} from "../../../contracts/interfaces/ILeaseOffers.sol";
import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {LeaseOffer, LeaseState, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {GhostLease, GhostLeaseOffer, LeaseKind, LeaseReading} from "../stores/LeaseBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {LeaseSteps} from "./LeaseSteps.sol";

/// @title LeaseAttacks
/// @notice Calls to the market of leases that must be refused: the wrong state, person, time, terms, sum or offer.
contract LeaseAttacks is LeaseSteps {
    uint256 private constant LIVE = (1 << uint8(LeaseState.OPEN)) | (1 << uint8(LeaseState.RUNNING));

    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            string.concat(
                LEASE_ACTIONS,
                " registry.raiseAuthEpoch attack.leaseState attack.leasePerson attack.leaseTime attack.leaseNotOver attack.leaseTwice "
                "attack.leaseSum attack.leaseOfferDead attack.leaseForged attack.leaseOfferPerson"
            ),
            string.concat(
                LEASE_STATES,
                " attackedLease.NONE attackedLease.OPEN attackedLease.RUNNING attackedLease.CLOSED lease.closeToOver "
                "lateLease.ended lateLease.exhausted deadLease.canceled deadLease.slots deadLease.fills "
                "deadLease.expired deadLease.epoch forgedLease.otherChain forgedLease.otherMarket"
            )
        )
    {}

    /// @notice Any call in any state that forbids it, by a person who could make it in another state: it is refused, and
    /// the refusal names the state.
    function stepFromWrongState(uint256 seed) external move {
        for (uint256 i; i < 3; ++i) _stepFromWrongState(uint256(keccak256(abi.encode(seed, i))));
    }

    function _stepFromWrongState(uint256 seed) private {
        LeaseKind kind = [LeaseKind.OPEN, LeaseKind.RUNNING, LeaseKind.CLOSED, LeaseKind.CLOSED][seed % 4];
        (bool found, uint256 leaseId) = _leaseOf(kind, seed);
        if (!found) return;
        LeaseTerms memory terms = store.leaseOf(leaseId).terms;
        if (seed % 8 > 4) _forge(terms, _random(seed, "field"));
        bytes32 marketId = keccak256(abi.encode(terms));
        LeaseState state = leases.leaseOf(marketId).state;
        // In a live lease only a withdrawal can be in the wrong state, and only before the first check-in.
        uint256 step = _random(seed, "step") % 4;
        if (state == LeaseState.RUNNING) return;
        if (state == LeaseState.OPEN) step = 2;
        (address by, bytes memory call) = _step(step, terms, seed);
        bytes memory reason = _refuse(5, "attack.leaseState", by, address(leases), call);
        bytes memory expected = abi.encodeWithSelector(
            ILeaseEscrow.LeaseEscrow_UnexpectedState.selector,
            marketId,
            state,
            step == 2 ? 1 << uint256(LeaseState.RUNNING) : LIVE
        );
        if (keccak256(reason) != keccak256(expected)) store.breach(5, "a refusal does not name the lease's state");
        if (state == LeaseState.NONE) store.reach("attackedLease.NONE");
        else store.reach(state == LeaseState.OPEN ? bytes32("attackedLease.OPEN") : bytes32("attackedLease.CLOSED"));
    }

    /// @notice A call that the lease's state allows, but not to this person; closing it at the very last second at which
    /// only its sides may.
    function stepByOutsider(uint256 seed) external move {
        (bool found, uint256 leaseId) = _leaseOf(LeaseKind.UNDECIDED, seed);
        if (!found) return;
        GhostLease memory lease = store.leaseOf(leaseId);
        address by = _outsider(lease.terms.provider, lease.terms.client, _random(seed, "outsider"));
        (, bytes memory call) = _step(_random(seed, "step") % 2, lease.terms, seed);
        _attack(7, "attack.leasePerson", by, address(leases), call);
        if (lease.state == LeaseState.RUNNING) store.reach("attackedLease.RUNNING");
        uint256 lastAt = _lastUndecided(leaseId);
        if (_random(seed, "wait") % 2 == 0 && lastAt >= block.timestamp) {
            vm.roll(block.number + 1);
            vm.warp(lastAt);
            store.reach("lease.closeToOver");
        }
        (, call) = _step(3, lease.terms, seed);
        _attack(7, "attack.leaseNotOver", by, address(leases), call);
    }

    /// @notice A check-in or a top-up where nothing can be earned any more.
    function stepTooLate(uint256 seed) external move {
        (bool found, uint256 leaseId) = store.findLease(LeaseKind.STOPPED, _random(seed, "lease"));
        if (!found || _random(seed, "fresh") % 2 == 0) {
            (found, leaseId) = _leaseOf(LeaseKind.UNDECIDED, seed);
            if (!found) return;
            _exhaust(leaseId, seed);
        }
        LeaseReading memory reading = store.readLease(leaseId);
        (address by, bytes memory call) = _step(_random(seed, "step") % 2, store.leaseOf(leaseId).terms, seed);
        _attack(7, "attack.leaseTime", by, address(leases), call);
        store.reach(reading.ended ? bytes32("lateLease.ended") : bytes32("lateLease.exhausted"));
    }

    /// @notice Is paid a second time for the same seconds; pays in too little, too much or nothing; opens a lease of such
    /// a deposit, or of a length that the offer does not allow.
    function takeWrongSum(uint256 seed) external move {
        (bool found, uint256 leaseId) = _leaseOf(LeaseKind.RUNNING, seed);
        if (!found) return;
        GhostLease memory lease = store.leaseOf(leaseId);
        LeaseReading memory reading = store.readLease(leaseId);
        if (reading.earned == lease.paid) {
            (address by, bytes memory call) = _step(2, lease.terms, seed);
            _attack(2, "attack.leaseTwice", by, address(leases), call);
        }
        _letDraw(address(leases), lease.terms.client, lease.terms.token);
        if (!reading.ended && !reading.exhausted) {
            uint256 gap = reading.present > lease.funded ? reading.present - lease.funded : 1;
            uint256 room = lease.terms.leaseSeconds - lease.funded;
            uint256 extra = _random(seed, "little") % 2 == 0 ? gap - 1 : room + 1;
            bytes memory call = abi.encodeCall(ILeaseEscrow.topUp, (lease.terms, uint32(extra)));
            _attack(2, "attack.leaseSum", lease.terms.client, address(leases), call);
        }
        _openWrongly(seed);
    }

    /// @notice Opens a lease from an offer that was canceled, voided, has expired, or is used up.
    function takeDeadOffer(uint256 seed) external move {
        if (_random(seed, "epoch") % 6 == 0) _voidOffer(seed);
        uint256 offerCount = store.leaseOfferCount();
        for (uint256 i; i < offerCount; ++i) {
            uint256 offerId = ((_random(seed, "offer") % offerCount) + i) % offerCount;
            GhostLeaseOffer memory ghost = store.leaseOfferOf(offerId);
            if (_isOfferAlive(ghost)) continue;
            address client = ghost.offer.taker == address(0) ? _tenant(seed) : ghost.offer.taker;
            (uint32 length, uint32 funded) = _periodsOf(ghost.offer, seed);
            _openInVain("attack.leaseOfferDead", ghost, client, length, funded);
            return store.reach(_causeOfDeath(ghost));
        }
    }

    /// @notice Opens a lease from a fresh offer with one thing wrong about it, or publishes or cancels it for a provider
    /// that is not one's own.
    function takeForgedOffer(uint256 seed) external move {
        address client = _pick(world.clients(), _random(seed, "client"));
        GhostLeaseOffer memory ghost;
        (LeaseOffer memory offer, address signer) = _draftLeaseOffer(client, seed);
        uint256 flaw = _random(seed, "flaw") % 10;
        if (flaw == 0) signer = _outsider(offer.provider, address(0), _random(seed, "outsider"));
        if (flaw == 1) offer.authEpoch += 1;
        if (flaw == 2) offer.authEpoch -= 1;
        if (flaw == 3) offer.expiresAt = uint40(block.timestamp - 1);
        if (flaw == 4) offer.taker = address(leases);
        if (flaw == 5) {
            // More than the client has.
            offer.ratePerSecond = uint128(vault.balanceOf(client, _idOf(offer.token))) + 1;
            signer = registry.ownerOf(offer.provider);
        }
        if (flaw == 6) {
            // Less than the owner allowed operators to promise, or nothing allowed.
            address[] memory keys = world.operators();
            signer = keys[_random(seed, "operator") % keys.length];
            offer.ratePerSecond = 1;
            if (registry.canPromise(offer.provider, signer, offer.token, address(0), 1)) return;
        }
        bytes32 digest = leases.hashOffer(offer);
        if (flaw == 7) digest = world.otherLeases().hashOffer(offer);
        if (flaw == 8) digest = _digestOnOtherChain(offer);
        ghost.signature = world.sign(signer, digest);
        if (flaw == 9) ++offer.ratePerSecond;
        ghost.offer = offer;
        (uint32 length, uint32 funded) = _periodsOf(offer, seed);
        _openInVain("attack.leaseForged", ghost, client, length, funded);
        if (flaw == 7) store.reach("forgedLease.otherMarket");
        if (flaw == 8) store.reach("forgedLease.otherChain");
        address by = _outsider(offer.provider, address(0), _random(seed, "by"));
        bytes memory call =
            flaw % 2 == 0
                ? abi.encodeCall(ILeaseOffers.publishOffer, (offer))
                : abi.encodeCall(ILeaseOffers.cancelOffer, (offer));
        _attack(9, "attack.leaseOfferPerson", by, address(leases), call);
    }

    function _voidOffer(uint256 seed) private {
        address id = store.leaseOfferOf(_leaseOffer(_tenant(seed), seed)).offer.provider;
        bytes memory call = abi.encodeCall(IProviderRegistry.raiseAuthEpoch, (id));
        _act("registry.raiseAuthEpoch", registry.ownerOf(id), address(registry), call);
    }

    function _openWrongly(uint256 seed) private {
        GhostLeaseOffer memory ghost;
        address client = _tenant(seed);
        address signer;
        (ghost.offer, signer) = _draftLeaseOffer(client, seed);
        ghost.signature = world.sign(signer, leases.hashOffer(ghost.offer));
        (uint32 length, uint32 funded) = _periodsOf(ghost.offer, seed);
        uint256 flaw = _random(seed, "flaw") % 4;
        if (flaw == 0) length = ghost.offer.maxLeaseSeconds + 1;
        if (flaw == 1) length = ghost.offer.minFundedSeconds - 1;
        if (flaw == 2) funded = ghost.offer.minFundedSeconds - 1;
        if (flaw == 3) funded = length + 1;
        _openInVain("attack.leaseSum", ghost, client, length, funded);
    }

    function _openInVain(
        bytes32 action,
        GhostLeaseOffer memory ghost,
        address client,
        uint32 length,
        uint32 funded
    ) private {
        _letDraw(address(leases), client, ghost.offer.token);
        _attack(9, action, client, address(leases), _openCall(ghost, length, funded));
    }

    function _digestOnOtherChain(LeaseOffer memory offer) private returns (bytes32 digest) {
        uint256 chainId = block.chainid;
        vm.chainId(chainId + 1);
        digest = leases.hashOffer(offer);
        vm.chainId(chainId);
    }

    /// @dev The last second in which only the sides may close a lease, if nobody does anything until then.
    function _lastUndecided(uint256 leaseId) private view returns (uint256 lastAt) {
        GhostLease memory lease = store.leaseOf(leaseId);
        LeaseReading memory reading = store.readLease(leaseId);
        lastAt = lease.seenAt + lease.terms.graceSeconds;
        if (reading.endsAt < lastAt) lastAt = reading.endsAt;
        uint256 emptyAt = block.timestamp + lease.funded + lease.terms.graceSeconds - reading.present;
        if (lease.state == LeaseState.RUNNING && emptyAt < lastAt) lastAt = emptyAt;
    }

    /// @dev A call and who may make it.
    function _step(uint256 step, LeaseTerms memory terms, uint256 seed) private view returns (address, bytes memory) {
        address operator = _operatorOf(terms.provider, _random(seed, "operator"));
        if (step == 0) return (operator, abi.encodeCall(ILeaseEscrow.checkIn, (terms)));
        if (step == 1) return (terms.client, abi.encodeCall(ILeaseEscrow.topUp, (terms, 1)));
        if (step == 2) return (_person(seed), abi.encodeCall(ILeaseEscrow.withdraw, (terms)));
        return (_random(seed, "side") % 2 == 0 ? operator : terms.client, abi.encodeCall(ILeaseEscrow.close, (terms)));
    }

    /// @dev Changes one field, to terms that no lease has.
    function _forge(LeaseTerms memory terms, uint256 random) private view {
        uint256 field = random % 7;
        if (field == 0) ++terms.ratePerSecond;
        if (field == 1) terms.payout = address(world.hostileService());
        if (field == 2) terms.fill += 1_000;
        if (field == 3) ++terms.graceSeconds;
        if (field == 4) ++terms.leaseSeconds;
        if (field == 5) terms.client = address(world.hostileService());
        if (field == 6) --terms.openedAt;
    }

    function _causeOfDeath(GhostLeaseOffer memory ghost) private view returns (bytes32) {
        if (ghost.canceled) return "deadLease.canceled";
        if (block.timestamp > ghost.offer.expiresAt) return "deadLease.expired";
        if (ghost.filled == ghost.offer.maxFills) return "deadLease.fills";
        if (ghost.active == ghost.offer.slots) return "deadLease.slots";
        return "deadLease.epoch";
    }
}
