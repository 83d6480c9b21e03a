// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISlashingCourt} from "../../../contracts/interfaces/ISlashingCourt.sol";
import {Case} from "../../../contracts/types/Case.sol";
import {Hearing, Seat} from "../../../contracts/types/Court.sol";
import {CourtErrors} from "../../utils/CourtErrors.sol";
import {CourtStages} from "../../utils/CourtStages.sol";
import {ISeatDraws} from "../../utils/MockInterfaces.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Draws on a list whose seats serve other cases, four at a time.
contract SlashingCourtDrawOccupiedTest is CourtStages {
    ISeatDraws private _draws;

    function setUp() public {
        setUpCourt();
        _draws = ISeatDraws(deploy("SeatDraws", ""));
    }

    /// @dev Seat by seat in the order of the seed: an occupied one is passed over, once for each three that are needed,
    /// and the next one ends the draw.
    function testFuzz_PassesOverOneOccupiedSeatForEachThree(uint256 others, bool isAppeal) public {
        Case memory opened = openCase(market, CASE);
        if (isAppeal) {
            draw(opened);
            vote(CASE, false, "WWW");
        }
        _occupy(bound(others, 0, 20));
        if (isAppeal) appeal(provider, opened);
        vm.roll(block.number + DRAW_BLOCKS + 1);

        uint256[] memory expected = _expectedPanel(isAppeal);
        uint256 needed = isAppeal ? APPEAL_PANEL : PANEL;
        if (expected.length == needed) {
            court.draw(market, opened);
            uint256[] memory seats = court.panelOf(market, CASE, isAppeal);
            assertEq(keccak256(abi.encode(seats)), keccak256(abi.encode(expected)), "the panel");
        } else {
            bytes memory reason = CourtErrors.tooFewSeats(market, expected.length, needed);
            requireRevert(stranger, abi.encodeCall(ISlashingCourt.draw, (market, opened)), reason, "too many occupied");
        }
    }

    /// @dev Seats that cannot bear what a case may charge are not occupied, and as many as there are are passed over.
    function test_WornSeatsAreNotOccupied() public {
        address worn = richJuror(0, PANEL);
        takeSeats(otherMarket, worn, PANEL);
        vm.warp(block.timestamp + 1);
        // Silent seven times: two units are left of sixteen.
        for (uint256 i; i < 7; ++i) {
            Case memory silent = openCase(otherMarket, bytes32(i));
            vm.roll(block.number + DRAW_BLOCKS + 1);
            court.draw(otherMarket, silent);
            vm.warp(block.timestamp + CASE_SECONDS + 1);
            court.finish(otherMarket, silent);
        }
        assertEq(court.seatOf(otherMarket, 0).units, 2, "worn");
        takeSeats(otherMarket, richJuror(1, PANEL), PANEL);
        vm.warp(block.timestamp + 1);
        for (uint256 i = 7; i < 11; ++i) {
            Case memory opened = openCase(otherMarket, bytes32(i));
            vm.roll(block.number + DRAW_BLOCKS + 1);
            court.draw(otherMarket, opened);
            uint256[] memory seats = court.panelOf(otherMarket, opened.caseId, false);
            for (uint256 place; place < PANEL; ++place) assertTrue(seats[place] >= PANEL, "the whole ones");
        }
    }

    /// @dev Opens and draws other cases, as far as they find a panel.
    function _occupy(uint256 others) private {
        for (uint256 i; i < others; ++i) {
            Case memory other = openCase(market, bytes32(i + 1));
            vm.roll(block.number + DRAW_BLOCKS + 1);
            (bool succeeded, ) = address(court).call(abi.encodeCall(ISlashingCourt.draw, (market, other)));
            succeeded; // Where it found none, the next one may.
        }
    }

    /// @dev By hand: the seats that the draw whose turn it is finds before it gives up.
    function _expectedPanel(bool isAppeal) private view returns (uint256[] memory found) {
        Hearing memory hearing = court.hearingOf(market, CASE);
        bytes32 hash = blockhash((isAppeal ? hearing.appealedBlock : hearing.openedBlock) + DRAW_BLOCKS);
        bytes32 seed = keccak256(abi.encode(hash, market, CASE, isAppeal));
        uint256[] memory order = _draws.draw(uint256(seed), JURORS, JURORS);
        uint256[] memory first = isAppeal ? court.panelOf(market, CASE, false) : new uint256[](0);
        uint256 needed = isAppeal ? APPEAL_PANEL : PANEL;
        uint256 passes = isAppeal ? 2 : 1;
        uint256 count;
        found = new uint256[](needed);
        for (uint256 i; i < JURORS && count < needed; ++i) {
            if (isOneOf(order[i], first)) continue;
            Seat memory held = court.seatOf(market, order[i]);
            if (held.units - held.unitsAtRisk >= 4) found[count++] = order[i];
            else if (passes == 0) break;
            else --passes;
        }
        assembly {
            mstore(found, count)
        }
    }
}
