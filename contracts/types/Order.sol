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

/// @notice What the offers of all markets have in common.
/// @param orderHash The offer's EIP-712 digest.
/// @param provider The provider's id.
/// @param taker The only account that may take it; zero for anyone.
/// @param token The payment token.
/// @param adjudicator Who answers a dispute; zero for nobody.
/// @param ratePerSecond Base units of the payment token for each second.
/// @param slots The most fills at once.
/// @param maxFills The most fills ever.
/// @param expiresAt Unix time in seconds until which it can be taken.
/// @param authEpoch The provider's epoch in the registry; a raised one voids the offer.
struct OfferHead {
    bytes32 orderHash;
    address provider;
    address taker;
    address token;
    address adjudicator;
    uint128 ratePerSecond;
    uint32 slots;
    uint32 maxFills;
    uint40 expiresAt;
    uint32 authEpoch;
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

/// @notice A client's promise: one provider may take it, and only a decline opens it again.
/// @param client Who pays.
/// @param taker The only provider that may take it; zero for anyone.
/// @param token The payment token.
/// @param adjudicator Who answers a dispute; zero for nobody, so that every dispute ends in a split.
/// @param startRatePerSecond What the client pays at first, in base units of the payment token for each second of the
/// run limit.
/// @param maxRatePerSecond What it pays in the end.
/// @param startsAt Unix time in seconds from which the rate rises, in a straight line.
/// @param riseSeconds How long it rises; zero for a rate that is the highest from then on.
/// @param collateral Base units of the stake token that the job locks.
/// @param disputeFee Base units of the payment token that a dispute costs.
/// @param runLimitSeconds How long the job may run.
/// @param declineSeconds How long the provider may decline after a take.
/// @param slackSeconds Time to deliver, beyond decline window and run limit.
/// @param reviewSeconds How long the client may dispute a result.
/// @param rulingSeconds How long a dispute waits for its ruling.
/// @param noRulingBps The provider's part of the price when no ruling came, in ten-thousandths.
/// @param minGpuCount The fewest cards of the machine.
/// @param minVramMib The least memory of each card in MiB.
/// @param gpuModel The card's model; zero for any.
/// @param region Where the machine stands; a country ("us") covers its subdivisions ("us-ca"), zero is anywhere.
/// @param minStake The least committed stake of the provider: free and locked, never thawing.
/// @param expiresAt Unix time in seconds until which the request can be taken.
/// @param epoch The client's epoch in the market; a raised one voids the request.
/// @param specDigest The sha2-256 of the job's canonical manifest.
/// @param specRoot The UnixFS root (sha2-256) of the manifest's envelope, by which any store has it.
/// @param tag Free for integrators; zero for none.
/// @param salt Tells otherwise equal requests apart.
struct Request {
    address client;
    address taker;
    address token;
    address adjudicator;
    uint128 startRatePerSecond;
    uint128 maxRatePerSecond;
    uint40 startsAt;
    uint32 riseSeconds;
    uint128 collateral;
    uint128 disputeFee;
    uint32 runLimitSeconds;
    uint32 declineSeconds;
    uint32 slackSeconds;
    uint32 reviewSeconds;
    uint32 rulingSeconds;
    uint16 noRulingBps;
    uint16 minGpuCount;
    uint32 minVramMib;
    bytes32 gpuModel;
    bytes8 region;
    uint128 minStake;
    uint40 expiresAt;
    uint32 epoch;
    bytes32 specDigest;
    bytes32 specRoot;
    bytes32 tag;
    uint256 salt;
}

/// @notice What a market remembers of an order: one slot, packed by {OrderSlot}.
/// @param approved The order was published, or its signature was checked at its first fill.
/// @param canceled The order opens nothing any more.
/// @param fillsOnce The order is a request: the job that it opened keeps its slot, unless it is declined.
/// @param filled How often it was filled; numbers the jobs or leases, and never falls.
/// @param active How many of them have not ended; of a request, whether it is used up.
struct OrderState {
    // slot 0: 88 of 256 bits
    bool approved;
    bool canceled;
    bool fillsOnce;
    uint32 filled;
    uint32 active;
}
