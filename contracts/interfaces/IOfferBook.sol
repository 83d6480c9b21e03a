// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Offer} from "../types/Order.sol";
import {IOrderBook} from "./IOrderBook.sol";

/// @title IOfferBook
/// @notice Providers' offers: valid by a signature of the provider's owner or operator, or published on chain, where
/// nobody can censor them. An owner that is a contract is asked by ERC-1271; an operator that is one publishes.
interface IOfferBook is IOrderBook {
    /// @notice Emitted when an offer is published, whole, so that the chain itself is an order book.
    /// @param orderHash The offer's EIP-712 digest.
    /// @param provider The provider's id.
    /// @param tag The integrator's tag.
    /// @param offer The offer.
    event OfferPublished(bytes32 indexed orderHash, address indexed provider, bytes32 indexed tag, Offer offer);

    /// @notice Emitted when an offer is withdrawn for good.
    /// @param orderHash The offer's EIP-712 digest.
    /// @param provider The provider's id.
    event OfferCanceled(bytes32 indexed orderHash, address indexed provider);

    /// @notice The caller is neither the provider's owner nor one of its operators.
    error OfferBook_NotOperator(address provider, address caller);

    /// @notice The key may not promise this: it is no owner or operator, or the owner's bounds forbid it.
    /// @dev A signature that fits no key at all is reported with the zero address. A contract that owns a provider is
    /// asked by ERC-1271 before this error is raised.
    error OfferBook_CannotPromise(bytes32 orderHash, address provider, address key);

    /// @notice As many jobs as the offer allows at once have not ended.
    error OfferBook_NoFreeSlot(bytes32 orderHash, uint32 slots);

    /// @notice The offer opened as many jobs as it may.
    error OfferBook_FullyTaken(bytes32 orderHash, uint32 maxFills);

    /// @notice Approves an offer on chain and makes it known to everybody.
    /// @dev Callable by the provider's owner, and by its operators within the owner's bounds. Emits {OfferPublished}.
    /// Requirements: well formed; not expired; of the current epoch; neither published nor canceled before.
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
