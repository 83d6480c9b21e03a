// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {World} from "../World.sol";
import {Store} from "../stores/Store.sol";
import {Allowances} from "./Allowances.sol";
import {Handler} from "./Handler.sol";

/// @title ClaimAttacks
/// @notice Calls that must be refused because they take claims that are somebody else's, or more than is there.
contract ClaimAttacks is Handler {
    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            "attack.claimTooMuch attack.claimOfAnother attack.allowanceExceeded attack.signatureReplayed "
            "attack.signatureForged attack.nothingToClaim",
            ""
        )
    {}

    /// @notice Withdraws or moves more than one has.
    function takeTooMuch(uint256 seed) external move {
        address by = _person(seed);
        address token = _token(_random(seed, "token"));
        uint256 amount = vault.balanceOf(by, _idOf(token)) + 1;
        bytes memory call =
            _random(seed, "way") % 2 == 0
                ? abi.encodeCall(IPaymentVault.withdraw, (IERC20(token), amount, by))
                : abi.encodeCall(IERC6909.transfer, (_person(_random(seed, "to")), _idOf(token), amount));
        _attack(7, "attack.claimTooMuch", by, address(vault), call);
    }

    /// @notice Takes somebody's claim without being allowed to: a wallet's, or the market's.
    function takeFromAnother(uint256 seed) external move {
        (address by, address victim, address token) = _pair(seed);
        bool asKey = _random(seed, "way") % 2 == 0;
        if (asKey ? vault.isWithdrawer(victim, by) : _maySpend(victim, by, token)) return;
        bytes memory call =
            asKey
                ? abi.encodeCall(IPaymentVault.withdrawFor, (IERC20(token), 1, victim))
                : abi.encodeCall(IERC6909.transferFrom, (victim, by, _idOf(token), 1));
        _attack(7, "attack.claimOfAnother", by, address(vault), call);
    }

    /// @notice Spends one more than was allowed, all of it being there.
    function exceedAllowance(uint256 seed) external move {
        (address by, address victim, address token) = _pair(seed);
        if (world.keyOf(victim) == 0 || vault.isOperator(victim, by)) return;
        uint256 claim = vault.balanceOf(victim, _idOf(token));
        if (claim == 0) return;
        uint256 allowance = _random(seed, "allowance") % claim;
        bytes memory call = abi.encodeCall(IERC6909.approve, (by, _idOf(token), allowance));
        _act("vault.approve", victim, address(vault), call);
        call = abi.encodeCall(IERC6909.transferFrom, (victim, by, _idOf(token), allowance + 1));
        _attack(7, "attack.allowanceExceeded", by, address(vault), call);
    }

    /// @notice Uses a signature a second time.
    function replaySignature(uint256 seed) external move {
        (address by, address victim, address token) = _pair(seed);
        if (world.keyOf(victim) == 0) return;
        bytes memory call = _allowanceCall(victim, victim, by, token);
        _act("vault.approveBySignature", by, address(vault), call);
        _attack(7, "attack.signatureReplayed", by, address(vault), call);
        call = abi.encodeCall(IERC6909.approve, (by, _idOf(token), 0));
        _act("vault.approve", victim, address(vault), call);
    }

    /// @notice Signs for somebody else.
    function forgeSignature(uint256 seed) external move {
        (address by, address victim, address token) = _pair(seed);
        _attack(7, "attack.signatureForged", by, address(vault), _allowanceCall(by, victim, by, token));
    }

    /// @notice Takes a claim of a slash that one does not have.
    function claimNothing(uint256 seed) external move {
        address by = _person(seed);
        if (staking.claimOf(by) != 0) return;
        bytes memory call = abi.encodeCall(IProviderStaking.withdrawClaim, (by));
        _attack(7, "attack.nothingToClaim", by, address(staking), call);
    }

    function _allowanceCall(
        address signer,
        address owner,
        address spender,
        address token
    ) private view returns (bytes memory) {
        uint256 amount = 1_000;
        bytes32 digest = Allowances.digest(address(vault), owner, spender, _idOf(token), amount);
        return
            abi.encodeCall(
                IPaymentVault.approveBySignature,
                (owner, spender, _idOf(token), amount, type(uint256).max, world.sign(signer, digest))
            );
    }

    function _maySpend(address owner, address spender, address token) private view returns (bool) {
        return vault.isOperator(owner, spender) || vault.allowance(owner, spender, _idOf(token)) != 0;
    }

    /// @dev Two who are not the same; the victim may be a contract.
    function _pair(uint256 seed) private view returns (address by, address victim, address token) {
        token = _token(_random(seed, "token"));
        victim = _pick(world.accounts(), _random(seed, "victim"));
        uint256 random = _random(seed, "by") / 2;
        do {
            by = _person(random++);
        } while (by == victim);
    }
}
