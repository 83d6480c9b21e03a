// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IMulticall
/// @notice Several calls in one, by the same sender.
interface IMulticall {
    function multicall(bytes[] calldata data) external returns (bytes[] memory results);
}

/// @title ISignatureNonces
/// @notice The number that an account's next signature must carry.
interface ISignatureNonces {
    function nonces(address owner) external view returns (uint256);
}
