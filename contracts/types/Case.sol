// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice An adjudicator's answer.
/// @custom:value0 NONE There is none.
/// @custom:value1 PROVIDER_RIGHT The result is what the specification asks for.
/// @custom:value2 PROVIDER_WRONG It is not.
enum Ruling {
    NONE,
    PROVIDER_RIGHT,
    PROVIDER_WRONG
}

/// @notice What a market hands to an adjudicator.
/// @param caseId The market's name for it: a job's id. Unique for each market.
/// @param provider The provider's id.
/// @param client Who disputes, and who gets back what is not spent of the fee.
/// @param token The token of the fee.
/// @param fee Base units that became the adjudicator's claim in the vault just before.
/// @param rulingUntil Unix time in seconds, the last in which the market takes an answer.
/// @param runLimitSeconds How long the job may run.
/// @param specDigest The sha2-256 of the job's canonical manifest.
/// @param resultMark The first 160 bits of the digest of the result in dispute.
struct Case {
    bytes32 caseId;
    address provider;
    address client;
    address token;
    uint256 fee;
    uint40 rulingUntil;
    uint32 runLimitSeconds;
    bytes32 specDigest;
    bytes20 resultMark;
}
