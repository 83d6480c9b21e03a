// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {vm} from "../../utils/Vm.sol";

/// @title Permits
/// @notice ERC-2612 permits without an expiry.
library Permits {
    bytes32 private constant TYPEHASH = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );

    function sign(
        IERC20Permit token,
        uint256 key,
        address owner,
        address spender,
        uint256 amount
    ) internal view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 structHash = keccak256(
            abi.encode(TYPEHASH, owner, spender, amount, token.nonces(owner), type(uint256).max)
        );
        return vm.sign(key, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), structHash)));
    }
}
