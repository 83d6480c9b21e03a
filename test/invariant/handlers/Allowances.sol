// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Allowance, TypedData} from "../../utils/TypedData.sol";

/// @title Allowances
/// @notice What an account signs to set an allowance in the vault without an expiry, with its next nonce.
library Allowances {
    function digest(
        address vault,
        address owner,
        address spender,
        uint256 id,
        uint256 amount
    ) internal view returns (bytes32) {
        uint256 nonce = Nonces(vault).nonces(owner);
        Allowance memory allowance = Allowance(owner, spender, id, amount, nonce, type(uint256).max);
        return TypedData.allowanceDigest(vault, block.chainid, allowance);
    }
}
