// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOrderBook} from "./IOrderBook.sol";

/// @title IOfferBook
/// @notice What the offers of all markets have in common: valid by a signature of the provider's owner or operator, or
/// published on chain, where nobody can censor them. An owner that is a contract is asked by ERC-1271; an operator that
/// is one publishes.
interface IOfferBook is IOrderBook {
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

    /// @notice As many fills as the offer allows at once have not ended.
    error OfferBook_NoFreeSlot(bytes32 orderHash, uint32 slots);

    /// @notice The offer was filled as often as it may be.
    error OfferBook_FullyTaken(bytes32 orderHash, uint32 maxFills);
}
