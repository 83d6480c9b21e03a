// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../contracts/interfaces/IProviderStaking.sol";
import {IPlainToken} from "./MockInterfaces.sol";
import {RegistryFixture} from "./RegistryFixture.sol";
import {vm} from "./Vm.sol";

/// @title StakingFixture
/// @notice The registry's provider with a staking contract, whose token has no cap, and two services.
abstract contract StakingFixture is RegistryFixture {
    address internal constant SERVICE = address(0x20001);
    address internal constant OTHER_SERVICE = address(0x20002);
    address internal constant PAYER = address(0x20003);
    address internal constant DEAD = 0x000000000000000000000000000000000000dEaD;
    uint128 internal constant MAX_LIMIT = type(uint80).max;

    IPlainToken internal token;

    function setUpStaking() internal {
        setUpProvider();
        token = IPlainToken(deploy("PlainToken", ""));
        staking = deployStaking(address(token));
    }

    function deployStaking(address stakeToken_) internal returns (IProviderStaking) {
        return IProviderStaking(deploy("ProviderStaking", abi.encode(stakeToken_, registry, THAW_SECONDS)));
    }

    /// @dev Gives tokens and the allowance to stake them.
    function fund(IPlainToken funded, address account, uint256 amount) internal {
        funded.mint(account, amount);
        vm.prank(account);
        funded.approve(address(staking), amount);
    }

    function addStake(address provider, uint128 amount) internal {
        if (amount == 0) return;
        fund(token, PAYER, amount);
        vm.prank(PAYER);
        staking.deposit(provider, amount);
    }

    function authorize(address service, uint128 limit, uint128 maxPerLock) internal {
        vm.prank(OWNER);
        staking.authorize(PROVIDER, service, limit, maxPerLock);
    }

    /// @dev Stake that is all one service's part, and locked.
    function addLocked(address service, uint128 amount) internal {
        addStake(PROVIDER, amount);
        authorize(service, amount, amount);
        lockAs(service, amount);
    }

    function lockAs(address service, uint128 amount) internal {
        vm.prank(service);
        staking.lock(PROVIDER, amount);
    }

    function startThaw(uint128 amount) internal {
        vm.prank(OWNER);
        staking.startThaw(PROVIDER, amount);
    }

    function slashAs(address service, uint128 amount, address recipient, uint128 share) internal {
        (address[] memory recipients, uint128[] memory amounts) = single(recipient, share);
        vm.prank(service);
        staking.slash(PROVIDER, amount, recipients, amounts);
    }

    function single(
        address recipient,
        uint128 share
    ) internal pure returns (address[] memory recipients, uint128[] memory amounts) {
        recipients = new address[](1);
        amounts = new uint128[](1);
        recipients[0] = recipient;
        amounts[0] = share;
    }

    function assertStake(uint256 committed, uint256 free) internal view {
        assertEq(staking.committedOf(PROVIDER), committed, "committed stake");
        assertEq(staking.freeOf(PROVIDER), free, "free stake");
    }

    function assertThaw(uint256 thawing, uint256 thawedAt) internal view {
        (uint128 actualThawing, uint40 actualThawedAt) = staking.thawOf(PROVIDER);
        assertEq(actualThawing, thawing, "thawing stake");
        assertEq(actualThawedAt, thawedAt, "thawed at");
    }

    function assertAuthorization(address service, uint256 limit, uint256 maxPerLock, uint256 locked) internal view {
        (uint128 actualLimit, uint128 actualMax, uint128 actualLocked) = staking.authorizationOf(PROVIDER, service);
        assertEq(actualLimit, limit, "limit");
        assertEq(actualMax, maxPerLock, "most per lock");
        assertEq(actualLocked, locked, "locked stake");
    }

    function bound128(uint128 input, uint128 minimum, uint128 maximum) internal pure returns (uint128) {
        // Not lossy: at most the maximum.
        return uint128(bound(input, minimum, maximum));
    }

    function expectInsufficientFree(uint128 free, uint128 needed) internal {
        vm.expectRevert(
            abi.encodeWithSelector(IProviderStaking.ProviderStaking_InsufficientFree.selector, PROVIDER, free, needed)
        );
    }

    function expectInsufficientLocked(address service, uint128 locked, uint128 needed) internal {
        vm.expectRevert(
            abi.encodeWithSelector(
                IProviderStaking.ProviderStaking_InsufficientLocked.selector,
                PROVIDER,
                service,
                locked,
                needed
            )
        );
    }

    function expectNothingThawing() internal {
        vm.expectRevert(abi.encodeWithSelector(IProviderStaking.ProviderStaking_NothingThawing.selector, PROVIDER));
    }
}
