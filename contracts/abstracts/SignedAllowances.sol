// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {ERC6909} from "@openzeppelin/contracts/token/ERC6909/ERC6909.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IPaymentVault} from "../interfaces/IPaymentVault.sol";
import {SignatureLib} from "../libraries/SignatureLib.sol";
import {SignatureNonces} from "./SignatureNonces.sol";

/// @title SignedAllowances
/// @notice ERC-6909 claims whose allowances can also be set by their owner's signature.
abstract contract SignedAllowances is IPaymentVault, ERC6909, SignatureNonces {
    bytes32 private constant SET_ALLOWANCE_TYPEHASH = keccak256(
        "SetAllowance(address owner,address spender,uint256 id,uint256 amount,uint256 nonce,uint256 deadlineAt)"
    );

    constructor() EIP712("Wattle PaymentVault", "1") {}

    /// @inheritdoc IPaymentVault
    function approveBySignature(
        address owner,
        address spender,
        uint256 id,
        uint256 amount,
        uint256 deadlineAt,
        bytes calldata signature
    ) external {
        // Check: fresh, and the owner's. The nonce is used up even where the owner is a contract that would say yes
        // again.
        require(block.timestamp <= deadlineAt, PaymentVault_SignatureExpired(block.timestamp, deadlineAt));
        bytes32 structHash = keccak256(
            abi.encode(SET_ALLOWANCE_TYPEHASH, owner, spender, id, amount, _useNonce(owner), deadlineAt)
        );
        require(
            SignatureLib.hasSigned(owner, _hashTypedDataV4(structHash), signature),
            PaymentVault_SignatureInvalid(owner)
        );

        // Effect: as if the owner had called {approve}.
        _approve(owner, spender, id, amount);
    }

    /// @inheritdoc IERC6909
    /// @dev An infinite allowance is not used up, so the result is the same whether the caller is an ERC-6909 operator
    /// too: looking at the allowance first spares every market a storage read.
    function transferFrom(
        address sender,
        address receiver,
        uint256 id,
        uint256 amount
    ) public override(ERC6909, IERC6909) returns (bool) {
        if (allowance(sender, msg.sender, id) != type(uint256).max) {
            return super.transferFrom(sender, receiver, id, amount);
        }
        _transfer(sender, receiver, id, amount);
        return true;
    }
}
