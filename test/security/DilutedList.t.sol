// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISlashingCourt} from "../../contracts/interfaces/ISlashingCourt.sol";
import {Case} from "../../contracts/types/Case.sol";
import {Stage} from "../../contracts/types/Court.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {Profile} from "../../contracts/types/Provider.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: take seats, leave them and close them, until a draw finds nothing but free places.
/// Peer: none known.
contract DilutedListTest is CourtBooks {
    uint256 private constant MANY = 1_500;

    function setUp() public {
        setUpCourtJobs(JURORS);
    }

    /// @dev The same stake makes the list longer once: whoever comes back takes a place that is free.
    function testFuzz_TheSameStakeAgain(uint256 atATime, uint256 rounds) public {
        atATime = bound(atATime, 1, 20);
        _fund(atATime);
        for (uint256 round = bound(rounds, 1, 5); round != 0; --round) _comeAndGo(atATime);
        assertEq(court.seatCountOf(address(escrow)), JURORS + atATime, "the list's length");
        assertEq(court.heldSeatCountOf(address(escrow)), JURORS, "seats that are held");
        assertEq(panelOf(drawnCaseOf(submittedCourtJob()), false).length, PANEL, "a panel forms");
    }

    /// @dev What it costs: a seat's stake for each place, all of it locked at once, for the time that an exit takes. Then
    /// twelve whole seats are there, but a draw looks at sixteen places for each that it needs, and gives up.
    function test_StakeForEveryPlaceAtOnce() public {
        _fund(MANY);
        _comeAndGo(MANY);
        assertEq(court.seatCountOf(address(escrow)), JURORS + MANY, "the list's length");
        (, , uint128 locked) = staking.authorizationOf(stranger, address(court));
        assertEq(locked, 0, "none of its stake is locked any more");

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

    /// @dev And it does not last: jurors that come are at its places, and the list grows no further.
    function testFuzz_OthersTakeItsPlaces(uint256 places, uint256 newcomers) public {
        places = bound(places, 1, 20);
        newcomers = bound(newcomers, 1, places);
        _fund(places);
        _comeAndGo(places);
        addJuror(JURORS, uint128(newcomers) * SEAT_COLLATERAL);
        for (uint256 i; i < newcomers; ++i) assertTrue(takeSeat(address(escrow), JURORS) >= JURORS, "a free place");
        assertEq(court.seatCountOf(address(escrow)), JURORS + places, "the list's length");
        assertEq(court.heldSeatCountOf(address(escrow)), JURORS + newcomers, "seats that are held");
    }

    function _fund(uint256 seats) private {
        uint128 stake = uint128(seats) * SEAT_COLLATERAL;
        stakeToken.mint(address(this), stake);
        stakeToken.approve(address(staking), stake);
        vm.prank(stranger);
        registry.register(Profile({payout: stranger, encryptionKey: "key", endpoint: ""}));
        staking.deposit(stranger, stake);
        vm.prank(stranger);
        staking.authorize(stranger, address(court), stake, SEAT_COLLATERAL);
    }

    function _comeAndGo(uint256 count) private {
        uint256[] memory seats = new uint256[](count);
        vm.startPrank(stranger);
        for (uint256 i; i < count; ++i) {
            seats[i] = court.takeSeat(address(escrow), stranger);
            court.leaveSeat(address(escrow), seats[i]);
        }
        vm.stopPrank();
        vm.warp(block.timestamp + court.exitSeconds());
        for (uint256 i; i < count; ++i) court.closeSeat(address(escrow), seats[i]);
    }
}
