// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {IProviderStaking} from "../../contracts/interfaces/IProviderStaking.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {Request} from "../../contracts/types/Order.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: a provider that knows it will be slashed takes its stake out first; or shows stake that is on its
/// way out.
/// Peer: Prime Intellect, where matured unbonds that nobody had withdrawn were not slashable; iExec's
/// `contributeAndFinalize` locks no worker stake at all (read; peers.md 4.0).
contract StakeWithdrawnBeforeSlashTest is Story {
    function setUp() public {
        setUpStory();
    }

    /// @dev The owner pulls everything that it can, and hands the provider over. The slash finds all of its lock.
    function testFuzz_TheLockStays(uint256 seed, bool handsOver) public {
        JobTerms memory terms = anyJobHere(seed);
        authorizeEscrow(terms.collateral, 0);
        uint128 all = staking.committedOf(provider);
        bytes4 error_ = IProviderStaking.ProviderStaking_InsufficientFree.selector;
        for (uint128 over = 1; over < 4; ++over) {
            if (all - terms.collateral + over > all) break;
            bytes memory input = abi.encodeCall(staking.startThaw, (provider, all - terms.collateral + over));
            requireRefused(owner, address(staking), input, error_, "locked stake");
        }
        uint128 free = staking.freeOf(provider);
        assertEq(free, all - terms.collateral, "all but the lock is free");
        if (free != 0) {
            vm.prank(owner);
            staking.startThaw(provider, free);
        }
        if (handsOver) {
            vm.prank(owner);
            registry.offerOwnership(provider, stranger);
            vm.prank(stranger);
            registry.acceptOwnership(provider);
        }
        vm.warp(deliverUntil(terms) + 1 + THAW_SECONDS);
        if (free != 0) {
            vm.prank(handsOver ? stranger : owner);
            staking.withdraw(provider, owner);
        }
        Ledger memory expected = ledgerOf(terms);
        assertEq(expected.committed, terms.collateral, "the lock is what is left");

        vm.prank(stranger);
        escrow.expire(terms);
        expectEnd(expected, terms);
        expectSlash(expected, terms.collateral);
        expected.clientClaim += priceOf(terms);
        requireLedger(terms, expected);
        assertEq(staking.claimOf(client), terms.collateral / 2, "the client has its half");
        assertEq(stakeToken.balanceOf(owner), free, "and the owner what was never locked");
    }

    /// @dev Stake cannot leave in the block in which it was shown, nor a second before its time.
    function testFuzz_StakeIsNotBorrowedForABlock(uint256 early) public {
        uint128 free = staking.freeOf(provider);
        vm.startPrank(owner);
        staking.startThaw(provider, free);
        vm.stopPrank();
        early = bound(early, 0, THAW_SECONDS - 1);
        vm.warp(block.timestamp + early);
        bytes memory input = abi.encodeCall(staking.withdraw, (provider, owner));
        bytes4 error_ = IProviderStaking.ProviderStaking_StillThawing.selector;
        requireRefused(owner, address(staking), input, error_, "thawing stake");
        assertEq(stakeToken.balanceOf(owner), 0, "nothing came out");
    }

    /// @dev What thaws counts for no request, matured or not.
    function testFuzz_ThawingStakeIsNotShown(uint128 thawing, bool matured) public {
        thawing = uint128(bound(thawing, 1, staking.freeOf(provider)));
        Request memory request = plainRequest();
        request.minStake = STAKE - thawing + 1;
        request.expiresAt += THAW_SECONDS;
        vm.prank(owner);
        staking.startThaw(provider, thawing);
        if (matured) vm.warp(block.timestamp + THAW_SECONDS);
        bytes memory take = takeRequestCall(CLIENT_KEY, request, provider);
        bytes4 error_ = IJobEscrow.JobEscrow_StakeTooSmall.selector;
        requireRefused(operator, address(escrow), take, error_, "stake on its way out");

        request.minStake = STAKE - thawing;
        takeRequest(request);
    }
}
