// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Where a job stands. Time alone changes none of them; the last six are final.
/// @custom:value0 NONE There is no such job.
/// @custom:value1 ACTIVE The price is in escrow and the collateral locked; the provider has the turn.
/// @custom:value2 SUBMITTED A result is there; the client has the turn.
/// @custom:value3 DISPUTED The client disputes the result; the adjudicator has the turn.
/// @custom:value4 COMPLETED The provider was paid.
/// @custom:value5 DECLINED The provider refused in time; nobody lost anything.
/// @custom:value6 EXPIRED The provider did not deliver; the client was refunded, collateral was slashed.
/// @custom:value7 CANCELED Both sides agreed to end it.
/// @custom:value8 REFUNDED A ruling found the result wrong.
/// @custom:value9 SPLIT No ruling came.
enum JobState {
    NONE,
    ACTIVE,
    SUBMITTED,
    DISPUTED,
    COMPLETED,
    DECLINED,
    EXPIRED,
    CANCELED,
    REFUNDED,
    SPLIT
}

/// @notice All that was agreed. It travels in calldata and in the opening event; its hash is the job's id.
/// @param orderHash The EIP-712 digest of the order, which names chain and market.
/// @param fill The number of this job among those of its order, from 1.
/// @param client Who pays.
/// @param provider Who computes: a provider's id.
/// @param payout Whose vault claim the price goes to: the provider's payout address when the job was opened.
/// @param token The payment token.
/// @param adjudicator Who answers a dispute; zero for nobody.
/// @param ratePerSecond Base units of the payment token for each second of the run limit.
/// @param collateral Base units of the stake token that are locked.
/// @param disputeFee Base units of the payment token that a dispute costs.
/// @param runLimitSeconds How long the job may run.
/// @param declineSeconds How long the provider may decline.
/// @param slackSeconds Time to deliver, beyond decline window and run limit.
/// @param reviewSeconds How long the client may dispute a result.
/// @param rulingSeconds How long a dispute waits for its ruling.
/// @param noRulingBps The provider's part of the price when no ruling came, in ten-thousandths.
/// @param specDigest The sha2-256 of the job's canonical manifest, which also names the store that takes the result.
struct JobTerms {
    bytes32 orderHash;
    uint32 fill;
    address client;
    address provider;
    address payout;
    address token;
    address adjudicator;
    uint128 ratePerSecond;
    uint128 collateral;
    uint128 disputeFee;
    uint32 runLimitSeconds;
    uint32 declineSeconds;
    uint32 slackSeconds;
    uint32 reviewSeconds;
    uint32 rulingSeconds;
    uint16 noRulingBps;
    bytes32 specDigest;
}

/// @notice What the chain stores of a job: one slot, packed by {JobSlot}.
/// @param state Where it stands.
/// @param caseOpened The adjudicator has the case and the dispute fee; false in every state but DISPUTED.
/// @param steppedAt Unix time in seconds at which the job came into its state.
/// @param steppedBlock The block of the job's last event, which leads to the one before.
/// @param resultMark The first 160 bits of the result's digest; zero until one is submitted.
struct Job {
    // slot 0: 256 of 256 bits
    JobState state;
    bool caseOpened;
    uint40 steppedAt;
    uint40 steppedBlock;
    bytes20 resultMark;
}
