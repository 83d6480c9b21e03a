// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../contracts/interfaces/IAdjudicator.sol";
import {ICourtVotes} from "../../contracts/interfaces/ICourtVotes.sol";
import {ISlashingCourt} from "../../contracts/interfaces/ISlashingCourt.sol";
import {Case, Ruling} from "../../contracts/types/Case.sol";
import {Seat, Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: a contract that says it is a market opens cases that nobody has, to have them judged with the fee
/// of a real case, to draw the real market's jurors into them, or to end a real case.
/// Peer: none known.
contract ShamMarketAtTheCourtTest is CourtBooks {
    address private sham = address(uint160(0x5a3));

    function setUp() public {
        setUpCourtJobs(JURORS - PANEL);
        vm.label(sham, "sham market");
        vm.etch(sham, hex"00");
        // Three jurors were talked into serving it.
        for (uint256 i = JURORS - PANEL; i < JURORS; ++i) {
            addJuror(i, SEAT_COLLATERAL);
            takeSeat(sham, i);
        }
        vm.warp(block.timestamp + 1);
    }

    /// @dev The fee of the real case lies there; it pays for no other, in whole or in part.
    function testFuzz_ItPaysForItsCases(uint256 paid) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = openCaseOf(terms);
        paid = bound(paid, 0, PANEL_FEE - 1);
        if (paid != 0) _pay(paid);
        bytes memory input = abi.encodeCall(IAdjudicator.openCase, (opened));
        bytes memory error_ = abi.encodeWithSelector(ISlashingCourt.SlashingCourt_FeeMissing.selector, PANEL_FEE, paid);
        assertReverts(sham, address(court), input, error_, "on another's fee");
        draw(opened);
        uint256[] memory seats = panelOf(opened, false);
        vote(opened, false, "RRR");
        finish(opened);
        applyRuling(terms);
        expected.client -= PANEL_FEE;
        for (uint256 i; i < PANEL; ++i) expectFee(expected, seats[i]);
        expectPaid(expected, terms);
        expected.court += paid;
        requireBooks(expected);
    }

    /// @dev Under the real case's id it has a case of its own: its jurors are those that named it, and are paid and
    /// charged out of what it put in. Nobody else has a unit more or less, and no stake of the case's provider moves.
    function testFuzz_ItsCasesAreItsOwn(bool providerRight) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = openCaseOf(terms);
        draw(opened);
        expected.client -= PANEL_FEE;
        expected.court += PANEL_FEE;
        expected.atRisk = 4 * PANEL;
        _pay(PANEL_FEE);
        Case memory copy = opened;
        copy.rulingUntil = type(uint40).max;
        copy.client = stranger;
        vm.prank(sham);
        court.openCase(copy);
        passSeed();
        court.draw(sham, copy);
        uint40[7] memory untils = court.deadlinesOf(sham, copy.caseId);
        uint256[] memory seats = court.panelOf(sham, copy.caseId, false);
        for (uint256 i; i < 2; ++i) _commit(copy.caseId, i, seats[i], providerRight);
        vm.warp(untils[1] + 1);
        for (uint256 i; i < 2; ++i) court.reveal(sham, copy.caseId, i, providerRight, SALT);
        vm.warp(untils[6] + 1);
        court.finish(sham, copy);
        for (uint256 i; i < PANEL; ++i) {
            uint256 juror = JURORS - PANEL + seats[i];
            if (i < 2) expectFee(expected, juror);
            else expectCharge(expected, juror, 2);
        }
        expected.stranger += SEAT_FEE;
        requireBooks(expected);
        Ruling ruling = providerRight ? Ruling.PROVIDER_RIGHT : Ruling.PROVIDER_WRONG;
        assertEq(uint256(court.rulingOf(sham, copy.caseId)), uint256(ruling), "the sham's ruling");
        assertEq(uint256(court.rulingOf(address(escrow), copy.caseId)), uint256(Ruling.NONE), "is the sham's alone");
    }

    /// @dev It cannot end a case that is not its own, nor draw, vote or finish in it by what only it says.
    function testFuzz_ItCannotCloseAnothersCase(bool isDrawn) public {
        JobTerms memory terms = submittedCourtJob();
        Case memory opened = openCaseOf(terms);
        if (isDrawn) draw(opened);
        bytes memory input = abi.encodeCall(IAdjudicator.closeCase, (opened.caseId));
        bytes4 error_ = ICourtVotes.CourtVotes_UnexpectedStage.selector;
        requireRefused(sham, address(court), input, error_, "closed by another");
        requireStage(opened, isDrawn ? Stage.COMMITTING : Stage.DRAWING, "it goes on");
        Case memory changed = opened;
        changed.client = stranger;
        input = abi.encodeCall(ISlashingCourt.finish, (address(escrow), changed));
        passStage(opened, Stage.APPEAL_REVEALING);
        error_ = ISlashingCourt.SlashingCourt_CaseMismatch.selector;
        requireRefused(sham, address(court), input, error_, "finished for another client");
    }

    /// @dev Jurors that it closed its case on are paid as on any market, in full for what they committed.
    function testFuzz_ItConcedes(uint256 committed) public {
        Books memory expected = booksNow();
        committed = bound(committed, 0, PANEL);
        Case memory own = _drawOwn(0);
        uint256[] memory seats = court.panelOf(sham, 0, false);
        for (uint256 i; i < committed; ++i) _commit(0, i, seats[i], true);
        vm.prank(sham);
        court.closeCase(0);
        court.finish(sham, own);
        for (uint256 i; i < PANEL; ++i) {
            uint256 juror = JURORS - PANEL + seats[i];
            if (i < committed) expectFee(expected, juror);
            else expectHalfFee(expected, juror);
        }
        expected.stranger += (PANEL - committed) * (SEAT_FEE - SEAT_FEE / 2);
        requireBooks(expected);
        for (uint256 i; i < PANEL; ++i) {
            Seat memory seat = court.seatOf(sham, i);
            assertEq(seat.unitsAtRisk, 0, "free again");
        }
    }

    /// @dev Not prevented: two of the three are its own, and rule against the third in case after case. The third keeps
    /// what is too little to be drawn for, less than four units of sixteen; its other stake and the real market's seats
    /// are out of reach. The sham pays a seat fee for each case, and nobody gains.
    function testFuzz_ItGrindsASeatDown(bool isSilent) public {
        uint256 victim = JURORS - 1;
        Books memory expected = booksNow();
        uint256 cost = isSilent ? 2 : 1;
        for (uint256 i; i < (isSilent ? 7 : 13); ++i) {
            Case memory own = _drawOwn(bytes32(i + 1));
            uint256[] memory seats = court.panelOf(sham, own.caseId, false);
            uint40[7] memory untils = court.deadlinesOf(sham, own.caseId);
            for (uint256 place; place < PANEL; ++place) {
                bool isVictim = seats[place] == PANEL - 1;
                if (!isVictim || !isSilent) _commit(own.caseId, place, seats[place], isVictim);
            }
            vm.warp(untils[1] + 1);
            for (uint256 place; place < PANEL; ++place) {
                bool isVictim = seats[place] == PANEL - 1;
                if (!isVictim || !isSilent) court.reveal(sham, own.caseId, place, isVictim, SALT);
            }
            vm.warp(untils[6] + 1);
            court.finish(sham, own);
            expectFee(expected, JURORS - 3);
            expectFee(expected, JURORS - 2);
            expectCharge(expected, victim, cost);
            expected.stranger += SEAT_FEE;
        }
        requireBooks(expected);
        uint8 left = court.seatOf(sham, PANEL - 1).units;
        assertEq(left, isSilent ? 2 : 3, "what is left of the seat");
        bytes memory input = abi.encodeCall(ISlashingCourt.draw, (sham, _openOwn("more")));
        passSeed();
        requireRefused(sham, address(court), input, ISlashingCourt.SlashingCourt_TooFewSeats.selector, "without it");
    }

    function _drawOwn(bytes32 caseId) private returns (Case memory own) {
        own = _openOwn(caseId);
        passSeed();
        court.draw(sham, own);
    }

    function _openOwn(bytes32 caseId) private returns (Case memory own) {
        _pay(PANEL_FEE);
        own.caseId = caseId;
        own.client = stranger;
        own.token = address(payToken);
        own.fee = PANEL_FEE;
        own.rulingUntil = type(uint40).max;
        vm.prank(sham);
        court.openCase(own);
    }

    function _pay(uint256 amount) private {
        fund(sham, amount);
        vm.prank(sham);
        vault.transfer(address(court), idOf(payToken), amount);
    }

    function _commit(bytes32 caseId, uint256 place, uint256 seat, bool providerRight) private {
        bytes32 word = court.commitmentOf(sham, caseId, seat, providerRight, SALT);
        vm.prank(court.seatOf(sham, seat).juror);
        court.commit(sham, caseId, place, word);
    }
}
