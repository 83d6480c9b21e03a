// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: take the job and never answer again, so that the client's money is locked.
/// Peer: Golem, where a timed-out task left funds locked (reported: clay#2652); iExec, where a failed task could not be
/// claimed and 0.3 RLC stayed locked for weeks (reported: iexec-worker#244; peers.md 2).
contract SilentProviderTest is Story {
    function setUp() public {
        setUpStory();
    }

    /// @dev All of the price comes back, half of the collateral besides, by anybody's call, a second after the deadline
    /// and not before. The provider's silence costs it all of its collateral.
    function testFuzz_TheClientIsMadeGood(uint256 seed, address caller) public {
        JobTerms memory terms = anyJobHere(seed);
        Ledger memory expected = ledgerOf(terms);
        uint256 lastAt = deliverUntil(terms);
        vm.warp(lastAt);
        bytes memory input = abi.encodeCall(IJobEscrow.expire, (terms));
        requireRefused(client, address(escrow), input, IJobEscrow.JobEscrow_TooEarly.selector, "in the last second");
        vm.warp(lastAt + 1);
        vm.prank(caller);
        escrow.expire(terms);
        expectEnd(expected, terms);
        expectSlash(expected, terms.collateral);
        expected.clientClaim += priceOf(terms);
        requireLedger(terms, expected);
    }

    /// @dev Late is silent: nothing that the provider can still do spares it the slash.
    function testFuzz_TooLateIsSilent(uint256 seed, uint256 which) public {
        JobTerms memory terms = anyJobHere(seed);
        Ledger memory expected = ledgerOf(terms);
        vm.warp(deliverUntil(terms) + 1 + pick(seed, "late", 0, 400 days));
        bytes memory input = abi.encodeCall(IJobEscrow.submit, (terms, keccak256("result"), 0));
        if (which % 3 == 1) input = abi.encodeCall(IJobEscrow.decline, (terms, "late"));
        if (which % 3 == 2) input = abi.encodeCall(IJobEscrow.forfeit, (terms));
        requireRefused(operator, address(escrow), input, IJobEscrow.JobEscrow_TooLate.selector, "too late");
        requireLedger(terms, expected);
    }

    /// @dev The client takes home tokens of both kinds without anybody's help.
    function testFuzz_WhatTheClientTakesHome(uint256 seed) public {
        JobTerms memory terms = anyJobHere(seed);
        uint256 had = claimOf(client);
        vm.warp(deliverUntil(terms) + 1);
        escrow.expire(terms);
        vm.startPrank(client);
        vault.withdraw(payToken, had + priceOf(terms), client);
        if (terms.collateral > 1) staking.withdrawClaim(client);
        vm.stopPrank();
        assertEq(payToken.balanceOf(client), had + priceOf(terms), "payment tokens");
        assertEq(stakeToken.balanceOf(client), terms.collateral / 2, "stake tokens");
        assertEq(claimOf(client), 0, "all of the claim");
    }
}
