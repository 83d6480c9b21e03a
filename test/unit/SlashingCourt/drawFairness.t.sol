// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case} from "../../../contracts/types/Case.sol";
import {CourtStages} from "../../utils/CourtStages.sol";
import {ISeatDraws} from "../../utils/MockInterfaces.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice How often seats are drawn, against how often they should be. Seeds are fixed, so a result is the same in
/// every run; a fair draw fails a test of significance 0.001 with one seed of a thousand.
contract SlashingCourtDrawFairnessTest is CourtStages {
    uint256 private constant SEED = 0x77617474;
    uint256 private constant DRAWS = 10_000;
    uint256 private constant PLACES = 48;
    uint256 private constant COURT_DRAWS = 480;
    /// @dev What chi-square exceeds with a probability of 0.001, in thousandths, by degrees of freedom.
    uint256 private constant LIMIT_3 = 16_266;
    uint256 private constant LIMIT_5 = 20_515;
    uint256 private constant LIMIT_11 = 31_264;
    uint256 private constant LIMIT_47 = 82_720;

    ISeatDraws private _draws;

    function setUp() public {
        setUpCourt();
        _draws = ISeatDraws(deploy("SeatDraws", ""));
    }

    /// @dev 10,000 panels of three out of 48 places.
    function test_PanelsTreatPlacesAlike() public view {
        uint256[] memory counts = _countPlaces(PANEL);
        requireFair(_corrected(chiSquare(counts, _ones(PLACES)), PLACES, PANEL), LIMIT_47, "places of a panel");
    }

    /// @dev 10,000 panels of an appeal.
    function test_LargePanelsTreatPlacesAlike() public view {
        uint256[] memory counts = _countPlaces(APPEAL_PANEL);
        uint256 statistic = _corrected(chiSquare(counts, _ones(PLACES)), PLACES, APPEAL_PANEL);
        requireFair(statistic, LIMIT_47, "places of an appeal's panel");
    }

    /// @dev Jurors with 1, 2, 3, 6, 12 and 24 of the 48 seats, at each place of 10,000 panels.
    function test_PanelsFollowTheSharesOfSeats() public view {
        uint256[] memory shares = new uint256[](6);
        uint256[] memory jurors = new uint256[](PLACES);
        (shares[0], shares[1], shares[2], shares[3], shares[4], shares[5]) = (1, 2, 3, 6, 12, 24);
        uint256 seat;
        for (uint256 i; i < 6; ++i) for (uint256 j; j < shares[i]; ++j) jurors[seat++] = i;
        uint256[][PANEL] memory counts;
        for (uint256 place; place < PANEL; ++place) counts[place] = new uint256[](6);
        for (uint256 i; i < DRAWS; ++i) {
            uint256[] memory places = _draws.draw(_seedOf(i), PLACES, PANEL);
            for (uint256 place; place < PANEL; ++place) ++counts[place][jurors[places[place]]];
        }
        for (uint256 place; place < PANEL; ++place) {
            requireFair(chiSquare(counts[place], shares), LIMIT_5, "jurors at a place of the panel");
        }
    }

    /// @dev What a draw leaves over is what it did not take: to the end of a list it sees every place once.
    function testFuzz_SeesEveryPlaceOnce(uint256 seed, uint256 count) public view {
        count = bound(count, 1, 112);
        uint256[] memory places = _draws.draw(seed, count, count);
        bool[] memory seen = new bool[](count);
        for (uint256 i; i < count; ++i) {
            assertTrue(places[i] < count, "on the list");
            assertFalse(seen[places[i]], "once");
            seen[places[i]] = true;
        }
    }

    /// @dev How long a draw may go on changes nothing about what it has drawn.
    function testFuzz_StartsAlikeHoweverLongItIs(uint256 seed, uint256 count, uint256 needed) public view {
        count = bound(count, 1, type(uint32).max);
        uint256 most = count < 112 ? count : 112;
        needed = bound(needed, 1, most);
        uint256[] memory some = _draws.draw(seed, count, needed);
        uint256[] memory all = _draws.draw(seed, count, most);
        for (uint256 i; i < needed; ++i) assertEq(some[i], all[i], "place");
    }

    /// @dev The court itself, case by case and block by block: jurors with 1, 2, 3 and 6 of twelve seats.
    function test_TheCourtFollowsTheSharesOfSeats() public {
        uint256[] memory shares = new uint256[](4);
        (shares[0], shares[1], shares[2], shares[3]) = (1, 2, 3, 6);
        for (uint256 i; i < 4; ++i) takeSeats(otherMarket, richJuror(i, shares[i]), shares[i]);
        vm.warp(block.timestamp + 1);
        uint256[] memory seatCounts = new uint256[](JURORS);
        uint256[] memory jurorCounts = new uint256[](4);
        uint256 start = block.number;
        for (uint256 i; i < COURT_DRAWS; ++i) {
            uint256 snapshot = vm.snapshotState();
            vm.roll(start + i);
            Case memory opened = openCase(otherMarket, bytes32(i));
            vm.roll(start + i + DRAW_BLOCKS + 1);
            court.draw(otherMarket, opened);
            uint256[] memory seats = court.panelOf(otherMarket, opened.caseId, false);
            for (uint256 place; place < PANEL; ++place) ++seatCounts[seats[place]];
            address first = court.seatOf(otherMarket, seats[0]).juror;
            ++jurorCounts[uint160(first) - uint160(jurorAt(FIRST_RICH_JUROR))];
            vm.revertToState(snapshot);
        }
        requireFair(_corrected(chiSquare(seatCounts, _ones(JURORS)), JURORS, PANEL), LIMIT_11, "seats");
        requireFair(chiSquare(jurorCounts, shares), LIMIT_3, "jurors");
    }

    /// @dev Sum of (observed - expected)^2 / expected in thousandths, where expectations are in these proportions.
    function chiSquare(uint256[] memory observed, uint256[] memory shares) internal pure returns (uint256 thousandths) {
        (uint256 draws, uint256 total) = (_sum(observed), _sum(shares));
        for (uint256 i; i < observed.length; ++i) {
            (uint256 actual, uint256 expected) = (observed[i] * total, draws * shares[i]);
            uint256 difference = actual > expected ? actual - expected : expected - actual;
            thousandths += (1_000 * difference * difference) / (total * expected);
        }
    }

    function requireFair(uint256 statistic, uint256 limit, string memory label) internal pure {
        if (statistic >= limit) assertEq(statistic, limit, string.concat(label, ": chi-square above its limit"));
        assertTrue(statistic != 0, string.concat(label, ": too good to be true"));
    }

    /// @dev A panel has a seat once, so that its counts vary less than those of as many draws of one: by this factor.
    function _corrected(uint256 statistic, uint256 places, uint256 seats) private pure returns (uint256) {
        return (statistic * (places - 1)) / (places - seats);
    }

    function _countPlaces(uint256 needed) private view returns (uint256[] memory counts) {
        counts = new uint256[](PLACES);
        for (uint256 i; i < DRAWS; ++i) {
            uint256[] memory places = _draws.draw(_seedOf(i), PLACES, needed);
            for (uint256 j; j < needed; ++j) ++counts[places[j]];
        }
    }

    function _seedOf(uint256 i) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(SEED, i)));
    }

    function _ones(uint256 count) private pure returns (uint256[] memory ones) {
        ones = new uint256[](count);
        for (uint256 i; i < count; ++i) ones[i] = 1;
    }

    function _sum(uint256[] memory numbers) private pure returns (uint256 sum) {
        for (uint256 i; i < numbers.length; ++i) sum += numbers[i];
    }
}
