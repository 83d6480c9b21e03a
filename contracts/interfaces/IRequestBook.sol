// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Request} from "../types/Order.sol";
import {IOrderBook} from "./IOrderBook.sol";

/// @title IRequestBook
/// @notice Clients' requests: valid by the client's signature (a contract's by ERC-1271), or published on chain, where
/// nobody can censor them. A request fills once; a decline opens it again.
interface IRequestBook is IOrderBook {
    /// @notice Emitted when a request is published, whole, so that the chain itself is an order book.
    /// @param orderHash The request's EIP-712 digest.
    /// @param client Who pays.
    /// @param tag The integrator's tag.
    /// @param request The request.
    /// @param store Base address of a store that has the manifest; a hint, since its root says what it must be.
    event RequestPublished(
        bytes32 indexed orderHash,
        address indexed client,
        bytes32 indexed tag,
        Request request,
        string store
    );

    /// @notice Emitted when a request is withdrawn for good.
    /// @param orderHash The request's EIP-712 digest.
    /// @param client Who would have paid.
    event RequestCanceled(bytes32 indexed orderHash, address indexed client);

    /// @notice Emitted when a client voids all its requests so far.
    /// @param client The client.
    /// @param epoch The epoch that its requests must carry from now on.
    event RequestEpochRaised(address indexed client, uint32 epoch);

    /// @notice The caller is not the request's client.
    error RequestBook_NotClient(address client, address caller);

    /// @notice Neither did the client's key sign this request, nor does the client, where it is a contract, say yes.
    error RequestBook_SignatureInvalid(bytes32 orderHash, address client);

    /// @notice A job of this request is open, or was not declined; `fill` is its number.
    error RequestBook_Taken(bytes32 orderHash, uint32 fill);

    /// @notice Approves a request on chain and makes it known to everybody.
    /// @dev Callable by the client. Emits {RequestPublished}. Requirements: well formed; not expired; of the current
    /// epoch; neither published nor canceled before.
    /// @param request The request.
    /// @param store Base address of a store that has the manifest; may be empty.
    /// @return orderHash The request's EIP-712 digest.
    function publishRequest(Request calldata request, string calldata store) external returns (bytes32 orderHash);

    /// @notice Withdraws a request for good, also one that was only signed. A job that it opened goes on.
    /// @dev Callable by the client. Emits {RequestCanceled}. Requirements: not canceled before.
    /// @param request The request.
    function cancelRequest(Request calldata request) external;

    /// @notice Voids all requests of the caller so far. Jobs that they opened go on.
    /// @dev Callable by anyone, for oneself. Emits {RequestEpochRaised}.
    function raiseRequestEpoch() external;

    /// @notice The epoch that a client's requests must carry; the first is 0.
    function requestEpochOf(address client) external view returns (uint32 epoch);

    /// @notice The EIP-712 digest of a request: what its client signs.
    function hashRequest(Request calldata request) external view returns (bytes32 orderHash);

    /// @notice What a request pays now, in base units a second.
    function rateOf(Request calldata request) external view returns (uint128 ratePerSecond);
}
