// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {RegistryFixture} from "../../utils/RegistryFixture.sol";
import {IMulticall} from "../../utils/SuiteInterfaces.sol";
import {vm} from "../../utils/Vm.sol";

contract ProviderRegistryMulticallTest is RegistryFixture {
    function setUp() public {
        setUpProvider();
    }

    function testFuzz_When_NewcomerOnboardsInOneCall(address caller, uint128 rate) public {
        vm.assume(caller != address(0) && caller != PROVIDER && caller != OTHER_PROVIDER);
        bytes[] memory calls = new bytes[](4);
        calls[0] = abi.encodeCall(registry.register, (goodProfile()));
        calls[1] = abi.encodeCall(registry.addMachine, (caller, goodClaim()));
        calls[2] = abi.encodeCall(registry.setOperator, (caller, OPERATOR, true));
        calls[3] = abi.encodeCall(registry.setOperatorBound, (caller, address(payToken), address(0), rate));

        vm.prank(caller);
        bytes[] memory results = IMulticall(address(registry)).multicall(calls);

        bytes32 machineId = keccak256(abi.encode(caller, goodClaim()));
        assertEq(results[1], abi.encode(machineId), "the machine's id comes back");
        assertEq(registry.ownerOf(caller), caller, "owner");
        assertEq(registry.machineOf(caller, machineId).addedBlock, block.number, "machine");
        assertTrue(registry.isOperator(caller, OPERATOR), "operator");
        assertEq(registry.operatorBoundOf(caller, address(payToken), address(0)), rate, "bound");
        assertEq(registry.authEpochOf(caller), 1, "nothing to void yet");
    }

    function testFuzz_RevertWhen_OneCallFails(address caller) public {
        vm.assume(caller != address(0) && caller != OWNER && caller != PROVIDER && caller != OTHER_PROVIDER);
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(registry.register, (goodProfile()));
        calls[1] = abi.encodeCall(registry.setOperator, (PROVIDER, caller, true));

        vm.expectRevert(abi.encodeWithSelector(IProviderRegistry.ProviderRegistry_NotOwner.selector, PROVIDER, caller));
        vm.prank(caller);
        IMulticall(address(registry)).multicall(calls);
        assertEq(registry.ownerOf(caller), address(0), "nothing happened");
    }
}
