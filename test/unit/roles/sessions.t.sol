// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {Redemption, SessionState, SessionTerms} from "../../../contracts/types/Session.sol";
import {RoleTable} from "../../utils/RoleTable.sol";
import {SessionErrors} from "../../utils/SessionErrors.sol";
import {SessionFixture} from "../../utils/SessionFixture.sol";
import {vm} from "../../utils/Vm.sol";

contract SessionRolesTest is RoleTable, SessionFixture {
    function setUp() public {
        setUpRoles();
        addSessions();
        address[ROLES] memory actors = actorsOfTable();
        for (uint256 i; i < ROLES; ++i) letSessionsDraw(actors[i]);
    }

    /// @dev Anyone for itself, and nobody for another.
    function test_Open() public {
        address[ROLES] memory actors = actorsOfTable();
        for (uint256 i; i < ROLES; ++i) {
            SessionTerms memory terms = defaultTerms();
            terms.payer = actors[i];
            bytes memory input = abi.encodeCall(ISessionEscrow.open, (terms, 1));
            requireRow(address(sessions), Row("open", input, 1 << i, _headOfNotPayer(terms), ""));
        }
    }

    function test_ThePayersCalls() public {
        SessionTerms memory terms = openSession();
        Row[] memory rows = new Row[](2);
        bytes memory head = _headOfNotPayer(terms);
        rows[0] = Row("topUp", abi.encodeCall(ISessionEscrow.topUp, (terms, 1)), CLIENT, head, "");
        rows[1] = Row("startClose", abi.encodeCall(ISessionEscrow.startClose, (terms)), CLIENT, head, "");
        requireRows(address(sessions), rows);
    }

    /// @dev With the payer key's signature, in both states that have a deposit.
    function testFuzz_Redemptions(bool closing) public {
        SessionTerms memory terms = sessionIn(closing ? SessionState.CLOSING : SessionState.OPEN);
        Redemption[] memory batch = new Redemption[](1);
        batch[0] = redemption(terms, 5);
        Row[] memory rows = new Row[](2);
        rows[0] = open("redeem", redeemCall(terms, 5));
        rows[1] = open("redeemMany", abi.encodeCall(ISessionEscrow.redeemMany, (batch)));
        requireRows(address(sessions), rows);
    }

    /// @dev Its error does not name the caller, whom it does not refuse for good.
    function testFuzz_Close(bool closing, uint256 waitSeed) public {
        SessionTerms memory terms = sessionIn(closing ? SessionState.CLOSING : SessionState.OPEN);
        uint256 lastAt = _graceUntil(terms);
        vm.warp(pick(waitSeed, "when", block.timestamp, lastAt));
        bytes memory input = abi.encodeCall(ISessionEscrow.close, (terms));
        bytes memory early = SessionErrors.tooEarly(idOfSession(terms), block.timestamp, lastAt);
        string[ROLES] memory names = ["owner", "operator", "client", "service", "named", "stranger"];
        address[ROLES] memory actors = actorsOfTable();
        for (uint256 i; i < ROLES; ++i) {
            if ((OWNER >> i) & 1 == 0) {
                requireRevertHere(actors[i], input, early, string.concat("close by the ", names[i]));
                continue;
            }
            uint256 snapshot = vm.snapshotState();
            vm.prank(actors[i]);
            sessions.close(terms);
            assertTrue(sessionOf(terms).state == SessionState.CLOSED, names[i]);
            vm.revertToState(snapshot);
        }
    }

    function testFuzz_CloseAfterTheGrace(bool closing, uint256 waitSeed) public {
        SessionTerms memory terms = sessionIn(closing ? SessionState.CLOSING : SessionState.OPEN);
        vm.warp(_graceUntil(terms) + pick(waitSeed, "late", 1, 400 days));
        requireRow(address(sessions), open("close", abi.encodeCall(ISessionEscrow.close, (terms))));
    }

    function _headOfNotPayer(SessionTerms memory terms) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ISessionEscrow.SessionEscrow_NotPayer.selector, idOfSession(terms));
    }

    function _graceUntil(SessionTerms memory terms) private view returns (uint256) {
        if (sessionOf(terms).state == SessionState.CLOSING) return sessionOf(terms).graceUntil;
        return uint256(terms.expiresAt) + terms.graceSeconds;
    }
}
