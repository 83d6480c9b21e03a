// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A provider's promise: any client may take it, up to `slots` times at once and `maxFills` times ever.
/// @param provider The provider's id.
/// @param taker The only client that may take it; zero for anyone.
/// @param token The payment token.
/// @param adjudicator Who answers a dispute; zero for nobody, so that every dispute ends in a split.
/// @param ratePerSecond Base units of the payment token for each second of the run limit.
/// @param collateral Base units of the stake token that each job locks.
/// @param disputeFee Base units of the payment token that a dispute costs.
/// @param minRunSeconds The shortest run limit that a client may choose.
/// @param maxRunSeconds The longest run limit that a client may choose.
/// @param declineSeconds How long the provider may decline after a take.
/// @param slackSeconds Time to deliver, beyond decline window and run limit.
/// @param reviewSeconds How long the client may dispute a result.
/// @param rulingSeconds How long a dispute waits for its ruling.
/// @param noRulingBps The provider's part of the price when no ruling came, in ten-thousandths.
/// @param slots The most jobs at once.
/// @param maxFills The most jobs ever.
/// @param expiresAt Unix time in seconds until which the offer can be taken.
/// @param authEpoch The provider's epoch in the registry; a raised one voids the offer.
/// @param machineId The machine that would run it, as the registry knows it; a claim, not checked here.
/// @param tag Free for integrators; zero for none.
/// @param salt Tells otherwise equal offers apart.
struct Offer {
    address provider;
    address taker;
    address token;
    address adjudicator;
    uint128 ratePerSecond;
    uint128 collateral;
    uint128 disputeFee;
    uint32 minRunSeconds;
    uint32 maxRunSeconds;
    uint32 declineSeconds;
    uint32 slackSeconds;
    uint32 reviewSeconds;
    uint32 rulingSeconds;
    uint16 noRulingBps;
    uint32 slots;
    uint32 maxFills;
    uint40 expiresAt;
    uint32 authEpoch;
    bytes32 machineId;
    bytes32 tag;
    uint256 salt;
}

/// @notice What a client adds to an offer to make a job of it.
/// @param runLimitSeconds How long the job may run; the price is the rate times this.
/// @param specDigest The sha2-256 of the job's canonical manifest.
/// @param specRoot The UnixFS root (sha2-256) of the encrypted manifest, by which any store has it. Kept in the event
/// log only.
struct Take {
    uint32 runLimitSeconds;
    bytes32 specDigest;
    bytes32 specRoot;
}

/// @notice What a market remembers of an order: one slot.
/// @param approved The order was published, or its signature was checked at its first fill.
/// @param canceled The order opens nothing any more.
/// @param filled How many jobs it opened; numbers them, and never falls.
/// @param active How many of them have not ended.
struct OrderState {
    // slot 0: 80 of 256 bits
    bool approved;
    bool canceled;
    uint32 filled;
    uint32 active;
}
