// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {LibraryErrors} from "../../utils/LibraryErrors.sol";
import {IFalseToken} from "../../utils/MockInterfaces.sol";
import {StakingFixture} from "../../utils/StakingFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice withdrawClaim and burn: what becomes of slashed stake.
contract ProviderStakingClaimsTest is StakingFixture {
    address private constant RECIPIENT = address(0x30001);

    function setUp() public {
        setUpStaking();
        addStake(OTHER_PROVIDER, 1_000);
    }

    function testFuzz_RevertWhen_RecipientZero(uint128 amount) public {
        slashFor(RECIPIENT, amount);
        vm.expectRevert(abi.encodeWithSelector(IProviderStaking.ProviderStaking_RecipientZero.selector));
        withdrawClaimAs(RECIPIENT, address(0));
    }

    function testFuzz_RevertWhen_NothingToClaim(address account, address to, uint128 amount) public {
        vm.assume(account != RECIPIENT && to != address(0));
        slashFor(RECIPIENT, amount);
        expectNothingToClaim(account);
        withdrawClaimAs(account, to);
    }

    function testFuzz_When_Claimed(address account, address to, uint128 amount) public {
        vm.assume(account != RECIPIENT && to != address(staking) && to != address(0) && to != PAYER);
        uint128 others = slashFor(RECIPIENT, amount) / 2;
        amount = slashFor(account, amount);
        uint128 claim = amount / 2;
        uint256 before = token.balanceOf(address(staking));

        expectEvent(address(staking));
        emit IProviderStaking.ClaimWithdrawn(account, to, claim);
        expectEvent(address(token));
        emit IERC20.Transfer(address(staking), to, claim);
        withdrawClaimAs(account, to);

        assertEq(token.balanceOf(to), claim, "the recipient's tokens, without thaw");
        assertEq(token.balanceOf(address(staking)), before - claim, "staking's tokens");
        assertEq(staking.claimOf(account), 0, "claim");
        assertEq(staking.claimOf(RECIPIENT), others, "another's claim");
        assertEq(staking.unburned(), 2 * amount - claim - others, "unburned");
    }

    function testFuzz_RevertWhen_ClaimedTwice(uint128 amount) public {
        slashFor(RECIPIENT, amount);
        withdrawClaimAs(RECIPIENT, RECIPIENT);
        expectNothingToClaim(RECIPIENT);
        withdrawClaimAs(RECIPIENT, RECIPIENT);
    }

    function testFuzz_RevertWhen_TokenReturnsFalse(uint128 amount) public {
        IFalseToken falseToken = IFalseToken(deploy("FalseToken", ""));
        token = falseToken;
        staking = deployStaking(address(falseToken));
        amount = slashFor(RECIPIENT, amount);
        falseToken.setFails(true);

        bytes memory failed = abi.encodeWithSelector(LibraryErrors.SafeERC20FailedOperation.selector, falseToken);
        vm.expectRevert(failed);
        withdrawClaimAs(RECIPIENT, RECIPIENT);
        vm.expectRevert(failed);
        staking.burn();
        assertEq(staking.claimOf(RECIPIENT), amount / 2, "the claim stays");
        assertEq(staking.unburned(), amount - amount / 2, "so does what is to be burned");
    }

    function testFuzz_When_Burned(address caller, uint128 amount) public {
        amount = slashFor(RECIPIENT, amount);
        uint128 burned = amount - amount / 2;
        uint256 before = token.balanceOf(address(staking));

        expectEvent(address(staking));
        emit IProviderStaking.StakeBurned(burned);
        expectEvent(address(token));
        emit IERC20.Transfer(address(staking), DEAD, burned);
        vm.prank(caller);
        staking.burn();

        assertEq(token.balanceOf(DEAD), burned, "the dead address's tokens");
        assertEq(token.balanceOf(address(staking)), before - burned, "staking's tokens");
        assertEq(staking.unburned(), 0, "unburned");
        assertEq(staking.claimOf(RECIPIENT), amount / 2, "claim");
        assertEq(staking.committedOf(OTHER_PROVIDER), 1_000, "another's stake");
    }

    function testFuzz_When_BurnedTwice_NothingMoreIs(address caller, uint128 amount) public {
        amount = slashFor(RECIPIENT, amount);
        staking.burn();
        expectEvent(address(staking));
        emit IProviderStaking.StakeBurned(0);
        vm.prank(caller);
        staking.burn();
        assertEq(token.balanceOf(DEAD), amount - amount / 2, "the dead address's tokens");
    }

    /// @dev Slashes once, half of it for the recipient.
    /// @return slashed The amount, of two units at least, so that there is a claim.
    function slashFor(address recipient, uint128 amount) private returns (uint128 slashed) {
        slashed = bound128(amount, 2, MAX_LIMIT);
        addLocked(SERVICE, slashed);
        slashAs(SERVICE, slashed, recipient, slashed / 2);
    }

    function withdrawClaimAs(address account, address to) private {
        vm.prank(account);
        staking.withdrawClaim(to);
    }

    function expectNothingToClaim(address account) private {
        vm.expectRevert(abi.encodeWithSelector(IProviderStaking.ProviderStaking_NothingToClaim.selector, account));
    }
}
