// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IPaymentVault} from "../../contracts/interfaces/IPaymentVault.sol";
import {IMulticall} from "../utils/SuiteInterfaces.sol";
import {VaultFixture} from "../utils/VaultFixture.sol";
import {Allowance} from "../utils/TypedData.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: where depositing for somebody and setting an allowance are one call, deposit a grain of dust in a
/// victim's name and set the victim's allowance to oneself. Or spend a victim's token approval, or its permit.
/// Peer: none known.
contract DepositAndApproveOnAVictimTest is VaultFixture {
    uint256 private constant FUNDS = 1_000e18;

    /// @dev The victim has a claim, tokens besides, and an unlimited approval of the vault.
    function setUp() public {
        setUpVault();
        payToken.mint(owner, 2 * FUNDS);
        payToken.mint(stranger, FUNDS);
        vm.startPrank(owner);
        payToken.approve(address(vault), type(uint256).max);
        vault.deposit(payToken, FUNDS, owner);
        vm.stopPrank();
    }

    /// @dev Deposit for the victim and approve, in one transaction: the allowance is the attacker's own.
    function testFuzz_TheAllowanceIsTheCallers(uint256 dust) public {
        dust = bound(dust, 1, FUNDS);
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(IPaymentVault.deposit, (payToken, dust, owner));
        calls[1] = abi.encodeCall(IERC6909.approve, (stranger, idOf(payToken), type(uint256).max));
        vm.startPrank(stranger);
        payToken.approve(address(vault), dust);
        IMulticall(address(vault)).multicall(calls);
        vm.stopPrank();
        assertEq(vault.allowance(owner, stranger, idOf(payToken)), 0, "the victim's allowance");
        _requireRefused(abi.encodeCall(IERC6909.transferFrom, (owner, stranger, idOf(payToken), 1)), "draw");
        _requireBooks(FUNDS + dust, FUNDS, FUNDS - dust);
    }

    /// @dev Nobody deposits a victim's tokens, not even for the victim itself: the payer is who calls.
    function testFuzz_ThePayerIsTheCaller(uint256 amount, bool forVictim) public {
        amount = bound(amount, 1, FUNDS);
        address to = forVictim ? owner : stranger;
        _requireRefused(abi.encodeCall(IPaymentVault.deposit, (payToken, amount, to)), "deposit");
        _requireBooks(FUNDS, FUNDS, FUNDS);
    }

    /// @dev A permit seen in the mempool is the victim's: in the attacker's call it moves nothing; spent beforehand it
    /// does no harm.
    function testFuzz_APermitIsItsOwners(uint256 amount, bool frontRuns) public {
        amount = bound(amount, 1, FUNDS);
        vm.prank(owner);
        payToken.approve(address(vault), 0);
        uint256 deadlineAt = block.timestamp;
        Permit memory permit = signPermit(OWNER_KEY, amount, deadlineAt);
        bytes memory input = abi.encodeCall(
            IPaymentVault.depositWithPermit,
            (payToken, amount, stranger, deadlineAt, permit.v, permit.r, permit.s)
        );
        _requireRefused(input, "the victim's permit");
        _requireBooks(FUNDS, FUNDS, FUNDS);

        if (frontRuns) {
            vm.prank(stranger);
            payToken.permit(owner, address(vault), amount, deadlineAt, permit.v, permit.r, permit.s);
        }
        vm.prank(owner);
        vault.depositWithPermit(payToken, amount, owner, deadlineAt, permit.v, permit.r, permit.s);
        _requireBooks(FUNDS + amount, FUNDS - amount, FUNDS);
    }

    /// @dev An allowance in the victim's name needs the victim's signature, whoever sends it.
    function testFuzz_AnAllowanceNeedsItsOwner(uint256 key) public {
        key = bound(key, 1, type(uint128).max);
        vm.assume(key != OWNER_KEY);
        Allowance memory allowance = Allowance(owner, stranger, idOf(payToken), FUNDS, 0, block.timestamp);
        bytes memory signature = signAllowance(key, address(vault), allowance);
        bytes memory input = abi.encodeCall(
            IPaymentVault.approveBySignature,
            (owner, stranger, idOf(payToken), FUNDS, block.timestamp, signature)
        );
        _requireRefused(input, "somebody else's signature");
        assertEq(vault.allowance(owner, stranger, idOf(payToken)), 0, "the victim's allowance");
    }

    function _requireRefused(bytes memory input, string memory label) private {
        vm.prank(stranger);
        (bool succeeded, ) = address(vault).call(input);
        assertFalse(succeeded, label);
    }

    function _requireBooks(uint256 victimsClaim, uint256 victimsTokens, uint256 attackersTokens) private view {
        assertEq(claimOf(payToken, owner), victimsClaim, "the victim's claim");
        assertEq(payToken.balanceOf(owner), victimsTokens, "the victim's tokens");
        assertEq(claimOf(payToken, stranger), 0, "the attacker's claim");
        assertEq(payToken.balanceOf(stranger), attackersTokens, "the attacker's tokens");
        assertEq(payToken.balanceOf(address(vault)), victimsClaim, "the vault's tokens");
    }
}
