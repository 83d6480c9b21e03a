// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {VaultFixture} from "../../utils/VaultFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract PaymentVaultWithdrawTest is VaultFixture {
    function setUp() public {
        setUpVault();
    }

    function testFuzz_RevertWhen_AmountZero(address caller, IERC20 anyToken, address to) public {
        vm.expectRevert(abi.encodeWithSelector(IPaymentVault.PaymentVault_AmountZero.selector, anyToken));
        vm.prank(caller);
        vault.withdraw(anyToken, 0, to);
    }

    function testFuzz_RevertWhen_RecipientZero(uint128 amount) public {
        vm.assume(amount != 0);
        credit(owner, amount);
        vm.expectRevert(abi.encodeWithSelector(IPaymentVault.PaymentVault_RecipientZero.selector, token));
        vm.prank(owner);
        vault.withdraw(token, amount, address(0));
    }

    function testFuzz_RevertWhen_ClaimShort(uint256 claim, uint256 amount, address to) public {
        vm.assume(to != address(0));
        claim = bound(claim, 1, type(uint128).max);
        amount = bound(amount, claim + 1, type(uint256).max);
        credit(owner, claim);
        expectShort(owner, claim, amount);
        vm.prank(owner);
        vault.withdraw(token, amount, to);
    }

    function testFuzz_RevertWhen_ClaimIsAnothers(address caller, uint128 amount) public {
        vm.assume(amount != 0 && caller != owner && caller != address(0));
        credit(owner, amount);
        // An ERC-6909 operator and an allowed key move claims, not tokens.
        vm.startPrank(owner);
        vault.setOperator(caller, true);
        vault.setWithdrawer(caller, true);
        vault.approve(caller, idOf(token), type(uint256).max);
        vm.stopPrank();

        expectShort(caller, 0, amount);
        vm.prank(caller);
        vault.withdraw(token, amount, caller);
    }

    function testFuzz_RevertWhen_ClaimIsInAnotherToken(uint128 amount) public {
        vm.assume(amount != 0);
        credit(owner, amount);
        payToken.mint(address(vault), 1e18);
        vm.expectRevert(
            abi.encodeWithSelector(LibraryErrors.ERC6909InsufficientBalance.selector, owner, 0, amount, idOf(payToken))
        );
        vm.prank(owner);
        vault.withdraw(payToken, amount, owner);
    }

    function testFuzz_When_Covered(address to, uint256 claim, uint256 amount) public {
        assumeAccount(to);
        claim = bound(claim, 1, type(uint128).max);
        amount = bound(amount, 1, claim);
        credit(owner, claim);
        credit(stranger, 7);

        expectEvent(address(vault));
        emit IERC6909.Transfer(owner, owner, address(0), idOf(token), amount);
        expectEvent(address(vault));
        emit IPaymentVault.Withdrawn(address(token), owner, to, amount);
        expectEvent(address(token));
        emit IERC20.Transfer(address(vault), to, amount);
        vm.prank(owner);
        vault.withdraw(token, amount, to);

        assertEq(claimOf(token, owner), claim - amount, "claim");
        assertEq(claimOf(token, stranger), 7, "another's claim");
        assertEq(token.balanceOf(to), amount, "the recipient's tokens");
        assertEq(token.balanceOf(address(vault)), claim - amount + 7, "the vault's tokens");
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
