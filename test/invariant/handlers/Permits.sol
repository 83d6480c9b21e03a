// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {TypedData} from "../../utils/TypedData.sol";
import {vm} from "../../utils/Vm.sol";

/// @title Permits
/// @notice ERC-2612 permits without an expiry.
library Permits {
    function sign(
        IERC20Permit token,
        uint256 key,
        address owner,
        address spender,
        uint256 amount
    ) internal view returns (uint8 v, bytes32 r, bytes32 s) {
        return vm.sign(key, TypedData.permitDigest(token, owner, spender, amount, type(uint256).max));
    }
}
