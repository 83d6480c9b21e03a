// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {IMulticall} from "../../utils/SuiteInterfaces.sol";
import {VaultFixture} from "../../utils/VaultFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract PaymentVaultMulticallTest is VaultFixture {
    address private constant MARKET = address(0x3A9);

    function setUp() public {
        setUpVault();
    }

    function testFuzz_When_PermitDepositAndApproveInOneCall(uint256 amount, uint256 allowance) public {
        amount = bound(amount, 1, MAX_MINT);
        payToken.mint(owner, amount);
        Permit memory permit = signPermit(OWNER_KEY, amount, block.timestamp);
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(
            vault.depositWithPermit,
            (payToken, amount, owner, permit.deadlineAt, permit.v, permit.r, permit.s)
        );
        calls[1] = abi.encodeCall(vault.approve, (MARKET, idOf(payToken), allowance));

        vm.prank(owner);
        bytes[] memory results = IMulticall(address(vault)).multicall(calls);

        assertEq(results[0], abi.encode(amount), "what arrived comes back");
        assertEq(results[1], abi.encode(true), "approved");
        assertEq(claimOf(payToken, owner), amount, "claim");
        assertEq(vault.allowance(owner, MARKET, idOf(payToken)), allowance, "allowance");
    }

    function testFuzz_When_SeveralGuardedCalls(uint128 amount) public {
        vm.assume(amount != 0);
        fund(token, owner, amount);
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(vault.deposit, (token, amount, owner));
        calls[1] = abi.encodeCall(vault.withdraw, (token, amount, stranger));
        vm.prank(owner);
        IMulticall(address(vault)).multicall(calls);
        assertEq(token.balanceOf(stranger), amount, "one after the other is no reentry");
    }

    function testFuzz_When_AttackerDepositsForVictimAndApproves(address victim, address attacker, uint128 gift) public {
        assumeAccount(victim);
        assumeAccount(attacker);
        vm.assume(victim != attacker && gift != 0);
        credit(victim, 1e18);
        fund(token, attacker, gift);
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(vault.deposit, (token, gift, victim));
        calls[1] = abi.encodeCall(vault.approve, (attacker, idOf(token), type(uint256).max));
        vm.prank(attacker);
        IMulticall(address(vault)).multicall(calls);

        assertEq(vault.allowance(victim, attacker, idOf(token)), 0, "the victim allowed nothing");
        vm.expectRevert(
            abi.encodeWithSelector(LibraryErrors.ERC6909InsufficientAllowance.selector, attacker, 0, gift, idOf(token))
        );
        vm.prank(attacker);
        vault.transferFrom(victim, attacker, idOf(token), gift);
        assertEq(claimOf(token, victim), 1e18 + uint256(gift), "the gift is the victim's");
    }

    function testFuzz_RevertWhen_OneCallFails(uint128 amount, address key) public {
        vm.assume(amount != 0);
        fund(token, owner, amount);
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(vault.deposit, (token, amount, owner));
        calls[1] = abi.encodeCall(vault.withdrawFor, (token, amount, key));
        vm.expectRevert(abi.encodeWithSelector(IPaymentVault.PaymentVault_NotWithdrawer.selector, key, owner));
        vm.prank(owner);
        IMulticall(address(vault)).multicall(calls);
        assertEq(claimOf(token, owner), 0, "nothing was deposited");
        assertEq(token.balanceOf(owner), amount, "nothing was pulled");
    }
}
