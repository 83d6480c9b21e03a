// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {Redemption, SessionState, SessionTerms} from "../../../contracts/types/Session.sol";
import {vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {GhostSession, SessionKind} from "../stores/SessionBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {SessionSteps} from "./SessionSteps.sol";

/// @title SessionAttacks
/// @notice Calls to the market of sessions that must be refused: the wrong state, person, time, terms, sum or receipt.
contract SessionAttacks is SessionSteps {
    uint256 private constant LIVE = (1 << uint8(SessionState.OPEN)) | (1 << uint8(SessionState.CLOSING));

    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            string.concat(
                SESSION_ACTIONS,
                " attack.sessionState attack.sessionPerson attack.sessionTime attack.sessionEarly attack.sessionTerms "
                "attack.receipt attack.receiptStale attack.receiptInList"
            ),
            string.concat(
                SESSION_STATES,
                " attackedSession.NONE attackedSession.OPEN attackedSession.CLOSING attackedSession.CLOSED "
                "session.closeToGrace receipt.otherKey receipt.otherSession receipt.otherChain receipt.otherMarket "
                "receipt.otherAmount receipt.unsigned receipt.stale receipt.emptied"
            )
        )
    {}

    /// @notice Any call in any state that forbids it, by a person who could make it in another state: it is refused, and
    /// the refusal names the state.
    function stepFromWrongState(uint256 seed) external move {
        for (uint256 i; i < 3; ++i) _stepFromWrongState(uint256(keccak256(abi.encode(seed, i))));
    }

    function _stepFromWrongState(uint256 seed) private {
        SessionKind kind = [SessionKind.OPEN, SessionKind.CLOSING, SessionKind.CLOSED, SessionKind.LIVE][seed % 4];
        (bool found, uint256 sessionId) = _sessionOf(kind, seed);
        if (!found) return;
        GhostSession memory session = store.sessionOf(sessionId);
        // Terms that no session has.
        if (seed % 4 == 3) _forge(session.terms, _random(seed, "field"));
        session.marketId = keccak256(abi.encode(session.terms));
        SessionState state = sessions.sessionOf(session.marketId).state;
        uint256 step = _random(seed, "step") % 5;
        while (_allowedIn(step) & (1 << uint256(state)) != 0) step = (step + 1) % 5;
        (address by, bytes memory call) = _step(step, session, seed);
        bytes memory reason = _refuse(5, "attack.sessionState", by, address(sessions), call);
        bytes memory expected = abi.encodeWithSelector(
            ISessionEscrow.SessionEscrow_UnexpectedState.selector,
            session.marketId,
            state,
            _allowedIn(step)
        );
        if (keccak256(reason) != keccak256(expected)) store.breach(5, "a refusal does not name the session's state");
        bytes32[4] memory names = [
            bytes32("attackedSession.NONE"),
            "attackedSession.OPEN",
            "attackedSession.CLOSING",
            "attackedSession.CLOSED"
        ];
        store.reach(names[uint256(state)]);
    }

    /// @notice A payer's call by somebody else or too late; closing a session while only its provider may, up to the last
    /// second of it.
    function stepWithoutRight(uint256 seed) external move {
        (bool found, uint256 sessionId) = _sessionOf(SessionKind.OPEN, seed);
        if (!found) return;
        GhostSession memory session = store.sessionOf(sessionId);
        bool late = block.timestamp > session.terms.expiresAt;
        address by = session.terms.payer;
        if (!late) by = _outsider(session.terms.provider, by, _random(seed, "outsider"));
        (, bytes memory call) = _step(1 + (_random(seed, "step") % 2), session, seed);
        bytes32 action = late ? bytes32("attack.sessionTime") : bytes32("attack.sessionPerson");
        _attack(7, action, by, address(sessions), call);

        (found, sessionId) = _sessionOf(SessionKind.GUARDED, seed);
        if (!found) return;
        session = store.sessionOf(sessionId);
        if (_random(seed, "wait") % 3 == 0) {
            vm.roll(block.number + 1);
            vm.warp(session.graceUntil);
            store.reach("session.closeToGrace");
        }
        (, call) = _step(4, session, seed);
        address owner = registry.ownerOf(session.terms.provider);
        by =
            _random(seed, "key") % 2 == 0
                ? session.terms.payer
                : _operatorOf(session.terms.provider, _random(seed, "operator"));
        if (by == owner || _random(seed, "by") % 2 == 0) {
            by = _outsider(session.terms.provider, address(0), _random(seed, "by"));
        }
        _attack(7, "attack.sessionEarly", by, address(sessions), call);
    }

    /// @notice A receipt of another key, session, chain, market or amount, alone and behind a good one in a list; and one
    /// that was redeemed before.
    function redeemForged(uint256 seed) external move {
        (bool found, uint256 sessionId) = _sessionOf(SessionKind.FUNDED, seed);
        if (!found) return;
        GhostSession memory session = store.sessionOf(sessionId);
        (uint128 amount, bytes memory signature) = _forgedReceipt(session, seed);
        bytes memory call = abi.encodeCall(ISessionEscrow.redeem, (session.terms, amount, signature));
        _attack(9, "attack.receipt", _person(_random(seed, "by")), address(sessions), call);

        Redemption[] memory list = new Redemption[](2);
        list[1] = Redemption(session.terms, amount, signature);
        (, uint256 otherId) = store.findSession(SessionKind.FUNDED, _random(seed, "other"));
        if (otherId == sessionId) list[0] = list[1];
        else {
            GhostSession memory other = store.sessionOf(otherId);
            uint128 good = _nextAmount(other, seed);
            list[0] = Redemption(other.terms, good, _receipt(otherId, good));
        }
        call = abi.encodeCall(ISessionEscrow.redeemMany, (list));
        _attack(9, "attack.receiptInList", _person(_random(seed, "by")), address(sessions), call);
    }

    /// @notice A receipt that says no more than was redeemed, or any where the deposit is used up: refused with all
    /// amounts.
    function redeemAgain(uint256 seed) external move {
        (bool found, uint256 sessionId) = _sessionOf(SessionKind.LIVE, seed);
        if (!found) return;
        GhostSession memory session = store.sessionOf(sessionId);
        if (session.redeemed == 0) {
            if (!_redeem(sessionId, _nextAmount(session, seed), _person(seed))) return;
            session = store.sessionOf(sessionId);
        }
        bool empty = session.redeemed == session.deposited;
        uint128 amount = uint128(_amount(_random(seed, "old"), 0, session.redeemed));
        if (empty && _random(seed, "more") % 2 == 0) amount = uint128(session.deposited + 1 + (seed % 1e18));
        bytes memory signature = _receipt(sessionId, amount);
        bytes memory call = abi.encodeCall(ISessionEscrow.redeem, (session.terms, amount, signature));
        bytes memory reason = _refuse(9, "attack.receiptStale", _person(seed), address(sessions), call);
        bytes memory expected = abi.encodeWithSelector(
            ISessionEscrow.SessionEscrow_ReceiptStale.selector,
            session.marketId,
            amount,
            session.redeemed,
            session.deposited
        );
        if (keccak256(reason) != keccak256(expected)) store.breach(9, "a refusal does not name a receipt's amounts");
        store.reach(empty ? bytes32("receipt.emptied") : bytes32("receipt.stale"));
    }

    /// @notice Opens or tops up a session with one thing wrong about it.
    function openWrongly(uint256 seed) external move {
        (SessionTerms memory terms, uint128 amount) = _draftSession(seed);
        address by = terms.payer;
        uint256 flaw = _random(seed, "flaw") % 11;
        if (flaw == 0) by = _outsider(terms.provider, terms.payer, _random(seed, "outsider"));
        if (flaw == 1) terms.payerKey = address(0);
        if (flaw == 2) terms.payout = terms.payout == by ? address(1) : by;
        if (flaw == 3) terms.provider = address(world.hostileService());
        if (flaw == 4) amount = 0;
        if (flaw == 5) amount = uint128(type(uint88).max) + 1;
        if (flaw == 6) amount = uint128(vault.balanceOf(by, _idOf(terms.token)) + 1);
        if (flaw == 7) terms.expiresAt = uint40(block.timestamp - 1);
        if (flaw == 8) terms.expiresAt = uint40(block.timestamp + 366 days + 1);
        if (flaw == 9) terms.graceSeconds = 1 hours - 1;
        if (flaw == 10) terms.graceSeconds = 30 days + 1;
        bytes memory call = abi.encodeCall(ISessionEscrow.open, (terms, amount));
        _attack(7, "attack.sessionTerms", by, address(sessions), call);
    }

    function _forgedReceipt(
        GhostSession memory session,
        uint256 seed
    ) private returns (uint128 amount, bytes memory signature) {
        amount = _nextAmount(session, seed);
        address signer = session.terms.payerKey;
        (address market, uint256 chainId) = (address(sessions), block.chainid);
        (bytes32 marketId, uint128 signed) = (session.marketId, amount);
        uint256 flaw = _random(seed, "flaw") % 6;
        if (flaw == 0) signer = world.signers()[1];
        if (flaw == 1) marketId = _otherSession(session, seed);
        if (flaw == 2) ++chainId;
        if (flaw == 3) market = address(world.otherSessions());
        if (flaw == 4) --signed;
        if (flaw != 5) signature = world.sign(signer, _receiptDigest(market, chainId, marketId, signed));
        bytes32[6] memory names = [
            bytes32("receipt.otherKey"),
            "receipt.otherSession",
            "receipt.otherChain",
            "receipt.otherMarket",
            "receipt.otherAmount",
            "receipt.unsigned"
        ];
        store.reach(names[flaw]);
    }

    /// @dev A session that is equal but for its salt, or any other that there is.
    function _otherSession(GhostSession memory session, uint256 seed) private view returns (bytes32 marketId) {
        marketId = store.sessionOf(_random(seed, "other") % store.sessionCount()).marketId;
        if (marketId != session.marketId) return marketId;
        SessionTerms memory terms = abi.decode(abi.encode(session.terms), (SessionTerms));
        ++terms.salt;
        return keccak256(abi.encode(terms));
    }

    /// @dev A call and who may make it.
    function _step(
        uint256 step,
        GhostSession memory session,
        uint256 seed
    ) private view returns (address, bytes memory) {
        SessionTerms memory terms = session.terms;
        if (step == 0) return (terms.payer, abi.encodeCall(ISessionEscrow.open, (terms, 1)));
        if (step == 1) return (terms.payer, abi.encodeCall(ISessionEscrow.topUp, (terms, 1)));
        if (step == 2) return (terms.payer, abi.encodeCall(ISessionEscrow.startClose, (terms)));
        if (step == 4) {
            return (registry.ownerOf(terms.provider), abi.encodeCall(ISessionEscrow.close, (terms)));
        }
        uint128 amount = uint128(session.deposited);
        bytes32 digest = _receiptDigest(address(sessions), block.chainid, session.marketId, amount);
        bytes memory signature = world.sign(terms.payerKey, digest);
        return (_person(seed), abi.encodeCall(ISessionEscrow.redeem, (terms, amount, signature)));
    }

    /// @dev The states that a call needs, by the table, as a bitmap.
    function _allowedIn(uint256 step) private pure returns (uint256) {
        if (step == 0) return 1 << uint256(SessionState.NONE);
        return step < 3 ? 1 << uint256(SessionState.OPEN) : LIVE;
    }

    /// @dev Changes one field, to terms that no session has.
    function _forge(SessionTerms memory terms, uint256 random) private view {
        uint256 field = random % 5;
        terms.salt += 1_000;
        if (field == 0) terms.payout = address(world.hostileService());
        if (field == 1) ++terms.graceSeconds;
        if (field == 2) --terms.expiresAt;
        if (field == 3) terms.payer = address(world.hostileService());
    }
}
