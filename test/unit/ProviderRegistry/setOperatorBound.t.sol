// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {RegistryFixture} from "../../utils/RegistryFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract ProviderRegistrySetOperatorBoundTest is RegistryFixture {
    address private constant TOKEN = address(0x7001);
    address private constant ADJUDICATOR = address(0xAD01);

    function setUp() public {
        setUpProvider();
    }

    function testFuzz_When_SetFirst_EpochStays(address token, address adjudicator, uint128 rate) public {
        setBound(token, adjudicator, rate, false);
        assertEq(registry.operatorBoundOf(PROVIDER, token, adjudicator), rate, "bound");
        assertEq(registry.operatorBoundOf(OTHER_PROVIDER, token, adjudicator), 0, "another's bound");
    }

    function testFuzz_When_Raised_EpochRises(uint128 before, uint128 rate) public {
        before = uint128(bound(before, 1, type(uint128).max - 1));
        rate = uint128(bound(rate, before + 1, type(uint128).max));
        setBound(TOKEN, ADJUDICATOR, before, false);
        setBound(TOKEN, ADJUDICATOR, rate, true);
    }

    function testFuzz_When_Forbidden_EpochRises(uint128 before) public {
        vm.assume(before != 0);
        setBound(TOKEN, ADJUDICATOR, before, false);
        setBound(TOKEN, ADJUDICATOR, 0, true);
    }

    function testFuzz_When_LoweredOrEqual_EpochStays(uint128 before, uint128 rate) public {
        vm.assume(before != 0);
        rate = uint128(bound(rate, 1, before));
        setBound(TOKEN, ADJUDICATOR, before, false);
        setBound(TOKEN, ADJUDICATOR, rate, false);
    }

    function testFuzz_When_AllowedAgainAfterForbidden_EpochStays(uint128 before, uint128 rate) public {
        vm.assume(before != 0);
        setBound(TOKEN, ADJUDICATOR, before, false);
        setBound(TOKEN, ADJUDICATOR, 0, true);
        setBound(TOKEN, ADJUDICATOR, rate, false);
    }

    function testFuzz_When_AnotherPairIsLower_EpochStays(address token, address adjudicator, uint128 rate) public {
        vm.assume(token != TOKEN && adjudicator != ADJUDICATOR && rate > 1);
        setBound(TOKEN, ADJUDICATOR, 1, false);
        setBound(token, ADJUDICATOR, rate, false);
        setBound(TOKEN, adjudicator, rate, false);
        assertEq(registry.operatorBoundOf(PROVIDER, TOKEN, ADJUDICATOR), 1, "the first pair's bound");
        assertEq(registry.operatorBoundOf(PROVIDER, token, adjudicator), 0, "a pair never set");
    }

    /// @dev Sets a bound, with all its effects.
    function setBound(address token, address adjudicator, uint128 rate, bool tightened) private {
        uint32 epoch = registry.authEpochOf(PROVIDER);
        expectEvent(address(registry));
        emit IProviderRegistry.OperatorBoundSet(PROVIDER, token, adjudicator, rate);
        if (tightened) {
            expectEvent(address(registry));
            emit IProviderRegistry.AuthEpochRaised(PROVIDER, epoch + 1);
        }
        vm.prank(OWNER);
        registry.setOperatorBound(PROVIDER, token, adjudicator, rate);

        assertEq(registry.operatorBoundOf(PROVIDER, token, adjudicator), rate, "bound");
        assertEq(registry.authEpochOf(PROVIDER), tightened ? epoch + 1 : epoch, "epoch");
        assertEq(registry.authEpochOf(OTHER_PROVIDER), 1, "another's epoch");
    }
}
