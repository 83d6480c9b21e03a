// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../contracts/interfaces/ISessionEscrow.sol";
import {SessionState, SessionTerms} from "../../contracts/types/Session.sol";
import {SessionErrors} from "../utils/SessionErrors.sol";
import {SessionFixture} from "../utils/SessionFixture.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: steal the hot key of a provider that serves sessions, with an accomplice who pays for some.
/// Peer: Livepeer's operators call the hot key on the host their biggest risk (reported: go-livepeer#3941, peers.md 2).
///
/// The largest loss is nothing. In this market the key can make no call that a stranger cannot: a close within the grace,
/// which would give away what was served and not redeemed, is the owner's alone. An accomplice who pays for a session
/// may end it early, but the grace is an hour at least, in which the worker, or anyone with the receipts, redeems.
contract StolenOperatorKeyInSessionsTest is SessionFixture {
    uint256 private constant SESSIONS = 4;
    uint256 private constant MOVES = 7;

    SessionTerms[] private _all;
    uint128[] private _consumed;

    /// @dev Sessions of the client with receipts that are out; the last one is the accomplice's.
    function setUp() public {
        setUpSessions();
        letSessionsDraw(stranger);
        for (uint256 i; i < SESSIONS; ++i) {
            SessionTerms memory terms = defaultTerms();
            terms.salt = i;
            if (i == SESSIONS - 1) terms.payer = stranger;
            openSession(terms, DEPOSIT);
            redeem(terms, 1e18);
            _all.push(terms);
            _consumed.push(uint128(10e18 * (i + 1)));
        }
        fund(stranger, CLIENT_FUNDS);
    }

    /// @dev All that the key can try, then the worker comes, late, with its receipts.
    function test_TheLargestLoss() public {
        uint256 had = claimOf(payout);
        for (uint256 i; i < SESSIONS; ++i) {
            SessionTerms memory terms = _all[i];
            uint256 graceUntil = uint256(terms.expiresAt) + terms.graceSeconds;
            if (terms.payer == stranger) {
                vm.prank(stranger);
                sessions.startClose(terms);
                graceUntil = block.timestamp + terms.graceSeconds;
            }
            bytes memory early = SessionErrors.tooEarly(idOfSession(terms), block.timestamp, graceUntil);
            requireRevertHere(operator, abi.encodeCall(ISessionEscrow.close, (terms)), early, "the key's close");
        }
        vm.warp(block.timestamp + 1 hours);
        _redeemAll();
        assertEq(claimOf(payout), had + 96e18, "every receipt is paid in full");
        assertEq(claimOf(operator), 0, "nothing to the key");
    }

    /// @dev No sequence of moves by key and accomplice takes what was redeemed, or gains what another put in. What the
    /// thief pays for it, the provider gets.
    function testFuzz_NoSequenceCostsMore(uint256 seed) public {
        (uint256 had, uint256 thiefs) = (claimOf(payout), claimOf(stranger));
        uint256 accomplices = DEPOSIT - 1e18;
        uint256 others = claimOf(client);
        for (uint256 i; i < 16; ++i) _move(uint256(keccak256(abi.encode(seed, i))));
        vm.warp(block.timestamp + 60 days);
        for (uint256 i; i < _all.length; ++i) {
            if (sessionOf(_all[i]).state != SessionState.CLOSED) sessions.close(_all[i]);
        }
        assertTrue(claimOf(payout) >= had, "nothing that was redeemed is lost");
        assertTrue(claimOf(stranger) <= thiefs + accomplices, "nobody else's money is gained");
        uint256 everything = claimOf(payout) + claimOf(stranger) + claimOf(client);
        assertEq(everything, had + thiefs + others + SESSIONS * (DEPOSIT - 1e18), "every unit is somebody's");
        assertEq(claimOf(operator) + claimOf(address(sessions)), 0, "none the key's, none stays behind");
        assertTrue(claimOf(client) <= others + (SESSIONS - 1) * (DEPOSIT - 1e18), "payers have no more than they paid");
    }

    /// @dev The key signs no receipt, pays no deposit out, and redirects nothing.
    function testFuzz_WhatTheKeyCannotDo(uint128 cumulative) public {
        cumulative = uint128(bound(cumulative, 1e18 + 1, type(uint128).max));
        SessionTerms memory terms = _all[0];
        bytes32 id = idOfSession(terms);
        bytes memory own = signReceiptAs(OPERATOR_KEY, terms, cumulative);
        requireRevertHere(
            operator,
            abi.encodeCall(ISessionEscrow.redeem, (terms, cumulative, own)),
            SessionErrors.signatureInvalid(id, cumulative, payerKey),
            "its own receipt"
        );
        bytes memory notPayer = SessionErrors.notPayer(id, operator);
        requireRevertHere(operator, abi.encodeCall(ISessionEscrow.startClose, (terms)), notPayer, "startClose");
        requireRevertHere(operator, abi.encodeCall(ISessionEscrow.topUp, (terms, 1)), notPayer, "topUp");
        terms.payout = operator;
        requireRevertHere(
            operator,
            redeemCall(terms, cumulative),
            SessionErrors.unexpectedState(idOfSession(terms), SessionState.NONE, 6),
            "another payout"
        );
    }

    /// @dev Its removal changes nothing here: it waits for the grace like everybody.
    function testFuzz_BeforeAndAfterItsRemoval(uint256 which, bool removed) public {
        vm.prank(owner);
        if (removed) registry.setOperator(provider, operator, false);
        else registry.raiseAuthEpoch(provider);
        SessionTerms memory terms = _all[which % SESSIONS];
        bytes memory early = SessionErrors.tooEarly(
            idOfSession(terms),
            block.timestamp,
            uint256(terms.expiresAt) + terms.graceSeconds
        );
        requireRevertHere(operator, abi.encodeCall(ISessionEscrow.close, (terms)), early, "the key");
        uint256 had = claimOf(payout);
        _redeemAll();
        assertEq(claimOf(payout), had + 96e18, "every receipt is paid");
    }

    /// @dev One move of the thief's: by the key, by the accomplice, or in the accomplice's name.
    function _move(uint256 random) private {
        uint256 kind = random % MOVES;
        SessionTerms memory terms = _all[(random >> 8) % _all.length];
        uint256 amount = (random >> 16) % (2 * DEPOSIT);
        if (kind == 0) _try(operator, abi.encodeCall(ISessionEscrow.close, (terms)));
        if (kind == 1) _try(stranger, abi.encodeCall(ISessionEscrow.startClose, (terms)));
        if (kind == 2) _try(stranger, abi.encodeCall(ISessionEscrow.topUp, (terms, uint128(amount))));
        if (kind == 3) _try(operator, redeemCall(terms, uint128(amount)));
        if (kind == 4) _try(stranger, abi.encodeCall(ISessionEscrow.close, (terms)));
        if (kind == 5) vm.warp(block.timestamp + ((random >> 16) % 6 hours));
        if (kind == 6) {
            terms.payer = stranger;
            terms.salt = random;
            terms.expiresAt = uint40(block.timestamp + 1 days);
            _try(stranger, abi.encodeCall(ISessionEscrow.open, (terms, uint128(amount + 1))));
            _all.push(terms);
            _consumed.push(0);
        }
    }

    function _try(address caller, bytes memory input) private returns (bool succeeded) {
        vm.prank(caller);
        (succeeded, ) = address(sessions).call(input);
    }

    /// @dev The worker brings all receipts, if late.
    function _redeemAll() private {
        for (uint256 i; i < SESSIONS; ++i) _try(stranger, redeemCall(_all[i], _consumed[i]));
    }
}
