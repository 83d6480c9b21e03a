// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {Machine, MachineClaim} from "../../../contracts/types/Provider.sol";
import {RegistryFixture} from "../../utils/RegistryFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice addMachine and retireMachine.
contract ProviderRegistryMachinesTest is RegistryFixture {
    function setUp() public {
        setUpProvider();
    }

    function testFuzz_RevertWhen_GpuModelZero(MachineClaim memory claim) public {
        claim.gpuModel = 0;
        expectInvalid(claim);
    }

    function testFuzz_RevertWhen_GpuCountZero(MachineClaim memory claim) public {
        vm.assume(claim.gpuModel != 0 && claim.vramMib != 0);
        claim.gpuCount = 0;
        expectInvalid(claim);
    }

    function testFuzz_RevertWhen_VramZero(MachineClaim memory claim) public {
        vm.assume(claim.gpuModel != 0 && claim.gpuCount != 0);
        claim.vramMib = 0;
        expectInvalid(claim);
    }

    function testFuzz_When_ClaimIsNew(MachineClaim memory claim, uint40 blockNumber) public {
        assumeValid(claim);
        vm.roll(blockNumber);
        bytes32 expectedId = keccak256(abi.encode(PROVIDER, claim));

        expectEvent(address(registry));
        emit IProviderRegistry.MachineAdded(PROVIDER, expectedId, claim);
        vm.prank(OWNER);
        bytes32 machineId = registry.addMachine(PROVIDER, claim);

        assertEq(machineId, expectedId, "id");
        assertMachine(machineId, claim, blockNumber, 0);
        assertEq(registry.machineOf(OTHER_PROVIDER, machineId).addedBlock, 0, "another's machine");
    }

    function testFuzz_RevertWhen_ClaimExists(MachineClaim memory claim) public {
        bytes32 machineId = add(PROVIDER, OWNER, claim);
        expectExists(machineId);
        vm.prank(OWNER);
        registry.addMachine(PROVIDER, claim);
    }

    function testFuzz_RevertWhen_ClaimExistsRetired(MachineClaim memory claim) public {
        bytes32 machineId = add(PROVIDER, OWNER, claim);
        vm.startPrank(OWNER);
        registry.retireMachine(PROVIDER, machineId);
        expectExists(machineId);
        registry.addMachine(PROVIDER, claim);
        vm.stopPrank();
    }

    function testFuzz_When_SameClaimOfTwoProviders(MachineClaim memory claim) public {
        bytes32 first = add(PROVIDER, OWNER, claim);
        bytes32 second = add(OTHER_PROVIDER, OTHER_PROVIDER, claim);
        assertTrue(first != second, "ids differ");

        vm.prank(OTHER_PROVIDER);
        registry.retireMachine(OTHER_PROVIDER, second);
        assertEq(registry.machineOf(PROVIDER, first).retiredAt, 0, "another's retires alone");
    }

    function testFuzz_When_OnlyReportDiffers_IsAnotherMachine(MachineClaim memory claim, bytes32 digest) public {
        vm.assume(digest != claim.reportDigest);
        bytes32 first = add(PROVIDER, OWNER, claim);
        claim.reportDigest = digest;
        bytes32 second = add(PROVIDER, OWNER, claim);
        assertTrue(first != second, "ids differ");
    }

    function testFuzz_RevertWhen_RetiredNeverClaimed(bytes32 machineId) public {
        expectNotActive(machineId);
        vm.prank(OWNER);
        registry.retireMachine(PROVIDER, machineId);
    }

    function testFuzz_RevertWhen_RetiredIsAnothers(MachineClaim memory claim) public {
        bytes32 machineId = add(OTHER_PROVIDER, OTHER_PROVIDER, claim);
        expectNotActive(machineId);
        vm.prank(OWNER);
        registry.retireMachine(PROVIDER, machineId);
    }

    function testFuzz_RevertWhen_RetiredTwice(MachineClaim memory claim, uint32 waitSeconds) public {
        bytes32 machineId = add(PROVIDER, OWNER, claim);
        vm.startPrank(OWNER);
        registry.retireMachine(PROVIDER, machineId);
        vm.warp(block.timestamp + waitSeconds);
        expectNotActive(machineId);
        registry.retireMachine(PROVIDER, machineId);
        vm.stopPrank();
    }

    function testFuzz_When_Retired(MachineClaim memory claim, uint40 retiredAt) public {
        vm.assume(retiredAt != 0);
        bytes32 machineId = add(PROVIDER, OWNER, claim);
        vm.roll(2_000);
        vm.warp(retiredAt);

        expectEvent(address(registry));
        emit IProviderRegistry.MachineRetired(PROVIDER, machineId);
        vm.prank(OWNER);
        registry.retireMachine(PROVIDER, machineId);

        assertMachine(machineId, claim, 1_000, retiredAt);
    }

    function add(address provider, address owner, MachineClaim memory claim) private returns (bytes32) {
        assumeValid(claim);
        vm.prank(owner);
        return registry.addMachine(provider, claim);
    }

    function assumeValid(MachineClaim memory claim) private pure {
        vm.assume(claim.gpuModel != 0 && claim.gpuCount != 0 && claim.vramMib != 0);
    }

    function assertMachine(bytes32 id, MachineClaim memory claim, uint256 addedBlock, uint256 retiredAt) private view {
        Machine memory machine = registry.machineOf(PROVIDER, id);
        assertEq(machine.gpuModel, claim.gpuModel, "model");
        assertEq(machine.gpuCount, claim.gpuCount, "count");
        assertEq(machine.vramMib, claim.vramMib, "memory");
        assertEq(bytes32(machine.region), bytes32(claim.region), "region");
        assertEq(machine.addedBlock, addedBlock, "added block");
        assertEq(machine.retiredAt, retiredAt, "retired at");
    }

    function expectInvalid(MachineClaim memory claim) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IProviderRegistry.ProviderRegistry_MachineClaimInvalid.selector,
                PROVIDER,
                claim.gpuModel,
                claim.gpuCount,
                claim.vramMib
            )
        );
        vm.prank(OWNER);
        registry.addMachine(PROVIDER, claim);
    }

    function expectExists(bytes32 machineId) private {
        vm.expectRevert(
            abi.encodeWithSelector(IProviderRegistry.ProviderRegistry_MachineExists.selector, PROVIDER, machineId)
        );
    }

    function expectNotActive(bytes32 machineId) private {
        vm.expectRevert(
            abi.encodeWithSelector(IProviderRegistry.ProviderRegistry_MachineNotActive.selector, PROVIDER, machineId)
        );
    }
}
