// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Offer} from "../types/Order.sol";
import {IOfferBook} from "./IOfferBook.sol";

/// @title IJobOffers
/// @notice Providers' offers of batch jobs.
interface IJobOffers is IOfferBook {
    /// @notice Emitted when an offer is published, whole, so that the chain itself is an order book.
    /// @param orderHash The offer's EIP-712 digest.
    /// @param provider The provider's id.
    /// @param tag The integrator's tag.
    /// @param offer The offer.
    event OfferPublished(bytes32 indexed orderHash, address indexed provider, bytes32 indexed tag, Offer offer);

    /// @notice Approves an offer on chain and makes it known to everybody.
    /// @dev Callable by the provider's owner, and by its operators within the owner's bounds. Emits {OfferPublished}.
    /// Requirements: well formed; not expired; of the current epoch; neither published nor canceled before, and not
    /// taken on a key's signature.
    /// @param offer The offer.
    /// @return orderHash The offer's EIP-712 digest.
    function publishOffer(Offer calldata offer) external returns (bytes32 orderHash);

    /// @notice Withdraws an offer for good, also one that was only signed. Jobs that it opened go on.
    /// @dev Callable by the provider's owner and by its operators. Emits {OfferCanceled}.
    /// Requirements: not canceled before.
    /// @param offer The offer.
    function cancelOffer(Offer calldata offer) external;

    /// @notice The EIP-712 digest of an offer: what its maker signs.
    function hashOffer(Offer calldata offer) external view returns (bytes32 orderHash);
}
