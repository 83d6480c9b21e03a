// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {Profile} from "../../../contracts/types/Provider.sol";
import {RegistryFixture} from "../../utils/RegistryFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract ProviderRegistryRegisterTest is RegistryFixture {
    function setUp() public {
        setUpProvider();
    }

    function testFuzz_RevertWhen_CallerRegistered(address caller, Profile memory first, Profile memory second) public {
        assumeNewcomer(caller, first);
        vm.prank(caller);
        registry.register(first);

        vm.expectRevert(abi.encodeWithSelector(IProviderRegistry.ProviderRegistry_AlreadyRegistered.selector, caller));
        vm.prank(caller);
        registry.register(second);
    }

    function testFuzz_RevertWhen_CallerHandedItsProviderOver(Profile memory profile) public {
        vm.expectRevert(
            abi.encodeWithSelector(IProviderRegistry.ProviderRegistry_AlreadyRegistered.selector, PROVIDER)
        );
        vm.prank(PROVIDER);
        registry.register(profile);
    }

    function testFuzz_RevertWhen_PayoutZero(address caller, Profile memory profile) public {
        assumeNewcomer(caller, profile);
        profile.payout = address(0);

        vm.expectRevert(abi.encodeWithSelector(IProviderRegistry.ProviderRegistry_PayoutZero.selector, caller));
        vm.prank(caller);
        registry.register(profile);
    }

    function testFuzz_RevertWhen_EncryptionKeyZero(address caller, Profile memory profile) public {
        assumeNewcomer(caller, profile);
        profile.encryptionKey = 0;

        vm.expectRevert(abi.encodeWithSelector(IProviderRegistry.ProviderRegistry_EncryptionKeyZero.selector, caller));
        vm.prank(caller);
        registry.register(profile);
    }

    function testFuzz_When_CallerIsNew(address caller, Profile memory profile, uint40 blockNumber) public {
        assumeNewcomer(caller, profile);
        vm.roll(blockNumber);

        expectEvent(address(registry));
        emit IProviderRegistry.ProviderRegistered(caller);
        expectEvent(address(registry));
        emit IProviderRegistry.AuthEpochRaised(caller, 1);
        expectEvent(address(registry));
        emit IProviderRegistry.ProfileUpdated(caller, profile.payout, profile.encryptionKey, profile.endpoint);
        vm.prank(caller);
        registry.register(profile);

        assertEq(registry.ownerOf(caller), caller, "owner");
        assertEq(registry.pendingOwnerOf(caller), address(0), "pending owner");
        assertEq(registry.authEpochOf(caller), 1, "epoch");
        assertEq(registry.payoutOf(caller), profile.payout, "payout");
        assertEq(registry.encryptionKeyOf(caller), profile.encryptionKey, "encryption key");
        assertEq(registry.profileBlockOf(caller), blockNumber, "profile block");
        assertFalse(registry.isOperator(caller, caller), "an owner is no operator");
        (uint32 authEpoch, address payout) = registry.standingOf(caller);
        assertEq(authEpoch, 1, "standing: epoch");
        assertEq(payout, profile.payout, "standing: payout");
    }

    function testFuzz_When_AnotherRegisters_NobodyElseChanges(address caller, Profile memory profile) public {
        assumeNewcomer(caller, profile);
        vm.roll(2_000);
        vm.prank(caller);
        registry.register(profile);

        assertEq(registry.ownerOf(PROVIDER), OWNER, "owner");
        assertEq(registry.authEpochOf(OTHER_PROVIDER), 1, "epoch");
        assertEq(registry.payoutOf(PROVIDER), goodProfile().payout, "payout");
        assertEq(registry.encryptionKeyOf(PROVIDER), ENCRYPTION_KEY, "encryption key");
        assertEq(registry.profileBlockOf(PROVIDER), 1_000, "profile block");
    }

    function testFuzz_When_NotRegistered_EverythingIsZero(address nobody) public view {
        vm.assume(nobody != PROVIDER && nobody != OTHER_PROVIDER);
        (uint32 authEpoch, address payout) = registry.standingOf(nobody);
        assertEq(authEpoch, 0, "standing: epoch");
        assertEq(payout, address(0), "standing: payout");
        assertEq(registry.ownerOf(nobody), address(0), "owner");
        assertEq(registry.pendingOwnerOf(nobody), address(0), "pending owner");
        assertEq(registry.authEpochOf(nobody), 0, "epoch");
        assertEq(registry.payoutOf(nobody), address(0), "payout");
        assertEq(registry.encryptionKeyOf(nobody), bytes32(0), "encryption key");
        assertEq(registry.profileBlockOf(nobody), 0, "profile block");
    }

    function assumeNewcomer(address caller, Profile memory profile) private pure {
        vm.assume(caller != address(0) && caller != PROVIDER && caller != OTHER_PROVIDER);
        vm.assume(profile.payout != address(0) && profile.encryptionKey != 0);
    }
}
