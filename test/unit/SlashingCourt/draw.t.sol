// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISlashingCourt} from "../../../contracts/interfaces/ISlashingCourt.sol";
import {Case} from "../../../contracts/types/Case.sol";
import {Hearing, Seat, Stage} from "../../../contracts/types/Court.sol";
import {CourtErrors} from "../../utils/CourtErrors.sol";
import {CourtStages} from "../../utils/CourtStages.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice When a panel can be drawn, by whom, and by what seed. Which seats it gets: drawSeats.t.sol.
contract SlashingCourtDrawTest is CourtStages {
    uint256 private constant HISTORY_BLOCKS = 8_191;
    /// @dev How far back a chain itself remembers.
    uint256 private constant NEAR_BLOCKS = 256;

    function setUp() public {
        setUpCourt();
    }

    /// @dev As long as it is time, it makes no difference who draws, when, or in what block.
    function testFuzz_When_AnybodyDraws(bytes32 caseId, address caller, uint256 wait, uint256 blocks) public {
        Case memory opened = openCase(market, caseId);
        uint256 seedBlock = block.number + DRAW_BLOCKS;
        uint256[] memory seats = _seatsDrawn(opened, seedBlock + 1);

        vm.warp(bound(wait, block.timestamp, untilOf(caseId, Stage.DRAWING)));
        vm.roll(bound(blocks, seedBlock + 1, seedBlock + NEAR_BLOCKS));
        for (uint256 place; place < PANEL; ++place) {
            expectEvent(address(court));
            emit ISlashingCourt.SeatDrawn(market, caseId, jurorAt(seats[place]), seats[place], place, false);
        }
        vm.prank(caller);
        court.draw(market, opened);

        assertEq(abi.encode(court.panelOf(market, caseId, false)), abi.encode(seats), "the same seats");
        assertEq(court.panelOf(market, caseId, true).length, 0, "no panel of an appeal");
        requireStage(caseId, Stage.COMMITTING, "stage");
        for (uint256 seat; seat < JURORS; ++seat) {
            Seat memory held = court.seatOf(market, seat);
            assertEq(held.unitsAtRisk, isOneOf(seat, seats) ? 4 : 0, "units at risk");
            assertEq(held.units, 16, "units");
        }
    }

    /// @dev What readers of the storage rely on: each seat's place and one, in 32 bits from the lowest.
    function testFuzz_APanelIsOneWord(bool isAppeal) public {
        (, uint256[] memory seats) = committingCase(isAppeal);
        uint256 word;
        for (uint256 i; i < seats.length; ++i) word |= (seats[i] + 1) << (32 * i);
        Hearing memory hearing = court.hearingOf(market, CASE);
        assertEq(isAppeal ? uint256(hearing.appealPanel) : uint256(hearing.panel), word, "the panel's word");
    }

    /// @dev Another case, another market and another block each draw for themselves: not all of them draw alike.
    function test_TheSeedIsOfItsCaseAlone() public {
        takeSeats(otherMarket, richJuror(0, JURORS), JURORS);
        vm.warp(block.timestamp + 1);
        uint256 seedBlock = block.number + DRAW_BLOCKS;
        bytes32 first = keccak256(abi.encode(_seatsDrawn(openCase(market, "one"), seedBlock + 1)));
        bytes32 second = keccak256(abi.encode(_seatsDrawn(openCase(market, "two"), seedBlock + 1)));
        assertTrue(first != second, "two cases of one block");
        Case memory other = openCase(otherMarket, "one");
        vm.roll(seedBlock + 1);
        court.draw(otherMarket, other);
        bytes32 third = keccak256(abi.encode(court.panelOf(otherMarket, "one", false)));
        assertTrue(first != third, "two markets' cases of one name");
    }

    function test_TheSeedIsOfItsBlockAlone() public {
        uint256 start = block.number;
        bytes32 before;
        uint256 changes;
        for (uint256 i; i < 8; ++i) {
            uint256 snapshot = vm.snapshotState();
            vm.roll(start + i);
            Case memory opened = openCase(market, CASE);
            bytes32 seats = keccak256(abi.encode(_seatsDrawn(opened, start + i + DRAW_BLOCKS + 1)));
            if (seats != before) ++changes;
            before = seats;
            vm.revertToState(snapshot);
        }
        assertTrue(changes > 6, "eight blocks, all but always another panel");
    }

    /// @dev Neither whoever opens the case nor whoever is before the block knows its hash.
    function testFuzz_RevertWhen_TheSeedIsNotThereYet(uint256 blocks) public {
        Case memory opened = openCase(market, CASE);
        uint256 seedBlock = block.number + DRAW_BLOCKS;
        vm.roll(bound(blocks, block.number, seedBlock));
        _requireNoSeed(opened, seedBlock);
        vm.roll(seedBlock);
        _requireNoSeed(opened, seedBlock);
        vm.roll(seedBlock + 1);
        court.draw(market, opened);
    }

    /// @dev Whatever a chain has in the history's place: what it says of a block to come is no seed.
    function testFuzz_RevertWhen_TheHistoryAnswersTooEarly(uint256 blocks, bool reverts) public {
        Case memory opened = openCase(market, CASE);
        uint256 seedBlock = block.number + DRAW_BLOCKS;
        // Gives one word, by a revert or as an answer.
        vm.etch(HISTORY, reverts ? bytes(hex"60015f5260205ffd") : bytes(hex"60015f5260205ff3"));
        vm.roll(bound(blocks, block.number, seedBlock));
        _requireNoSeed(opened, seedBlock);
    }

    /// @dev The chain's own memory is short; where it has no history, the draw is late.
    function testFuzz_RevertWhen_TheSeedIsOldAndThereIsNoHistory(uint256 blocks) public {
        Case memory opened = openCase(market, CASE);
        uint256 seedBlock = block.number + DRAW_BLOCKS;
        vm.etch(HISTORY, "");
        vm.roll(bound(blocks, seedBlock + NEAR_BLOCKS + 1, seedBlock + HISTORY_BLOCKS));
        _requireNoSeed(opened, seedBlock);
        vm.roll(seedBlock + NEAR_BLOCKS + 1);
        _requireNoSeed(opened, seedBlock);
        vm.roll(seedBlock + NEAR_BLOCKS);
        court.draw(market, opened);
    }

    /// @dev The history gives the hash that the block had: the panel is the one that an early draw would have had.
    function testFuzz_When_TheSeedIsInTheHistory(bytes32 caseId, uint256 blocks) public {
        Case memory opened = openCase(market, caseId);
        uint256 seedBlock = block.number + DRAW_BLOCKS;
        uint256[] memory seats = _seatsDrawn(opened, seedBlock + 1);
        vm.roll(seedBlock + 1);
        _remember(seedBlock, blockhash(seedBlock));
        vm.roll(bound(blocks, seedBlock + NEAR_BLOCKS + 1, seedBlock + HISTORY_BLOCKS));
        court.draw(market, opened);
        assertEq(abi.encode(court.panelOf(market, caseId, false)), abi.encode(seats), "the same seats");
    }

    /// @dev It is read, rather than anything else that is there.
    function test_When_TheHistorySaysOtherwise() public {
        Case memory opened = openCase(market, CASE);
        uint256 seedBlock = block.number + DRAW_BLOCKS;
        bytes32 before;
        uint256 changes;
        for (uint256 i; i < 8; ++i) {
            _remember(seedBlock, keccak256(abi.encode(i)));
            bytes32 seats = keccak256(abi.encode(_seatsDrawn(opened, seedBlock + HISTORY_BLOCKS)));
            if (seats != before) ++changes;
            before = seats;
        }
        assertTrue(changes > 6, "eight hashes, all but always another panel");
    }

    function testFuzz_RevertWhen_TheHistoryHasForgotten(uint256 blocks) public {
        Case memory opened = openCase(market, CASE);
        uint256 seedBlock = block.number + DRAW_BLOCKS;
        _remember(seedBlock, keccak256("hash"));
        vm.roll(bound(blocks, seedBlock + HISTORY_BLOCKS + 1, seedBlock + 100 * HISTORY_BLOCKS));
        _requireNoSeed(opened, seedBlock);
        vm.roll(seedBlock + HISTORY_BLOCKS + 1);
        _requireNoSeed(opened, seedBlock);
        vm.roll(seedBlock + HISTORY_BLOCKS);
        court.draw(market, opened);
    }

    /// @dev A case that nobody draws in time is over without an answer, and costs no juror anything.
    function testFuzz_TimeIncludesItsLastSecond(uint32 late) public {
        Case memory opened = openCase(market, CASE);
        vm.roll(block.number + DRAW_BLOCKS + 1);
        uint256 lastAt = untilOf(CASE, Stage.DRAWING);
        bytes memory input = abi.encodeCall(ISlashingCourt.draw, (market, opened));
        bytes memory expected = CourtErrors.notToDraw(market, CASE, Stage.DECIDED);
        vm.warp(lastAt + 1 + late);
        requireRevert(stranger, input, expected, "too late");
        vm.warp(lastAt + 1);
        requireRevert(stranger, input, expected, "a second too late");

        uint256 snapshot = vm.snapshotState();
        court.finish(market, opened);
        assertEq(claimOf(client), PANEL_FEE, "the fee is the client's");
        for (uint256 seat; seat < JURORS; ++seat) requireSeat(seat, 16, 0, "not drawn");
        vm.revertToState(snapshot);
        vm.warp(lastAt);
        court.draw(market, opened);
    }

    /// @dev A case is what its market opened, to the last bit.
    function testFuzz_RevertWhen_TheCaseIsAnother(uint256 field, uint256 change, bool isAppeal) public {
        Case memory opened = caseAt(isAppeal ? Stage.APPEAL_DRAWING : Stage.DRAWING);
        bytes32 hash = keccak256(abi.encode(opened));
        Case memory other = abi.decode(abi.encode(opened), (Case));
        uint160 mask = uint160(bound(change, 1, type(uint32).max));
        field = field % 8;
        if (field == 0) other.provider = address(uint160(other.provider) ^ mask);
        if (field == 1) other.client = address(uint160(other.client) ^ mask);
        if (field == 2) other.token = address(uint160(other.token) ^ mask);
        if (field == 3) other.fee ^= mask;
        if (field == 4) other.rulingUntil ^= uint40(mask);
        if (field == 5) other.runLimitSeconds ^= uint32(mask);
        if (field == 6) other.specDigest ^= bytes32(uint256(mask));
        if (field == 7) other.resultMark ^= bytes20(mask);
        bytes memory expected = CourtErrors.caseMismatch(market, CASE, keccak256(abi.encode(other)), hash);
        requireRevert(stranger, abi.encodeCall(ISlashingCourt.draw, (market, other)), expected, "another case");
    }

    /// @dev What a panel would be that is drawn in a block; nothing stays.
    function _seatsDrawn(Case memory opened, uint256 inBlock) private returns (uint256[] memory seats) {
        uint256 snapshot = vm.snapshotState();
        vm.roll(inBlock);
        court.draw(market, opened);
        seats = court.panelOf(market, opened.caseId, false);
        vm.revertToState(snapshot);
    }

    /// @dev What the chain does at the start of the next block.
    function _remember(uint256 blockNumber, bytes32 hash) private {
        vm.store(HISTORY, bytes32(blockNumber % HISTORY_BLOCKS), hash);
    }

    function _requireNoSeed(Case memory opened, uint256 seedBlock) private {
        bytes memory expected = CourtErrors.noSeed(seedBlock, block.number);
        requireRevert(stranger, abi.encodeCall(ISlashingCourt.draw, (market, opened)), expected, "no seed");
    }
}
