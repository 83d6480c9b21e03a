// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {MachineClaim} from "../../../contracts/types/Provider.sol";
import {RegistryFixture} from "../../utils/RegistryFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Every function that is the owner's alone, against everybody else.
contract ProviderRegistryAccessTest is RegistryFixture {
    bytes32 private machineId;

    function setUp() public {
        setUpProvider();
        vm.prank(OWNER);
        machineId = registry.addMachine(PROVIDER, goodClaim());
    }

    function test_RevertWhen_CallerNotOwner() public {
        address[6] memory callers = notOwners();
        for (uint256 i; i < callers.length; ++i) assertNotOwner(callers[i]);
    }

    function testFuzz_RevertWhen_CallerNotOwner(address caller) public {
        vm.assume(caller != OWNER);
        assertNotOwner(caller);
    }

    function testFuzz_RevertWhen_NotRegistered(address nobody, address caller) public {
        vm.assume(nobody != PROVIDER && nobody != OTHER_PROVIDER);
        bytes memory expected = abi.encodeWithSelector(
            IProviderRegistry.ProviderRegistry_NotRegistered.selector,
            nobody
        );
        bytes[] memory calls = ownerCalls(nobody);
        for (uint256 i; i < calls.length; ++i) {
            assertReverts(caller, address(registry), calls[i], expected, "a call for nobody");
            assertReverts(nobody, address(registry), calls[i], expected, "nobody's own call");
        }
    }

    function test_When_CallerIsOwner() public {
        bytes[] memory calls = ownerCalls(PROVIDER);
        for (uint256 i; i < calls.length; ++i) {
            vm.prank(OWNER);
            (bool succeeded, ) = address(registry).call(calls[i]);
            assertTrue(succeeded, "the owner's call");
        }
    }

    function assertNotOwner(address caller) private {
        bytes memory expected = abi.encodeWithSelector(
            IProviderRegistry.ProviderRegistry_NotOwner.selector,
            PROVIDER,
            caller
        );
        bytes[] memory calls = ownerCalls(PROVIDER);
        for (uint256 i; i < calls.length; ++i) {
            assertReverts(caller, address(registry), calls[i], expected, "somebody else's call");
        }
    }

    /// @dev One call of each function that only the owner may make; all succeed for the owner.
    function ownerCalls(address provider) private view returns (bytes[] memory calls) {
        MachineClaim memory claim = goodClaim();
        claim.reportDigest = keccak256("another report");
        calls = new bytes[](7);
        calls[0] = abi.encodeCall(registry.updateProfile, (provider, goodProfile()));
        calls[1] = abi.encodeCall(registry.offerOwnership, (provider, STRANGER));
        calls[2] = abi.encodeCall(registry.setOperator, (provider, STRANGER, true));
        calls[3] = abi.encodeCall(registry.setOperator, (provider, OPERATOR, false));
        calls[4] = abi.encodeCall(registry.setOperatorBound, (provider, address(payToken), address(0), 1));
        calls[5] = abi.encodeCall(registry.addMachine, (provider, claim));
        calls[6] = abi.encodeCall(registry.retireMachine, (provider, machineId));
    }
}
