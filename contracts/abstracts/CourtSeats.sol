// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ICourtSeats} from "../interfaces/ICourtSeats.sol";
import {IProviderRegistry} from "../interfaces/IProviderRegistry.sol";
import {IProviderStaking} from "../interfaces/IProviderStaking.sol";
import {PanelLib} from "../libraries/PanelLib.sol";
import {SeatSampler} from "../libraries/SeatSampler.sol";
import {Case} from "../types/Case.sol";
import {Hearing, Seat} from "../types/Court.sol";
import {CourtSchedule} from "./CourtSchedule.sol";

/// @title CourtSeats
/// @notice See {ICourtSeats}.
abstract contract CourtSeats is CourtSchedule {
    using PanelLib for uint256;
    using SeatSampler for SeatSampler.Sampler;

    /// @dev What a seat locks, in penalty units.
    uint8 private constant SEAT_UNITS = 16;
    /// @dev What one case may charge a seat at most. A seat that is whole serves four cases at a time.
    uint8 private constant CASE_UNITS = 4;
    /// @dev How many seats are looked at for each that is needed, before a draw gives up.
    uint256 private constant LOOKS_PER_SEAT = 16;
    /// @dev A draw passes over one occupied seat for each three that it needs, and gives up at the next. Without a
    /// bound, who fills the others' seats with cases in which its own are a party would have its own left.
    uint256 private constant NEEDED_PER_OCCUPIED = 3;
    /// @dev A panel keeps a place in 32 bits, and needs one value for none.
    uint256 private constant MAX_SEATS = type(uint32).max;

    /// @inheritdoc ICourtSeats
    IProviderRegistry public immutable registry;
    /// @inheritdoc ICourtSeats
    IProviderStaking public immutable staking;

    mapping(address market => mapping(uint256 place => Seat)) private _seats;
    mapping(address market => uint256 count) private _seatCounts;
    mapping(address market => uint32[] places) private _freePlaces;

    /// @param providerStaking Holds the stake of seats, and knows the registry.
    constructor(IProviderStaking providerStaking) {
        staking = providerStaking;
        registry = providerStaking.registry();
    }

    /// @inheritdoc ICourtSeats
    function takeSeat(address market, address juror) external returns (uint256 seat) {
        // Check: the owner, and a market.
        _requireOwner(juror);
        require(market.code.length != 0, CourtSeats_NotMarket(market));

        // Effect, then interaction: the stake stands behind every vote.
        seat = _takePlace(market);
        _seats[market][seat] = Seat({
            juror: juror,
            takenAt: uint40(block.timestamp),
            leftAt: 0,
            units: SEAT_UNITS,
            unitsAtRisk: 0
        });
        emit SeatTaken(market, seat, juror);
        staking.lock(juror, seatCollateral());
    }

    /// @inheritdoc ICourtSeats
    function leaveSeat(address market, uint256 seat) external {
        Seat storage held = _heldSeat(market, seat);
        _requireOwner(held.juror);
        require(held.leftAt == 0, CourtSeats_AlreadyLeft(market, seat, held.leftAt));

        held.leftAt = uint40(block.timestamp);
        emit SeatLeft(market, seat, held.juror, uint40(block.timestamp) + exitSeconds());
    }

    /// @inheritdoc ICourtSeats
    function closeSeat(address market, uint256 seat) external {
        // Check: no case can need it any more.
        Seat memory held = _heldSeat(market, seat);
        uint40 nowAt = uint40(block.timestamp);
        uint40 closableAt = held.leftAt == 0 ? 0 : held.leftAt + exitSeconds();
        require(closableAt != 0 && nowAt >= closableAt, CourtSeats_TooEarly(market, seat, nowAt, closableAt));
        require(held.unitsAtRisk == 0, CourtSeats_OnPanel(market, seat, held.unitsAtRisk));

        // Effect, then interaction: the place is free for another.
        uint128 released = uint128(held.units) * _penaltyUnit;
        delete _seats[market][seat];
        _freePlaces[market].push(uint32(seat));
        emit SeatClosed(market, seat, held.juror, released);
        staking.release(held.juror, released);
    }

    /// @inheritdoc ICourtSeats
    function seatOf(address market, uint256 seat) external view returns (Seat memory) {
        return _seats[market][seat];
    }

    /// @inheritdoc ICourtSeats
    function seatCountOf(address market) public view returns (uint256) {
        return _seatCounts[market];
    }

    /// @inheritdoc ICourtSeats
    function heldSeatCountOf(address market) public view returns (uint256) {
        return _seatCounts[market] - _freePlaces[market].length;
    }

    /// @inheritdoc ICourtSeats
    function seatCollateral() public view returns (uint128) {
        return uint128(SEAT_UNITS) * _penaltyUnit;
    }

    /// @dev Draws seats that were held when the case opened and were not drawn for it before, and puts a case's worth
    /// of each at risk. It looks at every seat of a short list, and at a bounded number of a long one.
    /// @return panel The seats, fewer than needed where the list has no more that can serve, or too many are occupied.
    function _drawSeats(
        address market,
        Case calldata openedCase,
        Hearing storage hearing,
        bytes32 seed,
        uint256 needed
    ) internal returns (uint256 panel) {
        uint256 seatCount = hearing.seatCount;
        uint256 looks = Math.min(seatCount, needed * LOOKS_PER_SEAT);
        SeatSampler.Sampler memory sampler = SeatSampler.begin(uint256(seed), seatCount, looks);
        uint256 taken = hearing.panel;
        uint40 openedAt = hearing.openedAt;
        address owner = registry.ownerOf(openedCase.provider);
        mapping(uint256 place => Seat) storage list = _seats[market];
        uint256 found;
        uint256 passes = needed / NEEDED_PER_OCCUPIED;
        while (found < needed && sampler.drawn < looks) {
            uint256 seat = sampler.next();
            if (taken.has(seat)) continue;
            Seat memory held = list[seat];
            if (!_mayServe(held, openedCase, openedAt, owner)) continue;
            if (held.units - held.unitsAtRisk < CASE_UNITS) {
                if (passes == 0) break;
                --passes;
                continue;
            }
            list[seat].unitsAtRisk += CASE_UNITS;
            panel = panel.add(found++, seat);
        }
    }

    /// @dev Ends a seat's part in a case.
    function _freeSeat(address market, uint256 seat) internal {
        _seats[market][seat].unitsAtRisk -= CASE_UNITS;
    }

    /// @dev Burns what a seat is charged.
    function _chargeSeat(address market, uint256 seat, uint8 units) internal returns (uint128 slashed) {
        Seat storage held = _seats[market][seat];
        held.units -= units;
        slashed = uint128(units) * _penaltyUnit;
        staking.slash(held.juror, slashed, new address[](0), new uint128[](0));
    }

    /// @dev The provider that holds a seat.
    function _jurorAt(address market, uint256 seat) internal view returns (address juror) {
        return _seats[market][seat].juror;
    }

    /// @dev Whether a seat was held when the case opened, can bear what a case may charge, were it free, and belongs to
    /// neither party. Leaving later changes nothing, or a juror could choose its cases by their seed.
    function _mayServe(
        Seat memory seat,
        Case calldata openedCase,
        uint40 openedAt,
        address providerOwner
    ) private view returns (bool) {
        bool wasHeld = seat.takenAt < openedAt && (seat.leftAt == 0 || seat.leftAt >= openedAt);
        // A place that is free has no units at all.
        if (!wasHeld || seat.units < CASE_UNITS) return false;
        // Its owner, not its operators: those a juror could name without asking them, to be excused from a case.
        address owner = registry.ownerOf(seat.juror);
        return owner != providerOwner && owner != openedCase.client;
    }

    /// @dev A free place, and the list's end only where there is none: nobody lengthens a list but by stake that is
    /// locked for all of its places at once.
    function _takePlace(address market) private returns (uint256 place) {
        uint32[] storage free = _freePlaces[market];
        if (free.length == 0) {
            place = _seatCounts[market]++;
            require(place < MAX_SEATS, CourtSeats_ListFull(market, MAX_SEATS));
        } else {
            place = free[free.length - 1];
            free.pop();
        }
    }

    /// @dev Finds a seat that somebody holds.
    function _heldSeat(address market, uint256 seat) private view returns (Seat storage held) {
        held = _seats[market][seat];
        require(held.juror != address(0), CourtSeats_NoSeat(market, seat));
    }

    /// @dev Reverts unless the caller owns the provider, for nobody else moves its stake.
    function _requireOwner(address juror) private view {
        require(registry.ownerOf(juror) == msg.sender, CourtSeats_NotOwner(juror, msg.sender));
    }
}
