// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case, Ruling} from "../../../contracts/types/Case.sol";
import {Stage} from "../../../contracts/types/Court.sol";
import {CourtFixture} from "../../utils/CourtFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice What everybody has when a case is finished.
contract SlashingCourtFinishTest is CourtFixture {
    function setUp() public {
        setUpCourt();
    }

    function test_When_AllAgree() public {
        Case memory opened = drawnCase(CASE);
        uint256[] memory seats = court.panelOf(market, CASE, false);
        vote(CASE, false, "WWW");
        requireRuling(CASE, Ruling.NONE, "no answer while it can be appealed");
        finish(opened);
        requireStage(CASE, Stage.FINISHED, "finished");
        requireRuling(CASE, Ruling.PROVIDER_WRONG, "the answer");
        for (uint256 i; i < PANEL; ++i) requireSeat(seats[i], 16, 1, "coherent");
        assertEq(claimOf(client), 0, "all of the fee is earned");
        assertEq(claimOf(address(court)), 0, "the court keeps nothing");
    }

    function test_When_AnAppealOverturns() public {
        Case memory opened = drawnCase(CASE);
        uint256[] memory seats = court.panelOf(market, CASE, false);
        vote(CASE, false, "WWr");
        appeal(provider, opened);
        draw(opened);
        uint256[] memory appealSeats = court.panelOf(market, CASE, true);
        vote(CASE, true, "RRRR-wW");
        finish(opened);
        requireRuling(CASE, Ruling.PROVIDER_RIGHT, "the answer");
        requireSeat(seats[0], 15, 0, "incoherent");
        requireSeat(seats[2], 12, 0, "unrevealed");
        requireSeat(appealSeats[0], 16, 1, "coherent");
        requireSeat(appealSeats[4], 14, 0, "silent");
        requireSeat(appealSeats[5], 12, 0, "unrevealed in the appeal");
        requireSeat(appealSeats[6], 15, 0, "incoherent in the appeal");
        assertEq(claimOf(client), PANEL_FEE, "no seat of the first panel earned");
        assertEq(claimOf(provider), 3 * SEAT_FEE, "what no seat of the appeal earned");
        assertEq(claimOf(address(court)), 0, "the court keeps nothing");
    }
}
