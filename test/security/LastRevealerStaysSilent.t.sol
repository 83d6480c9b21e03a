// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case, Ruling} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: reveal last, when the other votes are known, and keep silent if one's own vote would lose, or if
/// it would make a ruling that one does not want any more.
/// Peer: none known.
contract LastRevealerStaysSilentTest is CourtBooks {
    function setUp() public {
        setUpCourtJobs(JURORS);
    }

    /// @dev The others agree: its vote would have cost one unit, or earned a fee. Its silence costs four, and changes
    /// nothing for anybody but the client, who has its fee back.
    function testFuzz_WhereTheOthersAgree(bool providerRight, bool wouldLose) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        bytes memory letters = providerRight ? bytes("RRr") : bytes("WWw");
        if (wouldLose) letters[2] = providerRight ? bytes1("w") : bytes1("r");
        vote(opened, false, letters);
        finish(opened);
        applyRuling(terms);
        expected.client -= 2 * SEAT_FEE;
        expectFee(expected, seats[0]);
        expectFee(expected, seats[1]);
        expectCharge(expected, seats[2], 4);
        if (providerRight) expectPaid(expected, terms);
        else expectSlashed(expected, terms);
        requireBooks(expected);
    }

    /// @dev Not prevented: where the others disagree it can undo the ruling that it committed to, for four units and the
    /// fee that it forgoes. The others are neither paid nor charged; the price is split.
    function testFuzz_WhereTheOthersDisagree(bool providerRight) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        vote(opened, false, providerRight ? bytes("RWr") : bytes("RWw"));
        passStage(opened, Stage.REVEALING);
        assertEq(uint256(court.rulingOf(address(escrow), opened.caseId)), uint256(Ruling.NONE), "no ruling");
        court.finish(address(escrow), opened);
        split(terms);
        expectCharge(expected, seats[2], 4);
        expectSplit(expected, terms);
        requireBooks(expected);
    }

    /// @dev Whoever else knows vote and salt may reveal for it, in the last second too.
    function testFuzz_SomebodyElseReveals(bool providerRight) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        vote(opened, false, providerRight ? bytes("RWr") : bytes("RWw"));
        vm.prank(stranger);
        court.reveal(address(escrow), opened.caseId, 2, providerRight, SALT);
        finish(opened);
        applyRuling(terms);
        expected.client -= 2 * SEAT_FEE;
        expectFee(expected, seats[providerRight ? 0 : 1]);
        expectCharge(expected, seats[providerRight ? 1 : 0], 1);
        expectFee(expected, seats[2]);
        if (providerRight) expectPaid(expected, terms);
        else expectSlashed(expected, terms);
        requireBooks(expected);
    }
}
