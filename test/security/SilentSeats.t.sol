// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case, Ruling} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";

/// @notice The attack: be drawn and do nothing, to save the work or to keep a case from being decided.
/// Peer: Infernet, where a verifier's silence for a week pays the node by default (read; peers.md 4.0).
contract SilentSeatsTest is CourtBooks {
    function setUp() public {
        setUpCourtJobs(JURORS);
    }

    /// @dev One that is silent costs nobody but itself: two units. Its fee goes back to the client.
    function testFuzz_OneOfThree(uint256 silent, bool providerRight) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        bytes memory letters = providerRight ? bytes("RRR") : bytes("WWW");
        letters[silent % PANEL] = "-";
        vote(opened, false, letters);
        finish(opened);
        applyRuling(terms);
        expected.client -= 2 * SEAT_FEE;
        expectVotes(expected, seats, letters, providerRight ? Ruling.PROVIDER_RIGHT : Ruling.PROVIDER_WRONG);
        if (providerRight) expectPaid(expected, terms);
        else expectSlashed(expected, terms);
        requireBooks(expected);
    }

    /// @dev Two that are silent keep the third from deciding alone, and pay two units each for it. The third loses its
    /// work: it is neither paid nor charged. The client has its whole fee, and the price is split.
    function testFuzz_TwoOfThree(uint256 voter, bool providerRight) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        bytes memory letters = "---";
        letters[voter % PANEL] = providerRight ? bytes1("R") : bytes1("W");
        vote(opened, false, letters);
        passStage(opened, Stage.REVEALING);
        requireStage(opened, Stage.DECIDED, "there is nothing to appeal");
        court.finish(address(escrow), opened);
        split(terms);
        expectVotes(expected, seats, letters, Ruling.NONE);
        expectSplit(expected, terms);
        requireBooks(expected);
    }

    /// @dev All of them: six units burned, and everybody else as if there were no court.
    function test_All() public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        passStage(opened, Stage.REVEALING);
        court.finish(address(escrow), opened);
        split(terms);
        for (uint256 i; i < PANEL; ++i) expectCharge(expected, seats[i], 2);
        expectSplit(expected, terms);
        requireBooks(expected);
    }

    /// @dev Seats of an appeal that are all silent: the first ruling stands, the fee is burned, fourteen units too.
    function testFuzz_AllOfAnAppeal(bool providerRight, bool byClient) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        bytes memory letters = providerRight ? bytes("RRR") : bytes("WWW");
        vote(opened, false, letters);
        appeal(byClient ? client : operator, opened);
        draw(opened);
        uint256[] memory appealSeats = panelOf(opened, true);
        finish(opened);
        applyRuling(terms);
        expected.client -= PANEL_FEE;
        expectVotes(expected, seats, letters, providerRight ? Ruling.PROVIDER_RIGHT : Ruling.PROVIDER_WRONG);
        expectVotes(expected, appealSeats, "-------", Ruling.NONE);
        expected.dead += APPEAL_FEE;
        if (providerRight) expectPaid(expected, terms);
        else expectSlashed(expected, terms);
        requireBooks(expected);
    }
}
