// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../contracts/interfaces/IProviderStaking.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: whoever may slash invents an offense, because the slashed stake is its own; or a provider is
/// slashed by its own accomplice and has its stake back at once.
/// Peer: Prime Intellect, where all of the slash goes to the caller; Lilypad v1 paid it to the contract's owner,
/// Infernet all of it to the client (read; peers.md 1a, 4.0).
contract SlasherPocketsTheSlashTest is Story {
    uint128 private constant LIMIT = 1_000e18;

    address private service = address(uint160(0x5e41ce));

    function setUp() public {
        setUpStory();
        vm.prank(owner);
        staking.authorize(provider, service, LIMIT, LIMIT);
        vm.prank(service);
        staking.lock(provider, LIMIT);
    }

    /// @dev However it is spread, more than half goes to nobody.
    function testFuzz_MoreThanHalfIsRefused(uint128 amount, uint128 excess, uint8 heads) public {
        amount = uint128(bound(amount, 1, LIMIT));
        uint256 total = amount / 2 + bound(excess, 1, type(uint80).max);
        (address[] memory recipients, uint128[] memory amounts) = _spread(total, bound(heads, 1, 8));
        bytes memory input = abi.encodeCall(staking.slash, (provider, amount, recipients, amounts));
        bytes4 error_ = IProviderStaking.ProviderStaking_SharesTooLarge.selector;
        requireRefused(service, address(staking), input, error_, "more than half");
        assertEq(staking.committedOf(provider), STAKE, "the provider's stake");
        assertEq(staking.unburned(), 0, "nothing burned");
    }

    /// @dev What the worst slasher takes, the provider and the burn, to the unit.
    function testFuzz_TheSlasherGainsHalfAtMost(uint128 amount, uint8 heads) public {
        amount = uint128(bound(amount, 1, LIMIT));
        uint256 half = amount / 2;
        (address[] memory recipients, uint128[] memory amounts) = _spread(half, bound(heads, 1, 8));
        vm.prank(service);
        staking.slash(provider, amount, recipients, amounts);
        uint256 gained;
        for (uint256 i; i < recipients.length; ++i) {
            gained += staking.claimOf(recipients[i]);
        }
        assertEq(gained, half, "the slasher and its friends");
        assertEq(staking.committedOf(provider), STAKE - amount, "the provider's stake");
        assertEq(staking.unburned(), amount - half, "burned");
        staking.burn();
        assertEq(stakeToken.balanceOf(0x000000000000000000000000000000000000dEaD), amount - half, "out of reach");
    }

    /// @dev What is slashed once is not there to be slashed, or locked, again.
    function testFuzz_ASlashUsesUpTheAuthorization(uint128 amount, uint128 more) public {
        amount = uint128(bound(amount, 1, LIMIT));
        vm.prank(service);
        staking.slash(provider, amount, new address[](0), new uint128[](0));
        more = uint128(bound(more, LIMIT - amount + 1, type(uint128).max));
        bytes memory input = abi.encodeCall(staking.slash, (provider, more, new address[](0), new uint128[](0)));
        bytes4 error_ = IProviderStaking.ProviderStaking_InsufficientLocked.selector;
        requireRefused(service, address(staking), input, error_, "a second slash");
        input = abi.encodeCall(staking.lock, (provider, 1));
        vm.prank(service);
        (bool succeeded, ) = address(staking).call(input);
        assertFalse(succeeded, "a new lock");
        assertEq(staking.committedOf(provider), STAKE - amount, "slashed once");
    }

    /// @dev The market itself pockets nothing, and a provider that is its own client loses half and more.
    function testFuzz_TheMarketAndTheSelfDealer(uint256 seed) public {
        vm.prank(service);
        staking.release(provider, LIMIT);
        vm.prank(owner);
        staking.authorize(provider, service, 0, 0);
        JobTerms memory terms = anyJobHere(seed);
        uint128 committed = staking.committedOf(provider);
        vm.warp(deliverUntil(terms) + 1);
        escrow.expire(terms);
        assertEq(staking.claimOf(address(escrow)), 0, "the market");
        uint256 lost = committed - staking.committedOf(provider);
        assertEq(lost, terms.collateral, "all of the collateral");
        assertEq(staking.claimOf(client), lost / 2, "half, rounded down, comes back to the pair");
        assertEq(staking.unburned(), lost - lost / 2, "the rest is burned");
    }

    function _spread(
        uint256 total,
        uint256 heads
    ) private view returns (address[] memory recipients, uint128[] memory amounts) {
        recipients = new address[](heads);
        amounts = new uint128[](heads);
        for (uint256 i; i < heads; ++i) {
            recipients[i] = address(uint160(service) + uint160(i));
            amounts[i] = uint128(total / heads + (i == 0 ? total % heads : 0));
        }
    }
}
