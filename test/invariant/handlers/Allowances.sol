// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

/// @title Allowances
/// @notice What an account signs to set an allowance in the vault without an expiry, put together without the vault's
/// help.
library Allowances {
    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant TYPEHASH = keccak256(
        "SetAllowance(address owner,address spender,uint256 id,uint256 amount,uint256 nonce,uint256 deadlineAt)"
    );

    function digest(
        address vault,
        address owner,
        address spender,
        uint256 id,
        uint256 amount
    ) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN_TYPEHASH, keccak256("Wattle PaymentVault"), keccak256("1"), block.chainid, vault)
        );
        bytes32 structHash = keccak256(
            abi.encode(TYPEHASH, owner, spender, id, amount, Nonces(vault).nonces(owner), type(uint256).max)
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }
}
