// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseOffers} from "../interfaces/ILeaseOffers.sol";
import {LeaseOfferLib} from "../libraries/LeaseOfferLib.sol";
import {LeaseOffer} from "../types/Lease.sol";
import {OfferHead} from "../types/Order.sol";
import {OfferBook} from "./OfferBook.sol";

/// @title LeaseOffers
/// @notice See {ILeaseOffers}. A market of leases inherits it and asks for fills.
/// @dev {JobOffers} line by line, for another struct: what does not name the struct is in {OfferBook}.
abstract contract LeaseOffers is ILeaseOffers, OfferBook {
    using LeaseOfferLib for LeaseOffer;

    /// @inheritdoc ILeaseOffers
    function publishOffer(LeaseOffer calldata offer) external returns (bytes32 orderHash) {
        orderHash = _hashOffer(offer);
        offer.requireWellFormed();
        _publishOffer(_headOf(offer, orderHash));
        emit OfferPublished(orderHash, offer.provider, offer.tag, offer);
    }

    /// @inheritdoc ILeaseOffers
    function cancelOffer(LeaseOffer calldata offer) external {
        _cancelOffer(_hashOffer(offer), offer.provider);
    }

    /// @inheritdoc ILeaseOffers
    function hashOffer(LeaseOffer calldata offer) external view returns (bytes32 orderHash) {
        return _hashOffer(offer);
    }

    /// @dev Counts one more lease against an offer, for the caller as its client.
    /// @return orderHash The offer's EIP-712 digest.
    /// @return fill The lease's number, from 1.
    /// @return payout The provider's payout address of now.
    function _fillLeaseOffer(
        LeaseOffer calldata offer,
        bytes calldata signature
    ) internal returns (bytes32 orderHash, uint32 fill, address payout) {
        bool isNew;
        orderHash = _hashOffer(offer);
        (fill, payout, isNew) = _fillOffer(_headOf(offer, orderHash), signature);
        if (isNew) offer.requireWellFormed();
    }

    /// @dev The EIP-712 digest of an offer.
    function _hashOffer(LeaseOffer calldata offer) private view returns (bytes32) {
        return _hashTypedDataV4(offer.structHash());
    }

    /// @dev What the book needs of an offer. Nobody judges a lease.
    function _headOf(LeaseOffer calldata offer, bytes32 orderHash) private pure returns (OfferHead memory) {
        return
            OfferHead({
                orderHash: orderHash,
                provider: offer.provider,
                taker: offer.taker,
                token: offer.token,
                adjudicator: address(0),
                ratePerSecond: offer.ratePerSecond,
                slots: offer.slots,
                maxFills: offer.maxFills,
                expiresAt: offer.expiresAt,
                authEpoch: offer.authEpoch
            });
    }
}
