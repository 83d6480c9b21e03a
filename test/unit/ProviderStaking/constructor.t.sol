// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {StakingFixture} from "../../utils/StakingFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract ProviderStakingConstructorTest is StakingFixture {
    uint40 private constant YEAR = 365 days;

    function setUp() public {
        setUpStaking();
    }

    function test_RevertWhen_ThawSecondsZero() public {
        expectInvalid(0);
        deploy("ProviderStaking", abi.encode(token, registry, 0));
    }

    function testFuzz_RevertWhen_ThawSecondsAboveAYear(uint40 thawSeconds) public {
        thawSeconds = uint40(bound(thawSeconds, YEAR + 1, type(uint40).max));
        expectInvalid(thawSeconds);
        deploy("ProviderStaking", abi.encode(token, registry, thawSeconds));
    }

    function test_RevertWhen_ThawSecondsJustAboveAYear() public {
        expectInvalid(YEAR + 1);
        deploy("ProviderStaking", abi.encode(token, registry, YEAR + 1));
    }

    function testFuzz_When_ThawSecondsInBounds(address anyToken, address anyRegistry, uint40 thawSeconds) public {
        thawSeconds = uint40(bound(thawSeconds, 1, YEAR));
        assertDeploys(anyToken, anyRegistry, thawSeconds);
    }

    function test_When_ThawSecondsAtABound() public {
        assertDeploys(address(token), address(registry), 1);
        assertDeploys(address(token), address(registry), YEAR);
    }

    function assertDeploys(address anyToken, address anyRegistry, uint40 thawSeconds) private {
        IProviderStaking deployed = IProviderStaking(
            deploy("ProviderStaking", abi.encode(anyToken, anyRegistry, thawSeconds))
        );
        assertEq(address(deployed.token()), anyToken, "token");
        assertEq(address(deployed.registry()), anyRegistry, "registry");
        assertEq(deployed.thawSeconds(), thawSeconds, "thaw seconds");
        assertEq(deployed.unburned(), 0, "unburned");
    }

    function expectInvalid(uint40 thawSeconds) private {
        vm.expectRevert(
            abi.encodeWithSelector(IProviderStaking.ProviderStaking_ThawSecondsInvalid.selector, thawSeconds, 1, YEAR)
        );
    }
}
