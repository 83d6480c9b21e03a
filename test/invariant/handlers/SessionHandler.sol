// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {SessionState, Redemption} from "../../../contracts/types/Session.sol";
import {vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {Holding} from "../stores/FallWatch.sol";
import {GhostSession, SessionKind} from "../stores/SessionBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {SessionSteps} from "./SessionSteps.sol";

/// @title SessionHandler
/// @notice Every step of a session, by whoever may make it, at a time when it may be made.
contract SessionHandler is SessionSteps {
    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            string.concat(SESSION_ACTIONS, " session.topUp session.redeemMany"),
            string.concat(
                SESSION_STATES,
                " session.toppedUp redeemMany.several redeemMany.stale redeemMany.closed redeemMany.unknown "
                "redeemMany.none"
            )
        )
    {}

    function open(uint256 seed) external move {
        _openSession(seed);
    }

    function topUp(uint256 seed) external move {
        (bool found, uint256 sessionId) = store.findSession(SessionKind.UNCOVERED, _random(seed, "session"));
        if (!found || _random(seed, "uncovered") % 4 == 0) {
            (found, sessionId) = _sessionOf(SessionKind.UNEXPIRED, seed);
        }
        if (!found) return;
        GhostSession memory session = store.sessionOf(sessionId);
        if (session.redeemed < session.deposited && _random(seed, "owe") % 2 == 0) {
            // The provider served for more than was paid in.
            _redeem(sessionId, uint128(session.deposited + 1 + (_random(seed, "more served") % 1e18)), _person(seed));
            session = store.sessionOf(sessionId);
        }
        if (_random(seed, "last second") % 4 == 0) _passTo(session.terms.expiresAt);
        uint128 amount = uint128(_amount(_random(seed, "more"), 1, 100e18));
        _fillClaim(session.terms.token, session.terms.payer, amount);
        _letDraw(address(sessions), session.terms.payer, session.terms.token);
        store.cover(Holding.CLAIM, session.terms.payer, session.terms.token, amount);
        bytes memory call = abi.encodeCall(ISessionEscrow.topUp, (session.terms, amount));
        (found, ) = _surely("session.topUp", session.terms.payer, address(sessions), call);
        if (!found) return;
        store.noteSessionToppedUp(sessionId, amount);
        store.reach("session.toppedUp");
        // The deposit covers more of a receipt that is there already.
        if (session.highest > session.deposited) _redeem(sessionId, uint128(session.highest), _person(seed));
    }

    /// @notice Anybody redeems what the payer key signed, also while the payer waits for the end and after the grace.
    function redeem(uint256 seed) external move {
        SessionKind kind = _random(seed, "closing") % 3 == 0 ? SessionKind.CLOSING : SessionKind.FUNDED;
        (bool found, uint256 sessionId) = _sessionOf(kind, seed);
        if (!found) return;
        GhostSession memory session = store.sessionOf(sessionId);
        if (session.redeemed == session.deposited) return;
        if (_random(seed, "late") % 8 == 0) _passTo(session.graceUntil + 1);
        _redeem(sessionId, _nextAmount(session, seed), _person(_random(seed, "by")));
    }

    /// @notice Receipts that pay, stale ones, those of closed sessions, and one of a session that does not exist.
    function redeemMany(uint256 seed) external move {
        (bool found, uint256 sessionId) = _sessionOf(SessionKind.FUNDED, seed);
        if (!found) return;
        if (_random(seed, "another") % 2 == 0) _openSession(_random(seed, "another session"));
        uint256[] memory ids = new uint256[](1 + (_random(seed, "size") % 5));
        Redemption[] memory list = new Redemption[](ids.length);
        for (uint256 i; i < ids.length; ++i) {
            ids[i] = i == 0 ? sessionId : (_random(seed, "listed") + i) % store.sessionCount();
            GhostSession memory session = store.sessionOf(ids[i]);
            // A third of them say no more than was redeemed.
            list[i].cumulativeAmount =
                _random(seed, "stale") % 3 == i % 3
                    ? uint128(session.redeemed)
                    : _nextAmount(session, _random(seed, "next") / 2 + i);
            list[i].terms = session.terms;
            list[i].signature = _receipt(ids[i], list[i].cumulativeAmount);
            store.cover(Holding.CLAIM, address(sessions), session.terms.token, session.deposited - session.redeemed);
        }
        if (ids.length == 5) list[4].terms.salt += 1_000;
        bytes memory call = abi.encodeCall(ISessionEscrow.redeemMany, (list));
        (bool succeeded, bytes memory result) = _surely(
            "session.redeemMany",
            _person(_random(seed, "by")),
            address(sessions),
            call
        );
        if (succeeded) _noteMany(ids, list, abi.decode(result, (uint256)));
    }

    function startClose(uint256 seed) external move {
        (bool found, uint256 sessionId) = _sessionOf(SessionKind.UNEXPIRED, seed);
        if (!found) return;
        if (_random(seed, "last second") % 4 == 0) _passTo(store.sessionOf(sessionId).terms.expiresAt);
        _startClose(sessionId);
    }

    /// @notice The provider gives the rest back at once, or anybody once the provider's grace is over.
    function close(uint256 seed) external move {
        SessionKind kind = _random(seed, "closing") % 2 == 0 ? SessionKind.CLOSING : SessionKind.LIVE;
        (bool found, uint256 sessionId) = _sessionOf(kind, seed);
        if (!found) return;
        address by = _ownerOfSession(sessionId);
        if (_random(seed, "wait") % 3 != 0) {
            _passTo(store.sessionOf(sessionId).graceUntil + 1);
            by = _person(_random(seed, "by"));
        }
        // Not all of them before a receipt was redeemed.
        GhostSession memory session = store.sessionOf(sessionId);
        if (_random(seed, "redeem") % 2 == 0 && session.redeemed < session.deposited) {
            _redeem(sessionId, _nextAmount(session, seed), by);
        }
        _closeSession(sessionId, by);
    }

    function _noteMany(uint256[] memory ids, Redemption[] memory list, uint256 redeemed) private {
        uint256 paying;
        for (uint256 i; i < ids.length; ++i) {
            GhostSession memory session = store.sessionOf(ids[i]);
            if (i == 4) {
                store.reach("redeemMany.unknown");
            } else if (session.state == SessionState.CLOSED) {
                store.reach("redeemMany.closed");
            } else if (_due(session, list[i].cumulativeAmount) == 0) {
                store.reach("redeemMany.stale");
            } else {
                ++paying;
                _noteRedeemed(ids[i], session, list[i].cumulativeAmount);
            }
        }
        if (paying != redeemed) store.breach(9, "a list redeemed other receipts than pay");
        if (paying > 1) store.reach("redeemMany.several");
        if (paying == 0) store.reach("redeemMany.none");
    }

    function _passTo(uint256 timestamp) private {
        if (timestamp < block.timestamp) return;
        vm.roll(block.number + 1 + (timestamp - block.timestamp) / 12);
        vm.warp(timestamp);
    }
}
