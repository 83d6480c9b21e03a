// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {ISlashingCourt} from "../../../contracts/interfaces/ISlashingCourt.sol";
import {Case, Ruling} from "../../../contracts/types/Case.sol";
import {Hearing, Stage} from "../../../contracts/types/Court.sol";
import {CourtErrors} from "../../utils/CourtErrors.sol";
import {CourtStages} from "../../utils/CourtStages.sol";
import {vm} from "../../utils/Vm.sol";

contract SlashingCourtOpenCaseTest is CourtStages {
    function setUp() public {
        setUpCourt();
    }

    function testFuzz_When_AllIsThere(bytes32 caseId, uint32 run, uint40 spare, uint16 blocks) public {
        vm.roll(block.number + blocks);
        Case memory opened = caseOf(caseId);
        opened.runLimitSeconds = uint32(bound(run, 0, LONGEST_RUN));
        opened.rulingUntil += spare % 90 days;
        vm.startPrank(market);
        vault.transfer(address(court), idOf(payToken), PANEL_FEE);
        expectEvent(address(court));
        emit ISlashingCourt.CaseOpened(market, caseId, opened, JURORS, uint40(block.number) + DRAW_BLOCKS);
        court.openCase(opened);
        vm.stopPrank();

        Hearing memory expected;
        expected.openedAt = uint40(block.timestamp);
        expected.openedBlock = uint40(block.number);
        expected.seatCount = uint32(JURORS);
        expected.heldSeats = uint32(JURORS);
        expected.caseMark = bytes20(keccak256(abi.encode(opened)));
        assertEq(abi.encode(court.hearingOf(market, caseId)), abi.encode(expected), "hearing");
        requireStage(caseId, Stage.DRAWING, "stage");
        requireRuling(caseId, Ruling.NONE, "no ruling");
        assertEq(claimOf(address(court)), PANEL_FEE, "the fee stays");
        assertEq(court.panelOf(market, caseId, false).length, 0, "no panel");
        assertEq(court.panelOf(market, caseId, true).length, 0, "no panel of an appeal");
    }

    /// @dev Each is the opening's second and sums of the rules.
    function testFuzz_FixesEveryDeadline(uint32 wait) public {
        assertEq(abi.encode(court.deadlinesOf(market, CASE)), abi.encode([0, 0, 0, 0, 0, 0, 0]), "of no case");
        vm.warp(block.timestamp + wait);
        uint256 until = block.timestamp;
        openCase(market, CASE);
        uint256[7] memory expected;
        expected[0] = until += DRAW_SECONDS;
        expected[1] = until += COMMIT_SECONDS;
        expected[2] = until += REVEAL_SECONDS;
        expected[3] = until += APPEAL_SECONDS;
        expected[4] = until += DRAW_SECONDS;
        expected[5] = until += COMMIT_SECONDS;
        expected[6] = until += REVEAL_SECONDS;
        assertEq(abi.encode(court.deadlinesOf(market, CASE)), abi.encode(expected), "deadlines");
    }

    /// @dev Its fee could not go back, and its seats would never be free.
    function test_RevertWhen_ThereIsNoClient() public {
        Case memory opened = caseOf(CASE);
        opened.client = address(0);
        bytes memory expected = abi.encodeWithSelector(ISlashingCourt.SlashingCourt_NoClient.selector, CASE);
        _requireRefused(opened, expected, "nobody's case");
    }

    function testFuzz_RevertWhen_TheTokenIsAnother(address token) public {
        vm.assume(token != address(payToken));
        Case memory opened = caseOf(CASE);
        opened.token = token;
        bytes memory expected = abi.encodeWithSelector(
            ISlashingCourt.SlashingCourt_TokenMismatch.selector,
            token,
            payToken
        );
        _requireRefused(opened, expected, "another token");
    }

    /// @dev More would be no better: every seat earns the same.
    function testFuzz_RevertWhen_TheFeeIsAnother(uint256 fee) public {
        vm.assume(fee != PANEL_FEE);
        _requireFeeMismatch(fee);
        _requireFeeMismatch(PANEL_FEE - 1);
        _requireFeeMismatch(PANEL_FEE + 1);
    }

    /// @dev A sham market that did not pay finds the fees of other cases, and may not claim them.
    function testFuzz_RevertWhen_TheFeeDidNotCome(uint256 paid, uint256 cases) public {
        takeSeats(otherMarket, richJuror(0, PANEL), PANEL);
        cases = bound(cases, 0, 3);
        for (uint256 i; i < cases; ++i) openCase(market, bytes32(i));
        paid = bound(paid, 0, PANEL_FEE - 1);
        _pay(otherMarket, paid);
        Case memory opened = caseOf(CASE);
        bytes memory input = abi.encodeCall(IAdjudicator.openCase, (opened));
        requireRevert(otherMarket, input, CourtErrors.feeMissing(PANEL_FEE, paid), "too little");
        _pay(otherMarket, PANEL_FEE - 1 - paid);
        requireRevert(otherMarket, input, CourtErrors.feeMissing(PANEL_FEE, PANEL_FEE - 1), "a base unit too little");

        _pay(otherMarket, 1);
        vm.prank(otherMarket);
        court.openCase(opened);
        assertEq(claimOf(address(court)), (cases + 1) * PANEL_FEE, "all fees");
    }

    /// @dev The fee of an appeal, and what a finished case still had, are no fee of another case either.
    function test_RevertWhen_OnlyTheFeesOfOthersAreThere() public {
        caseAt(Stage.APPEAL_COMMITTING);
        assertEq(claimOf(address(court)), PANEL_FEE + APPEAL_FEE, "held");
        bytes memory input = abi.encodeCall(IAdjudicator.openCase, (caseOf("another")));
        requireRevert(market, input, CourtErrors.feeMissing(PANEL_FEE, 0), "held for another case");
        vm.warp(untilOf(CASE, Stage.APPEAL_REVEALING) + 1);
        input = abi.encodeCall(IAdjudicator.openCase, (caseOf("another")));
        requireRevert(market, input, CourtErrors.feeMissing(PANEL_FEE, 0), "held until it is finished");
    }

    /// @dev A donation is nobody's: it may pay for a case, and what is left of it stays.
    function testFuzz_When_SomebodyDonated(uint256 donated) public {
        donated = bound(donated, 0, 2 * PANEL_FEE);
        fund(address(court), donated + 1);
        uint256 needed = donated + 1 < PANEL_FEE ? PANEL_FEE - donated - 1 : 0;
        _pay(market, needed);
        Case memory opened = caseOf(CASE);
        vm.prank(market);
        court.openCase(opened);
        draw(opened);
        concede(opened);
        assertEq(claimOf(client), PANEL_FEE - PANEL * (SEAT_FEE / 2), "the client's");
        assertEq(claimOf(address(court)), donated + 1 + needed - PANEL_FEE, "what is left of the donation");
    }

    function testFuzz_RevertWhen_TheRunIsTooLong(uint32 run) public {
        Case memory opened = caseOf(CASE);
        opened.runLimitSeconds = uint32(bound(run, LONGEST_RUN + 1, type(uint32).max));
        _requireRunTooLong(opened);
        opened.runLimitSeconds = LONGEST_RUN + 1;
        _requireRunTooLong(opened);
    }

    /// @dev The market must wait for the last stage, and long enough to be told.
    function testFuzz_RevertWhen_TheRulingWouldComeTooLate(uint40 until) public {
        Case memory opened = caseOf(CASE);
        uint40 needed = uint40(block.timestamp) + CASE_SECONDS + APPLY_SECONDS;
        opened.rulingUntil = uint40(bound(until, 0, needed - 1));
        _requireTooLate(opened, needed);
        opened.rulingUntil = needed - 1;
        _requireTooLate(opened, needed);
        opened.rulingUntil = needed;
        openCase(market, opened);
        assertEq(untilOf(CASE, Stage.APPEAL_REVEALING) + APPLY_SECONDS, opened.rulingUntil, "just in time");
    }

    function testFuzz_RevertWhen_TheListIsTooShort(uint256 seats) public {
        seats = bound(seats, 0, PANEL - 1);
        address juror = richJuror(0, PANEL);
        takeSeats(otherMarket, juror, seats);
        _pay(otherMarket, PANEL_FEE);
        bytes memory input = abi.encodeCall(IAdjudicator.openCase, (caseOf(CASE)));
        bytes memory expected = CourtErrors.tooFewSeats(otherMarket, seats, PANEL);
        requireRevert(otherMarket, input, expected, "too few seats");
        takeSeats(otherMarket, juror, PANEL - seats);
        vm.prank(otherMarket);
        court.openCase(caseOf(CASE));
    }

    /// @dev The only opening that a case has is not spent on places that nobody holds.
    function testFuzz_RevertWhen_TooManyPlacesAreFree(uint256 held) public {
        held = bound(held, 0, PANEL - 1);
        freePlaces(market, held, JURORS);
        Case memory opened = caseOf(CASE);
        _requireRefused(opened, CourtErrors.tooFewSeats(market, held, PANEL), "too few seats that are held");
        takeSeats(market, jurorAt(JURORS - 1), 1);
        takeSeats(market, richJuror(0, PANEL), PANEL - held - 1);
        vm.prank(market);
        court.openCase(opened);
        Hearing memory hearing = court.hearingOf(market, CASE);
        assertEq(hearing.seatCount, JURORS, "length of the list");
        assertEq(hearing.heldSeats, PANEL, "held seats");
    }

    /// @dev At whatever stage the first one is: a case's name is used up for ever.
    function testFuzz_RevertWhen_OpenedTwice(uint256 stageSeed) public {
        Stage stage = Stage(bound(stageSeed, uint256(Stage.DRAWING), uint256(Stage.FINISHED)));
        caseAt(stage);
        _pay(market, PANEL_FEE);
        bytes memory input = abi.encodeCall(IAdjudicator.openCase, (caseOf(CASE)));
        requireRevert(market, input, CourtErrors.unexpectedStage(market, CASE, stage, Stage.NONE), "twice");
    }

    /// @dev A case is of one market: another one's of the same name is another case.
    function test_When_AnotherMarketNamesACaseAlike() public {
        takeSeats(otherMarket, richJuror(0, PANEL), PANEL);
        vm.warp(block.timestamp + 1);
        Case memory opened = drawnCase(CASE);
        assertTrue(court.stageOf(otherMarket, CASE) == Stage.NONE, "no case yet");
        Case memory other = openCase(otherMarket, CASE);
        assertTrue(court.stageOf(otherMarket, CASE) == Stage.DRAWING, "the other one's stage");
        requireStage(CASE, Stage.COMMITTING, "the first one's stage");
        vm.prank(otherMarket);
        court.closeCase(CASE);
        requireStage(CASE, Stage.COMMITTING, "the other one was closed");
        court.finish(otherMarket, other);
        concede(opened);
        assertEq(claimOf(client), 2 * PANEL_FEE - PANEL * (SEAT_FEE / 2), "both fees, less what drawn seats have");
    }

    function _requireFeeMismatch(uint256 fee) private {
        Case memory opened = caseOf(CASE);
        opened.fee = fee;
        bytes memory expected = abi.encodeWithSelector(
            ISlashingCourt.SlashingCourt_FeeMismatch.selector,
            fee,
            PANEL_FEE
        );
        _requireRefused(opened, expected, "another fee");
    }

    function _requireRunTooLong(Case memory opened) private {
        bytes memory expected = abi.encodeWithSelector(
            ISlashingCourt.SlashingCourt_RunTooLong.selector,
            opened.runLimitSeconds,
            LONGEST_RUN
        );
        _requireRefused(opened, expected, "too long a run");
    }

    function _requireTooLate(Case memory opened, uint40 needed) private {
        bytes memory expected = abi.encodeWithSelector(
            ISlashingCourt.SlashingCourt_RulingTooLate.selector,
            opened.rulingUntil,
            needed
        );
        _requireRefused(opened, expected, "too late");
    }

    /// @dev Nothing else is missing: the fee is there.
    function _requireRefused(Case memory opened, bytes memory expected, string memory label) private {
        _pay(market, PANEL_FEE);
        requireRevert(market, abi.encodeCall(IAdjudicator.openCase, (opened)), expected, label);
    }

    function _pay(address from, uint256 amount) private {
        vm.prank(from);
        vault.transfer(address(court), idOf(payToken), amount);
    }
}
