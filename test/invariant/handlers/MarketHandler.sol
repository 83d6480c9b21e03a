// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, Take} from "../../../contracts/types/Order.sol";
import {TypedData} from "../../utils/TypedData.sol";
import {World} from "../World.sol";
import {Holding} from "../stores/FallWatch.sol";
import {GhostAuthorization} from "../stores/LockBook.sol";
import {GhostOffer} from "../stores/MarketBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";

/// @title MarketHandler
/// @notice How offers are drawn up and taken; the handlers of offers, jobs and attacks build on it.
abstract contract MarketHandler is Handler {
    string internal constant ACTIONS = "offer.publish offer.take offer.takeAgain";
    string internal constant STATES =
        "job.ACTIVE job.withoutCollateral job.ofProviderItself job.inFeeToken job.inReentrantToken "
        "job.withoutAdjudicator job.withHonestAdjudicator job.withCodelessAdjudicator job.withMoodyAdjudicator "
        "offer.signedByOwner offer.signedByOperator offer.published offer.allSlotsTaken offer.allFillsTaken";

    /// @dev An offer that a client can take now, and the key that may sign it.
    function _draftOffer(address client, uint256 seed) internal returns (Offer memory offer, address signer) {
        offer.provider = _provider(_random(seed, "provider"));
        offer.taker = _random(seed, "taker") % 3 == 0 ? client : address(0);
        offer.token = _token(_random(seed, "token"));
        offer.adjudicator = _adjudicator(_random(seed, "adjudicator"));
        offer.collateral = uint128(_amount(_random(seed, "collateral"), 0, _room(offer.provider)));
        offer.disputeFee = uint128(_amount(_random(seed, "fee"), 0, 1e18));
        offer.maxRunSeconds = 1 + uint32(_random(seed, "max run") % 3_600);
        offer.minRunSeconds = 1 + uint32(_random(seed, "min run") % offer.maxRunSeconds);
        offer.declineSeconds = 1 + uint32(_random(seed, "decline") % 600);
        offer.slackSeconds = 1 + uint32(_random(seed, "slack") % 600);
        offer.reviewSeconds = 1 + uint32(_random(seed, "review") % 1_800);
        offer.rulingSeconds = 1 + uint32(_random(seed, "ruling") % 3_600);
        offer.noRulingBps = _part(_random(seed, "part"));
        offer.slots = 1 + uint32(_random(seed, "slots") % 2);
        offer.maxFills = 1 + uint32(_random(seed, "fills") % 5);
        offer.expiresAt = uint40(block.timestamp + 600 + (_random(seed, "expiry") % 2 hours));
        offer.authEpoch = registry.authEpochOf(offer.provider);
        offer.salt = store.offerCount();
        _fillClaim(offer.token, client, 1e20);
        uint256 most = vault.balanceOf(client, _idOf(offer.token)) / offer.maxRunSeconds / 4;
        offer.ratePerSecond = uint128(_amount(_random(seed, "rate"), 1, most));
        signer = _signerOf(offer, seed);
    }

    /// @dev Makes an offer known to the store.
    function _offer(address client, uint256 seed) internal returns (uint256 offerId) {
        (Offer memory offer, address signer) = _draftOffer(client, seed);
        bytes32 orderHash = escrow.hashOffer(offer);
        bytes memory signature = world.sign(signer, orderHash);
        bool publish = _random(seed, "publish") % 4 == 0;
        if (publish) {
            bytes memory call = abi.encodeCall(escrow.publishOffer, (offer));
            (publish, ) = _act("offer.publish", signer, address(escrow), call);
        }
        if (publish) store.reach("offer.published");
        else store.reach(_isOwner(offer, signer) ? bytes32("offer.signedByOwner") : bytes32("offer.signedByOperator"));
        return store.noteOffered(offer, orderHash, publish ? bytes("") : signature);
    }

    /// @dev Takes an offer that should be good.
    function _take(bytes32 action, uint256 offerId, address client, uint256 seed) internal returns (bool succeeded) {
        GhostOffer memory ghost = store.offerOf(offerId);
        Take memory take = _takeOf(ghost.offer, seed);
        JobTerms memory terms = _termsOf(ghost, take, client);
        _allowMarket(client, terms.token);
        store.cover(Holding.CLAIM, client, terms.token, uint256(terms.ratePerSecond) * terms.runLimitSeconds);
        store.watch(keccak256(abi.encode(terms)));
        bytes memory result;
        (succeeded, result) = _act(
            action,
            client,
            address(escrow),
            abi.encodeCall(IJobEscrow.takeOffer, (ghost.offer, ghost.signature, take))
        );
        if (!succeeded) return false;
        if (abi.decode(result, (bytes32)) != keccak256(abi.encode(terms))) store.breach(2, "a job of other terms");
        uint256 lockId = store.noteLocked(terms.provider, address(escrow), terms.collateral);
        store.noteOpened(offerId, lockId, terms);
        _reachOpened(terms);
        if (ghost.active + 1 == ghost.offer.slots) store.reach("offer.allSlotsTaken");
        if (ghost.filled + 1 == ghost.offer.maxFills) store.reach("offer.allFillsTaken");
    }

    /// @dev Offers and takes at once.
    function _open(uint256 seed) internal returns (bool succeeded) {
        address client = _client(seed);
        return _take("offer.take", _offer(client, seed), client, seed);
    }

    /// @dev What of the price is the provider's without a ruling: any part, often none or all.
    function _part(uint256 random) internal pure returns (uint16) {
        return random % 4 == 0 ? uint16(((random >> 8) % 2) * 10_000) : uint16((random >> 8) % 10_001);
    }

    /// @dev What a client signs to end a job.
    function _cancelDigest(bytes32 marketId, uint40 expiresAt) internal view returns (bytes32) {
        return TypedData.cancelDigest(address(escrow), block.chainid, marketId, expiresAt);
    }

    /// @dev Clients, and now and then anybody, providers as clients of their own among them.
    function _client(uint256 seed) internal view returns (address) {
        uint256 random = _random(seed, "client");
        return random % 4 == 0 ? _person(random >> 8) : _pick(world.clients(), random >> 8);
    }

    function _takeOf(Offer memory offer, uint256 seed) internal pure returns (Take memory take) {
        uint256 span = offer.maxRunSeconds - offer.minRunSeconds + 1;
        take.runLimitSeconds = offer.minRunSeconds + uint32(_random(seed, "run limit") % span);
        take.specDigest = keccak256("spec");
        take.specRoot = keccak256("spec root");
    }

    /// @dev Lets the market draw on a client's claims, where it may not yet.
    function _allowMarket(address client, address token) internal {
        _letDraw(address(escrow), client, token);
    }

    /// @dev The most that the market can lock of a provider in one job.
    function _room(address id) internal view returns (uint256) {
        GhostAuthorization memory ghost = store.authorizationOf(id, address(escrow));
        uint128 room = ghost.limit - ghost.locked;
        return room < ghost.maxPerLock ? room : ghost.maxPerLock;
    }

    /// @dev Whether an offer may still open a job.
    function _isAlive(GhostOffer memory ghost) internal view returns (bool) {
        return
            !ghost.canceled &&
            ghost.active < ghost.offer.slots &&
            ghost.filled < ghost.offer.maxFills &&
            block.timestamp <= ghost.offer.expiresAt &&
            ghost.offer.authEpoch == registry.authEpochOf(ghost.offer.provider);
    }

    /// @dev The job's terms, put together without the market's help.
    function _termsOf(
        GhostOffer memory ghost,
        Take memory take,
        address client
    ) private view returns (JobTerms memory terms) {
        Offer memory offer = ghost.offer;
        terms.orderHash = ghost.orderHash;
        terms.fill = ghost.filled + 1;
        terms.client = client;
        terms.provider = offer.provider;
        terms.payout = registry.payoutOf(offer.provider);
        terms.token = offer.token;
        terms.adjudicator = offer.adjudicator;
        terms.ratePerSecond = offer.ratePerSecond;
        terms.collateral = offer.collateral;
        terms.disputeFee = offer.disputeFee;
        terms.runLimitSeconds = take.runLimitSeconds;
        terms.declineSeconds = offer.declineSeconds;
        terms.slackSeconds = offer.slackSeconds;
        terms.reviewSeconds = offer.reviewSeconds;
        terms.rulingSeconds = offer.rulingSeconds;
        terms.noRulingBps = offer.noRulingBps;
        terms.specDigest = take.specDigest;
    }

    /// @dev An operator, where there is one whose bounds allow it; else the owner.
    function _signerOf(Offer memory offer, uint256 seed) private view returns (address key) {
        key = _operatorOf(offer.provider, _random(seed, "signer"));
        if (registry.canPromise(offer.provider, key, offer.token, offer.adjudicator, offer.ratePerSecond)) return key;
        return registry.ownerOf(offer.provider);
    }

    function _isOwner(Offer memory offer, address signer) private view returns (bool) {
        return registry.ownerOf(offer.provider) == signer;
    }

    function _reachOpened(JobTerms memory terms) internal {
        store.reach("job.ACTIVE");
        if (terms.collateral == 0) store.reach("job.withoutCollateral");
        if (registry.canOperate(terms.provider, terms.client)) store.reach("job.ofProviderItself");
        if (terms.token == world.tokens()[1]) store.reach("job.inFeeToken");
        if (terms.token == world.tokens()[2]) store.reach("job.inReentrantToken");
        address by = terms.adjudicator;
        if (by == address(0)) store.reach("job.withoutAdjudicator");
        else if (by == address(attested)) store.reach("job.withHonestAdjudicator");
        else
            store.reach(
                by.code.length == 0 ? bytes32("job.withCodelessAdjudicator") : bytes32("job.withMoodyAdjudicator")
            );
    }
}
