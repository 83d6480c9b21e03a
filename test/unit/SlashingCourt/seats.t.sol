// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtSeats} from "../../../contracts/interfaces/ICourtSeats.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {Case} from "../../../contracts/types/Case.sol";
import {Seat, Stage} from "../../../contracts/types/Court.sol";
import {CourtErrors} from "../../utils/CourtErrors.sol";
import {CourtStages} from "../../utils/CourtStages.sol";
import {vm} from "../../utils/Vm.sol";

contract SlashingCourtSeatsTest is CourtStages {
    uint40 private constant EXIT_SECONDS = CASE_SECONDS + 1;

    address private _juror;

    function setUp() public {
        setUpCourt();
        _juror = richJuror(0, 4);
    }

    function testFuzz_When_ASeatIsTaken(uint32 wait) public {
        vm.warp(block.timestamp + wait);
        expectEvent(address(court));
        emit ICourtSeats.SeatTaken(market, JURORS, _juror);
        assertEq(takeSeat(market, _juror), JURORS, "its place");

        _requireSeat(JURORS, Seat(_juror, uint40(block.timestamp), 0, 16, 0));
        assertEq(court.seatCountOf(market), JURORS + 1, "length of the list");
        assertEq(court.seatCountOf(otherMarket), 0, "another market's list");
        _requireLocked(_juror, 1);
    }

    /// @dev As many as there is stake for, one lock each, on whatever lists.
    function testFuzz_When_AJurorTakesMany(uint256 here) public {
        here = bound(here, 0, 4);
        takeSeats(market, _juror, here);
        takeSeats(otherMarket, _juror, 4 - here);
        assertEq(court.seatCountOf(market), JURORS + here, "length of the list");
        assertEq(court.seatCountOf(otherMarket), 4 - here, "length of the other list");
        _requireLocked(_juror, 4);
        uint128 needed = 5 * SEAT_COLLATERAL;
        bytes memory expected = abi.encodeWithSelector(
            IProviderStaking.ProviderStaking_LimitExceeded.selector,
            _juror,
            court,
            needed,
            4 * SEAT_COLLATERAL
        );
        requireRevert(_juror, _takeCall(_juror), expected, "a fifth");
    }

    function testFuzz_RevertWhen_TheCallerIsNotTheOwner(address caller, address juror) public {
        vm.assume(caller != _juror && caller != juror && caller != address(0));
        requireRevert(caller, _takeCall(_juror), CourtErrors.notOwner(_juror, caller), "take");
        address key = keyOf(FIRST_RICH_JUROR);
        requireRevert(key, _takeCall(_juror), CourtErrors.notOwner(_juror, key), "take by an operator");
        bytes memory leaving = abi.encodeCall(ICourtSeats.leaveSeat, (market, JURORS));
        takeSeat(market, _juror);
        requireRevert(caller, leaving, CourtErrors.notOwner(_juror, caller), "leave");
        requireRevert(key, leaving, CourtErrors.notOwner(_juror, key), "leave by an operator");
        if (registry.ownerOf(juror) != address(0)) return;
        requireRevert(caller, _takeCall(juror), CourtErrors.notOwner(juror, caller), "no juror");
    }

    /// @dev A provider's id may outlive its first owner.
    function test_When_TheJurorHasAnotherOwner() public {
        vm.prank(_juror);
        registry.offerOwnership(_juror, stranger);
        vm.prank(stranger);
        registry.acceptOwnership(_juror);
        requireRevert(_juror, _takeCall(_juror), CourtErrors.notOwner(_juror, _juror), "the first owner");
        vm.startPrank(stranger);
        court.takeSeat(market, _juror);
        expectEvent(address(court));
        emit ICourtSeats.SeatLeft(market, JURORS, _juror, uint40(block.timestamp) + EXIT_SECONDS);
        court.leaveSeat(market, JURORS);
        vm.stopPrank();
        _requireLocked(_juror, 1);
    }

    function testFuzz_RevertWhen_TheMarketHasNoCode(address noMarket) public {
        vm.assume(noMarket.code.length == 0);
        bytes memory input = abi.encodeCall(ICourtSeats.takeSeat, (noMarket, _juror));
        requireRevert(_juror, input, CourtErrors.notMarket(noMarket), "no code");
    }

    /// @dev A seat that was left keeps its place until it is closed.
    function testFuzz_When_ASeatWasOnlyLeft(uint256 seat, uint32 wait) public {
        seat = bound(seat, 0, JURORS - 1);
        leaveSeat(market, seat);
        vm.warp(block.timestamp + wait);
        assertEq(takeSeat(market, _juror), JURORS, "behind the list's end");
        assertEq(court.seatOf(market, seat).juror, jurorAt(seat), "the one that left");
        _requireHeld(JURORS + 1);
    }

    /// @dev The list is as long as the most that were ever held at the same time: the place that became free last is
    /// taken first, and the one behind the end when there is no other.
    function testFuzz_When_SeveralPlacesAreFree(uint256 from, uint256 end) public {
        end = bound(end, 1, JURORS);
        from = bound(from, end > 4 ? end - 4 : 0, end - 1);
        freePlaces(market, from, end);
        _requireHeld(JURORS - (end - from));
        address juror = richJuror(1, 5);
        for (uint256 place = end; place > from; --place) {
            assertEq(takeSeat(market, juror), place - 1, "the one that became free last");
            assertEq(court.seatCountOf(market), JURORS, "length of the list");
        }
        _requireHeld(JURORS);
        assertEq(takeSeat(market, juror), JURORS, "behind the list's end");
        _requireHeld(JURORS + 1);
    }

    /// @dev Places of one market's list are none of another's.
    function test_When_APlaceOfAnotherListIsFree() public {
        freePlaces(market, 3, 4);
        assertEq(takeSeat(otherMarket, _juror), 0, "the other list's first");
        assertEq(court.heldSeatCountOf(otherMarket), 1, "held there");
        assertEq(takeSeat(market, _juror), 3, "the free one");
    }

    function test_RevertWhen_TheListIsFull() public {
        uint256 most = type(uint32).max;
        vm.store(address(court), _lengthSlot(), bytes32(most));
        assertEq(court.seatCountOf(market), most, "fixture: length of the list");
        bytes memory expected = abi.encodeWithSelector(ICourtSeats.CourtSeats_ListFull.selector, market, most);
        requireRevert(_juror, _takeCall(_juror), expected, "full");
        vm.store(address(court), _lengthSlot(), bytes32(most - 1));
        takeSeat(market, _juror);
        assertEq(court.seatOf(market, most - 1).juror, _juror, "the last place");
        requireRevert(_juror, _takeCall(_juror), expected, "full again");
        freePlaces(market, 0, 1);
        assertEq(takeSeat(market, _juror), 0, "a free place is left");
    }

    function testFuzz_When_ASeatIsLeft(uint256 seat, uint32 wait) public {
        seat = bound(seat, 0, JURORS - 1);
        uint40 takenAt = court.seatOf(market, seat).takenAt;
        vm.warp(block.timestamp + wait);
        uint40 nowAt = uint40(block.timestamp);
        expectEvent(address(court));
        emit ICourtSeats.SeatLeft(market, seat, jurorAt(seat), nowAt + EXIT_SECONDS);
        leaveSeat(market, seat);

        _requireSeat(seat, Seat(jurorAt(seat), takenAt, nowAt, 16, 0));
        _requireLocked(jurorAt(seat), 1);
        vm.warp(nowAt + wait);
        bytes memory expected = CourtErrors.alreadyLeft(market, seat, nowAt);
        bytes memory input = abi.encodeCall(ICourtSeats.leaveSeat, (market, seat));
        requireRevert(jurorAt(seat), input, expected, "twice");
    }

    /// @dev Whoever calls, from the first second on, the stake is the juror's again and the place free.
    function testFuzz_When_ASeatIsClosed(uint256 seat, address caller, uint32 wait) public {
        seat = bound(seat, 0, JURORS - 1);
        leaveSeat(market, seat);
        vm.warp(block.timestamp + EXIT_SECONDS + wait);
        expectEvent(address(court));
        emit ICourtSeats.SeatClosed(market, seat, jurorAt(seat), SEAT_COLLATERAL);
        vm.prank(caller);
        court.closeSeat(market, seat);

        _requireSeat(seat, Seat(address(0), 0, 0, 0, 0));
        _requireLocked(jurorAt(seat), 0);
        assertEq(court.seatCountOf(market), JURORS, "length of the list");
        _requireHeld(JURORS - 1);
    }

    function testFuzz_RevertWhen_TheSeatWasNotLeftForLongEnough(address caller, uint256 wait) public {
        bytes memory input = abi.encodeCall(ICourtSeats.closeSeat, (market, 0));
        requireRevert(caller, input, CourtErrors.tooEarly(market, 0, block.timestamp, 0), "not left");
        leaveSeat(market, 0);
        uint256 closableAt = block.timestamp + EXIT_SECONDS;
        vm.warp(bound(wait, block.timestamp, closableAt - 1));
        requireRevert(caller, input, CourtErrors.tooEarly(market, 0, block.timestamp, closableAt), "too early");
        vm.warp(closableAt - 1);
        requireRevert(caller, input, CourtErrors.tooEarly(market, 0, closableAt - 1, closableAt), "a second early");
        vm.warp(closableAt);
        court.closeSeat(market, 0);
    }

    /// @dev A seat that is held is never closed, however long it is.
    function testFuzz_RevertWhen_TheSeatIsStillHeld(uint32 wait) public {
        vm.warp(block.timestamp + EXIT_SECONDS + wait);
        bytes memory input = abi.encodeCall(ICourtSeats.closeSeat, (market, 0));
        requireRevert(stranger, input, CourtErrors.tooEarly(market, 0, block.timestamp, 0), "held");
    }

    /// @dev The last case that could draw the seat is over by then, but somebody must have finished it.
    function testFuzz_RevertWhen_ACaseIsNotFinished(uint256 place, uint32 wait) public {
        Case memory opened = openCase(market, CASE);
        for (uint256 i; i < JURORS; ++i) leaveSeat(market, i);
        draw(opened);
        uint256 seat = court.panelOf(market, CASE, false)[bound(place, 0, PANEL - 1)];
        vm.warp(block.timestamp + EXIT_SECONDS + wait);
        requireStage(CASE, Stage.DECIDED, "over");
        bytes memory input = abi.encodeCall(ICourtSeats.closeSeat, (market, seat));
        requireRevert(stranger, input, CourtErrors.onPanel(market, seat, 4), "on a panel");

        // It stayed silent: two units less come back.
        court.finish(market, opened);
        expectEvent(address(court));
        emit ICourtSeats.SeatClosed(market, seat, jurorAt(seat), SEAT_COLLATERAL - 2 * uint128(UNIT));
        court.closeSeat(market, seat);
        _requireLocked(jurorAt(seat), 0);
        assertEq(staking.committedOf(jurorAt(seat)), SEAT_COLLATERAL - 2 * uint256(UNIT), "stake of the juror");
    }

    function testFuzz_When_AFreePlaceIsTakenAgain(uint256 seat, uint32 wait) public {
        seat = bound(seat, 0, JURORS - 1);
        leaveSeat(market, seat);
        vm.warp(block.timestamp + EXIT_SECONDS);
        court.closeSeat(market, seat);
        vm.warp(block.timestamp + wait);
        expectEvent(address(court));
        emit ICourtSeats.SeatTaken(market, seat, _juror);
        assertEq(takeSeat(market, _juror), seat, "its place");
        _requireSeat(seat, Seat(_juror, uint40(block.timestamp), 0, 16, 0));
        assertEq(court.seatCountOf(market), JURORS, "length of the list");
        _requireLocked(_juror, 1);
    }

    function testFuzz_RevertWhen_NobodyHoldsTheSeat(address caller, uint256 seat) public {
        seat = bound(seat, JURORS, type(uint256).max);
        requireRevert(
            caller,
            abi.encodeCall(ICourtSeats.leaveSeat, (market, seat)),
            CourtErrors.noSeat(market, seat),
            "leave"
        );
        requireRevert(
            caller,
            abi.encodeCall(ICourtSeats.closeSeat, (market, seat)),
            CourtErrors.noSeat(market, seat),
            "close"
        );
        _requireSeat(seat, Seat(address(0), 0, 0, 0, 0));
        leaveSeat(market, 0);
        vm.warp(block.timestamp + EXIT_SECONDS);
        court.closeSeat(market, 0);
        requireRevert(
            jurorAt(0),
            abi.encodeCall(ICourtSeats.leaveSeat, (market, 0)),
            CourtErrors.noSeat(market, 0),
            "left again"
        );
        requireRevert(
            caller,
            abi.encodeCall(ICourtSeats.closeSeat, (market, 0)),
            CourtErrors.noSeat(market, 0),
            "closed again"
        );
    }

    function _takeCall(address juror) private view returns (bytes memory) {
        return abi.encodeCall(ICourtSeats.takeSeat, (market, juror));
    }

    function _requireHeld(uint256 seats) private view {
        assertEq(court.heldSeatCountOf(market), seats, "held seats");
    }

    function _requireSeat(uint256 seat, Seat memory expected) private view {
        assertEq(abi.encode(court.seatOf(market, seat)), abi.encode(expected), "seat");
    }

    function _requireLocked(address juror, uint256 seats) private view {
        (, , uint128 locked) = staking.authorizationOf(juror, address(court));
        assertEq(locked, seats * SEAT_COLLATERAL, "locked stake");
    }

    /// @dev Where the length of the market's list stands: the court's second mapping.
    function _lengthSlot() private view returns (bytes32) {
        return keccak256(abi.encode(market, uint256(1)));
    }
}
