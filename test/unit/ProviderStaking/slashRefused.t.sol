// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {StakingFixture} from "../../utils/StakingFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract ProviderStakingSlashRefusedTest is StakingFixture {
    address private constant FIRST = address(0x30001);

    function setUp() public {
        setUpStaking();
    }

    function testFuzz_RevertWhen_LengthsDiffer(uint8 recipients, uint8 amounts, uint128 locked) public {
        vm.assume(recipients != amounts);
        locked = bound128(locked, 1, MAX_LIMIT);
        addLocked(SERVICE, locked);
        vm.expectRevert(
            abi.encodeWithSelector(IProviderStaking.ProviderStaking_LengthMismatch.selector, recipients, amounts)
        );
        vm.prank(SERVICE);
        staking.slash(PROVIDER, locked, new address[](recipients), new uint128[](amounts));
    }

    function testFuzz_RevertWhen_ShareExceedsHalf(uint128 amount, uint128 share) public {
        amount = bound128(amount, 0, MAX_LIMIT);
        share = bound128(share, amount / 2 + 1, type(uint128).max);
        addLocked(SERVICE, amount);
        expectSharesTooLarge(amount, share);
        slashAs(SERVICE, amount, FIRST, share);
    }

    function testFuzz_RevertWhen_ShareIsHalfRoundedUp(uint128 amount) public {
        amount = bound128(amount, 1, MAX_LIMIT) | 1;
        addLocked(SERVICE, amount);
        expectSharesTooLarge(amount, amount / 2 + 1);
        slashAs(SERVICE, amount, FIRST, amount / 2 + 1);
    }

    function testFuzz_RevertWhen_SharesExceedHalfTogether(uint128 amount, uint128 share) public {
        amount = bound128(amount, 1, MAX_LIMIT);
        share = bound128(share, 0, amount / 2);
        addLocked(SERVICE, amount);
        expectSharesTooLarge(amount, uint256(amount / 2) + 1);
        slashPair(amount, share, amount / 2 + 1 - share);
    }

    function testFuzz_RevertWhen_SharesExceed128Bits(uint128 amount, uint128 share0, uint128 share1) public {
        amount = bound128(amount, 0, MAX_LIMIT);
        share0 = bound128(share0, 1, type(uint128).max);
        share1 = bound128(share1, type(uint128).max - share0 + 1, type(uint128).max);
        addLocked(SERVICE, amount);
        expectSharesTooLarge(amount, uint256(share0) + share1);
        slashPair(amount, share0, share1);
    }

    function testFuzz_RevertWhen_AmountExceedsLock(uint128 limit, uint128 locked, uint128 amount) public {
        limit = bound128(limit, 0, MAX_LIMIT);
        locked = bound128(locked, 0, limit);
        amount = bound128(amount, locked + 1, type(uint128).max);
        addStake(PROVIDER, type(uint128).max);
        authorize(SERVICE, limit, limit);
        lockAs(SERVICE, locked);
        expectInsufficientLocked(SERVICE, locked, amount);
        slashAs(SERVICE, amount, FIRST, 0);
    }

    function testFuzz_RevertWhen_LockIsAnotherServices(address service, uint128 locked, uint128 amount) public {
        vm.assume(service != SERVICE);
        locked = bound128(locked, 1, MAX_LIMIT);
        amount = bound128(amount, 1, locked);
        addLocked(SERVICE, locked);
        expectInsufficientLocked(service, 0, amount);
        slashAs(service, amount, FIRST, amount / 2);
        assertAuthorization(SERVICE, locked, locked, locked);
    }

    function testFuzz_RevertWhen_AuthorizedButLockIsAnothers(uint128 locked, uint128 amount) public {
        locked = bound128(locked, 1, MAX_LIMIT);
        amount = bound128(amount, 1, locked);
        addLocked(SERVICE, locked);
        addStake(PROVIDER, locked);
        authorize(OTHER_SERVICE, locked, locked);
        expectInsufficientLocked(OTHER_SERVICE, 0, amount);
        slashAs(OTHER_SERVICE, amount, FIRST, 0);
    }

    function testFuzz_RevertWhen_OwnerSlashesItself(uint128 locked, uint128 amount) public {
        locked = bound128(locked, 1, MAX_LIMIT);
        amount = bound128(amount, 1, locked);
        addLocked(SERVICE, locked);
        expectInsufficientLocked(OWNER, 0, amount);
        slashAs(OWNER, amount, OWNER, 0);
    }

    function testFuzz_RevertWhen_SlashedTwice(uint128 amount) public {
        amount = bound128(amount, 1, MAX_LIMIT);
        addLocked(SERVICE, amount);
        slashAs(SERVICE, amount, FIRST, amount / 2);
        expectInsufficientLocked(SERVICE, 0, amount);
        slashAs(SERVICE, amount, FIRST, amount / 2);
    }

    function testFuzz_RevertWhen_ReleasedBefore(uint128 amount) public {
        amount = bound128(amount, 1, MAX_LIMIT);
        addLocked(SERVICE, amount);
        vm.prank(SERVICE);
        staking.release(PROVIDER, amount);
        expectInsufficientLocked(SERVICE, 0, amount);
        slashAs(SERVICE, amount, FIRST, 0);
    }

    function slashPair(uint128 amount, uint128 share0, uint128 share1) private {
        address[] memory recipients = new address[](2);
        uint128[] memory amounts = new uint128[](2);
        (amounts[0], amounts[1]) = (share0, share1);
        vm.prank(SERVICE);
        staking.slash(PROVIDER, amount, recipients, amounts);
    }

    function expectSharesTooLarge(uint128 amount, uint256 shares) private {
        vm.expectRevert(
            abi.encodeWithSelector(IProviderStaking.ProviderStaking_SharesTooLarge.selector, amount, shares)
        );
    }
}
