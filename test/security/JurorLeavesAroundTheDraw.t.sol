// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtSeats} from "../../contracts/interfaces/ICourtSeats.sol";
import {ISlashingCourt} from "../../contracts/interfaces/ISlashingCourt.sol";
import {Case} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: leave when the draw is bad, or come when it is good, so that jurors choose their cases.
/// Peer: none known.
contract JurorLeavesAroundTheDrawTest is CourtBooks {
    /// @dev Before the opening's second: the seat is not drawn, the other three are.
    function testFuzz_LeavesBeforeTheOpening(uint256 leaver) public {
        setUpCourtJobs(PANEL + 1);
        leaver = leaver % (PANEL + 1);
        _leave(leaver);
        vm.warp(block.timestamp + 1);
        uint256[] memory seats = panelOf(drawnCaseOf(submittedCourtJob()), false);
        for (uint256 i; i < PANEL; ++i) assertTrue(seats[i] != leaver, "it is gone");
    }

    /// @dev In the opening's second or later, before the seed is there or after: it is drawn all the same, and pays for
    /// its silence.
    function testFuzz_LeavesAfterTheOpening(uint256 leaver, uint256 when) public {
        setUpCourtJobs(PANEL);
        leaver = leaver % PANEL;
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        when = when % 3;
        if (when == 0) _leave(leaver);
        Case memory opened = openCaseOf(terms);
        if (when == 1) _leave(leaver);
        passSeed();
        if (when == 2) _leave(leaver);
        court.draw(address(escrow), opened);
        uint256[] memory seats = panelOf(opened, false);
        bytes memory letters = "RRR";
        for (uint256 i; i < PANEL; ++i) if (seats[i] == leaver) letters[i] = "-";
        assertTrue(keccak256(letters) != keccak256("RRR"), "it is drawn");
        vote(opened, false, letters);
        finish(opened);
        applyRuling(terms);
        expected.client -= 2 * SEAT_FEE;
        for (uint256 i; i < PANEL; ++i) {
            if (seats[i] == leaver) expectCharge(expected, leaver, 2);
            else expectFee(expected, seats[i]);
        }
        expectPaid(expected, terms);
        requireBooks(expected);
    }

    /// @dev After the draw: its seat stays locked until the case is finished, and it is paid for its vote.
    function testFuzz_LeavesAfterTheDraw(uint256 place) public {
        setUpCourtJobs(PANEL);
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256 leaver = panelOf(opened, false)[place % PANEL];
        _leave(leaver);
        vote(opened, false, "WWW");
        vm.warp(block.timestamp + court.exitSeconds());
        bytes memory input = abi.encodeCall(ICourtSeats.closeSeat, (address(escrow), leaver));
        requireRefused(stranger, address(court), input, ICourtSeats.CourtSeats_OnPanel.selector, "not finished");
        court.finish(address(escrow), opened);
        court.closeSeat(address(escrow), leaver);
        // Nobody applied the ruling in time.
        split(terms);
        expected.client -= PANEL_FEE;
        for (uint256 i; i < PANEL; ++i) expectFee(expected, i);
        expectSplit(expected, terms);
        requireBooks(expected);
        (, , uint128 locked) = staking.authorizationOf(jurorAt(leaver), address(court));
        assertEq(locked, 0, "the leaver's stake is free");
    }

    /// @dev Who comes in the opening's second or later is not drawn, at a place behind the list's end or within it: here
    /// three whole seats come, and the case is left to two.
    function testFuzz_ComesAroundTheOpening(uint256 when, bool atFreePlaces) public {
        setUpCourtJobs(PANEL + 3);
        for (uint256 i = 2; i < PANEL + 3; ++i) _leave(i);
        for (uint256 i; i < PANEL; ++i) addJuror(PANEL + 3 + i, SEAT_COLLATERAL);
        vm.warp(block.timestamp + court.exitSeconds());
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        when = when % 3;
        if (when == 0) _come(atFreePlaces);
        Case memory opened = openCaseOf(terms);
        if (when == 1) _come(atFreePlaces);
        passSeed();
        vm.warp(block.timestamp + bound(when, 0, DRAW_SECONDS));
        if (when == 2) _come(atFreePlaces);
        bytes memory input = abi.encodeCall(ISlashingCourt.draw, (address(escrow), opened));
        bytes memory error_ = abi.encodeWithSelector(
            ISlashingCourt.SlashingCourt_TooFewSeats.selector,
            address(escrow),
            2,
            PANEL
        );
        assertReverts(stranger, address(court), input, error_, "newcomers are not drawn");
        passStage(opened, Stage.DRAWING);
        court.finish(address(escrow), opened);
        split(terms);
        expectSplit(expected, terms);
        requireBooks(expected);
    }

    /// @dev A juror that sees its seat come up makes the client its operator, to be passed over as a party. It serves.
    function testFuzz_MakesTheClientItsOperator(uint256 place) public {
        setUpCourtJobs(PANEL);
        JobTerms memory terms = submittedCourtJob();
        Case memory opened = openCaseOf(terms);
        passSeed();
        address juror = jurorAt(place % PANEL);
        vm.prank(juror);
        registry.setOperator(juror, client, true);
        court.draw(address(escrow), opened);
        assertEq(court.panelOf(address(escrow), opened.caseId, false).length, PANEL, "the panel forms");
    }

    function _leave(uint256 i) private {
        vm.prank(jurorAt(i));
        court.leaveSeat(address(escrow), i);
    }

    function _come(bool atFreePlaces) private {
        for (uint256 i; i < PANEL; ++i) {
            if (atFreePlaces) court.closeSeat(address(escrow), 2 + i);
            uint256 seat = takeSeat(address(escrow), PANEL + 3 + i);
            assertEq(seat, atFreePlaces ? 2 + i : PANEL + 3 + i, "its place");
        }
    }
}
