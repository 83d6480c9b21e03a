// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IOrderBook} from "../interfaces/IOrderBook.sol";
import {IProviderRegistry} from "../interfaces/IProviderRegistry.sol";
import {OrderSlot} from "../libraries/OrderSlot.sol";
import {OrderState} from "../types/Order.sol";

/// @title OrderBook
/// @notice See {IOrderBook}. What offers and requests have in common: one slot an order.
abstract contract OrderBook is IOrderBook, EIP712 {
    /// @inheritdoc IOrderBook
    IProviderRegistry public immutable registry;

    mapping(bytes32 orderHash => uint256 slot) private _orders;

    constructor(IProviderRegistry providerRegistry) {
        registry = providerRegistry;
    }

    /// @inheritdoc IOrderBook
    function orderStateOf(bytes32 orderHash) external view returns (OrderState memory) {
        return _orderOf(orderHash);
    }

    /// @dev Approves an order that its maker publishes.
    function _approveOrder(bytes32 orderHash) internal {
        OrderState memory order = _orderOf(orderHash);
        require(!order.canceled, OrderBook_Canceled(orderHash));
        require(!order.approved, OrderBook_Unchanged(orderHash));
        order.approved = true;
        _setOrder(orderHash, order);
    }

    /// @dev Withdraws an order for good.
    function _cancelOrder(bytes32 orderHash) internal {
        OrderState memory order = _orderOf(orderHash);
        require(!order.canceled, OrderBook_Unchanged(orderHash));
        order.canceled = true;
        _setOrder(orderHash, order);
    }

    /// @dev Gives a slot back when a job or lease ends. Only a decline gives back that of a request, which fills once.
    function _freeSlot(bytes32 orderHash, bool declined) internal {
        uint256 slot = _orders[orderHash];
        if (declined || !OrderSlot.isRequest(slot)) _orders[orderHash] = OrderSlot.lessOne(slot);
    }

    /// @dev Writes an order's slot.
    function _setOrder(bytes32 orderHash, OrderState memory order) internal {
        _orders[orderHash] = OrderSlot.pack(order);
    }

    /// @dev Reads an order's slot.
    function _orderOf(bytes32 orderHash) internal view returns (OrderState memory) {
        return OrderSlot.unpack(_orders[orderHash]);
    }

    /// @dev Reverts unless the order may still be filled, and by this taker.
    function _requireFillable(
        bytes32 orderHash,
        OrderState memory order,
        address namedTaker,
        address taker
    ) internal pure {
        require(!order.canceled, OrderBook_Canceled(orderHash));
        require(namedTaker == address(0) || namedTaker == taker, OrderBook_NotTaker(orderHash, taker, namedTaker));
    }

    /// @dev Reverts once the order has expired. Its last second belongs to it.
    function _requireNotExpired(bytes32 orderHash, uint40 expiresAt) internal view {
        require(block.timestamp <= expiresAt, OrderBook_Expired(orderHash, uint40(block.timestamp), expiresAt));
    }

    /// @dev The provider's epoch and payout address; an epoch of 0 is no provider's.
    function _standingOf(address provider) internal view returns (uint32 authEpoch, address payout) {
        return registry.standingOf(provider);
    }

    /// @dev Whether the key may promise this in the provider's name.
    function _canPromise(
        address provider,
        address key,
        address token,
        address adjudicator,
        uint128 ratePerSecond
    ) internal view returns (bool) {
        return registry.canPromise(provider, key, token, adjudicator, ratePerSecond);
    }
}
