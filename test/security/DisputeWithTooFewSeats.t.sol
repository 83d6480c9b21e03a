// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobDisputes} from "../../contracts/interfaces/IJobDisputes.sol";
import {ISlashingCourt} from "../../contracts/interfaces/ISlashingCourt.sol";
import {Case, Ruling} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: name a court that nobody sits in, so that a dispute can never be decided and its fee is gone.
/// Peer: none known.
contract DisputeWithTooFewSeatsTest is CourtBooks {
    /// @dev The court refuses the case, so the fee waits in the market and comes back with the split.
    function testFuzz_TheCourtRefusesAndTheFeeComesBack(uint256 seats) public {
        setUpCourtJobs(bound(seats, 0, PANEL - 1));
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        disputeJob(terms);
        bytes memory input = abi.encodeCall(IJobDisputes.openCase, (terms));
        requireRefused(
            stranger,
            address(escrow),
            input,
            ISlashingCourt.SlashingCourt_TooFewSeats.selector,
            "the list is too short"
        );
        assertEq(claimOf(address(escrow)), expected.market + PANEL_FEE, "the fee waits in the market");
        split(terms);
        expectSplit(expected, terms);
        requireBooks(expected);
    }

    /// @dev Places enough, but too few that can serve: left before the opening, the provider's own, the client's own.
    function testFuzz_PlacesThatCannotServe(uint256 seed) public {
        setUpCourtJobs(JURORS);
        uint256 able = bound(seed, 0, PANEL - 1);
        for (uint256 i = able; i < JURORS; ++i) _disable(i, uint256(keccak256(abi.encode(seed, i))) % 3);
        vm.warp(block.timestamp + 1);
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = openCaseOf(terms);
        passSeed();
        bytes memory input = abi.encodeCall(ISlashingCourt.draw, (address(escrow), opened));
        bytes memory error_ = abi.encodeWithSelector(
            ISlashingCourt.SlashingCourt_TooFewSeats.selector,
            address(escrow),
            able,
            PANEL
        );
        assertReverts(stranger, address(court), input, error_, "too few can serve");

        passStage(opened, Stage.DRAWING);
        requireStage(opened, Stage.DECIDED, "nobody can decide it");
        assertEq(uint256(court.rulingOf(address(escrow), opened.caseId)), uint256(Ruling.NONE), "no ruling");
        court.finish(address(escrow), opened);
        split(terms);
        expectSplit(expected, terms);
        requireBooks(expected);
    }

    function _disable(uint256 i, uint256 way) private {
        address juror = jurorAt(i);
        vm.startPrank(juror);
        if (way == 0) court.leaveSeat(address(escrow), i);
        else if (way == 1) registry.offerOwnership(juror, owner);
        else registry.offerOwnership(juror, client);
        vm.stopPrank();
        if (way == 0) return;
        vm.prank(way == 1 ? owner : client);
        registry.acceptOwnership(juror);
    }
}
