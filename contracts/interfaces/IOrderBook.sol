// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OrderState} from "../types/Order.sol";
import {IProviderRegistry} from "./IProviderRegistry.sol";

/// @title IOrderBook
/// @notice What offers and requests have in common. An order is valid by its maker's own call, by an ECDSA signature
/// (remembered after the first fill), by an ERC-1271 signature (asked every time), or because it was published.
interface IOrderBook {
    /// @notice The order has expired.
    error OrderBook_Expired(bytes32 orderHash, uint40 nowAt, uint40 expiresAt);

    /// @notice The order was made under another epoch of its maker.
    error OrderBook_WrongEpoch(bytes32 orderHash, uint32 epoch, uint32 currentEpoch);

    /// @notice The order was canceled.
    error OrderBook_Canceled(bytes32 orderHash);

    /// @notice The order was published or canceled already, or a fill has checked its signature, so that it needs no
    /// publishing.
    error OrderBook_Unchanged(bytes32 orderHash);

    /// @notice The order is for somebody else.
    error OrderBook_NotTaker(bytes32 orderHash, address caller, address taker);

    /// @notice What the market remembers of an order.
    function orderStateOf(bytes32 orderHash) external view returns (OrderState memory);

    /// @notice The registry that knows providers, operators and payout addresses.
    function registry() external view returns (IProviderRegistry);
}
