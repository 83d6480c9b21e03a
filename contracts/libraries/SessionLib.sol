// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Session, SessionState, SessionTerms} from "../types/Session.sol";
import {OrderLimits} from "./OrderLimits.sol";

/// @title SessionLib
/// @notice A session's id, what makes its terms well formed, what a receipt says, and when anyone may close it.
/// @dev Deadlines include their second. All times are Unix seconds, all periods seconds.
library SessionLib {
    bytes32 internal constant RECEIPT_TYPEHASH = keccak256("Receipt(bytes32 sessionId,uint128 cumulativeAmount)");

    /// @dev Terms have 8 words.
    uint256 private constant LENGTH = 8 * 32;

    /// @notice A session's id: the hash of its terms, as `keccak256(abi.encode(terms))` gives it.
    /// @dev As {JobMath-idOf}.
    function idOf(SessionTerms calldata terms) internal pure returns (bytes32 sessionId) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, terms, LENGTH)
            sessionId := keccak256(free, LENGTH)
        }
    }

    /// @notice The EIP-712 struct hash of a receipt.
    function receiptHash(bytes32 sessionId, uint128 cumulativeAmount) internal pure returns (bytes32) {
        return keccak256(abi.encode(RECEIPT_TYPEHASH, sessionId, cumulativeAmount));
    }

    /// @notice Reverts unless both periods lie within {OrderLimits}.
    function requireWellFormed(SessionTerms calldata terms) internal view {
        OrderLimits.requireWithin(
            "expiresAt",
            terms.expiresAt,
            block.timestamp,
            block.timestamp + OrderLimits.MAX_SESSION_SECONDS
        );
        OrderLimits.requireWithin(
            "graceSeconds",
            terms.graceSeconds,
            OrderLimits.MIN_SESSION_GRACE_SECONDS,
            OrderLimits.MAX_SESSION_GRACE_SECONDS
        );
    }

    /// @notice The last second that belongs to the provider alone: after it, anyone may close the session.
    function graceUntil(SessionTerms calldata terms, Session memory session) internal pure returns (uint40) {
        return session.state == SessionState.CLOSING ? session.graceUntil : terms.expiresAt + terms.graceSeconds;
    }

    /// @notice What of a receipt the deposit covers.
    function coveredAmount(Session memory session, uint128 cumulativeAmount) internal pure returns (uint88) {
        // Cast not lossy: less than the deposit.
        return cumulativeAmount < session.deposited ? uint88(cumulativeAmount) : session.deposited;
    }
}
