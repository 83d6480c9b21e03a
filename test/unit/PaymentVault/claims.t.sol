// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {VaultFixture} from "../../utils/VaultFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice The ERC-6909 side: transfer, transferFrom, approve and setOperator.
contract PaymentVaultClaimsTest is VaultFixture {
    address private constant MARKET = address(0x3A9);
    uint256 private constant CLAIM = 1_000e18;
    uint256 private constant INFINITE = type(uint256).max;

    uint256 private id;

    function setUp() public {
        setUpVault();
        id = idOf(token);
        credit(owner, CLAIM);
    }

    function testFuzz_When_Approved(address account, address spender, uint256 anyId, uint256 allowance) public {
        vm.assume(account != address(0) && spender != address(0));
        expectEvent(address(vault));
        emit IERC6909.Approval(account, spender, anyId, allowance);
        vm.prank(account);
        assertTrue(vault.approve(spender, anyId, allowance), "returned");
        assertEq(vault.allowance(account, spender, anyId), allowance, "allowance");
        if (account != spender) assertEq(vault.allowance(spender, account, anyId), 0, "not the other way round");
    }

    function testFuzz_When_OperatorSet(address account, address spender, bool approved) public {
        vm.assume(account != address(0) && spender != address(0) && account != spender);
        expectEvent(address(vault));
        emit IERC6909.OperatorSet(account, spender, approved);
        vm.prank(account);
        assertTrue(vault.setOperator(spender, approved), "returned");
        assertTrue(vault.isOperator(account, spender) == approved, "operator");
        assertFalse(vault.isOperator(spender, account), "not the other way round");
    }

    function testFuzz_RevertWhen_TransferExceedsClaim(uint256 amount, address receiver) public {
        vm.assume(receiver != address(0));
        amount = bound(amount, CLAIM + 1, type(uint256).max);
        expectBalanceShort(CLAIM, amount);
        vm.prank(owner);
        vault.transfer(receiver, id, amount);
    }

    function testFuzz_When_Transferred(address receiver, uint256 amount) public {
        vm.assume(receiver != address(0) && receiver != owner);
        amount = bound(amount, 0, CLAIM);
        expectEvent(address(vault));
        emit IERC6909.Transfer(owner, owner, receiver, id, amount);
        vm.prank(owner);
        assertTrue(vault.transfer(receiver, id, amount), "returned");
        assertMoved(receiver, amount);
    }

    function testFuzz_RevertWhen_NothingAllowed(address caller, uint256 amount, address receiver) public {
        vm.assume(caller != owner);
        amount = bound(amount, 1, CLAIM);
        expectAllowanceShort(caller, 0, amount);
        vm.prank(caller);
        vault.transferFrom(owner, receiver, id, amount);
    }

    /// @dev What a market may take, nobody else may push to it.
    function testFuzz_RevertWhen_OnlyTheReceiverIsAllowed(address caller, uint256 amount) public {
        vm.assume(caller != owner && caller != MARKET);
        amount = bound(amount, 1, CLAIM);
        approve(id, INFINITE);
        expectAllowanceShort(caller, 0, amount);
        vm.prank(caller);
        vault.transferFrom(owner, MARKET, id, amount);
    }

    function testFuzz_RevertWhen_AllowanceIsForAnotherId(uint256 amount, uint256 otherId) public {
        vm.assume(otherId != id);
        amount = bound(amount, 1, CLAIM);
        approve(otherId, INFINITE);
        approve(0, INFINITE);
        expectAllowanceShort(MARKET, 0, amount);
        transferAsMarket(stranger, amount);
    }

    function testFuzz_RevertWhen_OnlyTheCallerAllowedTheSender(uint256 amount) public {
        amount = bound(amount, 1, CLAIM);
        vm.startPrank(MARKET);
        vault.approve(owner, id, INFINITE);
        vault.setOperator(owner, true);
        vm.stopPrank();
        expectAllowanceShort(MARKET, 0, amount);
        transferAsMarket(MARKET, amount);
    }

    function testFuzz_RevertWhen_AllowanceShort(uint256 allowance, uint256 amount) public {
        amount = bound(amount, 1, CLAIM);
        allowance = bound(allowance, 0, amount - 1);
        approve(id, allowance);
        expectAllowanceShort(MARKET, allowance, amount);
        transferAsMarket(stranger, amount);
    }

    function testFuzz_When_AllowanceFinite_IsUsedUp(uint256 allowance, uint256 amount) public {
        amount = bound(amount, 0, CLAIM);
        allowance = bound(allowance, amount, INFINITE - 1);
        approve(id, allowance);
        expectEvent(address(vault));
        emit IERC6909.Transfer(MARKET, owner, stranger, id, amount);
        assertTrue(transferAsMarket(stranger, amount), "returned");
        assertMoved(stranger, amount);
        assertEq(vault.allowance(owner, MARKET, id), allowance - amount, "allowance");
    }

    function testFuzz_When_AllowanceInfinite_IsNotUsedUp(uint256 amount, bool asOperator) public {
        amount = bound(amount, 0, CLAIM);
        approve(id, INFINITE);
        vm.prank(owner);
        vault.setOperator(MARKET, asOperator);
        expectEvent(address(vault));
        emit IERC6909.Transfer(MARKET, owner, stranger, id, amount);
        assertTrue(transferAsMarket(stranger, amount), "returned");
        assertMoved(stranger, amount);
        assertEq(vault.allowance(owner, MARKET, id), INFINITE, "allowance");
    }

    function testFuzz_RevertWhen_AllowanceInfiniteButClaimShort(uint256 amount) public {
        amount = bound(amount, CLAIM + 1, type(uint256).max);
        approve(id, INFINITE);
        expectBalanceShort(CLAIM, amount);
        transferAsMarket(stranger, amount);
    }

    function testFuzz_RevertWhen_AllowanceInfiniteButReceiverZero(uint256 amount) public {
        amount = bound(amount, 0, CLAIM);
        approve(id, INFINITE);
        vm.expectRevert(abi.encodeWithSelector(LibraryErrors.ERC6909InvalidReceiver.selector, address(0)));
        transferAsMarket(address(0), amount);
    }

    function testFuzz_When_CallerIsOperator_FiniteAllowanceStays(uint256 allowance, uint256 amount) public {
        amount = bound(amount, 0, CLAIM);
        allowance = bound(allowance, 0, INFINITE - 1);
        approve(id, allowance);
        vm.prank(owner);
        vault.setOperator(MARKET, true);
        assertTrue(transferAsMarket(stranger, amount), "returned");
        assertMoved(stranger, amount);
        assertEq(vault.allowance(owner, MARKET, id), allowance, "allowance");
    }

    function testFuzz_RevertWhen_OperatorStopped(uint256 amount) public {
        amount = bound(amount, 1, CLAIM);
        vm.startPrank(owner);
        vault.setOperator(MARKET, true);
        vault.setOperator(MARKET, false);
        vm.stopPrank();
        expectAllowanceShort(MARKET, 0, amount);
        transferAsMarket(stranger, amount);
    }

    function testFuzz_When_CallerIsSender_AllowanceStays(uint256 allowance, uint256 amount) public {
        amount = bound(amount, 0, CLAIM);
        vm.startPrank(owner);
        vault.approve(owner, id, allowance);
        assertTrue(vault.transferFrom(owner, stranger, id, amount), "returned");
        vm.stopPrank();
        assertMoved(stranger, amount);
        assertEq(vault.allowance(owner, owner, id), allowance, "allowance");
    }

    function test_When_AskedForInterfaces() public view {
        IERC165 introspection = IERC165(address(vault));
        assertTrue(introspection.supportsInterface(type(IERC6909).interfaceId), "ERC-6909");
        assertTrue(introspection.supportsInterface(type(IERC165).interfaceId), "ERC-165");
        assertFalse(introspection.supportsInterface(0xffffffff), "none");
    }

    function approve(uint256 approvedId, uint256 allowance) private {
        vm.prank(owner);
        vault.approve(MARKET, approvedId, allowance);
    }

    function transferAsMarket(address receiver, uint256 amount) private returns (bool) {
        vm.prank(MARKET);
        return vault.transferFrom(owner, receiver, id, amount);
    }

    function assertMoved(address receiver, uint256 amount) private view {
        assertEq(vault.balanceOf(owner, id), CLAIM - amount, "the sender's claim");
        assertEq(vault.balanceOf(receiver, id), amount, "the receiver's claim");
        assertEq(token.balanceOf(address(vault)), CLAIM, "no token moved");
    }

    function expectBalanceShort(uint256 balance, uint256 needed) private {
        vm.expectRevert(
            abi.encodeWithSelector(LibraryErrors.ERC6909InsufficientBalance.selector, owner, balance, needed, id)
        );
    }

    function expectAllowanceShort(address caller, uint256 allowance, uint256 needed) private {
        vm.expectRevert(
            abi.encodeWithSelector(LibraryErrors.ERC6909InsufficientAllowance.selector, caller, allowance, needed, id)
        );
    }
}
