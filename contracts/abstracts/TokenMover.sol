// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @title TokenMover
/// @notice How foreign tokens come in and go out: by what really arrived, under one guard, and batchable so that a
/// permit, a deposit and what follows are one transaction.
abstract contract TokenMover is ReentrancyGuardTransient, Multicall {
    using SafeERC20 for IERC20;

    /// @dev Pulls tokens from the caller. Callers hold the guard, or a token could deposit while it is measured and
    /// have the same tokens counted twice.
    /// @return received What the balance rose by, which a fee on transfer makes less than `amount`.
    function _pull(IERC20 token, uint256 amount) internal returns (uint256 received) {
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        received = token.balanceOf(address(this)) - before;
    }

    /// @dev Pushes tokens out.
    function _push(IERC20 token, address to, uint256 amount) internal {
        token.safeTransfer(to, amount);
    }

    /// @dev Uses the caller's permit. Anyone may submit a permit first, which sets the same allowance: so a failure
    /// here says nothing, and the transfer that follows decides.
    function _permit(IERC20 token, uint256 amount, uint256 deadlineAt, uint8 v, bytes32 r, bytes32 s) internal {
        try IERC20Permit(address(token)).permit(msg.sender, address(this), amount, deadlineAt, v, r, s) {} catch {}
    }
}
