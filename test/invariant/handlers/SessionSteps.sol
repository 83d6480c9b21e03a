// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {SessionState, SessionTerms} from "../../../contracts/types/Session.sol";
import {Holding} from "../stores/FallWatch.sol";
import {GhostSession, SessionKind} from "../stores/SessionBook.sol";
import {Handler} from "./Handler.sol";

/// @title SessionSteps
/// @notice How a session comes from state to state, and what the book says then. Where no session is of the kind that a
/// move needs, one is brought there first.
abstract contract SessionSteps is Handler {
    string internal constant SESSION_ACTIONS = "session.open session.redeem session.startClose session.close";
    string internal constant SESSION_STATES =
        "session.OPEN session.CLOSING session.CLOSED.byProvider session.CLOSED.afterGrace session.CLOSED.afterExpiry "
        "session.ownKey session.otherKey session.ofContract session.ofProviderItself session.inFeeToken "
        "session.inReentrantToken session.paysAContract session.beyondDeposit session.coveredLater session.emptied "
        "session.redeemedAfterGrace session.closedUnused";

    uint256 private constant MOST = 1_000e18;

    /// @dev A session that its payer can open now.
    function _draftSession(uint256 seed) internal returns (SessionTerms memory terms, uint128 amount) {
        uint256 random = _random(seed, "payer");
        terms.payer = random % 4 == 0 ? _person(random >> 8) : _pick(world.clients(), random >> 8);
        terms.payerKey = _random(seed, "key") % 2 == 0 ? terms.payer : _person(_random(seed, "key") >> 8);
        // A contract has no key.
        if (terms.payerKey == world.wallet()) terms.payerKey = world.signers()[0];
        terms.provider = _provider(_random(seed, "provider"));
        terms.payout = registry.payoutOf(terms.provider);
        terms.token = _token(_random(seed, "token"));
        terms.expiresAt = uint40(block.timestamp + _amount(_random(seed, "expiry"), 0, 1 hours));
        terms.graceSeconds = 1 hours + uint32(_random(seed, "grace") % 600);
        terms.salt = store.sessionCount();
        amount = uint128(_amount(_random(seed, "amount"), 1, MOST));
        _fillClaim(terms.token, terms.payer, amount);
        _letDraw(address(sessions), terms.payer, terms.token);
    }

    function _openSession(uint256 seed) internal returns (bool succeeded, uint256 sessionId) {
        (SessionTerms memory terms, uint128 amount) = _draftSession(seed);
        bytes32 marketId = keccak256(abi.encode(terms));
        store.watchSession(marketId);
        store.cover(Holding.CLAIM, terms.payer, terms.token, amount);
        bytes memory call = abi.encodeCall(ISessionEscrow.open, (terms, amount));
        bytes memory result;
        (succeeded, result) = _act("session.open", terms.payer, address(sessions), call);
        if (!succeeded) return (false, 0);
        if (abi.decode(result, (bytes32)) != marketId) store.breach(2, "a session of other terms");
        sessionId = store.sessionCount();
        store.noteSessionOpened(terms, amount);
        _reachSession(terms);
    }

    /// @dev Redeems a receipt that should be good.
    function _redeem(uint256 sessionId, uint128 cumulativeAmount, address by) internal returns (bool succeeded) {
        GhostSession memory session = store.sessionOf(sessionId);
        bytes memory signature = _receipt(sessionId, cumulativeAmount);
        uint256 due = _due(session, cumulativeAmount);
        store.cover(Holding.CLAIM, address(sessions), session.terms.token, due);
        bytes memory call = abi.encodeCall(ISessionEscrow.redeem, (session.terms, cumulativeAmount, signature));
        bytes memory result;
        (succeeded, result) = _surely("session.redeem", by, address(sessions), call);
        if (!succeeded) return false;
        if (abi.decode(result, (uint256)) != due) store.breach(9, "a receipt paid another amount than it says");
        _noteRedeemed(sessionId, session, cumulativeAmount);
    }

    function _noteRedeemed(uint256 sessionId, GhostSession memory session, uint128 cumulativeAmount) internal {
        uint256 paid = store.noteRedeemed(sessionId, cumulativeAmount);
        if (cumulativeAmount > session.deposited) store.reach("session.beyondDeposit");
        if (cumulativeAmount >= session.deposited) store.reach("session.emptied");
        if (cumulativeAmount == session.highest) store.reach("session.coveredLater");
        if (block.timestamp > session.graceUntil) store.reach("session.redeemedAfterGrace");
        if (!_isContract(session.terms.payout)) return;
        store.noteDonatedClaim(session.terms.payout, session.terms.token, paid);
        store.reach("session.paysAContract");
    }

    function _startClose(uint256 sessionId) internal returns (bool succeeded) {
        SessionTerms memory terms = store.sessionOf(sessionId).terms;
        bytes memory call = abi.encodeCall(ISessionEscrow.startClose, (terms));
        (succeeded, ) = _surely("session.startClose", terms.payer, address(sessions), call);
        if (!succeeded) return false;
        store.noteClosing(sessionId);
        store.reach("session.CLOSING");
    }

    /// @dev Closes a session: only the market's claim may fall, by what was not redeemed.
    function _closeSession(uint256 sessionId, address by) internal returns (bool succeeded) {
        GhostSession memory session = store.sessionOf(sessionId);
        store.cover(Holding.CLAIM, address(sessions), session.terms.token, session.deposited - session.redeemed);
        bytes memory call = abi.encodeCall(ISessionEscrow.close, (session.terms));
        (succeeded, ) = _surely("session.close", by, address(sessions), call);
        if (!succeeded) return false;
        store.noteSessionClosed(sessionId);
        if (session.redeemed == 0) store.reach("session.closedUnused");
        if (block.timestamp <= session.graceUntil) store.reach("session.CLOSED.byProvider");
        else
            store.reach(
                session.state == SessionState.OPEN
                    ? bytes32("session.CLOSED.afterExpiry")
                    : bytes32("session.CLOSED.afterGrace")
            );
    }

    /// @dev A session of a kind; a new one, brought there, if there is none.
    function _sessionOf(SessionKind kind, uint256 seed) internal returns (bool found, uint256 sessionId) {
        (found, sessionId) = store.findSession(kind, _random(seed, "session"));
        if (found) return (true, sessionId);
        (found, sessionId) = _openSession(seed);
        if (!found) return (false, 0);
        if (kind == SessionKind.CLOSING) found = _startClose(sessionId);
        if (kind == SessionKind.CLOSED) found = _closeSession(sessionId, _ownerOfSession(sessionId));
    }

    /// @dev What the payer key signs while it consumes.
    function _receipt(uint256 sessionId, uint128 cumulativeAmount) internal returns (bytes memory) {
        GhostSession memory session = store.sessionOf(sessionId);
        store.noteSigned(sessionId, cumulativeAmount);
        return
            world.sign(
                session.terms.payerKey,
                _receiptDigest(address(sessions), block.chainid, session.marketId, cumulativeAmount)
            );
    }

    function _ownerOfSession(uint256 sessionId) internal view returns (address) {
        return registry.ownerOf(store.sessionOf(sessionId).terms.provider);
    }

    /// @dev A receipt that pays something: often all of the deposit, its last unit, or more than it.
    function _nextAmount(GhostSession memory session, uint256 seed) internal pure returns (uint128) {
        uint256 most = _random(seed, "beyond") % 4 == 0 ? session.deposited + 1e18 : session.deposited;
        return uint128(_amount(_random(seed, "receipt"), session.redeemed + 1, most));
    }

    /// @dev What a receipt pays now.
    function _due(GhostSession memory session, uint128 cumulativeAmount) internal pure returns (uint256) {
        uint256 covered = cumulativeAmount < session.deposited ? cumulativeAmount : session.deposited;
        return covered > session.redeemed ? covered - session.redeemed : 0;
    }

    /// @dev The EIP-712 digest of a receipt, put together without the market's help.
    function _receiptDigest(
        address market,
        uint256 chainId,
        bytes32 marketId,
        uint128 cumulativeAmount
    ) internal pure returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Wattle SessionEscrow"),
                keccak256("1"),
                chainId,
                market
            )
        );
        bytes32 structHash = keccak256(
            abi.encode(keccak256("Receipt(bytes32 sessionId,uint128 cumulativeAmount)"), marketId, cumulativeAmount)
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }

    function _reachSession(SessionTerms memory terms) private {
        store.reach("session.OPEN");
        store.reach(terms.payerKey == terms.payer ? bytes32("session.ownKey") : bytes32("session.otherKey"));
        if (terms.payer == world.wallet()) store.reach("session.ofContract");
        if (registry.canOperate(terms.provider, terms.payer)) store.reach("session.ofProviderItself");
        if (terms.token == world.tokens()[1]) store.reach("session.inFeeToken");
        if (terms.token == world.tokens()[2]) store.reach("session.inReentrantToken");
    }
}
