// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttestedAdjudicator} from "../../contracts/interfaces/IAttestedAdjudicator.sol";
import {IJobDisputes} from "../../contracts/interfaces/IJobDisputes.sol";
import {Case} from "../../contracts/types/Case.sol";
import {JobState, JobTerms} from "../../contracts/types/Job.sol";
import {LibraryErrors} from "../utils/LibraryErrors.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: have a fee paid out that nobody paid in. The contract pays it with what it holds for others, and
/// the last of them finds nothing.
/// Peer: Lilypad v2, whose engine held 1 token less than it owed after every accepted job (executed; peers.md 4.0).
contract FeeNeverCollectedTest is Story {
    function setUp() public {
        setUpStory();
    }

    /// @dev A client that cannot pay the fee, or does not allow it, disputes nothing.
    function testFuzz_NoFeeNoDispute(uint256 kept, bool noAllowance) public {
        JobTerms memory terms = openJob();
        submitJob(terms);
        kept = noAllowance ? terms.disputeFee : bound(kept, 0, terms.disputeFee - 1);
        uint256 spare = claimOf(client) - kept;
        vm.startPrank(client);
        vault.transfer(stranger, idOf(payToken), spare);
        if (noAllowance) vault.approve(address(escrow), idOf(payToken), terms.disputeFee - 1);
        vm.stopPrank();
        Ledger memory expected = ledgerOf(terms);

        bytes4 error_ =
            noAllowance
                ? LibraryErrors.ERC6909InsufficientAllowance.selector
                : LibraryErrors.ERC6909InsufficientBalance.selector;
        requireRefused(client, address(escrow), abi.encodeCall(IJobDisputes.dispute, (terms)), error_, "no fee");
        requireLedger(terms, expected);

        vm.warp(reviewUntil(terms) + 1);
        escrow.settle(terms);
        expectEnd(expected, terms);
        expected.payoutClaim += priceOf(terms);
        requireLedger(terms, expected);
    }

    /// @dev However a dispute ends, and whether the adjudicator had the fee or not: what came in goes out, once, and
    /// nothing that is another job's.
    function testFuzz_WhatCameInGoesOut(uint256 seed, uint256 way, bool caseOpened) public {
        JobTerms memory other = lightJob();
        uint256 sum = _sum();
        JobTerms memory terms = anyJobHere(seed);
        sum += priceOf(terms) + terms.disputeFee;
        submitJob(terms);
        disputeJob(terms);
        assertEq(claimOf(address(escrow)), priceOf(other) + priceOf(terms) + terms.disputeFee, "all is in the market");
        way = way % 4;
        uint256 lastAt = rulingUntil(terms);
        bool ruled = way < 2;
        if (caseOpened || ruled) escrow.openCase(terms);
        if (ruled) {
            rule(terms, way == 0);
            escrow.applyRuling(terms);
        } else if (way == 2) {
            vm.prank(client);
            escrow.concede(terms);
            vm.warp(lastAt + 1);
        } else {
            vm.warp(lastAt + 1);
            escrow.noRuling(terms);
        }
        if (caseOpened && !ruled) panel.returnFee(address(escrow), idOfJob(terms));

        assertEq(claimOf(address(escrow)), priceOf(other), "the market holds the other job's price");
        assertEq(claimOf(adjudicator), 0, "the adjudicator holds no fee");
        assertEq(_sum(), sum, "nothing was made or lost");
        assertEq(claimOf(signers[0]) + claimOf(signers[1]), ruled ? terms.disputeFee : 0, "the signers' fee");
    }

    /// @dev A market that says it paid a fee, and did not, opens no case: the panel would pay its signers with the fee
    /// of somebody else's case.
    function testFuzz_ThePanelTakesNoCaseWithoutItsFee(uint256 said) public {
        JobTerms memory terms = disputedJob(false);
        escrow.openCase(terms);
        said = bound(said, 1, type(uint256).max);
        Case memory sham;
        sham.caseId = keccak256("sham");
        sham.client = stranger;
        sham.token = address(payToken);
        sham.fee = said;
        sham.rulingUntil = uint40(block.timestamp);
        bytes memory input = abi.encodeCall(panel.openCase, (sham));
        bytes4 error_ = IAttestedAdjudicator.AttestedAdjudicator_FeeMissing.selector;
        requireRefused(stranger, address(panel), input, error_, "no fee");
        assertEq(claimOf(address(panel)), terms.disputeFee, "the real case's fee");

        uint256 lastAt = rulingUntil(terms);
        vm.prank(client);
        escrow.concede(terms);
        assertTrue(stateOf(terms) == JobState.COMPLETED, "conceded");
        vm.warp(lastAt + 1);
        panel.returnFee(address(escrow), idOfJob(terms));
        assertEq(claimOf(client), CLIENT_FUNDS - priceOf(terms), "the client has its fee back");
        assertEq(claimOf(stranger), 0, "the attacker");
    }

    function _sum() private view returns (uint256) {
        return
            claimOf(client) +
            claimOf(payout) +
            claimOf(address(escrow)) +
            claimOf(adjudicator) +
            claimOf(signers[0]) +
            claimOf(signers[1]);
    }
}
