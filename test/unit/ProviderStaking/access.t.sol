// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {StakingFixture} from "../../utils/StakingFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Every function that is the owner's alone, against everybody else.
contract ProviderStakingAccessTest is StakingFixture {
    function setUp() public {
        setUpStaking();
        addStake(PROVIDER, 1_000);
        startThaw(500);
        authorize(SERVICE, 100, 100);
        lockAs(SERVICE, 100);
        vm.warp(block.timestamp + THAW_SECONDS);
    }

    function test_RevertWhen_CallerNotOwner() public {
        address[6] memory callers = notOwners();
        for (uint256 i; i < callers.length; ++i) assertNotOwner(PROVIDER, callers[i]);
        assertNotOwner(PROVIDER, SERVICE);
        assertNotOwner(PROVIDER, PAYER);
    }

    function testFuzz_RevertWhen_CallerNotOwner(address caller) public {
        vm.assume(caller != OWNER);
        assertNotOwner(PROVIDER, caller);
    }

    function testFuzz_RevertWhen_NotRegistered(address nobody, address caller, uint128 amount) public {
        vm.assume(nobody != PROVIDER && nobody != OTHER_PROVIDER && caller != address(0));
        vm.assume(nobody != address(0));
        addStake(nobody, amount);
        assertNotOwner(nobody, caller);
        assertNotOwner(nobody, nobody);
    }

    function testFuzz_When_RegisteredLater_StakeIsThere(address newcomer, uint128 amount) public {
        vm.assume(newcomer != PROVIDER && newcomer != OTHER_PROVIDER && newcomer != address(0));
        vm.assume(amount != 0);
        addStake(newcomer, amount);
        registerProvider(newcomer);
        vm.prank(newcomer);
        staking.startThaw(newcomer, amount);
        assertEq(staking.committedOf(newcomer), 0, "it thaws");
    }

    function test_When_CallerIsOwner() public {
        bytes[] memory calls = ownerCalls(PROVIDER);
        for (uint256 i; i < calls.length; ++i) {
            vm.prank(OWNER);
            (bool succeeded, ) = address(staking).call(calls[i]);
            assertTrue(succeeded, "the owner's call");
        }
    }

    function test_When_HandedOver_NewOwnerMayAndOldMayNot() public {
        vm.prank(PENDING_OWNER);
        registry.acceptOwnership(PROVIDER);
        assertNotOwner(PROVIDER, OWNER);
        vm.prank(PENDING_OWNER);
        staking.withdraw(PROVIDER, PENDING_OWNER);
        assertEq(token.balanceOf(PENDING_OWNER), 500, "the new owner's tokens");
    }

    function assertNotOwner(address provider, address caller) private {
        bytes memory expected = abi.encodeWithSelector(
            IProviderStaking.ProviderStaking_NotOwner.selector,
            provider,
            caller
        );
        bytes[] memory calls = ownerCalls(provider);
        for (uint256 i; i < calls.length; ++i) {
            assertReverts(caller, address(staking), calls[i], expected, "somebody else's call");
        }
    }

    /// @dev One call of each function that only the owner may make; all succeed for the owner, in this order.
    function ownerCalls(address provider) private view returns (bytes[] memory calls) {
        calls = new bytes[](4);
        calls[0] = abi.encodeCall(staking.authorize, (provider, STRANGER, 10, 10));
        calls[1] = abi.encodeCall(staking.withdraw, (provider, STRANGER));
        calls[2] = abi.encodeCall(staking.startThaw, (provider, 10));
        calls[3] = abi.encodeCall(staking.cancelThaw, (provider));
    }
}
