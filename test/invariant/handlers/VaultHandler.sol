// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {World} from "../World.sol";
import {Holding} from "../stores/FallWatch.sol";
import {Store} from "../stores/Store.sol";
import {Allowances} from "./Allowances.sol";
import {Handler} from "./Handler.sol";
import {Permits} from "./Permits.sol";

/// @title VaultHandler
/// @notice Claims come in, move and go out: by their owners, by keys that may withdraw for them, and by spenders within
/// an allowance.
contract VaultHandler is Handler {
    uint256 private constant MOST = 100_000e18;

    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            "vault.deposit vault.depositWithPermit vault.multicall vault.withdraw vault.withdrawFor "
            "vault.setWithdrawer vault.transfer vault.approve vault.setOperator vault.approveBySignature "
            "vault.transferFrom",
            "claim.feeToken claim.reentrantToken allowance.finite allowance.infinite allowance.operator "
            "donation.depositToContract donation.claimToContract donation.claimToLeases "
            "donation.claimToSessions donation.withdrawalToVault"
        )
    {}

    function deposit(uint256 seed) external move {
        (address payer, address token, uint256 amount) = _depositOf(seed);
        address to = _recipient(_random(seed, "to"));
        _fillWallet(token, payer, address(vault), amount);
        uint256 held = IERC20(token).balanceOf(address(vault));
        (bool succeeded, ) = _act(
            "vault.deposit",
            payer,
            address(vault),
            abi.encodeCall(IPaymentVault.deposit, (IERC20(token), amount, to))
        );
        if (!succeeded) return;
        if (token == world.tokens()[1]) store.reach("claim.feeToken");
        if (token == world.tokens()[2]) store.reach("claim.reentrantToken");
        if (_isContract(to)) {
            store.noteDonatedClaim(to, token, IERC20(token).balanceOf(address(vault)) - held);
            store.reach("donation.depositToContract");
        }
    }

    function depositWithPermit(uint256 seed) external move {
        (address payer, , uint256 amount) = _depositOf(seed);
        world.mint(payToken, payer, amount);
        (uint8 v, bytes32 r, bytes32 s) = Permits.sign(
            IERC20Permit(payToken),
            world.keyOf(payer),
            payer,
            address(vault),
            amount
        );
        _act(
            "vault.depositWithPermit",
            payer,
            address(vault),
            abi.encodeCall(
                IPaymentVault.depositWithPermit,
                (IERC20(payToken), amount, payer, type(uint256).max, v, r, s)
            )
        );
    }

    /// @notice A deposit and an allowance for the market in one transaction.
    function depositAndApprove(uint256 seed) external move {
        (address payer, address token, uint256 amount) = _depositOf(seed);
        _fillWallet(token, payer, address(vault), amount);
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(IPaymentVault.deposit, (IERC20(token), amount, payer));
        calls[1] = abi.encodeCall(IERC6909.approve, (address(escrow), _idOf(token), type(uint256).max));
        _act("vault.multicall", payer, address(vault), abi.encodeCall(Multicall.multicall, (calls)));
    }

    function withdraw(uint256 seed) external move {
        (address account, address token, uint256 amount) = _claimOf(seed);
        address to = _random(seed, "back") % 8 == 0 ? address(vault) : _recipient(_random(seed, "to"));
        uint256 held = IERC20(token).balanceOf(to);
        store.cover(Holding.CLAIM, account, token, amount);
        (bool succeeded, ) = _act(
            "vault.withdraw",
            account,
            address(vault),
            abi.encodeCall(IPaymentVault.withdraw, (IERC20(token), amount, to))
        );
        if (!succeeded || !_isContract(to)) return;
        // Sent by the vault to itself, the tokens stay, but for a fee, while somebody's right to them ends.
        if (to == address(vault)) {
            store.noteDonatedTokens(to, token, amount + IERC20(token).balanceOf(to) - held);
            store.reach("donation.withdrawalToVault");
        } else {
            store.noteDonatedTokens(to, token, IERC20(token).balanceOf(to) - held);
        }
    }

    function withdrawFor(uint256 seed) external move {
        (address account, address token, uint256 amount) = _claimOf(seed);
        address key = _person(_random(seed, "key"));
        if (!vault.isWithdrawer(account, key)) _setWithdrawer(account, key, true);
        store.cover(Holding.CLAIM, account, token, amount);
        _act(
            "vault.withdrawFor",
            key,
            address(vault),
            abi.encodeCall(IPaymentVault.withdrawFor, (IERC20(token), amount, account))
        );
    }

    function setWithdrawer(uint256 seed) external move {
        _setWithdrawer(_person(seed), _person(_random(seed, "key")), _random(seed, "allowed") % 2 == 0);
    }

    function transfer(uint256 seed) external move {
        (address account, address token, uint256 amount) = _claimOf(seed);
        address to = _recipient(_random(seed, "to"));
        store.cover(Holding.CLAIM, account, token, amount);
        (bool succeeded, ) = _act(
            "vault.transfer",
            account,
            address(vault),
            abi.encodeCall(IERC6909.transfer, (to, _idOf(token), amount))
        );
        if (succeeded) _noteClaimArrival(to, token, amount);
    }

    /// @notice Spends within an allowance, up to its last unit; or as an ERC-6909 operator.
    function transferFrom(uint256 seed) external move {
        (address account, address token, uint256 amount) = _claimOf(seed);
        address spender = _spender(seed);
        if (spender == account) return;
        if (!_allow(account, spender, token, _allowance(seed, amount), seed)) return;
        address to = _recipient(_random(seed, "to"));
        store.cover(Holding.CLAIM, account, token, amount);
        (bool succeeded, ) = _act(
            "vault.transferFrom",
            spender,
            address(vault),
            abi.encodeCall(IERC6909.transferFrom, (account, to, _idOf(token), amount))
        );
        if (!succeeded) return;
        _noteClaimArrival(to, token, amount);
        if (vault.isOperator(account, spender)) store.reach("allowance.operator");
        bool infinite = vault.allowance(account, spender, _idOf(token)) == type(uint256).max;
        store.reach(infinite ? bytes32("allowance.infinite") : bytes32("allowance.finite"));
    }

    /// @dev Allows by one of three ways.
    function _allow(
        address account,
        address spender,
        address token,
        uint256 amount,
        uint256 seed
    ) private returns (bool succeeded) {
        uint256 way = _random(seed, "way") % 3;
        if (way == 0) {
            (succeeded, ) = _act(
                "vault.setOperator",
                account,
                address(vault),
                abi.encodeCall(IERC6909.setOperator, (spender, true))
            );
        } else if (way == 1) {
            (succeeded, ) = _act(
                "vault.approve",
                account,
                address(vault),
                abi.encodeCall(IERC6909.approve, (spender, _idOf(token), amount))
            );
        } else {
            bytes32 digest = Allowances.digest(address(vault), account, spender, _idOf(token), amount);
            bytes memory signature = world.sign(account, digest);
            (succeeded, ) = _act(
                "vault.approveBySignature",
                _person(_random(seed, "relayer")),
                address(vault),
                abi.encodeCall(
                    IPaymentVault.approveBySignature,
                    (account, spender, _idOf(token), amount, type(uint256).max, signature)
                )
            );
        }
    }

    function _setWithdrawer(address account, address key, bool allowed) private {
        _act(
            "vault.setWithdrawer",
            account,
            address(vault),
            abi.encodeCall(IPaymentVault.setWithdrawer, (key, allowed))
        );
    }

    function _noteClaimArrival(address to, address token, uint256 amount) private {
        if (!_isContract(to)) return;
        store.noteDonatedClaim(to, token, amount);
        store.reach("donation.claimToContract");
        if (to == address(leases)) store.reach("donation.claimToLeases");
        if (to == address(sessions)) store.reach("donation.claimToSessions");
    }

    function _depositOf(uint256 seed) private view returns (address payer, address token, uint256 amount) {
        payer = _person(_random(seed, "payer"));
        token = _token(_random(seed, "token"));
        amount = _amount(_random(seed, "amount"), 1, MOST);
    }

    /// @dev A part of somebody's claim, which is filled where there is none.
    function _claimOf(uint256 seed) private returns (address account, address token, uint256 amount) {
        account = _person(_random(seed, "account"));
        token = _token(_random(seed, "token"));
        _fillClaim(token, account, 1_000);
        uint256 most = vault.balanceOf(account, _idOf(token));
        amount = _amount(_random(seed, "amount"), 1, most < MOST ? most : MOST);
    }

    function _allowance(uint256 seed, uint256 amount) private pure returns (uint256) {
        return _random(seed, "infinite") % 3 == 0 ? type(uint256).max : amount;
    }

    /// @dev People and services, but never the market, whose allowances clients need.
    function _spender(uint256 seed) private view returns (address) {
        uint256 random = _random(seed, "spender");
        if (random % 3 == 0) return world.services()[1 + ((random >> 8) % 2)];
        return _person(random >> 8);
    }
}
