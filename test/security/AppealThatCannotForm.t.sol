// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISlashingCourt} from "../../contracts/interfaces/ISlashingCourt.sol";
import {Case, Ruling} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: appeal where no second panel can form, to undo a ruling by delay, or to have the other side's
/// appeal fail.
/// Peer: none known.
contract AppealThatCannotFormTest is CourtBooks {
    /// @dev The list is too short for both panels: the court refuses before it takes the fee.
    function testFuzz_RefusedBeforePaying(uint256 seats, bool providerRight, bool byClient) public {
        setUpCourtJobs(bound(seats, PANEL, APPEAL_PANEL + PANEL - 1));
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory drawn = panelOf(opened, false);
        vote(opened, false, providerRight ? bytes("RRR") : bytes("WWW"));
        passStage(opened, Stage.REVEALING);
        address party = byClient ? client : operator;
        payForAppeal(party);
        bytes memory input = abi.encodeCall(ISlashingCourt.appeal, (address(escrow), opened));
        bytes4 error_ = ISlashingCourt.SlashingCourt_TooFewSeats.selector;
        requireRefused(party, address(court), input, error_, "the list is too short");
        finish(opened);
        applyRuling(terms);
        expected.client -= PANEL_FEE;
        if (byClient) expected.client += APPEAL_FEE;
        else expected.operator += APPEAL_FEE;
        for (uint256 i; i < PANEL; ++i) expectFee(expected, drawn[i]);
        _expectEnd(expected, terms, providerRight);
        requireBooks(expected);
    }

    /// @dev The list is long enough, but seats on it left long ago: the first ruling stands, and the fee is burned.
    function testFuzz_SeatsCannotServe(bool providerRight, bool byClient, uint256 left) public {
        setUpCourtJobs(JURORS);
        for (uint256 i = JURORS - bound(left, 3, JURORS - PANEL); i < JURORS; ++i) {
            vm.prank(jurorAt(i));
            court.leaveSeat(address(escrow), i);
        }
        vm.warp(block.timestamp + 1);
        (Case memory opened, Books memory expected, JobTerms memory terms) = _appealed(providerRight, byClient);
        passSeed();
        bytes memory input = abi.encodeCall(ISlashingCourt.draw, (address(escrow), opened));
        bytes4 error_ = ISlashingCourt.SlashingCourt_TooFewSeats.selector;
        requireRefused(stranger, address(court), input, error_, "too few can serve");
        _requireFirstStands(opened, expected, terms, providerRight);
    }

    /// @dev Nobody draws its panel, or the block of its seed is forgotten: the same.
    function testFuzz_NobodyDrawsIt(bool providerRight, bool byClient) public {
        setUpCourtJobs(JURORS);
        (Case memory opened, Books memory expected, JobTerms memory terms) = _appealed(providerRight, byClient);
        passSeed();
        passStage(opened, Stage.APPEAL_DRAWING);
        requireStage(opened, Stage.DECIDED, "decided");
        bytes memory input = abi.encodeCall(ISlashingCourt.draw, (address(escrow), opened));
        vm.prank(stranger);
        (bool succeeded, ) = address(court).call(input);
        assertFalse(succeeded, "drawn too late");
        _requireFirstStands(opened, expected, terms, providerRight);
    }

    function _appealed(
        bool providerRight,
        bool byClient
    ) private returns (Case memory opened, Books memory expected, JobTerms memory terms) {
        terms = submittedCourtJob();
        expected = booksNow();
        opened = drawnCaseOf(terms);
        uint256[] memory drawn = panelOf(opened, false);
        vote(opened, false, providerRight ? bytes("RRR") : bytes("WWW"));
        appeal(byClient ? client : operator, opened);
        expected.client -= PANEL_FEE;
        expected.dead += APPEAL_FEE;
        for (uint256 i; i < PANEL; ++i) expectFee(expected, drawn[i]);
    }

    function _requireFirstStands(
        Case memory opened,
        Books memory expected,
        JobTerms memory terms,
        bool providerRight
    ) private {
        passStage(opened, Stage.APPEAL_DRAWING);
        Ruling ruling = providerRight ? Ruling.PROVIDER_RIGHT : Ruling.PROVIDER_WRONG;
        assertEq(uint256(court.rulingOf(address(escrow), opened.caseId)), uint256(ruling), "the first ruling stands");
        court.finish(address(escrow), opened);
        applyRuling(terms);
        _expectEnd(expected, terms, providerRight);
        requireBooks(expected);
    }

    function _expectEnd(Books memory expected, JobTerms memory terms, bool providerRight) private pure {
        if (providerRight) expectPaid(expected, terms);
        else expectSlashed(expected, terms);
    }
}
