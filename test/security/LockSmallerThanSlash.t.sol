// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../contracts/interfaces/IProviderStaking.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: have less locked than the end of the job will take, so that it cannot end, or ends with a slash
/// that another job's lock pays.
/// Peer: Lilypad v2, whose lock left out the 110 % that settlement demanded: a provider's only job could never settle
/// (executed; peers.md 4.0).
contract LockSmallerThanSlashTest is Story {
    function setUp() public {
        setUpStory();
    }

    /// @dev The job's lock is all that the market may ever take; each end finds what it needs.
    function testFuzz_TheOnlyJobEnds(uint256 seed, uint256 way) public {
        JobTerms memory terms = anyJobHere(seed);
        authorizeEscrow(terms.collateral, terms.collateral);
        Ledger memory expected = ledgerOf(terms);
        assertEq(expected.locked, terms.collateral, "all is locked");
        way = way % 3;
        if (way == 0) {
            vm.warp(deliverUntil(terms) + 1);
            escrow.expire(terms);
        } else if (way == 1) {
            vm.warp(deliverUntil(terms));
            vm.prank(operator);
            escrow.forfeit(terms);
        } else {
            submitJob(terms);
            vm.prank(client);
            escrow.accept(terms);
        }

        expectEnd(expected, terms);
        if (way == 2) expected.payoutClaim += priceOf(terms);
        else expected.clientClaim += priceOf(terms);
        if (way != 2) expectSlash(expected, terms.collateral);
        requireLedger(terms, expected);
    }

    /// @dev The owner cannot take the cover away once it is locked.
    function testFuzz_TheLimitStaysAboveTheLocks(uint256 limit) public {
        JobTerms memory terms = openJob();
        Ledger memory expected = ledgerOf(terms);
        limit = bound(limit, 0, COLLATERAL - 1);
        bytes memory input = abi.encodeCall(staking.authorize, (provider, address(escrow), uint128(limit), 0));
        bytes4 error_ = IProviderStaking.ProviderStaking_LimitBelowLocked.selector;
        requireRefused(owner, address(staking), input, error_, "a limit below the lock");
        requireLedger(terms, expected);
    }

    /// @dev Two locks fill the limit. The slash of one uses up its own half of it, to the last unit.
    function testFuzz_ASlashLeavesTheOtherLock(bool secondFails) public {
        JobTerms memory first = openJob();
        JobTerms memory second = openJob();
        uint128 collateral = first.collateral;
        authorizeEscrow(2 * collateral, collateral);
        submitJob(second);
        vm.warp(deliverUntil(first) + 1);
        if (secondFails) disputeJob(second);
        Ledger memory expected = ledgerOf(first);
        escrow.expire(first);
        expectEnd(expected, first);
        expectSlash(expected, collateral);
        expected.clientClaim += priceOf(first);
        requireLedger(first, expected);
        assertEq(expected.limit, collateral, "the limit is the other lock");

        if (secondFails) {
            escrow.openCase(second);
            rule(second, false);
            escrow.applyRuling(second);
            expected.marketClaim -= second.disputeFee;
            expectSlash(expected, collateral);
            expected.clientClaim += priceOf(second);
        } else {
            vm.prank(client);
            escrow.accept(second);
            expected.payoutClaim += priceOf(second);
        }
        expectEnd(expected, second);
        requireLedger(second, expected);
    }
}
