// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {VaultFixture} from "../../utils/VaultFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice withdrawFor and setWithdrawer.
contract PaymentVaultWithdrawForTest is VaultFixture {
    address private constant KEY = address(0x9E7);
    uint256 private constant CLAIM = 1_000e18;

    function setUp() public {
        setUpVault();
        credit(owner, CLAIM);
        credit(stranger, CLAIM);
        vm.prank(owner);
        vault.setWithdrawer(KEY, true);
    }

    function testFuzz_When_WithdrawerSet(address account, address key, bool allowed) public {
        expectEvent(address(vault));
        emit IPaymentVault.WithdrawerSet(account, key, allowed);
        vm.prank(account);
        vault.setWithdrawer(key, allowed);
        assertTrue(vault.isWithdrawer(account, key) == allowed, "allowed");

        expectEvent(address(vault));
        emit IPaymentVault.WithdrawerSet(account, key, !allowed);
        vm.prank(account);
        vault.setWithdrawer(key, !allowed);
        assertTrue(vault.isWithdrawer(account, key) != allowed, "changed again");
    }

    function testFuzz_When_WithdrawerSet_NobodyElseIs(address account, address key) public {
        vm.assume(account != owner && account != KEY && key != KEY && account != key);
        vm.prank(account);
        vault.setWithdrawer(key, true);
        assertFalse(vault.isWithdrawer(key, account), "not the other way round");
        assertFalse(vault.isWithdrawer(owner, key), "not for another account");
        assertFalse(vault.isWithdrawer(account, KEY), "not another key");
    }

    function testFuzz_RevertWhen_KeyNotAllowed(address key, uint256 amount) public {
        vm.assume(key != KEY);
        expectNotWithdrawer(owner, key);
        vm.prank(key);
        vault.withdrawFor(token, amount, owner);
    }

    function testFuzz_RevertWhen_AccountDidNotAllowItself(uint256 amount) public {
        expectNotWithdrawer(owner, owner);
        vm.prank(owner);
        vault.withdrawFor(token, amount, owner);
    }

    function testFuzz_RevertWhen_KeyIsAnotherAccounts(uint256 amount) public {
        expectNotWithdrawer(stranger, KEY);
        vm.prank(KEY);
        vault.withdrawFor(token, amount, stranger);
    }

    function testFuzz_RevertWhen_KeyStopped(uint256 amount) public {
        vm.prank(owner);
        vault.setWithdrawer(KEY, false);
        expectNotWithdrawer(owner, KEY);
        vm.prank(KEY);
        vault.withdrawFor(token, amount, owner);
    }

    function testFuzz_RevertWhen_CallerIsOnlyOperator(address operator, uint256 amount) public {
        vm.assume(operator != KEY && operator != address(0));
        vm.startPrank(owner);
        vault.setOperator(operator, true);
        vault.approve(operator, idOf(token), type(uint256).max);
        vm.stopPrank();
        expectNotWithdrawer(owner, operator);
        vm.prank(operator);
        vault.withdrawFor(token, amount, owner);
    }

    function test_RevertWhen_AmountZero() public {
        vm.expectRevert(abi.encodeWithSelector(IPaymentVault.PaymentVault_AmountZero.selector, token));
        vm.prank(KEY);
        vault.withdrawFor(token, 0, owner);
    }

    function test_RevertWhen_AccountZero() public {
        vm.prank(address(0));
        vault.setWithdrawer(KEY, true);
        vm.expectRevert(abi.encodeWithSelector(IPaymentVault.PaymentVault_RecipientZero.selector, token));
        vm.prank(KEY);
        vault.withdrawFor(token, 1, address(0));
    }

    function testFuzz_RevertWhen_ClaimShort(uint256 amount) public {
        amount = bound(amount, CLAIM + 1, type(uint256).max);
        expectShort(owner, CLAIM, amount);
        vm.prank(KEY);
        vault.withdrawFor(token, amount, owner);
    }

    function testFuzz_RevertWhen_KeyWithdrawsToItself(uint256 amount, address to) public {
        vm.assume(to != address(0));
        amount = bound(amount, 1, CLAIM);
        expectShort(KEY, 0, amount);
        vm.prank(KEY);
        vault.withdraw(token, amount, to);
    }

    function testFuzz_RevertWhen_KeyMovesTheClaim(uint256 amount, address to) public {
        amount = bound(amount, 1, CLAIM);
        vm.expectRevert(
            abi.encodeWithSelector(LibraryErrors.ERC6909InsufficientAllowance.selector, KEY, 0, amount, idOf(token))
        );
        vm.prank(KEY);
        vault.transferFrom(owner, to, idOf(token), amount);
    }

    function testFuzz_When_KeyAllowed_AccountGetsTheTokens(uint256 amount) public {
        amount = bound(amount, 1, CLAIM);

        expectEvent(address(vault));
        emit IERC6909.Transfer(KEY, owner, address(0), idOf(token), amount);
        expectEvent(address(vault));
        emit IPaymentVault.Withdrawn(address(token), owner, owner, amount);
        expectEvent(address(token));
        emit IERC20.Transfer(address(vault), owner, amount);
        vm.prank(KEY);
        vault.withdrawFor(token, amount, owner);

        assertEq(claimOf(token, owner), CLAIM - amount, "claim");
        assertEq(token.balanceOf(owner), amount, "the account's tokens");
        assertEq(token.balanceOf(KEY), 0, "the key's tokens");
        assertEq(claimOf(token, stranger), CLAIM, "another's claim");
    }

    function expectNotWithdrawer(address account, address caller) private {
        vm.expectRevert(abi.encodeWithSelector(IPaymentVault.PaymentVault_NotWithdrawer.selector, account, caller));
    }

    function expectShort(address account, uint256 balance, uint256 needed) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                LibraryErrors.ERC6909InsufficientBalance.selector,
                account,
                balance,
                needed,
                idOf(token)
            )
        );
    }
}
