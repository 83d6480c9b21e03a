// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {StakingFixture} from "../../utils/StakingFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice What a slash does. What it refuses is in slashRefused.t.sol.
contract ProviderStakingSlashTest is StakingFixture {
    address private constant FIRST = address(0x30001);
    address private constant SECOND = address(0x30002);
    uint128 private constant OTHERS = 1_000;

    /// @dev Beside the slashed service's part there is free, thawing and another service's locked stake.
    function setUp() public {
        setUpStaking();
        addLocked(OTHER_SERVICE, OTHERS);
        addStake(PROVIDER, OTHERS);
        startThaw(OTHERS);
        addStake(PROVIDER, OTHERS);
        addStake(OTHER_PROVIDER, OTHERS);
    }

    function testFuzz_When_TwoRecipients(uint128 locked, uint128 amount, uint128 share0, uint128 share1) public {
        locked = bound128(locked, 0, MAX_LIMIT);
        amount = bound128(amount, 0, locked);
        share0 = bound128(share0, 0, amount / 2);
        share1 = bound128(share1, 0, amount / 2 - share0);
        addLocked(SERVICE, locked);
        (address[] memory recipients, uint128[] memory amounts) = pair(FIRST, share0, SECOND, share1);

        expectEvent(address(staking));
        emit IProviderStaking.StakeSlashed(PROVIDER, SERVICE, amount, amount - share0 - share1);
        expectEvent(address(staking));
        emit IProviderStaking.SlashCredited(FIRST, PROVIDER, share0);
        expectEvent(address(staking));
        emit IProviderStaking.SlashCredited(SECOND, PROVIDER, share1);
        vm.prank(SERVICE);
        staking.slash(PROVIDER, amount, recipients, amounts);

        assertAuthorization(SERVICE, locked - amount, locked - amount, locked - amount);
        assertEq(staking.claimOf(FIRST), share0, "the first recipient's claim");
        assertEq(staking.claimOf(SECOND), share1, "the second recipient's claim");
        assertEq(staking.unburned(), amount - share0 - share1, "unburned");
        assertStake(2 * OTHERS + locked - amount, OTHERS);
        assertNobodyElseLost();
        assertConserved();
    }

    function testFuzz_When_HalfIsShared(uint128 amount) public {
        amount = bound128(amount, 0, MAX_LIMIT);
        addLocked(SERVICE, amount);
        slashAs(SERVICE, amount, FIRST, amount / 2);
        assertEq(staking.claimOf(FIRST), amount / 2, "half, rounded down");
        assertEq(staking.unburned(), amount - amount / 2, "half, rounded up");
    }

    function testFuzz_When_NoRecipients_AllIsBurned(uint128 amount) public {
        amount = bound128(amount, 0, MAX_LIMIT);
        addLocked(SERVICE, amount);
        expectEvent(address(staking));
        emit IProviderStaking.StakeSlashed(PROVIDER, SERVICE, amount, amount);
        vm.prank(SERVICE);
        staking.slash(PROVIDER, amount, new address[](0), new uint128[](0));
        assertEq(staking.unburned(), amount, "unburned");
        assertConserved();
    }

    function testFuzz_When_RecipientIsNamedTwice_SharesAdd(uint128 amount, uint128 share0) public {
        amount = bound128(amount, 2, MAX_LIMIT);
        share0 = bound128(share0, 0, amount / 2);
        addLocked(SERVICE, amount);
        (address[] memory recipients, uint128[] memory amounts) = pair(FIRST, share0, FIRST, amount / 2 - share0);
        vm.prank(SERVICE);
        staking.slash(PROVIDER, amount, recipients, amounts);
        assertEq(staking.claimOf(FIRST), amount / 2, "the recipient's claim");
        assertConserved();
    }

    function testFuzz_When_SlashedTwice_ClaimsAdd(uint128 first, uint128 second) public {
        first = bound128(first, 0, MAX_LIMIT / 2);
        second = bound128(second, 0, MAX_LIMIT / 2);
        addLocked(SERVICE, first + second);
        slashAs(SERVICE, first, FIRST, first / 2);
        slashAs(SERVICE, second, FIRST, second / 2);
        assertEq(staking.claimOf(FIRST), first / 2 + second / 2, "the recipient's claim");
        assertEq(staking.unburned(), first + second - first / 2 - second / 2, "unburned");
        assertAuthorization(SERVICE, 0, 0, 0);
        assertConserved();
    }

    function testFuzz_When_LimitFallsBelowMaxPerLock(uint128 limit, uint128 amount, uint128 maxPerLock) public {
        limit = bound128(limit, 1, MAX_LIMIT);
        amount = bound128(amount, 1, limit);
        maxPerLock = bound128(maxPerLock, limit - amount, limit);
        setUpLock(limit, amount, maxPerLock);
        slashAs(SERVICE, amount, FIRST, 0);
        assertAuthorization(SERVICE, limit - amount, limit - amount, 0);
    }

    function testFuzz_When_LimitStaysAboveMaxPerLock(uint128 limit, uint128 amount, uint128 maxPerLock) public {
        limit = bound128(limit, 1, MAX_LIMIT);
        amount = bound128(amount, 1, limit);
        maxPerLock = bound128(maxPerLock, 0, limit - amount);
        setUpLock(limit, amount, maxPerLock);
        slashAs(SERVICE, amount, FIRST, 0);
        assertAuthorization(SERVICE, limit - amount, maxPerLock, 0);
    }

    function testFuzz_RevertWhen_AuthorizationWasUsedUp(uint128 limit, uint128 amount) public {
        limit = bound128(limit, 1, MAX_LIMIT);
        amount = bound128(amount, 1, limit);
        setUpLock(limit, amount, limit);
        slashAs(SERVICE, amount, FIRST, amount / 2);
        vm.expectRevert(
            abi.encodeWithSelector(
                IProviderStaking.ProviderStaking_LockTooLarge.selector,
                PROVIDER,
                SERVICE,
                limit - amount + 1,
                limit - amount
            )
        );
        lockAs(SERVICE, limit - amount + 1);
    }

    function testFuzz_RevertWhen_OwnerRestoresTheLimitWithoutFreeStake(uint128 amount) public {
        amount = bound128(amount, OTHERS + 1, MAX_LIMIT);
        addLocked(SERVICE, amount);
        slashAs(SERVICE, amount, FIRST, 0);
        expectInsufficientFree(OTHERS, amount);
        authorize(SERVICE, amount, amount);
    }

    /// @dev A part of which some is locked, with a bound on single locks that came after.
    function setUpLock(uint128 limit, uint128 locked, uint128 maxPerLock) private {
        addStake(PROVIDER, limit);
        authorize(SERVICE, limit, limit);
        lockAs(SERVICE, locked);
        authorize(SERVICE, limit, maxPerLock);
    }

    function pair(
        address recipient0,
        uint128 share0,
        address recipient1,
        uint128 share1
    ) private pure returns (address[] memory recipients, uint128[] memory amounts) {
        recipients = new address[](2);
        amounts = new uint128[](2);
        (recipients[0], recipients[1]) = (recipient0, recipient1);
        (amounts[0], amounts[1]) = (share0, share1);
    }

    function assertNobodyElseLost() private view {
        (uint128 thawing, ) = staking.thawOf(PROVIDER);
        assertEq(thawing, OTHERS, "thawing stake");
        assertAuthorization(OTHER_SERVICE, OTHERS, OTHERS, OTHERS);
        assertEq(staking.committedOf(OTHER_PROVIDER), OTHERS, "another's stake");
    }

    function assertConserved() private view {
        uint256 owed = staking.committedOf(PROVIDER) + staking.committedOf(OTHER_PROVIDER) + OTHERS;
        owed += staking.claimOf(FIRST) + staking.claimOf(SECOND) + staking.unburned();
        assertEq(token.balanceOf(address(staking)), owed, "staking's tokens");
    }
}
