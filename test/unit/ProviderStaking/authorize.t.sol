// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {StakingFixture} from "../../utils/StakingFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract ProviderStakingAuthorizeTest is StakingFixture {
    uint128 private constant STAKE = type(uint128).max;

    function setUp() public {
        setUpStaking();
        addStake(PROVIDER, STAKE);
    }

    function testFuzz_RevertWhen_LimitExceeds80Bits(uint128 limit, uint128 maxPerLock) public {
        limit = bound128(limit, MAX_LIMIT + 1, type(uint128).max);
        expectLimitTooLarge(limit);
        authorize(SERVICE, limit, maxPerLock);
    }

    function test_RevertWhen_LimitIsTheFirstAbove80Bits() public {
        expectLimitTooLarge(MAX_LIMIT + 1);
        authorize(SERVICE, MAX_LIMIT + 1, 0);
    }

    function testFuzz_RevertWhen_MaxPerLockExceedsLimit(uint128 limit, uint128 maxPerLock) public {
        limit = bound128(limit, 0, MAX_LIMIT);
        maxPerLock = bound128(maxPerLock, limit + 1, type(uint128).max);
        vm.expectRevert(
            abi.encodeWithSelector(IProviderStaking.ProviderStaking_MaxPerLockTooLarge.selector, maxPerLock, limit)
        );
        authorize(SERVICE, limit, maxPerLock);
    }

    function testFuzz_RevertWhen_LimitBelowLocked(uint128 limit, uint128 locked) public {
        locked = bound128(locked, 1, MAX_LIMIT);
        limit = bound128(limit, 0, locked - 1);
        authorize(SERVICE, MAX_LIMIT, MAX_LIMIT);
        lockAs(SERVICE, locked);
        vm.expectRevert(
            abi.encodeWithSelector(
                IProviderStaking.ProviderStaking_LimitBelowLocked.selector,
                PROVIDER,
                SERVICE,
                limit,
                locked
            )
        );
        authorize(SERVICE, limit, 0);
    }

    function testFuzz_RevertWhen_RaiseExceedsFreeStake(uint128 free, uint128 before, uint128 limit) public {
        free = bound128(free, 0, MAX_LIMIT - 1);
        before = bound128(before, 0, MAX_LIMIT - 1 - free);
        limit = bound128(limit, before + free + 1, MAX_LIMIT);
        leaveFree(before + free);
        authorize(SERVICE, before, before);
        expectInsufficientFree(free, limit - before);
        authorize(SERVICE, limit, limit);
    }

    function testFuzz_RevertWhen_StakeIsAnotherServicesPart(uint128 part, uint128 limit) public {
        part = bound128(part, 1, MAX_LIMIT);
        limit = bound128(limit, 1, MAX_LIMIT);
        leaveFree(part);
        authorize(OTHER_SERVICE, part, part);
        expectInsufficientFree(0, limit);
        authorize(SERVICE, limit, 0);
    }

    function testFuzz_RevertWhen_StakeThaws(uint128 limit) public {
        limit = bound128(limit, 1, MAX_LIMIT);
        leaveFree(0);
        expectInsufficientFree(0, limit);
        authorize(SERVICE, limit, limit);
    }

    function testFuzz_When_First(address service, uint128 limit, uint128 maxPerLock) public {
        limit = bound128(limit, 0, MAX_LIMIT);
        maxPerLock = bound128(maxPerLock, 0, limit);
        expectEvent(address(staking));
        emit IProviderStaking.ServiceAuthorized(PROVIDER, service, limit, maxPerLock);
        authorize(service, limit, maxPerLock);

        assertAuthorization(service, limit, maxPerLock, 0);
        assertStake(STAKE, STAKE - limit);
        (uint128 others, , ) = staking.authorizationOf(OTHER_PROVIDER, service);
        assertEq(others, 0, "another provider's authorization");
    }

    function test_When_LimitIs80Bits() public {
        authorize(SERVICE, MAX_LIMIT, MAX_LIMIT);
        assertAuthorization(SERVICE, MAX_LIMIT, MAX_LIMIT, 0);
    }

    function testFuzz_When_RaisedByAllFreeStake(uint128 before, uint128 limit, uint128 locked) public {
        before = bound128(before, 0, MAX_LIMIT);
        limit = bound128(limit, before, MAX_LIMIT);
        locked = bound128(locked, 0, before);
        leaveFree(limit);
        authorize(SERVICE, before, before);
        lockAs(SERVICE, locked);
        authorize(SERVICE, limit, limit);
        assertAuthorization(SERVICE, limit, limit, locked);
        assertStake(limit, 0);
    }

    function testFuzz_When_Cut_StakeIsFreeAtOnce(uint128 before, uint128 limit, uint128 locked) public {
        before = bound128(before, 1, MAX_LIMIT);
        limit = bound128(limit, 0, before);
        locked = bound128(locked, 0, limit);
        leaveFree(before);
        authorize(SERVICE, before, before);
        lockAs(SERVICE, locked);

        expectEvent(address(staking));
        emit IProviderStaking.ServiceAuthorized(PROVIDER, SERVICE, limit, limit);
        authorize(SERVICE, limit, limit);
        assertAuthorization(SERVICE, limit, limit, locked);
        assertStake(before, before - limit);

        // What came back can be another service's part.
        authorize(OTHER_SERVICE, before - limit, 0);
        assertStake(before, 0);
    }

    function testFuzz_When_CutToWhatIsLocked(uint128 locked) public {
        locked = bound128(locked, 0, MAX_LIMIT);
        authorize(SERVICE, MAX_LIMIT, MAX_LIMIT);
        lockAs(SERVICE, locked);
        authorize(SERVICE, locked, 0);
        assertAuthorization(SERVICE, locked, 0, locked);
    }

    function testFuzz_When_TwoServices_PartsAreApart(uint128 first, uint128 second) public {
        first = bound128(first, 1, MAX_LIMIT);
        second = bound128(second, 0, MAX_LIMIT);
        authorize(SERVICE, first, first);
        lockAs(SERVICE, first);
        authorize(OTHER_SERVICE, second, second);
        assertAuthorization(SERVICE, first, first, first);
        assertAuthorization(OTHER_SERVICE, second, second, 0);
        assertStake(STAKE, STAKE - first - second);
    }

    /// @dev Thaws everything but that much.
    function leaveFree(uint128 free) private {
        startThaw(STAKE - free);
    }

    function expectLimitTooLarge(uint128 limit) private {
        vm.expectRevert(
            abi.encodeWithSelector(IProviderStaking.ProviderStaking_LimitTooLarge.selector, limit, MAX_LIMIT)
        );
    }
}
