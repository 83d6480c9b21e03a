// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {IFalseToken} from "../../utils/MockInterfaces.sol";
import {StakingFixture} from "../../utils/StakingFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract ProviderStakingWithdrawTest is StakingFixture {
    uint128 private constant STAKE = 1_000_000e18;

    uint40 private thawedAt;

    function setUp() public {
        setUpStaking();
        addStake(PROVIDER, STAKE);
        addStake(OTHER_PROVIDER, STAKE);
        thawedAt = uint40(block.timestamp + THAW_SECONDS);
    }

    function test_RevertWhen_RecipientZero() public {
        startThaw(STAKE);
        vm.warp(thawedAt);
        vm.expectRevert(abi.encodeWithSelector(IProviderStaking.ProviderStaking_RecipientZero.selector));
        withdrawTo(address(0));
    }

    function testFuzz_RevertWhen_NothingThaws(address to, uint40 nowAt) public {
        vm.assume(to != address(0));
        vm.warp(nowAt);
        expectNothingThawing();
        withdrawTo(to);
    }

    function testFuzz_RevertWhen_StillThawing(address to, uint128 amount, uint256 secondsLeft) public {
        vm.assume(to != address(0));
        startThaw(bound128(amount, 1, STAKE));
        vm.warp(thawedAt - bound(secondsLeft, 1, THAW_SECONDS));
        expectStillThawing(thawedAt);
        withdrawTo(to);
    }

    function test_RevertWhen_OneSecondEarly() public {
        startThaw(STAKE);
        vm.warp(thawedAt - 1);
        expectStillThawing(thawedAt);
        withdrawTo(OWNER);
    }

    function testFuzz_RevertWhen_ClockStartedAnew(uint128 first, uint128 second, uint256 laterSeconds) public {
        first = bound128(first, 1, STAKE - 1);
        second = bound128(second, 1, STAKE - first);
        startThaw(first);
        // Later than the first thaw's end, even: what was not taken out thaws again.
        vm.warp(block.timestamp + bound(laterSeconds, 1, 2 * THAW_SECONDS));
        startThaw(second);
        uint40 anewAt = uint40(block.timestamp + THAW_SECONDS);
        vm.warp(anewAt - 1);
        expectStillThawing(anewAt);
        withdrawTo(OWNER);
        vm.warp(anewAt);
        withdrawTo(OWNER);
        assertEq(token.balanceOf(OWNER), first + second, "all of it");
    }

    function test_When_ExactlyThawed() public {
        startThaw(STAKE);
        vm.warp(thawedAt);
        withdrawTo(OWNER);
        assertEq(token.balanceOf(OWNER), STAKE, "the owner's tokens");
    }

    function testFuzz_When_Thawed(address to, uint128 amount, uint32 laterSeconds) public {
        vm.assume(to != address(0) && to != address(staking) && to != PAYER);
        amount = bound128(amount, 1, STAKE);
        startThaw(amount);
        vm.warp(uint256(thawedAt) + laterSeconds);

        expectEvent(address(staking));
        emit IProviderStaking.StakeWithdrawn(PROVIDER, to, amount);
        expectEvent(address(token));
        emit IERC20.Transfer(address(staking), to, amount);
        withdrawTo(to);

        assertEq(token.balanceOf(to), amount, "the recipient's tokens");
        assertEq(token.balanceOf(address(staking)), 2 * STAKE - amount, "staking's tokens");
        assertStake(STAKE - amount, STAKE - amount);
        assertThaw(0, 0);
        assertEq(staking.committedOf(OTHER_PROVIDER), STAKE, "another's stake");
    }

    function testFuzz_RevertWhen_WithdrawnTwice(uint128 amount) public {
        startThaw(bound128(amount, 1, STAKE));
        vm.warp(thawedAt);
        withdrawTo(OWNER);
        expectNothingThawing();
        withdrawTo(OWNER);
    }

    function testFuzz_RevertWhen_CanceledBefore(uint128 amount) public {
        startThaw(bound128(amount, 1, STAKE));
        vm.prank(OWNER);
        staking.cancelThaw(PROVIDER);
        vm.warp(thawedAt);
        expectNothingThawing();
        withdrawTo(OWNER);
    }

    function testFuzz_RevertWhen_TokenReturnsFalse(uint128 amount) public {
        vm.assume(amount != 0);
        IFalseToken falseToken = IFalseToken(deploy("FalseToken", ""));
        staking = deployStaking(address(falseToken));
        fund(falseToken, PAYER, amount);
        vm.prank(PAYER);
        staking.deposit(PROVIDER, amount);
        startThaw(amount);
        vm.warp(thawedAt);

        falseToken.setFails(true);
        vm.expectRevert(abi.encodeWithSelector(LibraryErrors.SafeERC20FailedOperation.selector, falseToken));
        withdrawTo(OWNER);
        assertThaw(amount, thawedAt);
    }

    function withdrawTo(address to) private {
        vm.prank(OWNER);
        staking.withdraw(PROVIDER, to);
    }

    function expectStillThawing(uint40 until) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IProviderStaking.ProviderStaking_StillThawing.selector,
                PROVIDER,
                uint40(block.timestamp),
                until
            )
        );
    }
}
