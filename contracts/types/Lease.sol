// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A provider's promise of a machine by the second: any client may take it, up to `slots` times at once and
/// `maxFills` times ever.
/// @param provider The provider's id.
/// @param taker The only client that may take it; zero for anyone.
/// @param token The payment token.
/// @param ratePerSecond Base units of the payment token for each second that the provider is there.
/// @param minFundedSeconds The fewest seconds that a client must pay into a lease when it opens it.
/// @param maxLeaseSeconds The longest lease.
/// @param graceSeconds How long a check-in counts, and how long an empty lease is held.
/// @param slots The most leases at once.
/// @param maxFills The most leases ever.
/// @param expiresAt Unix time in seconds until which the offer can be taken.
/// @param authEpoch The provider's epoch in the registry; a raised one voids the offer.
/// @param machineId The machine, as the registry knows it; a claim, not checked here.
/// @param tag Free for integrators; zero for none.
/// @param salt Tells otherwise equal offers apart.
struct LeaseOffer {
    address provider;
    address taker;
    address token;
    uint128 ratePerSecond;
    uint32 minFundedSeconds;
    uint32 maxLeaseSeconds;
    uint32 graceSeconds;
    uint32 slots;
    uint32 maxFills;
    uint40 expiresAt;
    uint32 authEpoch;
    bytes32 machineId;
    bytes32 tag;
    uint256 salt;
}

/// @notice Where a lease stands. Time alone changes none of them.
/// @custom:value0 NONE There is no such lease.
/// @custom:value1 OPEN The client's deposit is in escrow; the provider has not checked in yet, and earns nothing.
/// @custom:value2 RUNNING The provider has checked in, and earns while it keeps doing so.
/// @custom:value3 CLOSED What was earned is paid, the rest is the client's again.
enum LeaseState {
    NONE,
    OPEN,
    RUNNING,
    CLOSED
}

/// @notice All that was agreed. It travels in calldata and in the opening event; its hash is the lease's id.
/// @param orderHash The EIP-712 digest of the offer, which names chain and market.
/// @param fill The number of this lease among those of its offer, from 1.
/// @param client Who pays.
/// @param provider Whose machine it is: a provider's id.
/// @param payout Whose vault claim the earnings go to: the provider's payout address when the lease was opened.
/// @param token The payment token.
/// @param ratePerSecond Base units of the payment token for each second that the provider is there.
/// @param openedAt Unix time in seconds of the opening.
/// @param leaseSeconds How long the lease lasts from then on, at most.
/// @param graceSeconds How long a check-in counts, and how long an empty lease is held.
struct LeaseTerms {
    bytes32 orderHash;
    uint32 fill;
    address client;
    address provider;
    address payout;
    address token;
    uint128 ratePerSecond;
    uint40 openedAt;
    uint32 leaseSeconds;
    uint32 graceSeconds;
}

/// @notice What the chain stores of a lease: one slot, packed by {LeaseSlot}. Money is counted in seconds of the
/// lease's rate, so that nothing is ever rounded.
/// @param state Where it stands.
/// @param openedBlock The block of {LeaseOpened}, which carries the terms.
/// @param seenAt Unix time in seconds of the last check-in; of the opening, before the first.
/// @param fundedSeconds What the client paid in.
/// @param servedSeconds How long the provider was there, up to the last check-in; up to the end, once it is closed. It
/// may be more than what was funded, by twice the grace at most.
/// @param paidSeconds What the provider was paid.
struct Lease {
    // slot 0: 184 of 256 bits
    LeaseState state;
    uint40 openedBlock;
    uint40 seenAt;
    uint32 fundedSeconds;
    uint32 servedSeconds;
    uint32 paidSeconds;
}
