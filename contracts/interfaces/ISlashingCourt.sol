// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Case, Ruling} from "../types/Case.sol";
import {IAdjudicator} from "./IAdjudicator.sol";
import {ICourtVotes} from "./ICourtVotes.sol";

/// @title ISlashingCourt
/// @notice An adjudicator of jurors that nobody chose: seats are drawn by the hash of a block that did not exist when
/// the case opened. Jurors compute the job again, commit to their answer and reveal it. More than half of the panel's
/// seats make a ruling; either party may appeal once, to a panel of more than twice the size. Every deadline is fixed
/// when the case opens and lies before the market's. Seats that voted as the final ruling says earn the same fee each;
/// the others lose a part of their stake, which is burned.
interface ISlashingCourt is IAdjudicator, ICourtVotes {
    /// @notice Emitted when a market hands over a case.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    /// @param openedCase What there is to judge.
    /// @param seatCount Length of the market's list: the seats below are those that can be drawn.
    /// @param seedBlock The block whose hash draws the panel.
    event CaseOpened(
        address indexed market,
        bytes32 indexed caseId,
        Case openedCase,
        uint256 seatCount,
        uint40 seedBlock
    );

    /// @notice Emitted for each seat of a panel.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    /// @param juror The provider's id.
    /// @param seat The seat's place on the market's list.
    /// @param place Its place in the panel, from 0.
    /// @param isAppeal Whether it is the panel of the appeal.
    event SeatDrawn(
        address indexed market,
        bytes32 indexed caseId,
        address indexed juror,
        uint256 seat,
        uint256 place,
        bool isAppeal
    );

    /// @notice Emitted when a party does not accept the first ruling.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    /// @param appellant Who paid.
    /// @param fee Base units of the fee token.
    /// @param seedBlock The block whose hash draws the panel of the appeal.
    event RulingAppealed(
        address indexed market,
        bytes32 indexed caseId,
        address indexed appellant,
        uint256 fee,
        uint40 seedBlock
    );

    /// @notice Emitted when a market says, in time, that the client conceded. Every drawn seat is paid: in full if
    /// it committed, else half.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    event CaseConceded(address indexed market, bytes32 indexed caseId);

    /// @notice Emitted when all is settled.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    /// @param ruling The final answer; NONE if there is none.
    /// @param clientFee Base units of the dispute's fee that the client got back.
    /// @param appellantFee Base units of the appeal's fee that the appellant got back.
    /// @param burnedFee Base units of the appeal's fee that nobody has any more, since the appeal decided nothing.
    event CaseFinished(
        address indexed market,
        bytes32 indexed caseId,
        Ruling ruling,
        uint256 clientFee,
        uint256 appellantFee,
        uint256 burnedFee
    );

    /// @notice The case that came along is not the one that was opened.
    error SlashingCourt_CaseMismatch(address market, bytes32 caseId, bytes20 mark, bytes20 opened);

    /// @notice The court is paid in another token.
    error SlashingCourt_TokenMismatch(address token, address feeToken);

    /// @notice The dispute fee must be one seat fee for each seat of the panel.
    error SlashingCourt_FeeMismatch(uint256 fee, uint256 panelFee);

    /// @notice The fee did not come.
    error SlashingCourt_FeeMissing(uint256 fee, uint256 received);

    /// @notice Nobody could be given back what is not spent of the fee.
    error SlashingCourt_NoClient(bytes32 caseId);

    /// @notice The job may run for longer than jurors of this court do.
    error SlashingCourt_RunTooLong(uint32 runLimitSeconds, uint32 longestRunSeconds);

    /// @notice The market would not wait for the ruling.
    error SlashingCourt_RulingTooLate(uint40 rulingUntil, uint40 neededUntil);

    /// @notice The list has too few seats, or too few of them can serve this case, or too many are occupied by others.
    error SlashingCourt_TooFewSeats(address market, uint256 found, uint256 needed);

    /// @notice The block of the seed has not come, or its hash has been forgotten.
    error SlashingCourt_NoSeed(uint256 seedBlock, uint256 blockNumber);

    /// @notice The caller is neither the client nor the provider's owner or operator.
    error SlashingCourt_NotParty(address market, bytes32 caseId, address caller);

    /// @notice Draws the panel whose turn it is, by the hash of the block that the opening (or the appeal) fixed.
    /// Who calls makes no difference; what other cases put at risk or free in between does.
    /// @dev Callable by anyone. Emits {SeatDrawn} for each. Requirements: DRAWING or APPEAL_DRAWING; the block has come
    /// and is one of the last 8,191; enough seats can serve. In the order of the seed, one seat that serves four other
    /// cases already is passed over for each three seats that are needed; the next one ends the draw.
    /// @param market The market.
    /// @param openedCase The case, as in {CaseOpened}.
    function draw(address market, Case calldata openedCase) external;

    /// @notice Asks for a second, larger panel, once.
    /// @dev Callable by the case's client, and by the owner and the operators of its provider. Emits {RulingAppealed}.
    /// Requirements: APPEALABLE; the list is long enough for a second panel; the caller's vault claim and this court's
    /// allowance cover one seat fee for each of its seats.
    /// @param market The market.
    /// @param openedCase The case, as in {CaseOpened}.
    function appeal(address market, Case calldata openedCase) external;

    /// @notice Pays the seats that voted as the final ruling says, charges the others, and frees all of them, whatever
    /// the market made of the ruling.
    /// @dev Callable by anyone. Emits {SeatPaid} or {SeatPenalized} for each seat with a reason, and {CaseFinished}.
    /// Requirements: DECIDED.
    /// @param market The market.
    /// @param openedCase The case, as in {CaseOpened}.
    function finish(address market, Case calldata openedCase) external;
}
