// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtSeats} from "../../contracts/interfaces/ICourtSeats.sol";
import {Case} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: let jurors work, and never use or never finish what they found, so that their stake and their
/// fees stay where they are.
/// Peer: Golem (reported, clay#2652): funds stayed locked.
contract MarketThatNeverAppliesTheRulingTest is CourtBooks {
    function setUp() public {
        setUpCourtJobs(JURORS);
    }

    /// @dev Nobody tells the market. A stranger finishes the case: seats are paid and free, and leave with their stake.
    function testFuzz_JurorsAreReleased(bool providerRight, bool splitFirst) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        vote(opened, false, providerRight ? bytes("RRR") : bytes("WWW"));
        if (splitFirst) split(terms);
        else passStage(opened, Stage.APPEALABLE);
        vm.prank(stranger);
        court.finish(address(escrow), opened);
        if (!splitFirst) split(terms);
        expected.client -= PANEL_FEE;
        for (uint256 i; i < PANEL; ++i) expectFee(expected, seats[i]);
        expectSplit(expected, terms);
        requireBooks(expected);

        vm.prank(jurorAt(seats[0]));
        court.leaveSeat(address(escrow), seats[0]);
        vm.warp(block.timestamp + court.exitSeconds());
        vm.prank(stranger);
        court.closeSeat(address(escrow), seats[0]);
        (, , uint128 locked) = staking.authorizationOf(jurorAt(seats[0]), address(court));
        assertEq(locked, 0, "free stake");
        Books memory after_ = booksNow();
        assertEq(after_.stakes[seats[0]], SEAT_COLLATERAL, "all of it");
    }

    /// @dev The market applies the ruling before anybody finishes the case: both see the same, and finishing later
    /// changes nothing about the job.
    function testFuzz_AppliedBeforeFinished(bool providerRight, uint256 wait) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        vote(opened, false, providerRight ? bytes("RRR") : bytes("WWW"));
        passStage(opened, Stage.APPEALABLE);
        applyRuling(terms);
        expected.client -= PANEL_FEE;
        expected.court += PANEL_FEE;
        expected.atRisk += 4 * PANEL;
        if (providerRight) expectPaid(expected, terms);
        else expectSlashed(expected, terms);
        requireBooks(expected);

        vm.warp(block.timestamp + bound(wait, 0, 365 days));
        vm.prank(stranger);
        court.finish(address(escrow), opened);
        expected.court -= PANEL_FEE;
        expected.atRisk -= 4 * PANEL;
        for (uint256 i; i < PANEL; ++i) expectFee(expected, seats[i]);
        requireBooks(expected);
    }

    /// @dev The ruling can be applied up to the market's last second, which the court made sure lies after its own.
    function testFuzz_TheMarketWaitsLongEnough(uint256 wait) public {
        JobTerms memory terms = submittedCourtJob();
        disputeJob(terms);
        vm.warp(block.timestamp + bound(wait, 0, OPEN_SECONDS));
        Case memory opened = caseOf(terms);
        escrow.openCase(terms);
        uint40 last = untilOf(opened, Stage.APPEAL_REVEALING);
        assertTrue(last + APPLY_SECONDS <= opened.rulingUntil, "time to apply it");
        assertTrue(court.exitSeconds() > last - block.timestamp, "seats stay for all of it");
    }

    /// @dev A case that could not be decided in time is not taken: the fee stays in the market, and comes back.
    function testFuzz_OpenedTooLate(uint256 late) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        disputeJob(terms);
        vm.warp(block.timestamp + bound(late, OPEN_SECONDS + 1, terms.rulingSeconds));
        bytes memory input = abi.encodeCall(escrow.openCase, (terms));
        bytes4 error_ = bytes4(keccak256("SlashingCourt_RulingTooLate(uint40,uint40)"));
        requireRefused(stranger, address(escrow), input, error_, "too late");
        split(terms);
        expectSplit(expected, terms);
        requireBooks(expected);
    }

    /// @dev Who still holds a seat cannot have it closed under it.
    function test_HeldSeatsStay() public {
        bytes memory input = abi.encodeCall(ICourtSeats.closeSeat, (address(escrow), 0));
        vm.warp(block.timestamp + 365 days);
        requireRefused(stranger, address(court), input, ICourtSeats.CourtSeats_TooEarly.selector, "held");
    }
}
