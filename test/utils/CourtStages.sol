// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {CourtFixture} from "./CourtFixture.sol";
import {vm} from "./Vm.sol";

/// @title CourtStages
/// @notice A case at any stage, and lists of seats other than the fixture's.
abstract contract CourtStages is CourtFixture {
    /// @dev Jurors with stake for many seats, beside those of the fixture.
    uint256 internal constant FIRST_RICH_JUROR = 100;

    /// @dev A case in the first second of a stage, or the second in which it got there. Every seat that could vote
    /// did so against the provider. The block of the seed has come.
    function caseAt(Stage stage) internal returns (Case memory opened) {
        opened = caseOf(CASE);
        if (stage == Stage.NONE) return opened;
        openCase(market, opened);
        vm.roll(block.number + DRAW_BLOCKS + 1);
        for (Stage step = Stage.DRAWING; step != stage; step = Stage(uint256(step) + 1)) _pass(step, opened);
        requireStage(CASE, stage, "fixture: stage of the case");
    }

    /// @dev A case whose panel, the first or the appeal's, has the turn to commit.
    function committingCase(bool isAppeal) internal returns (Case memory opened, uint256[] memory seats) {
        opened = caseAt(isAppeal ? Stage.APPEAL_COMMITTING : Stage.COMMITTING);
        seats = court.panelOf(market, CASE, isAppeal);
    }

    /// @dev A juror with stake for some seats and none taken.
    function richJuror(uint256 i, uint256 seats) internal returns (address juror) {
        addJuror(FIRST_RICH_JUROR + i, uint128(seats) * SEAT_COLLATERAL);
        return jurorAt(FIRST_RICH_JUROR + i);
    }

    /// @dev Takes as many seats on a market.
    function takeSeats(address onMarket, address juror, uint256 seats) internal {
        for (uint256 i; i < seats; ++i) takeSeat(onMarket, juror);
    }

    /// @dev Leaves and closes some of the seats, in the order of their places.
    function freePlaces(address onMarket, uint256 from, uint256 end) internal {
        for (uint256 seat = from; seat < end; ++seat) leaveSeat(onMarket, seat);
        vm.warp(block.timestamp + court.exitSeconds());
        for (uint256 seat = from; seat < end; ++seat) court.closeSeat(onMarket, seat);
    }

    function leaveSeat(address onMarket, uint256 seat) internal {
        vm.prank(court.seatOf(onMarket, seat).juror);
        court.leaveSeat(onMarket, seat);
    }

    /// @dev The market's client concedes, and the case is settled.
    function concede(Case memory opened) internal {
        vm.prank(market);
        court.closeCase(opened.caseId);
        court.finish(market, opened);
    }

    /// @dev Whether a seat is one of some.
    function isOneOf(uint256 seat, uint256[] memory seats) internal pure returns (bool) {
        for (uint256 i; i < seats.length; ++i) if (seats[i] == seat) return true;
        return false;
    }

    /// @dev Does what ends a stage, and passes its time.
    function _pass(Stage step, Case memory opened) private {
        if (step == Stage.DRAWING || step == Stage.APPEAL_DRAWING) {
            court.draw(market, opened);
        } else if (step == Stage.COMMITTING) {
            commitAll(CASE, false, "WWW");
            vm.warp(untilOf(CASE, step) + 1);
        } else if (step == Stage.REVEALING) {
            for (uint256 place; place < PANEL; ++place) court.reveal(market, CASE, place, false, SALT);
            vm.warp(untilOf(CASE, step) + 1);
        } else if (step == Stage.APPEALABLE) {
            appeal(provider, opened);
            vm.roll(block.number + DRAW_BLOCKS + 1);
        } else if (step == Stage.APPEAL_COMMITTING) {
            commitAll(CASE, true, "WWWWWWW");
            vm.warp(untilOf(CASE, step) + 1);
        } else if (step == Stage.APPEAL_REVEALING) {
            for (uint256 place; place < APPEAL_PANEL; ++place) court.reveal(market, CASE, place, false, SALT);
            vm.warp(untilOf(CASE, step) + 1);
        } else {
            court.finish(market, opened);
        }
    }
}
