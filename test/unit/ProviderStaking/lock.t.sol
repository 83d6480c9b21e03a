// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {StakingFixture} from "../../utils/StakingFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice lock and release.
contract ProviderStakingLockTest is StakingFixture {
    uint128 private constant STAKE = 2 * MAX_LIMIT;

    function setUp() public {
        setUpStaking();
        addStake(PROVIDER, STAKE);
    }

    function testFuzz_RevertWhen_ServiceNotAuthorized(address service, uint128 amount) public {
        vm.assume(amount != 0 && service != SERVICE);
        authorize(SERVICE, MAX_LIMIT, MAX_LIMIT);
        expectLockTooLarge(service, amount, 0);
        lockAs(service, amount);
    }

    function testFuzz_RevertWhen_OneLockTakesTooMuch(uint128 maxPerLock, uint128 amount) public {
        maxPerLock = bound128(maxPerLock, 0, MAX_LIMIT - 1);
        amount = bound128(amount, maxPerLock + 1, type(uint128).max);
        authorize(SERVICE, MAX_LIMIT, maxPerLock);
        expectLockTooLarge(SERVICE, amount, maxPerLock);
        lockAs(SERVICE, amount);
    }

    function testFuzz_RevertWhen_LocksTakeTooMuchTogether(uint128 limit, uint128 first, uint128 second) public {
        limit = bound128(limit, 1, MAX_LIMIT);
        first = bound128(first, 1, limit);
        second = bound128(second, limit - first + 1, limit);
        authorize(SERVICE, limit, limit);
        lockAs(SERVICE, first);
        vm.expectRevert(
            abi.encodeWithSelector(
                IProviderStaking.ProviderStaking_LimitExceeded.selector,
                PROVIDER,
                SERVICE,
                uint256(first) + second,
                limit
            )
        );
        lockAs(SERVICE, second);
    }

    function testFuzz_RevertWhen_ServiceWasStopped(uint128 locked, uint128 amount) public {
        locked = bound128(locked, 0, MAX_LIMIT);
        vm.assume(amount != 0);
        authorize(SERVICE, MAX_LIMIT, MAX_LIMIT);
        lockAs(SERVICE, locked);
        authorize(SERVICE, MAX_LIMIT, 0);
        expectLockTooLarge(SERVICE, amount, 0);
        lockAs(SERVICE, amount);
        assertAuthorization(SERVICE, MAX_LIMIT, 0, locked);
    }

    function testFuzz_When_WithinTheLimits(uint128 limit, uint128 first, uint128 second) public {
        limit = bound128(limit, 1, MAX_LIMIT);
        first = bound128(first, 0, limit);
        second = bound128(second, 0, limit - first);
        authorize(SERVICE, limit, limit);
        authorize(OTHER_SERVICE, 1, 1);
        lockAs(SERVICE, first);

        expectEvent(address(staking));
        emit IProviderStaking.StakeLocked(PROVIDER, SERVICE, second);
        lockAs(SERVICE, second);

        assertAuthorization(SERVICE, limit, limit, first + second);
        assertAuthorization(OTHER_SERVICE, 1, 1, 0);
        assertStake(STAKE, STAKE - limit - 1);
        (, , uint128 others) = staking.authorizationOf(OTHER_PROVIDER, SERVICE);
        assertEq(others, 0, "another provider's stake");
    }

    function test_When_LockIsTheLargestAllowed() public {
        authorize(SERVICE, 10, 5);
        lockAs(SERVICE, 5);
        lockAs(SERVICE, 5);
        assertAuthorization(SERVICE, 10, 5, 10);
    }

    function testFuzz_RevertWhen_ReleaseExceedsLock(uint128 locked, uint128 amount) public {
        locked = bound128(locked, 0, MAX_LIMIT);
        amount = bound128(amount, locked + 1, type(uint128).max);
        authorize(SERVICE, MAX_LIMIT, MAX_LIMIT);
        lockAs(SERVICE, locked);
        expectInsufficientLocked(SERVICE, locked, amount);
        releaseAs(SERVICE, amount);
    }

    function testFuzz_RevertWhen_LockIsAnotherServices(address service, uint128 amount) public {
        vm.assume(service != SERVICE);
        amount = bound128(amount, 1, MAX_LIMIT);
        authorize(SERVICE, MAX_LIMIT, MAX_LIMIT);
        lockAs(SERVICE, MAX_LIMIT);
        expectInsufficientLocked(service, 0, amount);
        releaseAs(service, amount);
    }

    function testFuzz_When_Released(uint128 limit, uint128 locked, uint128 amount) public {
        limit = bound128(limit, 0, MAX_LIMIT);
        locked = bound128(locked, 0, limit);
        amount = bound128(amount, 0, locked);
        authorize(SERVICE, limit, limit);
        lockAs(SERVICE, locked);

        expectEvent(address(staking));
        emit IProviderStaking.StakeReleased(PROVIDER, SERVICE, amount);
        releaseAs(SERVICE, amount);

        assertAuthorization(SERVICE, limit, limit, locked - amount);
        assertStake(STAKE, STAKE - limit);

        // It can be locked again.
        lockAs(SERVICE, limit - (locked - amount));
        assertAuthorization(SERVICE, limit, limit, limit);
    }

    function releaseAs(address service, uint128 amount) private {
        vm.prank(service);
        staking.release(PROVIDER, amount);
    }

    function expectLockTooLarge(address service, uint128 amount, uint128 maxPerLock) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IProviderStaking.ProviderStaking_LockTooLarge.selector,
                PROVIDER,
                service,
                amount,
                maxPerLock
            )
        );
    }
}
