// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobOffers} from "../../../contracts/interfaces/IJobOffers.sol";
import {World} from "../World.sol";
import {GhostOffer} from "../stores/MarketBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {MarketHandler} from "./MarketHandler.sol";

/// @title OfferHandler
/// @notice Offers are signed, published, taken, taken again and canceled.
contract OfferHandler is MarketHandler {
    constructor(
        Store store,
        World world
    ) Handler(store, world, string.concat(ACTIONS, " offer.cancel"), string.concat(STATES, " offer.canceled")) {}

    /// @notice An offer that waits for its first taker.
    function offer(uint256 seed) external move {
        _offer(_client(seed), seed);
    }

    /// @notice An offer and a job from it.
    function open(uint256 seed) external move {
        _open(seed);
    }

    /// @notice A further job from an offer that is there.
    function takeAgain(uint256 seed) external move {
        (bool found, uint256 offerId) = _liveOffer(_random(seed, "offer"));
        if (!found) return;
        GhostOffer memory ghost = store.offerOf(offerId);
        address client = ghost.offer.taker == address(0) ? _client(seed) : ghost.offer.taker;
        uint256 most = uint256(ghost.offer.ratePerSecond) * ghost.offer.maxRunSeconds;
        _fillClaim(ghost.offer.token, client, most < 1e22 ? most : 1e22);
        if (vault.balanceOf(client, _idOf(ghost.offer.token)) < most) return;
        _take("offer.takeAgain", offerId, client, seed);
    }

    function cancel(uint256 seed) external move {
        uint256 offerCount = store.offerCount();
        uint256 offerId = offerCount == 0 ? _offer(_client(seed), seed) : _random(seed, "offer") % offerCount;
        GhostOffer memory ghost = store.offerOf(offerId);
        if (ghost.canceled) return;
        (bool succeeded, ) = _act(
            "offer.cancel",
            _operatorOf(ghost.offer.provider, _random(seed, "key")),
            address(escrow),
            abi.encodeCall(IJobOffers.cancelOffer, (ghost.offer))
        );
        if (!succeeded) return;
        store.noteCanceled(offerId);
        store.reach("offer.canceled");
    }

    /// @dev An offer that can be taken now, from a random place on.
    function _liveOffer(uint256 random) private view returns (bool found, uint256 offerId) {
        uint256 offerCount = store.offerCount();
        for (uint256 i; i < offerCount; ++i) {
            offerId = ((random % offerCount) + i) % offerCount;
            GhostOffer memory ghost = store.offerOf(offerId);
            if (_isAlive(ghost) && ghost.offer.collateral <= _room(ghost.offer.provider)) return (true, offerId);
        }
    }
}
