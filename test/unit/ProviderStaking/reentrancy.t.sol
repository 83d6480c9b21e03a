// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {IReentrantToken} from "../../utils/MockInterfaces.sol";
import {StakingFixture} from "../../utils/StakingFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice A stake token that calls back while it is moved, by each way in and each way out.
contract ProviderStakingReentrancyTest is StakingFixture {
    uint128 private constant STAKE = 1_000e18;
    uint256 private constant WAYS = 5;

    IReentrantToken private evil;

    /// @dev The token owns the provider, has tokens, thawed stake, a claim and something to burn: each of its calls
    /// would succeed on its own.
    function setUp() public {
        setUpStaking();
        evil = IReentrantToken(deploy("ReentrantToken", ""));
        token = evil;
        staking = deployStaking(address(evil));
        addLocked(SERVICE, STAKE);
        slashAs(SERVICE, STAKE, address(evil), STAKE / 2);
        addStake(PROVIDER, STAKE);
        startThaw(STAKE);
        vm.warp(block.timestamp + THAW_SECONDS);
        evil.mint(address(evil), STAKE);
        evil.approveOwn(address(staking), STAKE);
        vm.prank(OWNER);
        registry.offerOwnership(PROVIDER, address(evil));
        vm.prank(address(evil));
        registry.acceptOwnership(PROVIDER);
    }

    function testFuzz_When_TokenReenters(uint256 outer, uint256 inner, uint128 amount) public {
        amount = bound128(amount, 1, STAKE);
        outer = outer % WAYS;
        fund(evil, address(this), amount);
        uint256 before = evil.balanceOf(address(staking));
        evil.arm(address(staking), ways(inner, amount));

        // The way in is paid by somebody else, so that the token's own deposit could come twice.
        vm.prank(outer < 2 ? address(this) : address(evil));
        (bool succeeded, ) = address(staking).call(ways(outer, amount));

        assertTrue(succeeded, "the outer call");
        assertTrue(evil.called(), "the token called back");
        assertFalse(evil.succeeded(), "staking let it in");
        assertEq(
            evil.answer(),
            abi.encodeWithSelector(LibraryErrors.ReentrancyGuardReentrantCall.selector),
            "staking's answer"
        );
        assertEq(evil.balanceOf(address(staking)), outer < 2 ? before + amount : before - paidBy(outer), "tokens");
        assertEq(staking.committedOf(PROVIDER), outer < 2 ? amount : 0, "stake is credited once");
    }

    function testFuzz_When_NotNested_EachCallSucceeds(uint256 way, uint128 amount) public {
        amount = bound128(amount, 1, STAKE);
        vm.prank(address(evil));
        (bool succeeded, ) = address(staking).call(ways(way, amount));
        assertTrue(succeeded, "the call on its own");
    }

    function ways(uint256 way, uint128 amount) private view returns (bytes memory) {
        way = way % WAYS;
        if (way == 0) return abi.encodeCall(staking.deposit, (PROVIDER, amount));
        if (way == 1) return abi.encodeCall(staking.depositWithPermit, (PROVIDER, amount, 0, 27, 0, 0));
        if (way == 2) return abi.encodeCall(staking.withdraw, (PROVIDER, address(evil)));
        if (way == 3) return abi.encodeCall(staking.withdrawClaim, (address(evil)));
        return abi.encodeCall(staking.burn, ());
    }

    function paidBy(uint256 way) private pure returns (uint256) {
        return way == 2 ? STAKE : STAKE / 2;
    }
}
