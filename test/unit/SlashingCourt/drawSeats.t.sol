// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISlashingCourt} from "../../../contracts/interfaces/ISlashingCourt.sol";
import {Case} from "../../../contracts/types/Case.sol";
import {Seat} from "../../../contracts/types/Court.sol";
import {CourtErrors} from "../../utils/CourtErrors.sol";
import {CourtStages} from "../../utils/CourtStages.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Which seats a draw finds, on lists of the other market that the tests make.
contract SlashingCourtDrawSeatsTest is CourtStages {
    /// @dev Every seat of so long a list is looked at: sixteen for each of the panel.
    uint256 private constant LOOKS = 16 * PANEL;
    uint256 private constant JURORS_HERE = 4;

    enum Kind {
        HELD,
        LEFT_AFTER,
        LEFT_IN_THE_SECOND,
        LEFT_BEFORE,
        TAKEN_IN_THE_SECOND,
        PARTY
    }

    address[JURORS_HERE] private _jurors;

    function setUp() public {
        setUpCourt();
        for (uint256 i; i < JURORS_HERE; ++i) _jurors[i] = richJuror(i, LOOKS);
        _jurors[JURORS_HERE - 1] = richJuror(JURORS_HERE, LOOKS);
    }

    /// @dev Whatever a list is made of: the seats are distinct, and each of them can serve.
    function testFuzz_DrawsOnlyWhatCanServe(uint256 seed, uint256 count, bytes32 caseId) public {
        count = bound(count, PANEL, LOOKS);
        Kind[] memory kinds = _anyKinds(seed, count);
        // There are enough of them.
        for (uint256 i; i < PANEL; ++i) kinds[i] = Kind(seed % 3);
        _requireDrawn(_makeList(kinds, caseId), kinds);
    }

    /// @dev The three that can serve are found wherever they are among up to 48.
    function testFuzz_FindsEverySeatThatCanServe(uint256 seed, uint256 count, bytes32 caseId) public {
        count = bound(count, PANEL, LOOKS);
        Kind[] memory kinds = new Kind[](count);
        for (uint256 i; i < count; ++i) kinds[i] = Kind(3 + (_random(seed, i) % 3));
        for (uint256 i; i < PANEL; ++i) kinds[_freePlace(kinds, _random(seed, count + i))] = Kind.HELD;
        _requireDrawn(_makeList(kinds, caseId), kinds);
    }

    function testFuzz_RevertWhen_TooFewCanServe(uint256 seed, uint256 count, uint256 serving) public {
        count = bound(count, PANEL, LOOKS);
        serving = bound(serving, 0, PANEL - 1);
        Kind[] memory kinds = new Kind[](count);
        for (uint256 i; i < count; ++i) kinds[i] = Kind(3 + (_random(seed, i) % 3));
        for (uint256 i; i < serving; ++i) kinds[_freePlace(kinds, _random(seed, count + i))] = Kind.LEFT_AFTER;
        _requireTooFew(_makeList(kinds, CASE), serving);
        for (uint256 i; i < count; ++i) assertEq(court.seatOf(otherMarket, i).unitsAtRisk, 0, "nothing is at risk");
    }

    /// @dev One place more than a draw looks at: sooner or later one of the two that can serve is the one it leaves out,
    /// here for two of 49 seeds. That none of 400 leaves one out has a chance of 6e-8.
    function test_LooksAtSixteenPlacesForEachSeat() public {
        takeSeats(otherMarket, _jurors[0], 2);
        takeSeats(otherMarket, _jurors[1], LOOKS - 1);
        for (uint256 i = 2; i < LOOKS + 1; ++i) leaveSeat(otherMarket, i);
        vm.warp(block.timestamp + 1);
        uint256 cases = 400;
        fund(otherMarket, cases * PANEL_FEE);
        for (uint256 i; i < cases; ++i) openCase(otherMarket, bytes32(i));
        vm.roll(block.number + DRAW_BLOCKS + 1);
        uint256[3] memory found;
        for (uint256 i; i < cases; ++i) ++found[_foundBy(caseOf(bytes32(i)))];
        assertEq(found[0], 0, "all but one are looked at");
        assertTrue(found[1] != 0, "one is left out");
        assertTrue(found[2] > found[1], "mostly another");
    }

    /// @dev Whoever shows up while a case waits for its seed makes itself no juror of it.
    function testFuzz_When_SeatsAreTakenLater(bytes32 caseId, uint256 newcomers) public {
        takeSeats(otherMarket, _jurors[0], PANEL);
        vm.warp(block.timestamp + 1);
        Case memory opened = openCase(otherMarket, caseId);
        vm.warp(block.timestamp + 1);
        takeSeats(otherMarket, _jurors[1], bound(newcomers, 1, LOOKS - PANEL));
        uint256[] memory seats = _draw(opened);
        for (uint256 i; i < PANEL; ++i) assertTrue(seats[i] < PANEL, "held before");
    }

    /// @dev A place that somebody took again after the opening is none of those that could be drawn.
    function test_When_AFreePlaceIsTakenLater() public {
        takeSeats(otherMarket, _jurors[0], PANEL + 1);
        leaveSeat(otherMarket, 0);
        vm.warp(block.timestamp + CASE_SECONDS + 1);
        Case memory opened = openCase(otherMarket, CASE);
        court.closeSeat(otherMarket, 0);
        assertEq(takeSeat(otherMarket, _jurors[1]), 0, "the place that was free");
        uint256[] memory seats = _draw(opened);
        assertFalse(isOneOf(0, seats), "not the place that was free");
    }

    /// @dev A whole seat serves four cases at a time, and may again when one of them is finished.
    function testFuzz_RevertWhen_SeatsServeFourCases(uint256 finished, bytes32 salt) public {
        takeSeats(otherMarket, _jurors[0], PANEL);
        vm.warp(block.timestamp + 1);
        Case[4] memory cases;
        for (uint256 i; i < 4; ++i) {
            cases[i] = openCase(otherMarket, keccak256(abi.encode(salt, i)));
            _draw(cases[i]);
            _requireAtRisk(4 * (i + 1));
        }
        Case memory fifth = openCase(otherMarket, salt);
        _requireTooFew(fifth, 0);

        finished = finished % 4;
        vm.prank(otherMarket);
        court.closeCase(cases[finished].caseId);
        _requireTooFew(fifth, 0);
        court.finish(otherMarket, cases[finished]);
        _requireAtRisk(12);
        _draw(fifth);
        _requireAtRisk(16);
    }

    /// @dev A seat that was charged has less to lose: twelve units serve three cases.
    function test_RevertWhen_SeatsHaveLostUnits() public {
        takeSeats(otherMarket, _jurors[0], PANEL);
        vm.warp(block.timestamp + 1);
        for (uint256 i; i < 2; ++i) {
            Case memory silent = openCase(otherMarket, bytes32(i));
            _draw(silent);
            vm.warp(block.timestamp + CASE_SECONDS + 1);
            court.finish(otherMarket, silent);
        }
        assertEq(court.seatOf(otherMarket, 0).units, 12, "silent twice");
        for (uint256 i = 2; i < 5; ++i) _draw(openCase(otherMarket, bytes32(i)));
        _requireTooFew(openCase(otherMarket, bytes32(uint256(5))), 0);
    }

    /// @dev Neither the provider, nor whom its owner owns, nor whom the client owns.
    function testFuzz_NeverDrawsAParty(bytes32 caseId, uint256 way) public {
        takeSeats(otherMarket, _jurors[0], PANEL);
        address party = _seatParty(way % 3);
        takeSeats(otherMarket, _jurors[1], 1);
        leaveSeat(otherMarket, 0);
        vm.warp(block.timestamp + 1);
        uint256[] memory seats = _draw(openCase(otherMarket, caseId));
        for (uint256 i; i < PANEL; ++i) {
            assertTrue(court.seatOf(otherMarket, seats[i]).juror != party, "no party");
        }
    }

    /// @dev A list of seats of kinds, and a case that was opened when they had them.
    function _makeList(Kind[] memory kinds, bytes32 caseId) private returns (Case memory opened) {
        // Places of the same second's newcomers must be on the list, so everybody comes in order and time goes back.
        uint256 openedAt = block.timestamp + 10;
        for (uint256 i; i < kinds.length; ++i) {
            vm.warp(kinds[i] == Kind.TAKEN_IN_THE_SECOND ? openedAt : openedAt - 1);
            takeSeat(otherMarket, kinds[i] == Kind.PARTY ? _jurors[JURORS_HERE - 1] : _jurors[i % (JURORS_HERE - 1)]);
        }
        address party = _jurors[JURORS_HERE - 1];
        if (registry.ownerOf(party) == party) _handOver(party, client);
        vm.warp(openedAt - 1);
        _leaveAll(kinds, Kind.LEFT_BEFORE);
        vm.warp(openedAt);
        _leaveAll(kinds, Kind.LEFT_IN_THE_SECOND);
        opened = openCase(otherMarket, caseId);
        vm.warp(openedAt + 1);
        _leaveAll(kinds, Kind.LEFT_AFTER);
    }

    function _leaveAll(Kind[] memory kinds, Kind kind) private {
        for (uint256 i; i < kinds.length; ++i) if (kinds[i] == kind) leaveSeat(otherMarket, i);
    }

    function _draw(Case memory opened) private returns (uint256[] memory) {
        vm.roll(block.number + DRAW_BLOCKS + 1);
        court.draw(otherMarket, opened);
        return court.panelOf(otherMarket, opened.caseId, false);
    }

    function _requireDrawn(Case memory opened, Kind[] memory kinds) private {
        uint256[] memory seats = _draw(opened);
        assertEq(seats.length, PANEL, "size of the panel");
        assertTrue(seats[0] != seats[1] && seats[0] != seats[2] && seats[1] != seats[2], "distinct");
        for (uint256 i; i < PANEL; ++i) assertTrue(kinds[seats[i]] <= Kind.LEFT_IN_THE_SECOND, "can serve");
    }

    function _requireTooFew(Case memory opened, uint256 found) private {
        vm.roll(block.number + DRAW_BLOCKS + 1);
        bytes memory input = abi.encodeCall(ISlashingCourt.draw, (otherMarket, opened));
        bytes memory expected = CourtErrors.tooFewSeats(otherMarket, found, PANEL);
        requireRevert(stranger, input, expected, "too few seats can serve");
    }

    /// @dev How many seats a draw says that it found, of too few.
    function _foundBy(Case memory opened) private returns (uint256 found) {
        try court.draw(otherMarket, opened) {
            revert("there are but two");
        } catch (bytes memory reason) {
            for (; found < PANEL; ++found) {
                bytes memory expected = CourtErrors.tooFewSeats(otherMarket, found, PANEL);
                if (keccak256(reason) == keccak256(expected)) return found;
            }
            revert("another error");
        }
    }

    function _requireAtRisk(uint256 units) private view {
        for (uint256 i; i < PANEL; ++i) {
            Seat memory held = court.seatOf(otherMarket, i);
            assertEq(held.unitsAtRisk, units, "units at risk");
            assertEq(held.units, 16, "units");
        }
    }

    /// @dev Gives seats to a juror that is a party to a case, in each way there is.
    function _seatParty(uint256 way) private returns (address party) {
        party = way == 0 ? provider : _jurors[2];
        if (way == 0) {
            uint128 stake = 8 * SEAT_COLLATERAL;
            stakeToken.mint(address(this), stake);
            stakeToken.approve(address(staking), stake);
            staking.deposit(provider, stake);
            vm.prank(provider);
            staking.authorize(provider, address(court), stake, stake);
        }
        takeSeats(otherMarket, party, 8);
        if (way == 1) _handOver(party, provider);
        if (way == 2) _handOver(party, client);
    }

    function _handOver(address juror, address newOwner) private {
        vm.prank(juror);
        registry.offerOwnership(juror, newOwner);
        vm.prank(newOwner);
        registry.acceptOwnership(juror);
    }

    function _anyKinds(uint256 seed, uint256 count) private pure returns (Kind[] memory kinds) {
        kinds = new Kind[](count);
        for (uint256 i; i < count; ++i) kinds[i] = Kind(_random(seed, i) % 6);
    }

    /// @dev A place whose seat cannot serve, at or behind a random one.
    function _freePlace(Kind[] memory kinds, uint256 random) private pure returns (uint256 place) {
        place = random % kinds.length;
        while (kinds[place] <= Kind.LEFT_IN_THE_SECOND) place = (place + 1) % kinds.length;
    }

    function _random(uint256 seed, uint256 i) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, i)));
    }
}
