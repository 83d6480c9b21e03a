// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ruling} from "./Case.sol";

/// @notice Where a case stands with {AttestedAdjudicator}; the last two are final.
/// @custom:value0 NONE There is no such case.
/// @custom:value1 OPEN The signers have the turn.
/// @custom:value2 RULED There is an answer, and the signers have the fee.
/// @custom:value3 CLOSED There will be none, and the client has the fee.
enum CaseState {
    NONE,
    OPEN,
    RULED,
    CLOSED
}

/// @notice What {AttestedAdjudicator} stores of a case.
/// @param client Who gets the fee back if there is no ruling.
/// @param rulingUntil Unix time in seconds, the last for a ruling.
/// @param state Where the case stands.
/// @param ruling The answer.
/// @param token The token of the fee.
/// @param fee Base units.
struct Docket {
    // slot 0: 216 of 256 bits
    address client;
    uint40 rulingUntil;
    CaseState state;
    Ruling ruling;
    // slot 1: 256 of 256 bits
    address token;
    uint96 fee;
}

/// @notice One signer's word.
/// @param signer Who signed.
/// @param signature ECDSA (65 bytes), or whatever the signer, where it is a contract, accepts.
struct Attestation {
    address signer;
    bytes signature;
}
