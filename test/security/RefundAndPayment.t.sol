// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttestedAdjudicator} from "../../contracts/interfaces/IAttestedAdjudicator.sol";
import {IJobDisputes} from "../../contracts/interfaces/IJobDisputes.sol";
import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: end one job twice, so that the same money is refunded to the one side and paid to the other.
/// Peer: Golem's LockPayment (a 2024-03 snapshot for test networks), whose `closeDeposit` gave the fee back and paid
/// it out: 13 in, 16 out (executed; peers.md 4.0).
contract RefundAndPaymentTest is Story {
    uint256 private constant ENDS = 8;
    uint256 private constant CALLS = 12;

    function setUp() public {
        setUpStory();
    }

    /// @dev Whatever ended a job, no call ends it again, in time or late. Another client's price would pay for it.
    function testFuzz_OneEndOnly(uint256 end, uint256 call, uint32 later) public {
        lightJob();
        JobTerms memory terms = openJob();
        _end(terms, end % ENDS);
        Ledger memory expected = ledgerOf(terms);
        vm.warp(block.timestamp + later);

        (address caller, bytes memory input) = _call(terms, call % CALLS);
        bytes4 error_ = IJobEscrow.JobEscrow_UnexpectedState.selector;
        requireRefused(caller, address(escrow), input, error_, "a second end");
        JobTerms[] memory jobs = new JobTerms[](1);
        jobs[0] = terms;
        assertEq(escrow.settleMany(jobs) + escrow.expireMany(jobs), 0, "nor in a batch");
        requireLedger(terms, expected);
    }

    /// @dev A job twice in one batch is paid once.
    function testFuzz_OnceInABatch(bool delivered) public {
        lightJob();
        JobTerms memory terms = openJob();
        if (delivered) submitJob(terms);
        Ledger memory expected = ledgerOf(terms);
        vm.warp(block.timestamp + 30 days);
        JobTerms[] memory jobs = new JobTerms[](2);
        (jobs[0], jobs[1]) = (terms, terms);
        assertEq(delivered ? escrow.settleMany(jobs) : escrow.expireMany(jobs), 1, "once");
        expectEnd(expected, terms);
        if (delivered) {
            expected.payoutClaim += priceOf(terms);
        } else {
            expected.clientClaim += priceOf(terms);
            expectSlash(expected, terms.collateral);
        }
        requireLedger(terms, expected);
    }

    /// @dev A fee that the adjudicator has does not come back from the market too, and comes back from it once.
    function testFuzz_TheFeeGoesOneWay(bool concedes) public {
        lightJob();
        JobTerms memory terms = disputedJob(false);
        uint256 lastAt = rulingUntil(terms);
        escrow.openCase(terms);
        Ledger memory expected = ledgerOf(terms);
        expectEnd(expected, terms);
        uint256 providersPart = concedes ? priceOf(terms) : (priceOf(terms) * terms.noRulingBps) / 10_000;
        expected.payoutClaim += providersPart;
        expected.clientClaim += priceOf(terms) - providersPart + terms.disputeFee;
        expected.adjudicatorClaim -= terms.disputeFee;
        if (concedes) {
            vm.prank(client);
            escrow.concede(terms);
        }
        vm.warp(lastAt + 1);
        if (!concedes) escrow.noRuling(terms);
        panel.returnFee(address(escrow), idOfJob(terms));
        requireLedger(terms, expected);
        bytes memory again = abi.encodeCall(panel.returnFee, (address(escrow), idOfJob(terms)));
        bytes4 error_ = IAttestedAdjudicator.AttestedAdjudicator_UnexpectedState.selector;
        requireRefused(client, address(panel), again, error_, "the fee again");
        requireLedger(terms, expected);
    }

    function _end(JobTerms memory terms, uint256 way) private {
        if (way == 0) {
            vm.prank(operator);
            return escrow.decline(terms, "no");
        }
        if (way == 1) return cancelJob(terms);
        if (way == 2) {
            vm.prank(operator);
            return escrow.forfeit(terms);
        }
        if (way == 3) {
            vm.warp(deliverUntil(terms) + 1);
            return escrow.expire(terms);
        }
        submitJob(terms);
        if (way == 4) {
            vm.prank(client);
            return escrow.accept(terms);
        }
        disputeJob(terms);
        if (way == 5) {
            vm.prank(client);
            return escrow.concede(terms);
        }
        if (way == 6) {
            vm.warp(rulingUntil(terms) + 1);
            return escrow.noRuling(terms);
        }
        escrow.openCase(terms);
        rule(terms, false);
        escrow.applyRuling(terms);
    }

    /// @dev Every call that moves a job on, by whoever may make it.
    function _call(JobTerms memory terms, uint256 which) private view returns (address caller, bytes memory input) {
        caller = which < 5 ? operator : client;
        if (which == 0) input = abi.encodeCall(IJobEscrow.decline, (terms, "no"));
        if (which == 1) {
            bytes memory signature = signCancel(CLIENT_KEY, terms, type(uint40).max);
            input = abi.encodeCall(IJobEscrow.cancel, (terms, type(uint40).max, signature));
        }
        if (which == 2) input = abi.encodeCall(IJobEscrow.forfeit, (terms));
        if (which == 3) input = abi.encodeCall(IJobEscrow.submit, (terms, keccak256("result"), 0));
        if (which == 4) input = abi.encodeCall(IJobEscrow.settle, (terms));
        if (which == 5) input = abi.encodeCall(IJobEscrow.accept, (terms));
        if (which == 6) input = abi.encodeCall(IJobEscrow.expire, (terms));
        if (which == 7) input = abi.encodeCall(IJobDisputes.dispute, (terms));
        if (which == 8) input = abi.encodeCall(IJobDisputes.openCase, (terms));
        if (which == 9) input = abi.encodeCall(IJobDisputes.concede, (terms));
        if (which == 10) input = abi.encodeCall(IJobDisputes.applyRuling, (terms));
        if (which == 11) input = abi.encodeCall(IJobDisputes.noRuling, (terms));
    }
}
