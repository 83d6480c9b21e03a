// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {IFalseToken, IPlainToken, ISilentToken} from "../../utils/MockInterfaces.sol";
import {StakingFixture} from "../../utils/StakingFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract ProviderStakingDepositTest is StakingFixture {
    function setUp() public {
        setUpStaking();
    }

    function testFuzz_RevertWhen_AmountZero(address payer, address provider) public {
        vm.expectRevert(abi.encodeWithSelector(IProviderStaking.ProviderStaking_AmountZero.selector, provider));
        vm.prank(payer);
        staking.deposit(provider, 0);
    }

    function testFuzz_RevertWhen_AllowanceShort(uint128 amount, uint128 allowance) public {
        amount = bound128(amount, 1, type(uint128).max);
        allowance = bound128(allowance, 0, amount - 1);
        token.mint(PAYER, amount);
        vm.prank(PAYER);
        token.approve(address(staking), allowance);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                address(staking),
                allowance,
                amount
            )
        );
        vm.prank(PAYER);
        staking.deposit(PROVIDER, amount);
    }

    function testFuzz_RevertWhen_AnotherApproved(address caller, uint128 amount) public {
        vm.assume(amount != 0 && caller != address(0) && caller != PAYER);
        fund(token, PAYER, amount);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(staking), 0, amount)
        );
        vm.prank(caller);
        staking.deposit(PROVIDER, amount);
    }

    function testFuzz_RevertWhen_TokenTakesAFee(uint256 feeBps, uint128 amount) public {
        feeBps = bound(feeBps, 1, 10_000);
        amount = bound128(amount, 10_000, type(uint128).max);
        IPlainToken feeToken = IPlainToken(deploy("FeeToken", abi.encode(feeBps)));
        staking = deployStaking(address(feeToken));
        fund(feeToken, PAYER, amount);
        uint256 received = amount - (amount * feeBps) / 10_000;
        vm.expectRevert(
            abi.encodeWithSelector(IProviderStaking.ProviderStaking_UnexpectedReceipt.selector, amount, received)
        );
        vm.prank(PAYER);
        staking.deposit(PROVIDER, amount);
    }

    function testFuzz_RevertWhen_TokenReturnsFalse(uint128 amount) public {
        vm.assume(amount != 0);
        IFalseToken falseToken = IFalseToken(deploy("FalseToken", ""));
        staking = deployStaking(address(falseToken));
        fund(falseToken, PAYER, amount);
        falseToken.setFails(true);
        vm.expectRevert(abi.encodeWithSelector(LibraryErrors.SafeERC20FailedOperation.selector, falseToken));
        vm.prank(PAYER);
        staking.deposit(PROVIDER, amount);
    }

    function testFuzz_RevertWhen_StakeExceeds128Bits(uint128 first, uint128 second) public {
        first = bound128(first, 1, type(uint128).max);
        second = bound128(second, type(uint128).max - first + 1, type(uint128).max);
        addStake(PROVIDER, first);
        fund(token, PAYER, second);
        vm.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        vm.prank(PAYER);
        staking.deposit(PROVIDER, second);
    }

    function testFuzz_When_Approved(address payer, address provider, uint128 amount, uint128 rest) public {
        vm.assume(amount != 0 && payer != address(0) && payer != address(staking) && payer != address(this));
        fund(token, payer, amount);
        token.mint(payer, rest);

        expectEvent(address(token));
        emit IERC20.Transfer(payer, address(staking), amount);
        expectEvent(address(staking));
        emit IProviderStaking.StakeDeposited(provider, payer, amount);
        vm.prank(payer);
        staking.deposit(provider, amount);

        assertEq(staking.committedOf(provider), amount, "committed");
        assertEq(staking.freeOf(provider), amount, "free at once");
        (uint128 thawing, uint40 thawedAt) = staking.thawOf(provider);
        assertEq(thawing, 0, "thawing");
        assertEq(thawedAt, 0, "thawed at");
        if (provider != payer) assertEq(staking.committedOf(payer), 0, "the payer's stake");
        assertEq(token.balanceOf(payer), rest, "the payer's tokens");
        assertEq(token.balanceOf(address(staking)), amount, "staking's tokens");
    }

    function testFuzz_When_DepositedTwice_StakeAdds(uint128 first, uint128 second, uint128 gift) public {
        first = bound128(first, 1, type(uint128).max - 1);
        second = bound128(second, 1, type(uint128).max - first);
        token.mint(address(staking), gift);
        addStake(PROVIDER, first);
        addStake(PROVIDER, second);
        assertStake(uint256(first) + second, uint256(first) + second);
        assertEq(staking.committedOf(OTHER_PROVIDER), 0, "another's stake");
    }

    function testFuzz_When_TokenReturnsNothing(uint128 amount) public {
        vm.assume(amount != 0);
        ISilentToken silent = ISilentToken(deploy("SilentToken", ""));
        staking = deployStaking(address(silent));
        silent.mint(PAYER, amount);
        vm.startPrank(PAYER);
        silent.approve(address(staking), amount);
        staking.deposit(PROVIDER, amount);
        vm.stopPrank();
        assertStake(amount, amount);
    }
}
