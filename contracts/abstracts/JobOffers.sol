// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobOffers} from "../interfaces/IJobOffers.sol";
import {OfferLib} from "../libraries/OfferLib.sol";
import {Offer, OfferHead} from "../types/Order.sol";
import {OfferBook} from "./OfferBook.sol";

/// @title JobOffers
/// @notice See {IJobOffers}. A market of jobs inherits it and asks for fills.
/// @dev {LeaseOffers} line by line, for another struct: what does not name the struct is in {OfferBook}.
abstract contract JobOffers is IJobOffers, OfferBook {
    using OfferLib for Offer;

    /// @inheritdoc IJobOffers
    function publishOffer(Offer calldata offer) external returns (bytes32 orderHash) {
        orderHash = _hashOffer(offer);
        offer.requireWellFormed();
        _publishOffer(_headOf(offer, orderHash));
        emit OfferPublished(orderHash, offer.provider, offer.tag, offer);
    }

    /// @inheritdoc IJobOffers
    function cancelOffer(Offer calldata offer) external {
        _cancelOffer(_hashOffer(offer), offer.provider);
    }

    /// @inheritdoc IJobOffers
    function hashOffer(Offer calldata offer) external view returns (bytes32 orderHash) {
        return _hashOffer(offer);
    }

    /// @dev Counts one more job against an offer, for the caller as its client.
    /// @return orderHash The offer's EIP-712 digest.
    /// @return fill The job's number, from 1.
    /// @return payout The provider's payout address of now.
    function _fillJobOffer(
        Offer calldata offer,
        bytes calldata signature
    ) internal returns (bytes32 orderHash, uint32 fill, address payout) {
        bool isNew;
        orderHash = _hashOffer(offer);
        (fill, payout, isNew) = _fillOffer(_headOf(offer, orderHash), signature);
        if (isNew) offer.requireWellFormed();
    }

    /// @dev The EIP-712 digest of an offer.
    function _hashOffer(Offer calldata offer) private view returns (bytes32) {
        return _hashTypedDataV4(offer.structHash());
    }

    /// @dev What the book needs of an offer.
    function _headOf(Offer calldata offer, bytes32 orderHash) private pure returns (OfferHead memory) {
        return
            OfferHead({
                orderHash: orderHash,
                provider: offer.provider,
                taker: offer.taker,
                token: offer.token,
                adjudicator: offer.adjudicator,
                ratePerSecond: offer.ratePerSecond,
                slots: offer.slots,
                maxFills: offer.maxFills,
                expiresAt: offer.expiresAt,
                authEpoch: offer.authEpoch
            });
    }
}
