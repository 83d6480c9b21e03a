// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title Wallet
/// @notice A test double: a contract account whose signatures are one key's, by ERC-1271.
contract Wallet is IERC1271 {
    using Address for address;

    /// @notice The key that signs and calls for the account.
    address public immutable signer;

    /// @notice Only the signer may call through the wallet.
    error Wallet_NotSigner(address caller);

    /// @param walletSigner The key that signs and calls for the account.
    constructor(address walletSigner) {
        signer = walletSigner;
    }

    /// @notice Makes a call as the account, and hands a revert on.
    /// @param target Whom to call.
    /// @param data What to call.
    function execute(address target, bytes calldata data) external {
        require(msg.sender == signer, Wallet_NotSigner(msg.sender));
        target.functionCall(data);
    }

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4 magicValue) {
        (address recovered, ECDSA.RecoverError problem, ) = ECDSA.tryRecoverCalldata(digest, signature);
        bool isSigner = problem == ECDSA.RecoverError.NoError && recovered == signer;
        return isSigner ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}
