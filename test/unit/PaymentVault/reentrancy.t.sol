// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {IReentrantToken} from "../../utils/MockInterfaces.sol";
import {IMulticall} from "../../utils/SuiteInterfaces.sol";
import {VaultFixture} from "../../utils/VaultFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice A token that calls back while it is moved, by each way in and each way out.
contract PaymentVaultReentrancyTest is VaultFixture {
    uint256 private constant CLAIM = 1_000e18;
    uint256 private constant WAYS = 5;

    IReentrantToken private evil;

    /// @dev The token has tokens, an allowance and a claim of itself, and may withdraw for the owner: each of its calls
    /// would succeed on its own.
    function setUp() public {
        setUpVault();
        evil = IReentrantToken(deploy("ReentrantToken", ""));
        evil.mint(address(evil), CLAIM);
        evil.approveOwn(address(vault), CLAIM);
        fund(evil, owner, 3 * CLAIM);
        vm.startPrank(owner);
        vault.deposit(evil, CLAIM, address(evil));
        vault.deposit(evil, CLAIM, owner);
        vault.setWithdrawer(address(evil), true);
        vm.stopPrank();
    }

    function testFuzz_When_TokenReentersDeposit(uint256 way, uint256 amount, bool withPermit) public {
        amount = bound(amount, 1, CLAIM);
        evil.arm(address(vault), callBack(way, amount));
        vm.prank(owner);
        if (withPermit) vault.depositWithPermit(evil, amount, owner, 0, 27, 0, 0);
        else vault.deposit(evil, amount, owner);

        assertRefused();
        assertEq(claimOf(evil, owner), CLAIM + amount, "credited once");
        assertCovered(2 * CLAIM + amount);
    }

    function testFuzz_When_TokenReentersWithdraw(uint256 way, uint256 amount, bool forAccount) public {
        amount = bound(amount, 1, CLAIM);
        evil.arm(address(vault), callBack(way, amount));
        if (forAccount) {
            vm.prank(address(evil));
            vault.withdrawFor(evil, amount, owner);
        } else {
            vm.prank(owner);
            vault.withdraw(evil, amount, owner);
        }

        assertRefused();
        assertEq(claimOf(evil, owner), CLAIM - amount, "taken once");
        assertCovered(2 * CLAIM - amount);
    }

    /// @dev Claims may move meanwhile: what arrived is measured in tokens.
    function testFuzz_When_TokenMovesItsClaimMeanwhile(uint256 amount, uint256 moved) public {
        amount = bound(amount, 1, CLAIM);
        moved = bound(moved, 0, CLAIM);
        evil.arm(address(vault), abi.encodeCall(vault.transfer, (owner, idOf(evil), moved)));
        vm.prank(owner);
        vault.deposit(evil, amount, owner);

        assertTrue(evil.succeeded(), "the transfer");
        assertEq(claimOf(evil, owner), CLAIM + amount + moved, "the owner's claim");
        assertCovered(2 * CLAIM + amount);
    }

    function testFuzz_When_NotNested_EachCallSucceeds(uint256 way, uint256 amount) public {
        amount = bound(amount, 1, CLAIM);
        vm.prank(address(evil));
        (bool succeeded, ) = address(vault).call(callBack(way, amount));
        assertTrue(succeeded, "the call on its own");
    }

    function callBack(uint256 way, uint256 amount) private view returns (bytes memory) {
        way = way % WAYS;
        bytes memory deposit = abi.encodeCall(vault.deposit, (evil, amount, address(evil)));
        if (way == 0) return deposit;
        if (way == 1) return abi.encodeCall(vault.depositWithPermit, (evil, amount, address(evil), 0, 27, 0, 0));
        if (way == 2) return abi.encodeCall(vault.withdraw, (evil, amount, address(evil)));
        if (way == 3) return abi.encodeCall(vault.withdrawFor, (evil, amount, owner));
        bytes[] memory calls = new bytes[](1);
        calls[0] = deposit;
        return abi.encodeCall(IMulticall.multicall, (calls));
    }

    function assertRefused() private view {
        assertTrue(evil.called(), "the token called back");
        assertFalse(evil.succeeded(), "the vault let it in");
        assertEq(
            evil.answer(),
            abi.encodeWithSelector(LibraryErrors.ReentrancyGuardReentrantCall.selector),
            "the vault's answer"
        );
    }

    function assertCovered(uint256 total) private view {
        assertEq(claimOf(evil, owner) + claimOf(evil, address(evil)), total, "the sum of claims");
        assertEq(evil.balanceOf(address(vault)), total, "the vault's tokens");
    }
}
