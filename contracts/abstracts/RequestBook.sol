// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRequestBook} from "../interfaces/IRequestBook.sol";
import {RequestLib} from "../libraries/RequestLib.sol";
import {SignatureLib} from "../libraries/SignatureLib.sol";
import {OrderState, Request} from "../types/Order.sol";
import {OrderBook} from "./OrderBook.sol";

/// @title RequestBook
/// @notice See {IRequestBook}. A market inherits it and asks for fills.
abstract contract RequestBook is IRequestBook, OrderBook {
    using RequestLib for Request;

    /// @inheritdoc IRequestBook
    mapping(address client => uint32 epoch) public requestEpochOf;

    /// @inheritdoc IRequestBook
    function publishRequest(Request calldata request, string calldata store) external returns (bytes32 orderHash) {
        // Check: the request could be taken, and the caller may make it.
        orderHash = _hashRequest(request);
        require(msg.sender == request.client, RequestBook_NotClient(request.client, msg.sender));
        request.requireWellFormed();
        _requireLive(orderHash, request);

        // Effect: takers need no signature.
        _approveOrder(orderHash);
        emit RequestPublished(orderHash, request.client, request.tag, request, store);
    }

    /// @inheritdoc IRequestBook
    function cancelRequest(Request calldata request) external {
        require(msg.sender == request.client, RequestBook_NotClient(request.client, msg.sender));
        bytes32 orderHash = _hashRequest(request);
        _cancelOrder(orderHash);
        emit RequestCanceled(orderHash, request.client);
    }

    /// @inheritdoc IRequestBook
    function raiseRequestEpoch() external {
        uint32 epoch = ++requestEpochOf[msg.sender];
        emit RequestEpochRaised(msg.sender, epoch);
    }

    /// @inheritdoc IRequestBook
    function hashRequest(Request calldata request) external view returns (bytes32 orderHash) {
        return _hashRequest(request);
    }

    /// @inheritdoc IRequestBook
    function rateOf(Request calldata request) external view returns (uint128 ratePerSecond) {
        return request.rateDown(uint40(block.timestamp));
    }

    /// @dev Fills a request for a provider.
    /// @return orderHash The request's EIP-712 digest.
    /// @return fill The job's number, from 1: declined ones count.
    function _fillRequest(
        Request calldata request,
        bytes calldata signature,
        address provider
    ) internal returns (bytes32 orderHash, uint32 fill) {
        // Check: the request is alive, for this provider, and not used up.
        orderHash = _hashRequest(request);
        OrderState memory order = _orderOf(orderHash);
        _requireFillable(orderHash, order, request.taker, provider);
        require(order.active == 0, RequestBook_Taken(orderHash, order.filled));
        _requireLive(orderHash, request);

        // Check: the client made it. What a key signed is remembered for the time after a decline.
        if (!order.approved) {
            request.requireWellFormed();
            order.approved = _requireRequested(orderHash, request.client, signature);
        }

        // Effect: the number never repeats; only a decline gives the slot back.
        order.fillsOnce = true;
        fill = ++order.filled;
        order.active = 1;
        _setOrder(orderHash, order);
    }

    /// @dev Reverts unless the caller is the client, or the client signed.
    /// @return lasting True where the answer stays the same, which a contract's need not.
    function _requireRequested(
        bytes32 orderHash,
        address client,
        bytes calldata signature
    ) private view returns (bool lasting) {
        if (msg.sender == client) return false;
        if (SignatureLib.isSigner(client, orderHash, signature)) return true;
        require(SignatureLib.consents(client, orderHash, signature), RequestBook_SignatureInvalid(orderHash, client));
    }

    /// @dev Reverts unless the request is in time and of the client's current epoch.
    function _requireLive(bytes32 orderHash, Request calldata request) private view {
        _requireNotExpired(orderHash, request.expiresAt);
        uint32 currentEpoch = requestEpochOf[request.client];
        require(request.epoch == currentEpoch, OrderBook_WrongEpoch(orderHash, request.epoch, currentEpoch));
    }

    /// @dev The EIP-712 digest of a request.
    function _hashRequest(Request calldata request) private view returns (bytes32) {
        return _hashTypedDataV4(request.structHash());
    }
}
