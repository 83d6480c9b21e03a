// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttestedAdjudicator} from "../../contracts/interfaces/IAttestedAdjudicator.sol";
import {IJobDisputes} from "../../contracts/interfaces/IJobDisputes.sol";
import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {JobState} from "../../contracts/types/Job.sol";
import {LibraryErrors} from "./LibraryErrors.sol";

/// @title DisputeErrors
/// @notice The revert data of every error on a job's ways out, with checked arguments.
library DisputeErrors {
    function unexpectedState(bytes32 jobId, JobState current, JobState needed) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IJobEscrow.JobEscrow_UnexpectedState.selector,
                jobId,
                current,
                uint256(1) << uint8(needed)
            );
    }

    function signatureInvalid(bytes32 jobId, address client) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IJobEscrow.JobEscrow_SignatureInvalid.selector, jobId, client);
    }

    function noAdjudicator(bytes32 jobId) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IJobDisputes.JobDisputes_NoAdjudicator.selector, jobId);
    }

    function caseOpen(bytes32 jobId) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IJobDisputes.JobDisputes_CaseOpen.selector, jobId);
    }

    function noRuling(bytes32 jobId, address adjudicator) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IJobDisputes.JobDisputes_NoRuling.selector, jobId, adjudicator);
    }

    function insufficientAllowance(
        address spender,
        uint256 allowance,
        uint256 needed,
        uint256 id
    ) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(LibraryErrors.ERC6909InsufficientAllowance.selector, spender, allowance, needed, id);
    }

    function insufficientBalance(
        address sender,
        uint256 balance,
        uint256 needed,
        uint256 id
    ) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(LibraryErrors.ERC6909InsufficientBalance.selector, sender, balance, needed, id);
    }

    function tooLate(
        address market,
        bytes32 caseId,
        uint256 nowAt,
        uint256 rulingUntil
    ) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IAttestedAdjudicator.AttestedAdjudicator_TooLate.selector,
                market,
                caseId,
                nowAt,
                rulingUntil
            );
    }

    function tooEarly(
        address market,
        bytes32 caseId,
        uint256 nowAt,
        uint256 rulingUntil
    ) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IAttestedAdjudicator.AttestedAdjudicator_TooEarly.selector,
                market,
                caseId,
                nowAt,
                rulingUntil
            );
    }
}
