// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CourtRules, Seat} from "../types/Court.sol";
import {IProviderRegistry} from "./IProviderRegistry.sol";
import {IProviderStaking} from "./IProviderStaking.sol";

/// @title ICourtSeats
/// @notice Who judges: places on one list for each market, all alike, each backed by the same stake. A seat says what
/// it serves by its court (machine class, fee, longest run) and by its list (the market). Whoever shows up later,
/// leaves or stays away changes nothing about a case that is open: only seats that were held when it opened are ever
/// drawn, and a seat that was left stays locked for longer than the longest case.
interface ICourtSeats {
    /// @notice Emitted when a provider becomes a juror.
    /// @param market Whose cases the seat serves.
    /// @param seat Its place on the market's list.
    /// @param juror The provider's id.
    event SeatTaken(address indexed market, uint256 indexed seat, address indexed juror);

    /// @notice Emitted when a juror leaves. Cases that are open may still draw the seat.
    /// @param market Whose cases the seat serves.
    /// @param seat Its place on the market's list.
    /// @param juror The provider's id.
    /// @param closableAt Unix time in seconds, the first at which its stake can be released.
    event SeatLeft(address indexed market, uint256 indexed seat, address indexed juror, uint40 closableAt);

    /// @notice Emitted when a seat's stake is free again. Its place can be taken by somebody else.
    /// @param market Whose cases the seat served.
    /// @param seat Its place on the market's list.
    /// @param juror The provider's id.
    /// @param released Base units of the stake token.
    event SeatClosed(address indexed market, uint256 indexed seat, address indexed juror, uint128 released);

    /// @notice The rules contradict each other: the field that is out of bounds, its value, and the bounds.
    error CourtSeats_RuleInvalid(bytes32 field, uint256 value, uint256 minimum, uint256 maximum);

    /// @notice The caller does not own the provider.
    error CourtSeats_NotOwner(address juror, address caller);

    /// @notice A market needs code, or nobody could ever open a case from there.
    error CourtSeats_NotMarket(address market);

    /// @notice The list is full.
    error CourtSeats_ListFull(address market, uint256 maximum);

    /// @notice Nobody holds the seat.
    error CourtSeats_NoSeat(address market, uint256 seat);

    /// @notice The seat was left already.
    error CourtSeats_AlreadyLeft(address market, uint256 seat, uint40 leftAt);

    /// @notice The seat has not been left for long enough, or not at all (zero).
    error CourtSeats_TooEarly(address market, uint256 seat, uint40 nowAt, uint40 closableAt);

    /// @notice A case that the seat was drawn for has not been finished.
    error CourtSeats_OnPanel(address market, uint256 seat, uint8 unitsAtRisk);

    /// @notice Takes a seat, and locks its stake. A provider may take as many as it can back.
    /// @dev Callable by the provider's owner. Emits {SeatTaken}. Requirements: the market has code; the owner allowed
    /// this court to lock that much. Nobody chooses a place, and a list grows only where none of its places is free.
    /// @param market Whose cases it will serve.
    /// @param juror The provider's id.
    /// @return seat The place: the one that became free last, or the one behind the list's end.
    function takeSeat(address market, address juror) external returns (uint256 seat);

    /// @notice Leaves a seat. It is drawn for no case that opens in a later second.
    /// @dev Callable by the owner of the seat's provider. Emits {SeatLeft}. Requirements: held, and not left before.
    /// @param market Whose list it is on.
    /// @param seat Its place.
    function leaveSeat(address market, uint256 seat) external;

    /// @notice Gives back the stake of a seat that was left, less what it was charged.
    /// @dev Callable by anyone. Emits {SeatClosed}. Requirements: left for longer than the longest case; every case
    /// that drew it is finished.
    /// @param market Whose list it is on.
    /// @param seat Its place.
    function closeSeat(address market, uint256 seat) external;

    /// @notice What is stored of a seat.
    function seatOf(address market, uint256 seat) external view returns (Seat memory);

    /// @notice How many places a market's list has, free ones too: the most that were ever held at the same time.
    function seatCountOf(address market) external view returns (uint256);

    /// @notice How many of them are not free: held, or left and not closed.
    function heldSeatCountOf(address market) external view returns (uint256);

    /// @notice What the court serves and how.
    function rules() external view returns (CourtRules memory);

    /// @notice What a seat locks, in base units of the stake token.
    function seatCollateral() external view returns (uint128);

    /// @notice How long a seat stays locked after it was left, in seconds: longer than the longest case.
    function exitSeconds() external view returns (uint40);

    /// @notice Knows providers, their owners, operators and payout addresses.
    function registry() external view returns (IProviderRegistry);

    /// @notice Holds the stake of seats.
    function staking() external view returns (IProviderStaking);
}
