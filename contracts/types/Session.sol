// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Where a session stands. Time alone changes none of them.
/// @custom:value0 NONE There is no such session.
/// @custom:value1 OPEN The deposit is in escrow; receipts can be redeemed.
/// @custom:value2 CLOSING The payer asked for the end; receipts can still be redeemed.
/// @custom:value3 CLOSED What was not redeemed is the payer's again.
enum SessionState {
    NONE,
    OPEN,
    CLOSING,
    CLOSED
}

/// @notice All that was agreed. It travels in calldata and in the opening event; its hash is the session's id.
/// @param payer Who pays, and gets the rest back.
/// @param payerKey Whose ECDSA signature a receipt needs; may be the payer's own address.
/// @param provider Who serves: a provider's id.
/// @param payout Whose vault claim the earnings go to: the provider's payout address when the session was opened.
/// @param token The payment token.
/// @param expiresAt Unix time in seconds until which the session lasts, if nobody ends it before.
/// @param graceSeconds How long the provider may redeem its last receipt once the session is to end.
/// @param salt Tells otherwise equal sessions apart.
struct SessionTerms {
    address payer;
    address payerKey;
    address provider;
    address payout;
    address token;
    uint40 expiresAt;
    uint32 graceSeconds;
    uint256 salt;
}

/// @notice What the chain stores of a session: one slot, packed by {SessionSlot}.
/// @param state Where it stands.
/// @param deposited Base units of the payment token that the payer paid in.
/// @param redeemed Base units of it that the provider was paid.
/// @param openedBlock The block of {SessionOpened}, which carries the terms.
/// @param graceUntil Unix time in seconds, the last in which only the provider's owner may close it; set once the payer
/// asks.
struct Session {
    // slot 0: 256 of 256 bits
    SessionState state;
    uint88 deposited;
    uint88 redeemed;
    uint32 openedBlock;
    uint40 graceUntil;
}

/// @notice A receipt to redeem, one of many.
/// @param terms The session's terms.
/// @param cumulativeAmount Base units of the payment token, for all that was consumed since the session's opening.
/// @param signature The payer key's, over `Receipt(bytes32 sessionId,uint128 cumulativeAmount)`.
struct Redemption {
    SessionTerms terms;
    uint128 cumulativeAmount;
    bytes signature;
}
