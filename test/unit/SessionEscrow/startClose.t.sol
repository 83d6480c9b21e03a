// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {SessionState, SessionTerms} from "../../../contracts/types/Session.sol";
import {SessionErrors} from "../../utils/SessionErrors.sol";
import {SessionFixture} from "../../utils/SessionFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract SessionEscrowStartCloseTest is SessionFixture {
    function setUp() public {
        setUpSessions();
    }

    function testFuzz_When_ThePayerAsksForTheEnd(uint256 seed, bool redeems) public {
        SessionTerms memory terms = anyTerms(seed);
        openSession(terms, anyDeposit(seed));
        if (redeems) redeem(terms, uint128(pick(seed, "receipt", 1, type(uint128).max)));
        vm.roll(block.number + 7);
        vm.warp(pick(seed, "when", block.timestamp, terms.expiresAt));
        Books memory expected = booksOf(terms);
        expected.session.state = SessionState.CLOSING;
        expected.session.graceUntil = uint40(block.timestamp + terms.graceSeconds);

        expectEvent(address(sessions));
        emit ISessionEscrow.SessionClosing(idOfSession(terms), provider, client, expected.session.graceUntil);
        vm.recordLogs();
        startClose(terms);
        assertEq(vm.getRecordedLogs().length, 1, "one event");
        requireBooks(terms, expected);
    }

    function testFuzz_RevertWhen_TheCallerIsNotThePayer(address caller, uint256 seed) public {
        vm.assume(caller != client);
        SessionTerms memory terms = anyTerms(seed);
        bytes32 sessionId = openSession(terms, DEPOSIT);
        vm.warp(pick(seed, "when", block.timestamp, terms.expiresAt + 400 days));
        address[6] memory callers = [caller, payerKey, owner, operator, provider, payout];
        for (uint256 i; i < callers.length; ++i) {
            bytes memory expected = SessionErrors.notPayer(sessionId, callers[i]);
            requireRevertHere(callers[i], _startCloseCall(terms), expected, "not the payer");
        }
    }

    function testFuzz_TheExpiryIncludesItsSecond(uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        bytes32 sessionId = openSession(terms, DEPOSIT);
        vm.warp(terms.expiresAt + 1);
        bytes memory expected = SessionErrors.expired(sessionId, block.timestamp, terms.expiresAt);
        requireRevertHere(client, _startCloseCall(terms), expected, "a second late");
        vm.warp(terms.expiresAt + pick(seed, "late", 1, 1_000 days));
        expected = SessionErrors.expired(sessionId, block.timestamp, terms.expiresAt);
        requireRevertHere(client, _startCloseCall(terms), expected, "late");

        vm.warp(terms.expiresAt);
        startClose(terms);
        assertEq(sessionOf(terms).graceUntil, uint256(terms.expiresAt) + terms.graceSeconds, "the same end as without");
    }

    /// @dev Asking never makes the provider's time end later than it would by itself.
    function testFuzz_TheGraceNeverEndsLaterThanByItself(uint256 seed) public {
        SessionTerms memory terms = anyTerms(seed);
        openSession(terms, DEPOSIT);
        vm.warp(pick(seed, "when", block.timestamp, terms.expiresAt));
        startClose(terms);
        assertTrue(sessionOf(terms).graceUntil <= uint256(terms.expiresAt) + terms.graceSeconds, "no later");
        assertTrue(sessionOf(terms).graceUntil >= block.timestamp + 1 hours, "an hour at least");
    }

    function _startCloseCall(SessionTerms memory terms) private pure returns (bytes memory) {
        return abi.encodeCall(ISessionEscrow.startClose, (terms));
    }
}
