// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOfferBook} from "../interfaces/IOfferBook.sol";
import {SignatureLib} from "../libraries/SignatureLib.sol";
import {OfferHead, OrderState} from "../types/Order.sol";
import {OrderBook} from "./OrderBook.sol";

/// @title OfferBook
/// @notice See {IOfferBook}. What a market does with an offer whatever else the offer says.
abstract contract OfferBook is IOfferBook, OrderBook {
    /// @dev Approves an offer that its maker publishes. The caller checks that the rest of it is well formed.
    function _publishOffer(OfferHead memory head) internal {
        // Check: the offer could be taken, and the caller may make it.
        _requireLive(head);
        require(_canOffer(head, msg.sender), OfferBook_CannotPromise(head.orderHash, head.provider, msg.sender));

        // Effect: takers need no signature.
        _approveOrder(head.orderHash);
    }

    /// @dev Withdraws an offer for good.
    function _cancelOffer(bytes32 orderHash, address provider) internal {
        require(registry.canOperate(provider, msg.sender), OfferBook_NotOperator(provider, msg.sender));
        _cancelOrder(orderHash);
        emit OfferCanceled(orderHash, provider);
    }

    /// @dev Counts one more fill of an offer, for the caller.
    /// @return fill The fill's number, from 1.
    /// @return payout The provider's payout address of now.
    /// @return isNew Whether nobody published it and no fill checked its signature: whether it is well formed is not
    /// known then, and the caller checks it.
    function _fillOffer(
        OfferHead memory head,
        bytes calldata signature
    ) internal returns (uint32 fill, address payout, bool isNew) {
        // Check: the offer is alive, for the caller, and not used up.
        OrderState memory order = _orderOf(head.orderHash);
        _requireFillable(head.orderHash, order, head.taker, msg.sender);
        require(order.filled < head.maxFills, OfferBook_FullyTaken(head.orderHash, head.maxFills));
        require(order.active < head.slots, OfferBook_NoFreeSlot(head.orderHash, head.slots));
        payout = _requireLive(head);

        // Check: somebody who may promise it did. What a key signed is remembered in this slot; a change of the owner's
        // mind raises the epoch, which was checked just before.
        isNew = !order.approved;
        if (isNew) order.approved = _requirePromised(head, signature);

        // Effect: the number never repeats, the slot comes back when the fill ends.
        fill = ++order.filled;
        ++order.active;
        _setOrder(head.orderHash, order);
    }

    /// @dev Reverts unless the caller, the signature's key or the contract that owns the provider makes this offer.
    /// @return lasting True where the answer stays the same until the epoch is raised, which a contract's need not.
    function _requirePromised(OfferHead memory head, bytes calldata signature) private view returns (bool lasting) {
        address signer = signature.length == 0 ? msg.sender : SignatureLib.signerOf(head.orderHash, signature);
        if (_canOffer(head, signer)) return signature.length != 0;

        address owner = registry.ownerOf(head.provider);
        require(
            SignatureLib.consents(owner, head.orderHash, signature),
            OfferBook_CannotPromise(head.orderHash, head.provider, signer)
        );
    }

    /// @dev Reverts unless the offer is in time and of the provider's current epoch.
    function _requireLive(OfferHead memory head) private view returns (address payout) {
        uint32 currentEpoch;
        (currentEpoch, payout) = _standingOf(head.provider);
        _requireNotExpired(head.orderHash, head.expiresAt);
        require(
            head.authEpoch == currentEpoch && currentEpoch != 0,
            OrderBook_WrongEpoch(head.orderHash, head.authEpoch, currentEpoch)
        );
    }

    /// @dev Whether the key may make this offer for its provider.
    function _canOffer(OfferHead memory head, address key) private view returns (bool) {
        return _canPromise(head.provider, key, head.token, head.adjudicator, head.ratePerSecond);
    }
}
