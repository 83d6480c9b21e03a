// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Session, SessionState, SessionTerms} from "../../../contracts/types/Session.sol";
import {SessionFixture} from "../../utils/SessionFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice What the market remembers of a session, at any amounts and times: put there as if it had come so far.
contract SessionEscrowSlotTest is SessionFixture {
    /// @dev A session's fields but the state, of which a fuzzer knows no bounds.
    struct Fields {
        uint88 deposited;
        uint88 redeemed;
        uint32 openedBlock;
        uint40 graceUntil;
    }

    /// @dev Found in {setUp}.
    uint256 private _sessionsSlot;

    function setUp() public {
        setUpSessions();
        bytes32 probed = keccak256("probed");
        for (uint256 slot; slot < 16; ++slot) {
            _store(slot, probed, 1);
            if (sessions.sessionOf(probed).state == SessionState.OPEN) _sessionsSlot = slot;
            _store(slot, probed, 0);
        }
        _store(_sessionsSlot, probed, 1);
        assertTrue(sessions.sessionOf(probed).state == SessionState.OPEN, "the sessions' place in storage");
    }

    /// @dev The documented layout: 8, 88, 88, 32 and 40 bits, from the lowest.
    function testFuzz_AWordIsReadFieldByField(Fields memory fields, uint8 state, bytes32 sessionId) public {
        vm.assume(sessionId != keccak256("probed"));
        Session memory session = _session(fields, SessionState(state % 4));
        _put(sessionId, session);
        requireSession(sessions.sessionOf(sessionId), session);
    }

    function testFuzz_When_ToppedUp_OnlyTheDepositChanges(Fields memory fields, uint128 amount) public {
        Session memory session = _session(fields, SessionState.OPEN);
        session.deposited = uint88(bound(session.deposited, 0, MOST_DEPOSIT - 1));
        amount = uint128(bound(amount, 1, MOST_DEPOSIT - session.deposited));
        SessionTerms memory terms = _have(session);
        topUpSession(terms, amount);
        session.deposited += uint88(amount);
        requireSession(sessionOf(terms), session);
    }

    function testFuzz_When_Redeemed_OnlyThatChanges(Fields memory fields, uint128 cumulative, bool closing) public {
        Session memory session = _session(fields, closing ? SessionState.CLOSING : SessionState.OPEN);
        session.deposited = uint88(bound(session.deposited, 1, MOST_DEPOSIT));
        session.redeemed = uint88(bound(session.redeemed, 0, session.deposited - 1));
        cumulative = uint128(bound(cumulative, uint256(session.redeemed) + 1, type(uint128).max));
        SessionTerms memory terms = _have(session);
        uint256 amount = redeem(terms, cumulative);
        session.redeemed = cumulative < session.deposited ? uint88(cumulative) : session.deposited;
        requireSession(sessionOf(terms), session);
        assertEq(claimOf(payout), amount, "paid");
    }

    function testFuzz_When_ThePayerAsks_OnlyStateAndGraceChange(Fields memory fields) public {
        Session memory session = _session(fields, SessionState.OPEN);
        SessionTerms memory terms = _have(session);
        startClose(terms);
        session.state = SessionState.CLOSING;
        session.graceUntil = uint40(block.timestamp) + GRACE_SECONDS;
        requireSession(sessionOf(terms), session);
    }

    function testFuzz_When_Closed_OnlyTheStateChanges(Fields memory fields, bool closing) public {
        Session memory session = _session(fields, closing ? SessionState.CLOSING : SessionState.OPEN);
        session.redeemed = uint88(bound(session.redeemed, 0, session.deposited));
        SessionTerms memory terms = _have(session);
        uint256 had = claimOf(client);
        closeSession(terms);
        session.state = SessionState.CLOSED;
        requireSession(sessionOf(terms), session);
        assertEq(claimOf(client), had + session.deposited - session.redeemed, "the rest");
    }

    /// @dev Every field at its largest, through the calls alone: the last second that the slot can hold, the largest
    /// deposit and receipt, the largest block.
    function test_TheLargestSession() public {
        uint256 end = type(uint40).max;
        vm.warp(end - 366 days - 30 days);
        vm.roll(type(uint32).max);
        SessionTerms memory terms = defaultTerms();
        terms.expiresAt = uint40(end - 30 days);
        terms.graceSeconds = 30 days;
        openSession(terms, MOST_DEPOSIT);
        assertEq(redeem(terms, type(uint128).max), MOST_DEPOSIT, "the largest receipt");
        vm.warp(terms.expiresAt);
        startClose(terms);
        Session memory expected = Session(
            SessionState.CLOSING,
            type(uint88).max,
            type(uint88).max,
            type(uint32).max,
            type(uint40).max
        );
        requireSession(sessionOf(terms), expected);
        closeSession(terms);
        expected.state = SessionState.CLOSED;
        requireSession(sessionOf(terms), expected);
        assertEq(claimOf(payout), MOST_DEPOSIT, "paid");
    }

    /// @dev A session of the default terms that came so far; the market has the money for it.
    function _have(Session memory session) private returns (SessionTerms memory terms) {
        terms = defaultTerms();
        _put(idOfSession(terms), session);
        uint256 amount = session.deposited;
        if (amount == 0) return terms;
        fund(stranger, amount);
        vm.prank(stranger);
        vault.transfer(address(sessions), idOf(payToken), amount);
    }

    function _session(Fields memory fields, SessionState state) private pure returns (Session memory) {
        return Session(state, fields.deposited, fields.redeemed, fields.openedBlock, fields.graceUntil);
    }

    function _put(bytes32 sessionId, Session memory session) private {
        uint256 word =
            uint256(uint8(session.state)) +
                uint256(session.deposited) * 2 ** 8 +
                uint256(session.redeemed) * 2 ** 96 +
                uint256(session.openedBlock) * 2 ** 184 +
                uint256(session.graceUntil) * 2 ** 216;
        _store(_sessionsSlot, sessionId, word);
    }

    function _store(uint256 slot, bytes32 key, uint256 word) private {
        vm.store(address(sessions), keccak256(abi.encode(key, slot)), bytes32(word));
    }
}
