// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SignedAllowances} from "./abstracts/SignedAllowances.sol";
import {TokenMover} from "./abstracts/TokenMover.sol";
import {IPaymentVault} from "./interfaces/IPaymentVault.sol";

/// @title PaymentVault
/// @notice See {IPaymentVault}.
contract PaymentVault is SignedAllowances, TokenMover {
    /// @dev No claim overflows before 2^128 deposits: so a token that mints without end stops no payment, and so no end
    /// of a job that makes it.
    uint256 private constant MAX_DEPOSIT = type(uint128).max;

    /// @inheritdoc IPaymentVault
    mapping(address account => mapping(address key => bool)) public isWithdrawer;

    /// @inheritdoc IPaymentVault
    function deposit(IERC20 token, uint256 amount, address to) external nonReentrant returns (uint256 received) {
        return _deposit(token, amount, to);
    }

    /// @inheritdoc IPaymentVault
    function depositWithPermit(
        IERC20 token,
        uint256 amount,
        address to,
        uint256 deadlineAt,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external nonReentrant returns (uint256 received) {
        _permit(token, amount, deadlineAt, v, r, s);
        return _deposit(token, amount, to);
    }

    /// @inheritdoc IPaymentVault
    function withdraw(IERC20 token, uint256 amount, address to) external nonReentrant {
        _withdraw(token, amount, msg.sender, to);
    }

    /// @inheritdoc IPaymentVault
    function withdrawFor(IERC20 token, uint256 amount, address account) external nonReentrant {
        require(isWithdrawer[account][msg.sender], PaymentVault_NotWithdrawer(account, msg.sender));
        _withdraw(token, amount, account, account);
    }

    /// @inheritdoc IPaymentVault
    function setWithdrawer(address key, bool allowed) external {
        isWithdrawer[msg.sender][key] = allowed;
        emit WithdrawerSet(msg.sender, key, allowed);
    }

    /// @inheritdoc IPaymentVault
    function idOf(IERC20 token) public pure returns (uint256 id) {
        return uint256(uint160(address(token)));
    }

    /// @dev Credits what arrived from the caller. Callers hold the guard.
    function _deposit(IERC20 token, uint256 amount, address to) private returns (uint256 received) {
        // Check: there is something to move, and somebody to own it.
        require(amount != 0, PaymentVault_AmountZero(address(token)));
        require(to != address(0), PaymentVault_RecipientZero(address(token)));

        // Interaction first: a claim is worth what arrived, and the guard is held.
        received = _pull(token, amount);
        require(received != 0, PaymentVault_NothingReceived(address(token), amount));
        require(received <= MAX_DEPOSIT, PaymentVault_TooMuchReceived(address(token), received, MAX_DEPOSIT));

        // Effect: the claim rises.
        _mint(to, idOf(token), received);
        emit Deposited(address(token), msg.sender, to, received);
    }

    /// @dev Turns a claim into tokens.
    function _withdraw(IERC20 token, uint256 amount, address account, address to) private {
        // Check: there is something to move, and somebody to get it.
        require(amount != 0, PaymentVault_AmountZero(address(token)));
        require(to != address(0), PaymentVault_RecipientZero(address(token)));

        // Effect: the claim falls, or the call ends here.
        _burn(account, idOf(token), amount);
        emit Withdrawn(address(token), account, to, amount);

        // Interaction: the only call that moves tokens out.
        _push(token, to, amount);
    }
}
