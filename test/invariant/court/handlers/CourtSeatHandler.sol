// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtSeats} from "../../../../contracts/interfaces/ICourtSeats.sol";
import {GhostSeat} from "../CourtBook.sol";
import {CourtStore} from "../CourtStore.sol";
import {CourtWorld} from "../CourtWorld.sol";
import {CourtHandler} from "./CourtHandler.sol";

/// @title CourtSeatHandler
/// @notice Jurors come, leave, and take their stake back; and calls on seats that must be refused.
contract CourtSeatHandler is CourtHandler {
    uint256 private constant MOST_SEATS = 18;
    uint256 private constant EXIT_SECONDS = 1_741;

    constructor(
        CourtStore store,
        CourtWorld world
    )
        CourtHandler(
            store,
            world,
            "court.takeSeat court.leaveSeat court.closeSeat court.attack.takeSeat court.attack.leaveSeat "
            "court.attack.closeSeat",
            "court.seat.free court.seat.atEnd court.seat.drawnLeft court.seat.closedLess court.seat.closedWhole "
            "court.seat.early court.seat.onPanel"
        )
    {}

    function takeSeat(uint256 seed) external move {
        address market = _market(seed);
        bool isFree = store.freePlacesOf(market) != 0;
        if (!isFree && store.seatCountOf(market) == MOST_SEATS) return;
        address juror = _juror(seed);
        bytes memory call = abi.encodeCall(ICourtSeats.takeSeat, (market, juror));
        if (!_act("court.takeSeat", world.ownerOf(juror), address(court), call)) return;
        store.noteTaken(market, juror);
        store.reach(isFree ? bytes32("court.seat.free") : bytes32("court.seat.atEnd"));
    }

    function leaveSeat(uint256 seed) external move {
        // Too few would stay, for cases that need ten of them.
        if (seed % 2 == 0) return;
        address market = _market(seed);
        (bool found, uint256 seat, GhostSeat memory held) = _leave(market, seed);
        if (!found) return;
        bytes memory call = abi.encodeCall(ICourtSeats.leaveSeat, (market, seat));
        bytes memory reason = abi.encodeWithSelector(
            ICourtSeats.CourtSeats_AlreadyLeft.selector,
            market,
            seat,
            block.timestamp
        );
        _refuse("court.attack.leaveSeat", world.ownerOf(held.juror), address(court), call, reason);
    }

    function closeSeat(uint256 seed) external move {
        address market = _market(seed);
        (bool found, uint256 seat, GhostSeat memory held) = _findSeat(market, true, seed);
        if (!found) (found, seat, held) = _leave(market, seed);
        if (!found) return;
        uint256 closableAt = held.leftAt + EXIT_SECONDS;
        bytes memory call = abi.encodeCall(ICourtSeats.closeSeat, (market, seat));
        if (block.timestamp < closableAt && seed % 4 != 0) {
            if (seed % 4 == 1) _passTo(closableAt - 1);
            _refuse("court.attack.closeSeat", _person(seed), address(court), call, _tooEarly(market, seat, closableAt));
            store.reach("court.seat.early");
        }
        _passTo(closableAt);
        if (held.atRisk != 0) {
            bytes memory reason = abi.encodeWithSelector(
                ICourtSeats.CourtSeats_OnPanel.selector,
                market,
                seat,
                held.atRisk
            );
            _refuse("court.attack.closeSeat", _person(seed), address(court), call, reason);
            return store.reach("court.seat.onPanel");
        }
        if (!_act("court.closeSeat", _person(seed), address(court), call)) return;
        store.noteSeatClosed(market, seat);
        store.reach(held.units == 16 ? bytes32("court.seat.closedWhole") : bytes32("court.seat.closedLess"));
    }

    /// @notice By somebody else, on the list of nobody; a seat that was not left.
    function attackSeat(uint256 seed) external move {
        address market = _market(seed);
        (bool found, uint256 seat, GhostSeat memory held) = _findSeat(market, false, seed);
        if (!found) return;
        _attackTake(held.juror);
        address other = world.strangerOne();
        bytes memory reason = abi.encodeWithSelector(ICourtSeats.CourtSeats_NotOwner.selector, held.juror, other);
        bytes memory call = abi.encodeCall(ICourtSeats.takeSeat, (market, held.juror));
        _refuse("court.attack.takeSeat", other, address(court), call, reason);
        call = abi.encodeCall(ICourtSeats.leaveSeat, (market, seat));
        _refuse("court.attack.leaveSeat", other, address(court), call, reason);
        call = abi.encodeCall(ICourtSeats.closeSeat, (market, seat));
        _refuse("court.attack.closeSeat", other, address(court), call, _tooEarly(market, seat, 0));
        seat = store.seatCountOf(market);
        call = abi.encodeCall(ICourtSeats.closeSeat, (market, seat));
        reason = abi.encodeWithSelector(ICourtSeats.CourtSeats_NoSeat.selector, market, seat);
        _refuse("court.attack.closeSeat", other, address(court), call, reason);
    }

    function _attackTake(address juror) private {
        address itsOwner = world.ownerOf(juror);
        bytes memory call = abi.encodeCall(ICourtSeats.takeSeat, (itsOwner, juror));
        bytes memory reason = abi.encodeWithSelector(ICourtSeats.CourtSeats_NotMarket.selector, itsOwner);
        _refuse("court.attack.takeSeat", itsOwner, address(court), call, reason);
    }

    function _leave(address market, uint256 seed) private returns (bool found, uint256 seat, GhostSeat memory held) {
        (found, seat, held) = _findSeat(market, false, seed);
        if (!found) return (false, seat, held);
        bytes memory call = abi.encodeCall(ICourtSeats.leaveSeat, (market, seat));
        found = _act("court.leaveSeat", world.ownerOf(held.juror), address(court), call);
        if (!found) return (false, seat, held);
        store.noteLeft(market, seat);
        held = store.seatOf(market, seat);
        if (held.atRisk != 0) store.reach("court.seat.drawnLeft");
    }

    function _market(uint256 seed) private view returns (address) {
        return _random(seed, "market") % 4 == 0 ? sham : address(escrow);
    }

    function _juror(uint256 seed) private view returns (address) {
        address[] memory jurors = world.jurors();
        return jurors[_random(seed, "juror") % jurors.length];
    }

    function _findSeat(
        address market,
        bool left,
        uint256 seed
    ) private view returns (bool found, uint256 seat, GhostSeat memory held) {
        uint256 count = store.seatCountOf(market);
        uint256 first = _random(seed, "seat") % (count + 1);
        uint256 spare;
        for (uint256 i; i < count; ++i) {
            seat = (first + i) % count;
            held = store.seatOf(market, seat);
            if (held.juror == address(0) || (held.leftAt != 0) != left) continue;
            // Half of the times one that lost something, if there is one.
            if (seed % 2 == 1 && held.units == 16 && i + 1 < count) (found, spare) = (true, seat);
            else return (true, seat, held);
        }
        if (found) (seat, held) = (spare, store.seatOf(market, spare));
    }

    function _tooEarly(address market, uint256 seat, uint256 closableAt) private view returns (bytes memory) {
        return
            abi.encodeWithSelector(ICourtSeats.CourtSeats_TooEarly.selector, market, seat, block.timestamp, closableAt);
    }
}
