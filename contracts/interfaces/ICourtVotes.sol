// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Fault, Hearing, Stage} from "../types/Court.sol";
import {ICourtSeats} from "./ICourtSeats.sol";
import {IVaultHolder} from "./IVaultHolder.sol";

/// @title ICourtVotes
/// @notice What the jurors of a panel do: each commits to an answer in secret, and reveals it when no commitment can be
/// made any more. A vote is bound to its seat, so that another's commitment is of no use to anybody.
interface ICourtVotes is ICourtSeats, IVaultHolder {
    /// @notice Emitted when a juror has decided, in secret.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    /// @param seat The seat.
    /// @param commitment Hash of the vote.
    event VoteCommitted(address indexed market, bytes32 indexed caseId, uint256 indexed seat, bytes32 commitment);

    /// @notice Emitted when a juror says what it decided.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    /// @param seat The seat.
    /// @param providerRight Its answer.
    event VoteRevealed(address indexed market, bytes32 indexed caseId, uint256 indexed seat, bool providerRight);

    /// @notice Emitted for each seat that earned its fee, or half of it.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    /// @param juror The provider's id.
    /// @param seat The seat.
    /// @param payout Whose claim in the vault rose.
    /// @param fee Base units of the fee token.
    event SeatPaid(
        address indexed market,
        bytes32 indexed caseId,
        address indexed juror,
        uint256 seat,
        address payout,
        uint256 fee
    );

    /// @notice Emitted for each seat that lost stake. All of it is burned.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    /// @param juror The provider's id.
    /// @param seat The seat.
    /// @param fault What for.
    /// @param slashed Base units of the stake token.
    event SeatPenalized(
        address indexed market,
        bytes32 indexed caseId,
        address indexed juror,
        uint256 seat,
        Fault fault,
        uint128 slashed
    );

    /// @notice The case is at another stage than the call needs.
    /// @param market Who opened the case.
    /// @param caseId Its id at the market; one that the market never opened is at stage NONE.
    /// @param current The case's stage.
    /// @param allowed The stages that the call needs, as a bitmap: bit n stands for the stage of value n.
    error CourtVotes_UnexpectedStage(address market, bytes32 caseId, Stage current, uint256 allowed);

    /// @notice The panel has no such place.
    error CourtVotes_NoPlace(uint256 place, uint256 panelSeats);

    /// @notice The caller is neither the owner nor an operator of the seat's provider.
    error CourtVotes_NotJuror(address juror, address caller);

    /// @notice The seat has committed already.
    error CourtVotes_AlreadyCommitted(uint256 seat, bytes32 commitment);

    /// @notice A commitment must be a hash.
    error CourtVotes_CommitmentInvalid(bytes32 commitment);

    /// @notice The vote is not the one that the seat committed to; zero where it did not, one or two where it has
    /// revealed already.
    error CourtVotes_VoteMismatch(uint256 seat, bytes32 hash, bytes32 committed);

    /// @notice Commits a drawn seat to its answer.
    /// @dev Callable by the owner and the operators of the seat's provider. Emits {VoteCommitted}. Requirements:
    /// COMMITTING or APPEAL_COMMITTING; not done before.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    /// @param place The seat's place in the panel whose turn it is.
    /// @param commitment {commitmentOf} the answer.
    function commit(address market, bytes32 caseId, uint256 place, bytes32 commitment) external;

    /// @notice Says what a seat committed to.
    /// @dev Callable by anyone who knows it. Emits {VoteRevealed}. Requirements: REVEALING or APPEAL_REVEALING; it is
    /// what the seat committed to, and not revealed before.
    /// @param market The market.
    /// @param caseId The market's name for the case.
    /// @param place The seat's place in the panel whose turn it is.
    /// @param providerRight The answer.
    /// @param salt What kept it secret.
    function reveal(address market, bytes32 caseId, uint256 place, bool providerRight, bytes32 salt) external;

    /// @notice Where a case stands.
    function stageOf(address market, bytes32 caseId) external view returns (Stage);

    /// @notice What is stored of a case.
    function hearingOf(address market, bytes32 caseId) external view returns (Hearing memory);

    /// @notice The seats of a panel, in the order of their places; empty until it is drawn and once it is settled.
    function panelOf(address market, bytes32 caseId, bool isAppeal) external view returns (uint256[] memory seats);

    /// @notice What a seat did in a case: zero for nothing, a {Ruling} for a revealed vote, else its commitment. Zero
    /// as well once the case is finished.
    function voteOf(address market, bytes32 caseId, uint256 seat) external view returns (bytes32);

    /// @notice The last second of each stage of a case, in the order of {Stage}: of DRAWING, COMMITTING, REVEALING,
    /// APPEALABLE, APPEAL_DRAWING, APPEAL_COMMITTING and APPEAL_REVEALING. Unix times in seconds.
    function deadlinesOf(address market, bytes32 caseId) external view returns (uint40[7] memory);

    /// @notice The hash that a seat commits to.
    /// @dev Shape: `keccak256(abi.encode(court, market, caseId, seat, providerRight, salt))`. The seat is in it, so
    /// that nobody gains by copying another's commitment.
    function commitmentOf(
        address market,
        bytes32 caseId,
        uint256 seat,
        bool providerRight,
        bytes32 salt
    ) external view returns (bytes32);
}
