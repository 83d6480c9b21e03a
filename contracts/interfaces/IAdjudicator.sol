// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case, Ruling} from "../types/Case.sol";

/// @title IAdjudicator
/// @notice Who answers a dispute: one of two answers, in time. It never moves a party's money: a market computes every
/// split itself, and does without an answer that does not come.
interface IAdjudicator {
    /// @notice Takes a case and its fee.
    /// @dev Called by a market, at most once a case, after the fee became the adjudicator's own claim in the vault. A
    /// revert keeps the fee in the market; the call may be tried again.
    /// @param openedCase What there is to judge.
    function openCase(Case calldata openedCase) external;

    /// @notice Learns that the client has conceded: no answer has any effect on the job any more. What becomes of the
    /// fee is for the adjudicator's own rules to say.
    /// @dev Called by the market of the case, with {JobEscrow}'s CLOSE_CASE_GAS; what it does or fails to do has no
    /// effect there.
    /// @param caseId The case, as the market named it.
    function closeCase(bytes32 caseId) external;

    /// @notice The answer, if there is one.
    /// @param market The market that opened the case.
    /// @param caseId The case, as the market named it.
    function rulingOf(address market, bytes32 caseId) external view returns (Ruling ruling);
}
