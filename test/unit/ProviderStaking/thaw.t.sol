// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {StakingFixture} from "../../utils/StakingFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice startThaw and cancelThaw.
contract ProviderStakingThawTest is StakingFixture {
    uint128 private constant STAKE = 1_000_000e18;

    function setUp() public {
        setUpStaking();
        addStake(PROVIDER, STAKE);
    }

    function test_RevertWhen_AmountZero() public {
        vm.expectRevert(abi.encodeWithSelector(IProviderStaking.ProviderStaking_AmountZero.selector, PROVIDER));
        startThaw(0);
    }

    function testFuzz_RevertWhen_NotThatMuchIsFree(uint128 part, uint128 amount, bool locked) public {
        part = bound128(part, 0, STAKE);
        amount = bound128(amount, STAKE - part + 1, type(uint128).max);
        authorize(SERVICE, part, part);
        if (locked) lockAs(SERVICE, part);
        expectInsufficientFree(STAKE - part, amount);
        startThaw(amount);
    }

    function testFuzz_RevertWhen_ItThawsAlready(uint128 first, uint128 second) public {
        first = bound128(first, 1, STAKE);
        second = bound128(second, STAKE - first + 1, type(uint128).max);
        startThaw(first);
        expectInsufficientFree(STAKE - first, second);
        startThaw(second);
    }

    function testFuzz_When_Free(uint128 part, uint128 amount, uint32 laterSeconds) public {
        part = bound128(part, 0, STAKE - 1);
        amount = bound128(amount, 1, STAKE - part);
        authorize(SERVICE, part, part);
        vm.warp(block.timestamp + laterSeconds);
        uint40 thawedAt = uint40(block.timestamp + THAW_SECONDS);

        expectEvent(address(staking));
        emit IProviderStaking.ThawStarted(PROVIDER, amount, amount, thawedAt);
        startThaw(amount);

        assertStake(STAKE - amount, STAKE - amount - part);
        assertThaw(amount, thawedAt);
        assertAuthorization(SERVICE, part, part, 0);
        assertEq(token.balanceOf(address(staking)), STAKE, "no token moved");
    }

    function testFuzz_When_StartedTwice_ClockStartsAnew(uint128 first, uint128 second, uint32 laterSeconds) public {
        first = bound128(first, 1, STAKE - 1);
        second = bound128(second, 1, STAKE - first);
        startThaw(first);
        vm.warp(block.timestamp + laterSeconds);
        uint40 thawedAt = uint40(block.timestamp + THAW_SECONDS);

        expectEvent(address(staking));
        emit IProviderStaking.ThawStarted(PROVIDER, second, first + second, thawedAt);
        startThaw(second);

        assertStake(STAKE - first - second, STAKE - first - second);
        assertThaw(first + second, thawedAt);
    }

    function test_RevertWhen_NothingToCancel() public {
        expectNothingThawing();
        vm.prank(OWNER);
        staking.cancelThaw(PROVIDER);
    }

    function testFuzz_When_Canceled_StakeIsFreeAgain(uint128 amount, uint32 laterSeconds) public {
        amount = bound128(amount, 1, STAKE);
        startThaw(amount);
        vm.warp(block.timestamp + laterSeconds);

        expectEvent(address(staking));
        emit IProviderStaking.ThawCanceled(PROVIDER, amount);
        vm.prank(OWNER);
        staking.cancelThaw(PROVIDER);

        assertStake(STAKE, STAKE);
        assertThaw(0, 0);
        assertEq(token.balanceOf(address(staking)), STAKE, "no token moved");
    }

    function testFuzz_RevertWhen_CanceledTwice(uint128 amount) public {
        amount = bound128(amount, 1, STAKE);
        startThaw(amount);
        vm.startPrank(OWNER);
        staking.cancelThaw(PROVIDER);
        expectNothingThawing();
        staking.cancelThaw(PROVIDER);
        vm.stopPrank();
    }
}
