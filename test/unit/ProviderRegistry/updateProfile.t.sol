// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {Profile} from "../../../contracts/types/Provider.sol";
import {RegistryFixture} from "../../utils/RegistryFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract ProviderRegistryUpdateProfileTest is RegistryFixture {
    function setUp() public {
        setUpProvider();
    }

    function testFuzz_RevertWhen_PayoutZero(Profile memory profile) public {
        profile.payout = address(0);
        vm.expectRevert(abi.encodeWithSelector(IProviderRegistry.ProviderRegistry_PayoutZero.selector, PROVIDER));
        vm.prank(OWNER);
        registry.updateProfile(PROVIDER, profile);
    }

    function testFuzz_RevertWhen_EncryptionKeyZero(Profile memory profile) public {
        vm.assume(profile.payout != address(0));
        profile.encryptionKey = 0;
        vm.expectRevert(
            abi.encodeWithSelector(IProviderRegistry.ProviderRegistry_EncryptionKeyZero.selector, PROVIDER)
        );
        vm.prank(OWNER);
        registry.updateProfile(PROVIDER, profile);
    }

    function testFuzz_When_CallerIsOwner(Profile memory profile, uint40 blockNumber) public {
        vm.assume(profile.payout != address(0) && profile.encryptionKey != 0);
        vm.roll(blockNumber);
        uint32 epoch = registry.authEpochOf(PROVIDER);

        expectEvent(address(registry));
        emit IProviderRegistry.ProfileUpdated(PROVIDER, profile.payout, profile.encryptionKey, profile.endpoint);
        vm.prank(OWNER);
        registry.updateProfile(PROVIDER, profile);

        assertEq(registry.payoutOf(PROVIDER), profile.payout, "payout");
        assertEq(registry.encryptionKeyOf(PROVIDER), profile.encryptionKey, "encryption key");
        assertEq(registry.profileBlockOf(PROVIDER), blockNumber, "profile block");
        assertEq(registry.authEpochOf(PROVIDER), epoch, "offers keep their force");
        assertEq(registry.ownerOf(PROVIDER), OWNER, "owner");
        assertEq(registry.payoutOf(OTHER_PROVIDER), goodProfile().payout, "another's payout");
    }
}
