// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {ICourtVotes} from "../../../contracts/interfaces/ICourtVotes.sol";
import {ISlashingCourt} from "../../../contracts/interfaces/ISlashingCourt.sol";
import {Case, Ruling} from "../../../contracts/types/Case.sol";
import {CourtRules, Hearing, Stage} from "../../../contracts/types/Court.sol";
import {CourtErrors} from "../../utils/CourtErrors.sol";
import {CourtStages} from "../../utils/CourtStages.sol";
import {vm} from "../../utils/Vm.sol";

contract SlashingCourtCloseCaseTest is CourtStages {
    function setUp() public {
        setUpCourt();
    }

    /// @dev Nobody has worked yet: all of the fee goes back.
    function testFuzz_When_NoPanelIsDrawn(uint256 wait) public {
        Case memory opened = openCase(market, CASE);
        vm.warp(bound(wait, block.timestamp, untilOf(CASE, Stage.DRAWING)));
        _close();
        _requireDecided();
        bytes memory input = abi.encodeCall(ISlashingCourt.draw, (market, opened));
        vm.roll(block.number + DRAW_BLOCKS + 1);
        bytes memory expected = CourtErrors.notToDraw(market, CASE, Stage.DECIDED);
        requireRevert(stranger, input, expected, "no panel any more");
        court.finish(market, opened);
        for (uint256 seat; seat < JURORS; ++seat) requireSeat(seat, 16, 0, "not drawn");
        assertEq(claimOf(client), PANEL_FEE, "the client's");
    }

    /// @dev Whoever had committed has worked, and is paid, whatever it would have said. The others kept a place free, and
    /// have half. Nobody is charged.
    function testFuzz_When_SomeHaveCommitted(uint256 seed, uint256 wait) public {
        Case memory opened = drawnCase(CASE);
        uint256[] memory seats = court.panelOf(market, CASE, false);
        bytes memory letters = new bytes(PANEL);
        uint256 paid;
        for (uint256 i; i < PANEL; ++i) {
            letters[i] = bytes("-rw")[(seed >> (8 * i)) % 3];
            paid += _feeOf(letters[i]);
        }
        commitAll(CASE, false, letters);
        vm.warp(bound(wait, block.timestamp, untilOf(CASE, Stage.COMMITTING)));
        _close();
        _requireDecided();

        for (uint256 i; i < PANEL; ++i) {
            address payout = payoutAt(seats[i]);
            expectEvent(address(court));
            emit ICourtVotes.SeatPaid(market, CASE, jurorAt(seats[i]), seats[i], payout, _feeOf(letters[i]));
        }
        expectEvent(address(court));
        emit ISlashingCourt.CaseFinished(market, CASE, Ruling.NONE, PANEL_FEE - paid, 0, 0);
        court.finish(market, opened);
        for (uint256 i; i < PANEL; ++i) {
            requireUnits(seats[i], 16, "of the panel");
            assertEq(claimOf(payoutAt(seats[i])), _feeOf(letters[i]), "fee of a seat");
        }
        assertEq(claimOf(client), PANEL_FEE - paid, "the client's");
        assertEq(claimOf(address(court)), 0, "the court keeps nothing");
    }

    /// @dev The last unit too: of a fee of one, three seats of which two committed leave one.
    function test_When_TheFeeIsOneUnit() public {
        CourtRules memory rules = goodRules();
        rules.seatFee = 1;
        court = deployCourt(rules);
        for (uint256 i = JURORS; i < JURORS + PANEL; ++i) {
            addJuror(i, SEAT_COLLATERAL);
            takeSeat(market, jurorAt(i));
        }
        vm.warp(block.timestamp + 1);
        Case memory opened = caseOf(CASE);
        opened.fee = PANEL;
        openCase(market, opened);
        draw(opened);
        commitAll(CASE, false, "rw-");
        _close();
        court.finish(market, opened);
        assertEq(claimOf(client), 1, "the client's");
        assertEq(claimOf(address(court)), 0, "the court keeps nothing");
    }

    /// @dev Seats are free, and fees home, in the same second.
    function test_FreesTheSeatsAtOnce() public {
        Case memory opened = drawnCase(CASE);
        uint256[] memory seats = court.panelOf(market, CASE, false);
        commit(CASE, 1, seats[1], true);
        concede(opened);
        requireStage(CASE, Stage.FINISHED, "finished");
        requireSeat(seats[1], 16, 1, "committed");
        bytes memory input = abi.encodeCall(ICourtVotes.reveal, (market, CASE, 1, true, SALT));
        bytes memory expected = CourtErrors.notToReveal(market, CASE, Stage.FINISHED);
        vm.warp(untilOf(CASE, Stage.COMMITTING) + 1);
        requireRevert(jurorAt(seats[1]), input, expected, "too late to reveal");
    }

    /// @dev Once votes can be read, nobody takes back the question.
    function testFuzz_RevertWhen_VotesAreRevealed(uint256 stageSeed) public {
        Stage stage = Stage(bound(stageSeed, uint256(Stage.REVEALING), uint256(Stage.FINISHED)));
        caseAt(stage);
        bytes memory expected = CourtErrors.notToClose(market, CASE, stage);
        requireRevert(market, abi.encodeCall(IAdjudicator.closeCase, (CASE)), expected, "too late");
    }

    function testFuzz_RevertWhen_ClosedTwice(bool drawn) public {
        caseAt(drawn ? Stage.COMMITTING : Stage.DRAWING);
        _close();
        bytes memory expected = CourtErrors.notToClose(market, CASE, Stage.DECIDED);
        requireRevert(market, abi.encodeCall(IAdjudicator.closeCase, (CASE)), expected, "twice");
    }

    /// @dev Whoever else calls is a market that has no such case.
    function testFuzz_RevertWhen_TheCallerIsNotTheMarket(address caller, bool drawn) public {
        vm.assume(caller != market);
        caseAt(drawn ? Stage.COMMITTING : Stage.DRAWING);
        address[5] memory others = [caller, client, provider, jurorAt(0), otherMarket];
        for (uint256 i; i < others.length; ++i) {
            bytes memory expected = CourtErrors.notToClose(others[i], CASE, Stage.NONE);
            requireRevert(others[i], abi.encodeCall(IAdjudicator.closeCase, (CASE)), expected, "not the market");
        }
        requireStage(CASE, drawn ? Stage.COMMITTING : Stage.DRAWING, "as before");
    }

    function _feeOf(bytes1 letter) private pure returns (uint256) {
        return letter == "-" ? SEAT_FEE / 2 : SEAT_FEE;
    }

    function _close() private {
        Hearing memory expected = court.hearingOf(market, CASE);
        expectEvent(address(court));
        emit ISlashingCourt.CaseConceded(market, CASE);
        vm.prank(market);
        court.closeCase(CASE);
        expected.isConceded = true;
        assertEq(abi.encode(court.hearingOf(market, CASE)), abi.encode(expected), "hearing");
    }

    function _requireDecided() private view {
        requireStage(CASE, Stage.DECIDED, "decided at once");
        requireRuling(CASE, Ruling.NONE, "no ruling");
    }
}
