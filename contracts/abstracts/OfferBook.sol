// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IOfferBook} from "../interfaces/IOfferBook.sol";
import {IProviderRegistry} from "../interfaces/IProviderRegistry.sol";
import {OfferLib} from "../libraries/OfferLib.sol";
import {Offer, OrderState} from "../types/Order.sol";

/// @title OfferBook
/// @notice See {IOfferBook}. A market inherits it and asks for fills.
abstract contract OfferBook is IOfferBook, EIP712 {
    using OfferLib for Offer;

    IProviderRegistry internal immutable _REGISTRY;

    mapping(bytes32 orderHash => OrderState order) private _orders;

    constructor(IProviderRegistry providerRegistry) {
        _REGISTRY = providerRegistry;
    }

    /// @inheritdoc IOfferBook
    function publishOffer(Offer calldata offer) external returns (bytes32 orderHash) {
        // Check: the offer could be taken, and the caller may make it.
        orderHash = _hashOfferOfCall();
        OrderState storage order = _orders[orderHash];
        require(!order.canceled, OfferBook_Canceled(orderHash));
        require(!order.approved, OfferBook_Unchanged(orderHash));
        offer.requireWellFormed();
        _requireLive(orderHash, offer);
        _requireCanPromise(orderHash, offer, msg.sender);

        // Effect: takers need no signature.
        order.approved = true;
        emit OfferPublished(orderHash, offer.provider, offer.tag, offer);
    }

    /// @inheritdoc IOfferBook
    function cancelOffer(Offer calldata offer) external {
        require(_REGISTRY.canOperate(offer.provider, msg.sender), OfferBook_NotOperator(offer.provider, msg.sender));
        bytes32 orderHash = _hashOfferOfCall();
        require(!_orders[orderHash].canceled, OfferBook_Unchanged(orderHash));
        _orders[orderHash].canceled = true;
        emit OfferCanceled(orderHash, offer.provider);
    }

    /// @inheritdoc IOfferBook
    function orderStateOf(bytes32 orderHash) external view returns (OrderState memory) {
        return _orders[orderHash];
    }

    /// @inheritdoc IOfferBook
    function hashOffer(Offer calldata) external view returns (bytes32 orderHash) {
        return _hashOfferOfCall();
    }

    /// @dev Counts one more job against an offer, for the caller as its client. The offer must be the first argument of
    /// the call, see {OfferLib-structHashOfCall}.
    /// @return orderHash The offer's EIP-712 digest.
    /// @return fill The job's number, from 1.
    /// @return payout The provider's payout address of now.
    function _fillOffer(
        Offer calldata offer,
        bytes calldata signature
    ) internal returns (bytes32 orderHash, uint32 fill, address payout) {
        // Check: the offer is alive, for the caller, and not used up.
        orderHash = _hashOfferOfCall();
        OrderState memory order = _orders[orderHash];
        require(!order.canceled, OfferBook_Canceled(orderHash));
        require(
            offer.taker == address(0) || offer.taker == msg.sender,
            OfferBook_NotTaker(orderHash, msg.sender, offer.taker)
        );
        require(order.filled < offer.maxFills, OfferBook_FullyTaken(orderHash, offer.maxFills));
        require(order.active < offer.slots, OfferBook_NoFreeSlot(orderHash, offer.slots));
        payout = _requireLive(orderHash, offer);

        // Check: somebody who may promise it did. What was checked once is remembered in this slot; a change of the
        // owner's mind raises the epoch, which was checked just before.
        if (!order.approved) {
            offer.requireWellFormed();
            (address signer, , ) = ECDSA.tryRecoverCalldata(orderHash, signature);
            _requireCanPromise(orderHash, offer, signer);
            order.approved = true;
        }

        // Effect: the number never repeats, the slot comes back when the job ends.
        fill = ++order.filled;
        ++order.active;
        _orders[orderHash] = order;
    }

    /// @dev Gives a slot back when a job ends.
    function _freeSlot(bytes32 orderHash) internal {
        --_orders[orderHash].active;
    }

    /// @dev Reverts unless the offer is in time and of the provider's current epoch.
    function _requireLive(bytes32 orderHash, Offer calldata offer) private view returns (address payout) {
        uint32 currentEpoch;
        (currentEpoch, payout) = _REGISTRY.standingOf(offer.provider);
        require(
            block.timestamp <= offer.expiresAt,
            OfferBook_Expired(orderHash, uint40(block.timestamp), offer.expiresAt)
        );
        require(
            offer.authEpoch == currentEpoch && currentEpoch != 0,
            OfferBook_WrongEpoch(orderHash, offer.authEpoch, currentEpoch)
        );
    }

    /// @dev The EIP-712 digest of the offer that is the first argument of the call.
    function _hashOfferOfCall() private view returns (bytes32) {
        return _hashTypedDataV4(OfferLib.structHashOfCall());
    }

    /// @dev Reverts unless the key may make this offer for its provider.
    function _requireCanPromise(bytes32 orderHash, Offer calldata offer, address key) private view {
        require(
            _REGISTRY.canPromise(offer.provider, key, offer.token, offer.adjudicator, offer.ratePerSecond),
            OfferBook_CannotPromise(orderHash, offer.provider, key)
        );
    }
}
