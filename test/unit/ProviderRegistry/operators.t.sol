// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {RegistryFixture} from "../../utils/RegistryFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice setOperator, canOperate and raiseAuthEpoch.
contract ProviderRegistryOperatorsTest is RegistryFixture {
    function setUp() public {
        setUpProvider();
    }

    function testFuzz_RevertWhen_OperatorAddedTwice(address operator) public {
        vm.startPrank(OWNER);
        if (operator != OPERATOR) registry.setOperator(PROVIDER, operator, true);
        expectUnchanged(operator, true);
        registry.setOperator(PROVIDER, operator, true);
        vm.stopPrank();
    }

    function testFuzz_RevertWhen_RemovedKeyIsNoOperator(address operator) public {
        vm.assume(operator != OPERATOR);
        expectUnchanged(operator, false);
        vm.prank(OWNER);
        registry.setOperator(PROVIDER, operator, false);
    }

    function testFuzz_When_OperatorAdded_EpochStays(address operator) public {
        vm.assume(operator != OPERATOR);
        uint32 epoch = registry.authEpochOf(PROVIDER);

        expectEvent(address(registry));
        emit IProviderRegistry.OperatorSet(PROVIDER, operator, true);
        vm.prank(OWNER);
        registry.setOperator(PROVIDER, operator, true);

        assertTrue(registry.isOperator(PROVIDER, operator), "operator");
        assertTrue(registry.canOperate(PROVIDER, operator), "can operate");
        assertEq(registry.authEpochOf(PROVIDER), epoch, "epoch");
        assertFalse(registry.isOperator(OTHER_PROVIDER, operator), "not of another provider");
    }

    function testFuzz_When_OperatorRemoved_EpochRises(address operator) public {
        vm.assume(operator != OWNER);
        uint32 epoch = registry.authEpochOf(PROVIDER);
        vm.startPrank(OWNER);
        if (operator != OPERATOR) registry.setOperator(PROVIDER, operator, true);

        expectEvent(address(registry));
        emit IProviderRegistry.OperatorSet(PROVIDER, operator, false);
        expectEvent(address(registry));
        emit IProviderRegistry.AuthEpochRaised(PROVIDER, epoch + 1);
        registry.setOperator(PROVIDER, operator, false);
        vm.stopPrank();

        assertFalse(registry.isOperator(PROVIDER, operator), "no operator");
        assertFalse(registry.canOperate(PROVIDER, operator), "cannot operate");
        assertEq(registry.authEpochOf(PROVIDER), epoch + 1, "what the key signed is void");
        assertEq(registry.authEpochOf(OTHER_PROVIDER), 1, "another's epoch");
    }

    function testFuzz_When_KeyServesTwoProviders(address operator) public {
        vm.assume(operator != OPERATOR && operator != OTHER_PROVIDER);
        vm.prank(OWNER);
        registry.setOperator(PROVIDER, operator, true);
        vm.startPrank(OTHER_PROVIDER);
        registry.setOperator(OTHER_PROVIDER, operator, true);
        registry.setOperator(OTHER_PROVIDER, operator, false);
        vm.stopPrank();
        assertTrue(registry.isOperator(PROVIDER, operator), "removed by another provider only");
    }

    function testFuzz_When_KeyIsNeitherOwnerNorOperator_CannotOperate(address key) public view {
        vm.assume(!isRelated(key));
        assertFalse(registry.canOperate(PROVIDER, key), "can operate");
    }

    function test_When_KeyIsOwner_CanOperateWithoutBeingOperator() public view {
        assertTrue(registry.canOperate(PROVIDER, OWNER), "can operate");
        assertFalse(registry.isOperator(PROVIDER, OWNER), "operator");
        assertFalse(registry.canOperate(OTHER_PROVIDER, OWNER), "another's owner");
    }

    function testFuzz_When_NotRegistered_NobodyCanOperate(address nobody, address key) public view {
        vm.assume(nobody != PROVIDER && nobody != OTHER_PROVIDER);
        assertFalse(registry.canOperate(nobody, key), "any key");
        assertFalse(registry.canOperate(nobody, nobody), "its own key");
        assertFalse(registry.canOperate(nobody, address(0)), "the zero key, which equals its owner");
    }

    function test_RevertWhen_EpochRaisedByNonOperator() public {
        address[6] memory callers = notOwners();
        for (uint256 i; i < callers.length; ++i) {
            if (callers[i] == OPERATOR) continue;
            assertNotOperator(PROVIDER, callers[i]);
        }
    }

    function testFuzz_RevertWhen_EpochRaisedByNonOperator(address caller) public {
        vm.assume(!isRelated(caller));
        assertNotOperator(PROVIDER, caller);
    }

    function testFuzz_RevertWhen_EpochOfNobodyRaised(address nobody, address caller) public {
        vm.assume(nobody != PROVIDER && nobody != OTHER_PROVIDER);
        assertNotOperator(nobody, caller);
        assertNotOperator(nobody, nobody);
    }

    function testFuzz_When_EpochRaised(bool byOwner, uint8 times) public {
        uint32 epoch = registry.authEpochOf(PROVIDER);
        times = uint8(bound(times, 1, 5));
        for (uint32 i = 1; i <= times; ++i) {
            expectEvent(address(registry));
            emit IProviderRegistry.AuthEpochRaised(PROVIDER, epoch + i);
            vm.prank(byOwner ? OWNER : OPERATOR);
            registry.raiseAuthEpoch(PROVIDER);
        }
        assertEq(registry.authEpochOf(PROVIDER), epoch + times, "epoch");
        (uint32 standing, ) = registry.standingOf(PROVIDER);
        assertEq(standing, epoch + times, "standing: epoch");
        assertEq(registry.authEpochOf(OTHER_PROVIDER), 1, "another's epoch");
    }

    function expectUnchanged(address operator, bool allowed) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IProviderRegistry.ProviderRegistry_OperatorUnchanged.selector,
                PROVIDER,
                operator,
                allowed
            )
        );
    }

    function assertNotOperator(address provider, address caller) private {
        assertReverts(
            caller,
            address(registry),
            abi.encodeCall(registry.raiseAuthEpoch, (provider)),
            abi.encodeWithSelector(IProviderRegistry.ProviderRegistry_NotOperator.selector, provider, caller),
            "raise by a key that cannot operate"
        );
    }
}
