// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case, Ruling} from "../../contracts/types/Case.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";

/// @notice The attack: vote without computing, "wrong" always or by a coin, and be paid for it.
/// Peer: none known.
contract LazyJurorsTest is CourtBooks {
    function setUp() public {
        setUpCourtJobs(JURORS);
    }

    /// @dev One that does not look among two that compute: where it is mistaken it has no fee and loses a unit; the
    /// parties have what the result deserves, whatever it says.
    function testFuzz_OneAmongTwoThatCompute(uint256 lazy, bool providerRight, bool coin) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        bytes memory letters = providerRight ? bytes("RRR") : bytes("WWW");
        lazy %= PANEL;
        letters[lazy] = coin ? bytes1("R") : bytes1("W");
        vote(opened, false, letters);
        finish(opened);
        applyRuling(terms);
        for (uint256 i; i < PANEL; ++i) {
            if (i != lazy || coin == providerRight) {
                expectFee(expected, seats[i]);
                expected.client -= SEAT_FEE;
            } else {
                expectCharge(expected, seats[i], 1);
            }
        }
        if (providerRight) expectPaid(expected, terms);
        else expectSlashed(expected, terms);
        requireBooks(expected);
    }

    /// @dev Not prevented: where most of a panel does not look, the right provider is ruled against, and the one that
    /// computed is charged. It costs the provider price and collateral, if it does not appeal.
    function testFuzz_MostOfAPanel(uint256 honest) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        bytes memory letters = "WWW";
        letters[honest % PANEL] = "R";
        vote(opened, false, letters);
        finish(opened);
        applyRuling(terms);
        expected.client -= 2 * SEAT_FEE;
        expectVotes(expected, seats, letters, Ruling.PROVIDER_WRONG);
        expectSlashed(expected, terms);
        requireBooks(expected);
    }

    /// @dev The appeal's seats look: the ruling turns, each lazy seat loses a unit and its fee, the one that computed is
    /// paid. The provider has price and collateral, for the fee of the appeal.
    function testFuzz_TheAppealLooks(uint256 honest) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        bytes memory letters = "WWW";
        letters[honest % PANEL] = "R";
        vote(opened, false, letters);
        appeal(operator, opened);
        draw(opened);
        uint256[] memory appealSeats = panelOf(opened, true);
        vote(opened, true, "RRRRRRR");
        finish(opened);
        applyRuling(terms);
        expected.client -= SEAT_FEE;
        expectVotes(expected, seats, letters, Ruling.PROVIDER_RIGHT);
        assertEq(expectVotes(expected, appealSeats, "RRRRRRR", Ruling.PROVIDER_RIGHT), 0, "all of the appeal's fee");
        expectPaid(expected, terms);
        requireBooks(expected);
    }
}
