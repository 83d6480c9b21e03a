// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RegistryFixture} from "../../utils/RegistryFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract ProviderRegistryCanPromiseTest is RegistryFixture {
    address private constant TOKEN = address(0x7001);
    address private constant ADJUDICATOR = address(0xAD01);
    uint128 private constant MIN_RATE = 1_000;

    function setUp() public {
        setUpProvider();
        vm.prank(OWNER);
        registry.setOperatorBound(PROVIDER, TOKEN, ADJUDICATOR, MIN_RATE);
    }

    function testFuzz_When_KeyIsOwner(address token, address adjudicator, uint128 rate) public view {
        assertTrue(registry.canPromise(PROVIDER, OWNER, token, adjudicator, rate), "an owner promises anything");
    }

    function testFuzz_When_OperatorAtOrAboveBound(uint128 rate) public view {
        rate = uint128(bound(rate, MIN_RATE, type(uint128).max));
        assertTrue(registry.canPromise(PROVIDER, OPERATOR, TOKEN, ADJUDICATOR, rate), "within the bound");
        assertTrue(registry.canPromise(PROVIDER, OPERATOR, TOKEN, ADJUDICATOR, MIN_RATE), "at the bound");
    }

    function testFuzz_When_OperatorBelowBound(uint128 rate) public view {
        rate = uint128(bound(rate, 0, MIN_RATE - 1));
        assertFalse(registry.canPromise(PROVIDER, OPERATOR, TOKEN, ADJUDICATOR, rate), "below the bound");
        assertFalse(registry.canPromise(PROVIDER, OPERATOR, TOKEN, ADJUDICATOR, MIN_RATE - 1), "just below");
    }

    function testFuzz_When_OperatorWithoutBound(address token, address adjudicator, uint128 rate) public view {
        vm.assume(token != TOKEN || adjudicator != ADJUDICATOR);
        assertFalse(registry.canPromise(PROVIDER, OPERATOR, token, adjudicator, rate), "a pair never allowed");
        assertFalse(registry.canPromise(PROVIDER, OPERATOR, token, adjudicator, type(uint128).max), "at any rate");
    }

    function testFuzz_When_BoundForbidden(uint128 rate) public {
        vm.prank(OWNER);
        registry.setOperatorBound(PROVIDER, TOKEN, ADJUDICATOR, 0);
        assertFalse(registry.canPromise(PROVIDER, OPERATOR, TOKEN, ADJUDICATOR, rate), "forbidden again");
    }

    function testFuzz_When_KeyIsNeitherOwnerNorOperator(address key, uint128 rate) public view {
        vm.assume(!isRelated(key));
        assertFalse(registry.canPromise(PROVIDER, key, TOKEN, ADJUDICATOR, rate), "a stranger");
        assertFalse(registry.canPromise(PROVIDER, PENDING_OWNER, TOKEN, ADJUDICATOR, rate), "the pending owner");
        assertFalse(registry.canPromise(PROVIDER, REMOVED_OPERATOR, TOKEN, ADJUDICATOR, rate), "a removed operator");
        assertFalse(registry.canPromise(PROVIDER, PROVIDER, TOKEN, ADJUDICATOR, rate), "the first owner");
        assertFalse(registry.canPromise(PROVIDER, OTHER_PROVIDER, TOKEN, ADJUDICATOR, rate), "another provider");
    }

    function testFuzz_When_OperatorIsOfAnotherProvider(uint128 rate) public {
        vm.prank(OTHER_PROVIDER);
        registry.setOperatorBound(OTHER_PROVIDER, TOKEN, ADJUDICATOR, 1);
        assertFalse(registry.canPromise(OTHER_PROVIDER, OPERATOR, TOKEN, ADJUDICATOR, rate), "another's operator");
    }

    function testFuzz_When_KeyIsZero(address nobody, uint128 rate) public {
        vm.assume(nobody != PROVIDER && nobody != OTHER_PROVIDER);
        assertFalse(
            registry.canPromise(nobody, address(0), TOKEN, ADJUDICATOR, rate),
            "nobody's owner is zero, as is the signer of a broken signature"
        );
        vm.prank(OWNER);
        registry.setOperator(PROVIDER, address(0), true);
        assertFalse(registry.canPromise(PROVIDER, address(0), TOKEN, ADJUDICATOR, rate), "not even as operator");
    }

    function testFuzz_When_NotRegistered(address nobody, address key, uint128 rate) public view {
        vm.assume(nobody != PROVIDER && nobody != OTHER_PROVIDER);
        assertFalse(registry.canPromise(nobody, key, TOKEN, ADJUDICATOR, rate), "any key");
        assertFalse(registry.canPromise(nobody, nobody, TOKEN, ADJUDICATOR, rate), "its own key");
    }
}
