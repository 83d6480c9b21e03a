// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SessionState, SessionTerms} from "../../../contracts/types/Session.sol";
import {Breaches} from "./Breaches.sol";

/// @notice A session that was opened. Amounts in base units.
/// @param highest The highest receipt that was redeemed.
/// @param signed The highest receipt that the payer key signed.
/// @param graceUntil The last second that belongs to the provider alone.
struct GhostSession {
    bytes32 marketId;
    SessionTerms terms;
    SessionState state;
    uint256 deposited;
    uint256 redeemed;
    uint256 highest;
    uint256 signed;
    uint256 graceUntil;
}

/// @notice Which sessions are meant.
/// @custom:value0 ANY All, also those that are closed.
/// @custom:value1 LIVE Those that are not closed.
/// @custom:value2 OPEN Those whose end nobody asked for.
/// @custom:value3 CLOSING Those whose payer asked for the end.
/// @custom:value4 CLOSED Those that are closed.
/// @custom:value5 UNEXPIRED Open ones in time.
/// @custom:value6 FUNDED Live ones of which not all was redeemed.
/// @custom:value7 GUARDED Live ones that only the provider may close.
/// @custom:value8 UNCOVERED Open ones in time, with a receipt that the deposit did not cover.
enum SessionKind {
    ANY,
    LIVE,
    OPEN,
    CLOSING,
    CLOSED,
    UNEXPIRED,
    FUNDED,
    GUARDED,
    UNCOVERED
}

/// @title SessionBook
/// @notice Every session, kept from what handlers asked for.
abstract contract SessionBook is Breaches {
    GhostSession[] private _sessions;

    /// @notice What was paid into the sessions in a token that are not closed, less what was redeemed.
    mapping(address token => uint256) public sessionDeposits;

    /// @notice A session was opened.
    function noteSessionOpened(SessionTerms calldata terms, uint256 amount) external {
        GhostSession storage session = _sessions.push();
        session.marketId = keccak256(abi.encode(terms));
        session.terms = terms;
        session.state = SessionState.OPEN;
        session.deposited = amount;
        session.graceUntil = uint256(terms.expiresAt) + terms.graceSeconds;
        sessionDeposits[terms.token] += amount;
    }

    /// @notice More was paid in.
    function noteSessionToppedUp(uint256 sessionId, uint256 amount) external {
        _sessions[sessionId].deposited += amount;
        sessionDeposits[_sessions[sessionId].terms.token] += amount;
    }

    /// @notice The payer key signed that so much was consumed.
    function noteSigned(uint256 sessionId, uint256 cumulativeAmount) external {
        GhostSession storage session = _sessions[sessionId];
        if (cumulativeAmount > session.signed) session.signed = cumulativeAmount;
    }

    /// @notice A receipt was redeemed: the provider has what the highest one says, as far as it was paid in.
    function noteRedeemed(uint256 sessionId, uint256 cumulativeAmount) external returns (uint256 paid) {
        GhostSession storage session = _sessions[sessionId];
        if (cumulativeAmount > session.highest) session.highest = cumulativeAmount;
        if (cumulativeAmount > session.signed) breach(9, "a receipt that nobody signed paid");
        uint256 due = session.highest < session.deposited ? session.highest : session.deposited;
        if (due == session.redeemed) breach(9, "a receipt paid twice");
        paid = due - session.redeemed;
        session.redeemed = due;
        sessionDeposits[session.terms.token] -= paid;
    }

    /// @notice The payer asked for the end.
    function noteClosing(uint256 sessionId) external {
        _sessions[sessionId].state = SessionState.CLOSING;
        _sessions[sessionId].graceUntil = block.timestamp + _sessions[sessionId].terms.graceSeconds;
    }

    /// @notice A session was closed: nothing of it is left.
    function noteSessionClosed(uint256 sessionId) external {
        GhostSession storage session = _sessions[sessionId];
        session.state = SessionState.CLOSED;
        sessionDeposits[session.terms.token] -= session.deposited - session.redeemed;
    }

    function sessionOf(uint256 sessionId) external view returns (GhostSession memory) {
        return _sessions[sessionId];
    }

    function sessionCount() external view returns (uint256) {
        return _sessions.length;
    }

    /// @notice A session of a kind, from a random place on.
    function findSession(SessionKind kind, uint256 random) external view returns (bool found, uint256 sessionId) {
        for (uint256 i; i < _sessions.length; ++i) {
            sessionId = ((random % _sessions.length) + i) % _sessions.length;
            if (_isOf(_sessions[sessionId], kind)) return (true, sessionId);
        }
    }

    function _isOf(GhostSession storage session, SessionKind kind) private view returns (bool) {
        SessionState state = session.state;
        if (kind == SessionKind.ANY) return true;
        if (kind == SessionKind.OPEN) return state == SessionState.OPEN;
        if (kind == SessionKind.CLOSING) return state == SessionState.CLOSING;
        if (kind == SessionKind.CLOSED) return state == SessionState.CLOSED;
        if (state == SessionState.CLOSED) return false;
        if (kind == SessionKind.LIVE) return true;
        if (kind == SessionKind.FUNDED) return session.redeemed < session.deposited;
        if (kind == SessionKind.GUARDED) return block.timestamp <= session.graceUntil;
        if (state != SessionState.OPEN || block.timestamp > session.terms.expiresAt) return false;
        return kind == SessionKind.UNEXPIRED || session.highest > session.deposited;
    }
}
