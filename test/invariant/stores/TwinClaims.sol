// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "../../utils/Vm.sol";

/// @title TwinClaims
/// @notice Who owns what in the vault, by the second bookkeeping.
abstract contract TwinClaims {
    mapping(address account => mapping(address token => uint256)) internal _claims;

    function _move(address token, address from, address to, uint256 amount) internal {
        _claims[from][token] -= amount;
        _claims[to][token] += amount;
    }

    function _account(Vm.Log calldata log, uint256 place) internal pure returns (address) {
        return address(uint160(uint256(log.topics[place])));
    }
}
