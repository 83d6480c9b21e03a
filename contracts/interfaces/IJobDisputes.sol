// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobTerms} from "../types/Job.sol";
import {IVaultHolder} from "./IVaultHolder.sol";

/// @title IJobDisputes
/// @notice What happens to a job whose client says that the result is wrong. The adjudicator can do nothing but answer
/// yes or no in time; every way out but {applyRuling} works without it.
interface IJobDisputes is IVaultHolder {
    /// @notice Emitted when a client disputes a result.
    /// @param jobId The job.
    /// @param provider The provider's id.
    /// @param client Who paid the fee.
    /// @param adjudicator Who is to answer; zero for nobody.
    /// @param fee Base units of the payment token that wait in the market.
    /// @param rulingUntil Unix time in seconds, the last in which an answer is taken.
    /// @param previousBlock The block of the job's event before this one.
    event JobDisputed(
        bytes32 indexed jobId,
        address indexed provider,
        address indexed client,
        address adjudicator,
        uint256 fee,
        uint40 rulingUntil,
        uint40 previousBlock
    );

    /// @notice Emitted when the adjudicator has taken the case and the fee.
    /// @param jobId The job.
    /// @param adjudicator Whose claim rose by the fee.
    /// @param fee Base units of the payment token.
    /// @param previousBlock The block of the job's event before this one.
    event JobCaseOpened(bytes32 indexed jobId, address indexed adjudicator, uint256 fee, uint40 previousBlock);

    /// @notice Emitted when a client withdraws a dispute: the provider is paid.
    /// @param jobId The job.
    /// @param provider The provider's id.
    /// @param price Base units of the payment token that the payout address got.
    /// @param feeReturned Base units of the fee that the client got back at once.
    /// @param previousBlock The block of the job's event before this one.
    event JobConceded(
        bytes32 indexed jobId,
        address indexed provider,
        uint256 price,
        uint256 feeReturned,
        uint40 previousBlock
    );

    /// @notice Emitted when a ruling is applied.
    /// @param jobId The job.
    /// @param provider The provider's id.
    /// @param client The client.
    /// @param providerRight True if the provider was paid, false if the client was refunded.
    /// @param price Base units of the payment token that one of them got.
    /// @param slashed Base units of the stake token that the provider lost; half of it, rounded down, is the client's.
    /// @param feeReturned Base units of the fee that the client got back, since no case was opened.
    /// @param previousBlock The block of the job's event before this one.
    event JobRuled(
        bytes32 indexed jobId,
        address indexed provider,
        address indexed client,
        bool providerRight,
        uint256 price,
        uint128 slashed,
        uint256 feeReturned,
        uint40 previousBlock
    );

    /// @notice Emitted when no ruling came in time.
    /// @param jobId The job.
    /// @param provider The provider's id.
    /// @param client The client.
    /// @param providerPart Base units of the payment token that the payout address got.
    /// @param clientPart Base units of the payment token that the client got.
    /// @param feeReturned Base units of the fee that the client got back, since no case was opened.
    /// @param previousBlock The block of the job's event before this one.
    event JobSplit(
        bytes32 indexed jobId,
        address indexed provider,
        address indexed client,
        uint256 providerPart,
        uint256 clientPart,
        uint256 feeReturned,
        uint40 previousBlock
    );

    /// @notice The terms name nobody who could take the case.
    error JobDisputes_NoAdjudicator(bytes32 jobId);

    /// @notice The adjudicator has the case already.
    error JobDisputes_CaseOpen(bytes32 jobId);

    /// @notice The adjudicator gives no answer that the market knows.
    error JobDisputes_NoRuling(bytes32 jobId, address adjudicator);

    /// @notice The call has too little gas left for the adjudicator to be told.
    error JobDisputes_TooLittleGas(bytes32 jobId, uint256 gasLeft, uint256 gasNeeded);

    /// @notice Says that a result is wrong, and pays the dispute fee into the market. No outside call is made.
    /// @dev Callable by the client. Emits {JobDisputed}. Requirements: SUBMITTED; up to the end of the review period,
    /// its second included; the client's vault claim and this market's allowance cover the fee.
    /// @param terms The job's terms.
    function dispute(JobTerms calldata terms) external;

    /// @notice Hands case and fee to the adjudicator. If it refuses, the call reverts and may be made again.
    /// @dev Callable by anyone. Emits {JobCaseOpened}. Requirements: DISPUTED; up to the ruling deadline, its second
    /// included; not done before; the terms name an adjudicator.
    /// @param terms The job's terms.
    function openCase(JobTerms calldata terms) external;

    /// @notice Withdraws a dispute: the provider is paid, the collateral is free again. A fee that was not handed over
    /// goes back to the client; of one that was, the adjudicator returns what its own rules say.
    /// @dev Callable by the client. Emits {JobConceded}. Requirements: DISPUTED; up to the ruling deadline, its second
    /// included; where a case is open, gas enough for the adjudicator to be told.
    /// @param terms The job's terms.
    function concede(JobTerms calldata terms) external;

    /// @notice Ends a job as the adjudicator ruled: the provider is paid; or the client is refunded and the collateral
    /// slashed, half of it (rounded down) for the client, the rest burned.
    /// @dev Callable by anyone. Emits {JobRuled}. Requirements: DISPUTED; up to the ruling deadline, its second
    /// included; the adjudicator gives one of the two answers.
    /// @param terms The job's terms.
    function applyRuling(JobTerms calldata terms) external;

    /// @notice Ends a job that nobody ruled on: the price is split as the terms say, the collateral is free again.
    /// @dev Callable by anyone. Emits {JobSplit}. Requirements: DISPUTED; after the ruling deadline's second.
    /// @param terms The job's terms.
    function noRuling(JobTerms calldata terms) external;
}
