// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {ISilentToken} from "../../utils/MockInterfaces.sol";
import {VaultFixture} from "../../utils/VaultFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract PaymentVaultDepositWithPermitTest is VaultFixture {
    function setUp() public {
        setUpVault();
    }

    function testFuzz_RevertWhen_AmountZero(address payer, address to) public {
        Permit memory permit = signPermit(OWNER_KEY, 0, block.timestamp);
        vm.expectRevert(abi.encodeWithSelector(IPaymentVault.PaymentVault_AmountZero.selector, payToken));
        depositAs(payer, payToken, 0, to, permit);
    }

    function testFuzz_RevertWhen_RecipientZero(uint256 amount) public {
        amount = mintToOwner(amount);
        Permit memory permit = signPermit(OWNER_KEY, amount, block.timestamp);
        vm.expectRevert(abi.encodeWithSelector(IPaymentVault.PaymentVault_RecipientZero.selector, payToken));
        depositAs(owner, payToken, amount, address(0), permit);
    }

    function testFuzz_When_PermitIsGood(uint256 amount, address to, uint40 secondsLeft) public {
        vm.assume(to != address(0));
        amount = mintToOwner(amount);
        Permit memory permit = signPermit(OWNER_KEY, amount, block.timestamp + secondsLeft);

        expectEvent(address(payToken));
        emit IERC20.Approval(owner, address(vault), amount);
        expectEvent(address(vault));
        emit IERC6909.Transfer(owner, address(0), to, idOf(payToken), amount);
        expectEvent(address(vault));
        emit IPaymentVault.Deposited(address(payToken), owner, to, amount);
        uint256 received = depositAs(owner, payToken, amount, to, permit);

        assertEq(received, amount, "returned");
        assertEq(claimOf(payToken, to), amount, "claim");
        assertEq(payToken.balanceOf(owner), 0, "the owner's tokens");
        assertEq(payToken.nonces(owner), 1, "the permit is used up");
        assertEq(payToken.allowance(owner, address(vault)), 0, "nothing is left allowed");
    }

    function testFuzz_When_PermitWasFrontRun(uint256 amount, address frontRunner) public {
        amount = mintToOwner(amount);
        Permit memory permit = signPermit(OWNER_KEY, amount, block.timestamp);
        vm.prank(frontRunner);
        payToken.permit(owner, address(vault), amount, permit.deadlineAt, permit.v, permit.r, permit.s);

        depositAs(owner, payToken, amount, owner, permit);
        assertEq(claimOf(payToken, owner), amount, "claim");
    }

    function testFuzz_When_PermitExpiredButApproved(uint256 amount, uint24 lateSeconds) public {
        amount = mintToOwner(amount);
        Permit memory permit = signPermit(OWNER_KEY, amount, block.timestamp - 1 - lateSeconds);
        vm.prank(owner);
        payToken.approve(address(vault), amount);

        depositAs(owner, payToken, amount, owner, permit);
        assertEq(claimOf(payToken, owner), amount, "claim");
    }

    function testFuzz_RevertWhen_PermitExpired(uint256 amount, uint24 lateSeconds) public {
        amount = mintToOwner(amount);
        Permit memory permit = signPermit(OWNER_KEY, amount, block.timestamp - 1 - lateSeconds);
        expectNoAllowance(amount);
        depositAs(owner, payToken, amount, owner, permit);
    }

    function testFuzz_RevertWhen_PermitIsForLess(uint256 amount, uint256 less) public {
        amount = mintToOwner(amount);
        less = bound(less, 0, amount - 1);
        Permit memory permit = signPermit(OWNER_KEY, less, block.timestamp);
        expectNoAllowance(amount);
        depositAs(owner, payToken, amount, owner, permit);
    }

    function testFuzz_RevertWhen_PermitIsAnothers(address attacker, uint256 amount) public {
        assumeAccount(attacker);
        vm.assume(attacker != owner);
        amount = mintToOwner(amount);
        Permit memory permit = signPermit(OWNER_KEY, amount, block.timestamp);

        expectNoAllowance(amount);
        depositAs(attacker, payToken, amount, attacker, permit);
        assertEq(payToken.nonces(owner), 0, "the owner's permit is untouched");
    }

    function testFuzz_RevertWhen_AttackerSpendsAVictimsUsedPermit(address attacker, uint256 amount) public {
        assumeAccount(attacker);
        vm.assume(attacker != owner);
        amount = mintToOwner(amount);
        Permit memory permit = signPermit(OWNER_KEY, amount, block.timestamp);
        payToken.permit(owner, address(vault), amount, permit.deadlineAt, permit.v, permit.r, permit.s);

        expectNoAllowance(amount);
        depositAs(attacker, payToken, amount, attacker, permit);
    }

    function testFuzz_When_TokenKnowsNoPermitButApproved(uint128 amount, Permit memory permit) public {
        vm.assume(amount != 0);
        fund(token, owner, amount);
        uint256 received = depositAs(owner, token, amount, owner, permit);
        assertEq(received, amount, "returned");
        assertEq(claimOf(token, owner), amount, "claim");
    }

    function testFuzz_RevertWhen_TokenKnowsNoPermit(uint256 amount, Permit memory permit) public {
        vm.assume(amount != 0);
        token.mint(owner, amount);
        expectNoAllowance(amount);
        depositAs(owner, token, amount, owner, permit);
    }

    function testFuzz_RevertWhen_PermitIsAPhantom(address attacker, uint256 amount, Permit memory permit) public {
        ISilentToken silent = ISilentToken(deploy("SilentToken", ""));
        assumeAccount(attacker);
        vm.assume(amount != 0 && attacker != owner);
        silent.mint(owner, amount);
        vm.prank(owner);
        silent.approve(address(vault), type(uint256).max);

        // What the token itself answers where nothing is allowed.
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        depositAs(attacker, IERC20(address(silent)), amount, attacker, permit);
        assertEq(silent.balanceOf(owner), amount, "the victim's tokens");
    }

    /// @return minted An amount that the token gives at once, not zero.
    function mintToOwner(uint256 amount) private returns (uint256 minted) {
        minted = bound(amount, 1, MAX_MINT);
        payToken.mint(owner, minted);
    }

    function expectNoAllowance(uint256 needed) private {
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(vault), 0, needed)
        );
    }

    function depositAs(
        address payer,
        IERC20 deposited,
        uint256 amount,
        address to,
        Permit memory permit
    ) private returns (uint256 received) {
        vm.prank(payer);
        return vault.depositWithPermit(deposited, amount, to, permit.deadlineAt, permit.v, permit.r, permit.s);
    }
}
