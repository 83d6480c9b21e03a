// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {JobState, JobTerms} from "../../contracts/types/Job.sol";
import {vm} from "../utils/Vm.sol";
import {Story} from "./Story.sol";

/// @notice The attack: a provider gets the client's signature to cancel, keeps it, and uses it only if the job goes
/// wrong: a free way out of every slash.
/// Peer: none known.
contract CancelSignatureAsOptionTest is Story {
    uint40 private constant GOOD_FOR_SECONDS = 60;

    function setUp() public {
        setUpStory();
    }

    /// @dev While it is good, it is what the client meant: both have back what they put in.
    function testFuzz_WhileItIsGood(uint256 wait) public {
        JobTerms memory terms = openJob();
        Ledger memory expected = ledgerOf(terms);
        uint40 expiresAt = uint40(block.timestamp) + GOOD_FOR_SECONDS;
        bytes memory signature = signCancel(CLIENT_KEY, terms, expiresAt);
        vm.warp(block.timestamp + bound(wait, 0, GOOD_FOR_SECONDS));
        vm.prank(operator);
        escrow.cancel(terms, expiresAt, signature);
        expectEnd(expected, terms);
        expected.clientClaim += priceOf(terms);
        requireLedger(terms, expected);
    }

    /// @dev Afterwards it is worth nothing: the provider delivers, or is slashed as if it had never been given.
    function testFuzz_AfterThatItIsNothing(uint256 late) public {
        JobTerms memory terms = openJob();
        Ledger memory expected = ledgerOf(terms);
        uint40 expiresAt = uint40(block.timestamp) + GOOD_FOR_SECONDS;
        bytes memory signature = signCancel(CLIENT_KEY, terms, expiresAt);
        uint256 lastAt = deliverUntil(terms);
        vm.warp(bound(late, expiresAt + 1, lastAt));
        _requireRefused(terms, expiresAt, signature, IJobEscrow.JobEscrow_TooLate.selector);
        // Nor does another expiry fit the same signature.
        _requireRefused(terms, uint40(lastAt), signature, IJobEscrow.JobEscrow_SignatureInvalid.selector);
        requireLedger(terms, expected);

        vm.warp(lastAt + 1);
        escrow.expire(terms);
        expectEnd(expected, terms);
        expectSlash(expected, terms.collateral);
        expected.clientClaim += priceOf(terms);
        requireLedger(terms, expected);
    }

    /// @dev It is for one job: not for the next fill of the same offer with the same specification.
    function testFuzz_ItIsForOneJob(uint40 expiresAt) public {
        expiresAt = uint40(bound(expiresAt, block.timestamp, type(uint40).max));
        JobTerms memory first = openJob();
        JobTerms memory second = openJob();
        bytes memory signature = signCancel(CLIENT_KEY, first, expiresAt);
        _requireRefused(second, expiresAt, signature, IJobEscrow.JobEscrow_SignatureInvalid.selector);
        assertTrue(stateOf(second) == JobState.ACTIVE, "the second goes on");
    }

    /// @dev It is the client's word: not the provider's own, nor anybody else's.
    function testFuzz_ItIsTheClients(uint256 key) public {
        JobTerms memory terms = openJob();
        key = bound(key, 1, type(uint128).max);
        vm.assume(key != CLIENT_KEY);
        uint40 expiresAt = type(uint40).max;
        bytes memory signature = signCancel(key, terms, expiresAt);
        _requireRefused(terms, expiresAt, signature, IJobEscrow.JobEscrow_SignatureInvalid.selector);
        signature = signCancel(OPERATOR_KEY, terms, expiresAt);
        _requireRefused(terms, expiresAt, signature, IJobEscrow.JobEscrow_SignatureInvalid.selector);
    }

    /// @dev The careless client, whose word is good for ever: once anybody has called the deadline, or the provider has
    /// submitted, it comes too late.
    function testFuzz_ItEndsNothingThatHasMovedOn(bool submits) public {
        JobTerms memory terms = openJob();
        bytes memory signature = signCancel(CLIENT_KEY, terms, type(uint40).max);
        if (submits) {
            submitJob(terms);
            disputeJob(terms);
        } else {
            vm.warp(deliverUntil(terms) + 1);
            escrow.expire(terms);
        }
        Ledger memory expected = ledgerOf(terms);
        _requireRefused(terms, type(uint40).max, signature, IJobEscrow.JobEscrow_UnexpectedState.selector);
        requireLedger(terms, expected);
    }

    function _requireRefused(JobTerms memory terms, uint40 expiresAt, bytes memory signature, bytes4 error_) private {
        bytes memory input = abi.encodeCall(IJobEscrow.cancel, (terms, expiresAt, signature));
        requireRefused(operator, address(escrow), input, error_, "the kept signature");
    }
}
