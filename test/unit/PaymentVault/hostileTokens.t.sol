// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {IFalseToken, IPlainToken, ISilentToken} from "../../utils/MockInterfaces.sol";
import {VaultFixture} from "../../utils/VaultFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Tokens that take a fee, say nothing, or say no. Tokens that call back are in reentrancy.t.sol.
contract PaymentVaultHostileTokensTest is VaultFixture {
    function setUp() public {
        setUpVault();
    }

    function testFuzz_When_TokenTakesAFee_NetIsCredited(uint256 feeBps, uint128 amount, address to) public {
        vm.assume(to != address(0) && to != stranger);
        feeBps = bound(feeBps, 0, 9_999);
        amount = uint128(bound(amount, 1, type(uint128).max));
        IPlainToken feeToken = IPlainToken(deploy("FeeToken", abi.encode(feeBps)));
        uint256 net = amount - (amount * feeBps) / 10_000;

        // Another's deposit is in the vault already.
        fund(feeToken, stranger, 1e18);
        vm.prank(stranger);
        uint256 others = vault.deposit(feeToken, 1e18, stranger);

        fund(feeToken, owner, amount);
        expectEvent(address(vault));
        emit IPaymentVault.Deposited(address(feeToken), owner, to, net);
        vm.prank(owner);
        uint256 received = vault.deposit(feeToken, amount, to);

        assertEq(received, net, "returned");
        assertEq(claimOf(feeToken, to), net, "claim");
        assertEq(claimOf(feeToken, stranger), others, "another's claim");
        assertEq(feeToken.balanceOf(address(vault)), net + others, "claims are covered");
    }

    function testFuzz_When_TokenTakesAFee_WithdrawalCostsTheRecipient(uint256 feeBps, uint128 amount) public {
        feeBps = bound(feeBps, 0, 9_999);
        vm.assume(amount != 0);
        IPlainToken feeToken = IPlainToken(deploy("FeeToken", abi.encode(feeBps)));
        fund(feeToken, owner, amount);
        vm.startPrank(owner);
        uint256 claim = vault.deposit(feeToken, amount, owner);
        vault.withdraw(feeToken, claim, owner);
        vm.stopPrank();

        assertEq(claimOf(feeToken, owner), 0, "claim");
        assertEq(feeToken.balanceOf(owner), claim - (claim * feeBps) / 10_000, "the owner's tokens");
        assertEq(feeToken.balanceOf(address(vault)), 0, "the vault's tokens");
    }

    function testFuzz_RevertWhen_NothingArrives(uint128 amount, uint128 already) public {
        vm.assume(amount != 0);
        IPlainToken feeToken = IPlainToken(deploy("FeeToken", abi.encode(10_000)));
        fund(feeToken, owner, amount);
        feeToken.mint(address(vault), already);
        vm.expectRevert(abi.encodeWithSelector(IPaymentVault.PaymentVault_NothingReceived.selector, feeToken, amount));
        vm.prank(owner);
        vault.deposit(feeToken, amount, owner);
    }

    function testFuzz_RevertWhen_DepositReturnsFalse(uint128 amount) public {
        vm.assume(amount != 0);
        IFalseToken falseToken = IFalseToken(deploy("FalseToken", ""));
        fund(falseToken, owner, amount);
        falseToken.setFails(true);
        vm.expectRevert(abi.encodeWithSelector(LibraryErrors.SafeERC20FailedOperation.selector, falseToken));
        vm.prank(owner);
        vault.deposit(falseToken, amount, owner);
        assertEq(claimOf(falseToken, owner), 0, "claim");
    }

    function testFuzz_RevertWhen_WithdrawalReturnsFalse(uint128 amount) public {
        vm.assume(amount != 0);
        IFalseToken falseToken = IFalseToken(deploy("FalseToken", ""));
        fund(falseToken, owner, amount);
        vm.prank(owner);
        vault.deposit(falseToken, amount, owner);

        falseToken.setFails(true);
        vm.expectRevert(abi.encodeWithSelector(LibraryErrors.SafeERC20FailedOperation.selector, falseToken));
        vm.prank(owner);
        vault.withdraw(falseToken, amount, owner);
        assertEq(claimOf(falseToken, owner), amount, "the claim stays");

        falseToken.setFails(false);
        vm.prank(owner);
        vault.withdraw(falseToken, amount, owner);
        assertEq(falseToken.balanceOf(owner), amount, "it works again");
    }

    function testFuzz_When_TokenReturnsNothing(uint128 amount, address to) public {
        vm.assume(amount != 0);
        assumeAccount(to);
        ISilentToken silent = ISilentToken(deploy("SilentToken", ""));
        silent.mint(owner, amount);
        vm.startPrank(owner);
        silent.approve(address(vault), amount);
        uint256 received = vault.deposit(IERC20(address(silent)), amount, owner);
        assertEq(received, amount, "returned");
        assertEq(claimOf(IERC20(address(silent)), owner), amount, "claim");

        vault.withdraw(IERC20(address(silent)), amount, to);
        vm.stopPrank();
        assertEq(claimOf(IERC20(address(silent)), owner), 0, "claim after");
        assertEq(silent.balanceOf(to), amount, "the recipient's tokens");
    }

    function testFuzz_RevertWhen_TokenHasNoCode(address nothing, uint256 amount) public {
        vm.assume(nothing.code.length == 0 && amount != 0 && uint160(nothing) > 0xffff);
        IERC20 nothingToken = IERC20(nothing);
        bytes memory plain = abi.encodeCall(vault.deposit, (nothingToken, amount, owner));
        bytes memory permit = abi.encodeCall(vault.depositWithPermit, (nothingToken, amount, owner, 0, 27, 0, 0));
        assertReverts(owner, address(vault), plain, "", "deposit");
        assertReverts(owner, address(vault), permit, "", "deposit with permit");
    }
}
