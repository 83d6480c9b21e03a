// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOfferBook} from "../interfaces/IOfferBook.sol";
import {OfferLib} from "../libraries/OfferLib.sol";
import {Offer, OrderState} from "../types/Order.sol";
import {OrderBook} from "./OrderBook.sol";

/// @title OfferBook
/// @notice See {IOfferBook}. A market inherits it and asks for fills.
abstract contract OfferBook is IOfferBook, OrderBook {
    using OfferLib for Offer;

    /// @inheritdoc IOfferBook
    function publishOffer(Offer calldata offer) external returns (bytes32 orderHash) {
        // Check: the offer could be taken, and the caller may make it.
        orderHash = _hashOffer(offer);
        offer.requireWellFormed();
        _requireLive(orderHash, offer);
        require(_canOffer(offer, msg.sender), OfferBook_CannotPromise(orderHash, offer.provider, msg.sender));

        // Effect: takers need no signature.
        _approveOrder(orderHash);
        emit OfferPublished(orderHash, offer.provider, offer.tag, offer);
    }

    /// @inheritdoc IOfferBook
    function cancelOffer(Offer calldata offer) external {
        require(_REGISTRY.canOperate(offer.provider, msg.sender), OfferBook_NotOperator(offer.provider, msg.sender));
        bytes32 orderHash = _hashOffer(offer);
        _cancelOrder(orderHash);
        emit OfferCanceled(orderHash, offer.provider);
    }

    /// @inheritdoc IOfferBook
    function hashOffer(Offer calldata offer) external view returns (bytes32 orderHash) {
        return _hashOffer(offer);
    }

    /// @dev Counts one more job against an offer, for the caller as its client.
    /// @return orderHash The offer's EIP-712 digest.
    /// @return fill The job's number, from 1.
    /// @return payout The provider's payout address of now.
    function _fillOffer(
        Offer calldata offer,
        bytes calldata signature
    ) internal returns (bytes32 orderHash, uint32 fill, address payout) {
        // Check: the offer is alive, for the caller, and not used up.
        orderHash = _hashOffer(offer);
        OrderState memory order = _orderOf(orderHash);
        _requireFillable(orderHash, order, offer.taker, msg.sender);
        require(order.filled < offer.maxFills, OfferBook_FullyTaken(orderHash, offer.maxFills));
        require(order.active < offer.slots, OfferBook_NoFreeSlot(orderHash, offer.slots));
        payout = _requireLive(orderHash, offer);

        // Check: somebody who may promise it did. What a key signed is remembered in this slot; a change of the owner's
        // mind raises the epoch, which was checked just before.
        if (!order.approved) {
            offer.requireWellFormed();
            order.approved = _requirePromised(orderHash, offer, signature);
        }

        // Effect: the number never repeats, the slot comes back when the job ends.
        fill = ++order.filled;
        ++order.active;
        _setOrder(orderHash, order);
    }

    /// @dev Reverts unless the caller, the signature's key or the contract that owns the provider makes this offer.
    /// @return lasting True where the answer stays the same until the epoch is raised, which a contract's need not.
    function _requirePromised(
        bytes32 orderHash,
        Offer calldata offer,
        bytes calldata signature
    ) private view returns (bool lasting) {
        address signer = signature.length == 0 ? msg.sender : _signerOf(orderHash, signature);
        if (_canOffer(offer, signer)) return signature.length != 0;

        address owner = _REGISTRY.ownerOf(offer.provider);
        require(_consents(owner, orderHash, signature), OfferBook_CannotPromise(orderHash, offer.provider, signer));
    }

    /// @dev Reverts unless the offer is in time and of the provider's current epoch.
    function _requireLive(bytes32 orderHash, Offer calldata offer) private view returns (address payout) {
        uint32 currentEpoch;
        (currentEpoch, payout) = _standingOf(offer.provider);
        _requireNotExpired(orderHash, offer.expiresAt);
        require(
            offer.authEpoch == currentEpoch && currentEpoch != 0,
            OrderBook_WrongEpoch(orderHash, offer.authEpoch, currentEpoch)
        );
    }

    /// @dev Whether the key may make this offer for its provider.
    function _canOffer(Offer calldata offer, address key) private view returns (bool) {
        return _canPromise(offer.provider, key, offer.token, offer.adjudicator, offer.ratePerSecond);
    }

    /// @dev The EIP-712 digest of an offer.
    function _hashOffer(Offer calldata offer) private view returns (bytes32) {
        return _hashTypedDataV4(offer.structHash());
    }
}
