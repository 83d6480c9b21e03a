// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {VaultFixture} from "../../utils/VaultFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract PaymentVaultDepositTest is VaultFixture {
    function setUp() public {
        setUpVault();
    }

    function testFuzz_RevertWhen_AmountZero(address payer, IERC20 anyToken, address to) public {
        vm.expectRevert(abi.encodeWithSelector(IPaymentVault.PaymentVault_AmountZero.selector, anyToken));
        vm.prank(payer);
        vault.deposit(anyToken, 0, to);
    }

    function testFuzz_RevertWhen_RecipientZero(address payer, uint256 amount) public {
        assumeAccount(payer);
        vm.assume(amount != 0);
        fund(token, payer, amount);
        vm.expectRevert(abi.encodeWithSelector(IPaymentVault.PaymentVault_RecipientZero.selector, token));
        vm.prank(payer);
        vault.deposit(token, amount, address(0));
    }

    function testFuzz_RevertWhen_AllowanceShort(address payer, uint256 amount, uint256 allowance) public {
        assumeAccount(payer);
        amount = bound(amount, 1, type(uint256).max - 1);
        allowance = bound(allowance, 0, amount - 1);
        fund(token, payer, amount);
        vm.prank(payer);
        token.approve(address(vault), allowance);

        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(vault), allowance, amount)
        );
        vm.prank(payer);
        vault.deposit(token, amount, payer);
    }

    function testFuzz_RevertWhen_BalanceShort(address payer, uint256 amount, uint256 balance) public {
        assumeAccount(payer);
        amount = bound(amount, 1, type(uint256).max);
        balance = bound(balance, 0, amount - 1);
        fund(token, payer, balance);
        vm.prank(payer);
        token.approve(address(vault), amount);

        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, payer, balance, amount));
        vm.prank(payer);
        vault.deposit(token, amount, payer);
    }

    function testFuzz_RevertWhen_VictimApprovedTheVault(address victim, address attacker, uint128 amount) public {
        assumeAccount(victim);
        assumeAccount(attacker);
        vm.assume(victim != attacker && amount != 0);
        fund(token, victim, amount);

        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(vault), 0, amount)
        );
        vm.prank(attacker);
        vault.deposit(token, amount, attacker);
    }

    function testFuzz_When_Approved(address payer, address to, uint256 amount, uint256 rest) public {
        assumeAccount(payer);
        vm.assume(to != address(0));
        amount = bound(amount, 1, type(uint128).max);
        rest = bound(rest, 0, type(uint256).max - amount);
        fund(token, payer, amount);
        token.mint(payer, rest);

        expectEvent(address(vault));
        emit IERC6909.Transfer(payer, address(0), to, idOf(token), amount);
        expectEvent(address(vault));
        emit IPaymentVault.Deposited(address(token), payer, to, amount);
        vm.prank(payer);
        uint256 received = vault.deposit(token, amount, to);

        assertEq(received, amount, "returned");
        assertEq(claimOf(token, to), amount, "claim");
        if (payer != to) assertEq(claimOf(token, payer), 0, "the payer's claim");
        assertEq(token.balanceOf(payer), rest, "the payer's tokens");
        assertEq(token.balanceOf(address(vault)), amount, "the vault's tokens");
    }

    function testFuzz_RevertWhen_MoreArrivesThanOneDepositMayBring(address to, uint256 amount) public {
        vm.assume(to != address(0));
        amount = bound(amount, uint256(type(uint128).max) + 1, type(uint256).max);
        fund(token, owner, amount);
        vm.expectRevert(
            abi.encodeWithSelector(
                IPaymentVault.PaymentVault_TooMuchReceived.selector,
                token,
                amount,
                type(uint128).max
            )
        );
        vm.prank(owner);
        vault.deposit(token, amount, to);
        assertEq(token.balanceOf(owner), amount, "the payer has its tokens");
    }

    function testFuzz_When_DepositedTwice_ClaimsAdd(address to, uint128 first, uint128 second, uint128 gift) public {
        vm.assume(first != 0 && second != 0 && to != address(0));
        // Tokens that nobody deposited are nobody's claim.
        token.mint(address(vault), gift);
        fund(token, owner, first);
        vm.prank(owner);
        vault.deposit(token, first, to);
        fund(token, stranger, second);
        vm.prank(stranger);
        uint256 received = vault.deposit(token, second, to);

        assertEq(received, second, "returned");
        assertEq(claimOf(token, to), uint256(first) + second, "claim");
    }

    function testFuzz_When_TokensDiffer_ClaimsAreApart(uint128 amount, uint256 other) public {
        vm.assume(amount != 0);
        other = bound(other, 1, MAX_MINT);
        credit(owner, amount);
        payToken.mint(owner, other);
        vm.startPrank(owner);
        payToken.approve(address(vault), other);
        vault.deposit(payToken, other, owner);
        vm.stopPrank();

        assertEq(claimOf(token, owner), amount, "claim in one token");
        assertEq(claimOf(payToken, owner), other, "claim in the other");
    }

    function testFuzz_When_IdIsTheTokensAddress(IERC20 anyToken) public view {
        assertEq(vault.idOf(anyToken), uint256(uint160(address(anyToken))), "id");
    }
}
