// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {RegistryFixture} from "../../utils/RegistryFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice offerOwnership and acceptOwnership: the two steps of a handover.
contract ProviderRegistryOwnershipTest is RegistryFixture {
    function setUp() public {
        setUpProvider();
    }

    function testFuzz_When_Offered_OwnerStays(address pendingOwner) public {
        uint32 epoch = registry.authEpochOf(PROVIDER);

        expectEvent(address(registry));
        emit IProviderRegistry.OwnershipOffered(PROVIDER, OWNER, pendingOwner);
        vm.prank(OWNER);
        registry.offerOwnership(PROVIDER, pendingOwner);

        assertEq(registry.pendingOwnerOf(PROVIDER), pendingOwner, "pending owner");
        assertEq(registry.ownerOf(PROVIDER), OWNER, "owner");
        assertEq(registry.authEpochOf(PROVIDER), epoch, "epoch");
        assertEq(registry.pendingOwnerOf(OTHER_PROVIDER), address(0), "another's pending owner");
    }

    function testFuzz_RevertWhen_OfferReplaced(address second) public {
        vm.assume(second != PENDING_OWNER);
        vm.prank(OWNER);
        registry.offerOwnership(PROVIDER, second);
        expectNotPendingOwner(PROVIDER, PENDING_OWNER);
        vm.prank(PENDING_OWNER);
        registry.acceptOwnership(PROVIDER);
    }

    function testFuzz_RevertWhen_CallerNotPendingOwner(address caller) public {
        vm.assume(caller != PENDING_OWNER);
        expectNotPendingOwner(PROVIDER, caller);
        vm.prank(caller);
        registry.acceptOwnership(PROVIDER);
    }

    function test_RevertWhen_OwnerAccepts() public {
        expectNotPendingOwner(PROVIDER, OWNER);
        vm.prank(OWNER);
        registry.acceptOwnership(PROVIDER);
    }

    function testFuzz_RevertWhen_NothingOffered(address nobody, address caller) public {
        vm.assume(nobody != PROVIDER);
        expectNotPendingOwner(nobody, caller);
        vm.prank(caller);
        registry.acceptOwnership(nobody);
    }

    function test_RevertWhen_CallerZeroAndOfferWithdrawn() public {
        vm.prank(OWNER);
        registry.offerOwnership(PROVIDER, address(0));
        expectNotPendingOwner(PROVIDER, address(0));
        vm.prank(address(0));
        registry.acceptOwnership(PROVIDER);
    }

    function testFuzz_When_Accepted(address newOwner) public {
        vm.assume(newOwner != address(0) && newOwner != OWNER && newOwner != OPERATOR);
        vm.prank(OWNER);
        registry.offerOwnership(PROVIDER, newOwner);
        uint32 epoch = registry.authEpochOf(PROVIDER);

        expectEvent(address(registry));
        emit IProviderRegistry.OwnershipTransferred(PROVIDER, OWNER, newOwner);
        expectEvent(address(registry));
        emit IProviderRegistry.AuthEpochRaised(PROVIDER, epoch + 1);
        vm.prank(newOwner);
        registry.acceptOwnership(PROVIDER);

        assertEq(registry.ownerOf(PROVIDER), newOwner, "owner");
        assertEq(registry.pendingOwnerOf(PROVIDER), address(0), "pending owner");
        assertEq(registry.authEpochOf(PROVIDER), epoch + 1, "what was signed is void");
        assertEq(registry.payoutOf(PROVIDER), goodProfile().payout, "payout stays until the owner changes it");
        assertFalse(registry.canOperate(PROVIDER, OWNER), "the old owner operates no more");
        assertFalse(registry.canPromise(PROVIDER, OWNER, address(0), address(0), 1), "nor promises");
        assertTrue(registry.canOperate(PROVIDER, newOwner), "the new owner operates");
        assertTrue(registry.canPromise(PROVIDER, newOwner, address(0), address(0), 0), "and promises");
        assertEq(registry.ownerOf(OTHER_PROVIDER), OTHER_PROVIDER, "another's owner");
    }

    function test_RevertWhen_AcceptedTwice() public {
        vm.startPrank(PENDING_OWNER);
        registry.acceptOwnership(PROVIDER);
        expectNotPendingOwner(PROVIDER, PENDING_OWNER);
        registry.acceptOwnership(PROVIDER);
        vm.stopPrank();
    }

    function expectNotPendingOwner(address provider, address caller) private {
        vm.expectRevert(
            abi.encodeWithSelector(IProviderRegistry.ProviderRegistry_NotPendingOwner.selector, provider, caller)
        );
    }
}
