// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtSeats} from "../../contracts/interfaces/ICourtSeats.sol";
import {IProviderStaking} from "../../contracts/interfaces/IProviderStaking.sol";
import {Case} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: a juror that will be charged takes its stake out before: it leaves, closes, thaws, or hands the
/// provider over.
/// Peer: Prime Intellect; iExec's `contributeAndFinalize` locks none (read; peers.md).
contract JurorStakeWithdrawnBeforeSlashTest is CourtBooks {
    function setUp() public {
        setUpCourtJobs(JURORS);
    }

    /// @dev At every stage, whenever it left: neither closed nor thawed, and charged in full at the end.
    function testFuzz_EveryWayOutIsShut(uint256 leftAt, bool handsOver) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = openCaseOf(terms);
        passSeed();
        court.draw(address(escrow), opened);
        uint256[] memory seats = panelOf(opened, false);
        address juror = jurorAt(seats[2]);
        leftAt = leftAt % 4;
        for (uint256 stage; stage < 4; ++stage) {
            if (stage == leftAt) {
                vm.prank(juror);
                court.leaveSeat(address(escrow), seats[2]);
            }
            _requireShut(juror, seats[2]);
            if (stage == 0) commitAll(opened, false, "RRw");
            vm.warp(untilOf(opened, Stage(uint256(Stage.COMMITTING) + stage)) + 1);
            if (stage == 0) revealAll(opened, "RRw");
        }
        if (handsOver) {
            vm.prank(juror);
            registry.offerOwnership(juror, stranger);
            vm.prank(stranger);
            registry.acceptOwnership(juror);
        }
        // Long after everything: as long as nobody finishes, the stake waits.
        vm.warp(block.timestamp + court.exitSeconds() + THAW_SECONDS);
        _requireShut(juror, seats[2]);
        court.finish(address(escrow), opened);
        court.closeSeat(address(escrow), seats[2]);
        split(terms);
        expected.client -= 2 * SEAT_FEE;
        expectFee(expected, seats[0]);
        expectFee(expected, seats[1]);
        expectCharge(expected, seats[2], 4);
        expectSplit(expected, terms);
        requireBooks(expected);
        vm.prank(handsOver ? stranger : juror);
        staking.authorize(juror, address(court), 0, 0);
        assertEq(staking.freeOf(juror), SEAT_COLLATERAL - 4 * UNIT, "what is left is free");
    }

    /// @dev Not drawn yet, it cannot get out in time either: what it left in the opening's second is locked for longer
    /// than the case may take.
    function testFuzz_BeforeTheDraw(bool inAppeal) public {
        JobTerms memory terms = submittedCourtJob();
        Case memory opened = openCaseOf(terms);
        for (uint256 i; i < JURORS; ++i) {
            vm.prank(jurorAt(i));
            court.leaveSeat(address(escrow), i);
        }
        passSeed();
        vm.warp(untilOf(opened, Stage.DRAWING));
        court.draw(address(escrow), opened);
        if (inAppeal) {
            vote(opened, false, "WWW");
            vm.warp(untilOf(opened, Stage.APPEALABLE));
            payForAppeal(operator);
            vm.prank(operator);
            court.appeal(address(escrow), opened);
            passSeed();
            vm.warp(untilOf(opened, Stage.APPEAL_DRAWING));
            court.draw(address(escrow), opened);
        }
        uint256 seat = panelOf(opened, inAppeal)[0];
        vm.warp(untilOf(opened, Stage.APPEAL_REVEALING));
        bytes memory input = abi.encodeCall(ICourtSeats.closeSeat, (address(escrow), seat));
        requireRefused(stranger, address(court), input, ICourtSeats.CourtSeats_TooEarly.selector, "to the last second");
        finish(opened);
        assertEq(staking.committedOf(jurorAt(seat)), SEAT_COLLATERAL - 2 * UNIT, "charged for its silence");
    }

    function _requireShut(address juror, uint256 seat) private {
        bytes memory input = abi.encodeCall(ICourtSeats.closeSeat, (address(escrow), seat));
        vm.prank(juror);
        (bool succeeded, ) = address(court).call(input);
        assertFalse(succeeded, "closed");
        address owner_ = registry.ownerOf(juror);
        input = abi.encodeCall(IProviderStaking.startThaw, (juror, 1));
        bytes4 error_ = IProviderStaking.ProviderStaking_InsufficientFree.selector;
        requireRefused(owner_, address(staking), input, error_, "thawed");
        input = abi.encodeCall(IProviderStaking.authorize, (juror, address(court), SEAT_COLLATERAL - 1, 0));
        error_ = IProviderStaking.ProviderStaking_LimitBelowLocked.selector;
        requireRefused(owner_, address(staking), input, error_, "taken back from the court");
        (, , uint128 locked) = staking.authorizationOf(juror, address(court));
        assertEq(locked, SEAT_COLLATERAL, "locked");
    }
}
