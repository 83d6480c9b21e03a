// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtVotes} from "../interfaces/ICourtVotes.sol";
import {PanelLib} from "../libraries/PanelLib.sol";
import {Ruling} from "../types/Case.sol";
import {Fault, Hearing, Stage} from "../types/Court.sol";
import {CourtSeats} from "./CourtSeats.sol";
import {VaultHolder} from "./VaultHolder.sol";

/// @title CourtVotes
/// @notice See {ICourtVotes}.
abstract contract CourtVotes is ICourtVotes, CourtSeats, VaultHolder {
    using PanelLib for uint256;

    /// @dev A commitment is larger than any answer, which takes its place once it is revealed.
    bytes32 private constant LAST_ANSWER = bytes32(uint256(Ruling.PROVIDER_WRONG));

    mapping(address market => mapping(bytes32 caseId => Hearing)) internal _hearings;
    mapping(address market => mapping(bytes32 caseId => mapping(uint256 seat => bytes32 vote))) private _votes;

    /// @inheritdoc ICourtVotes
    function commit(address market, bytes32 caseId, uint256 place, bytes32 commitment) external {
        // Check: a juror of the panel whose turn it is, once.
        (, uint256 seat, ) = _seatInTurn(market, caseId, place, Stage.COMMITTING, Stage.APPEAL_COMMITTING);
        address juror = _jurorAt(market, seat);
        require(registry.canOperate(juror, msg.sender), CourtVotes_NotJuror(juror, msg.sender));
        bytes32 vote = _votes[market][caseId][seat];
        require(vote == 0, CourtVotes_AlreadyCommitted(seat, vote));
        require(commitment > LAST_ANSWER, CourtVotes_CommitmentInvalid(commitment));

        // Effect: the seat is bound to an answer that nobody else knows.
        _votes[market][caseId][seat] = commitment;
        emit VoteCommitted(market, caseId, seat, commitment);
    }

    /// @inheritdoc ICourtVotes
    function reveal(address market, bytes32 caseId, uint256 place, bool providerRight, bytes32 salt) external {
        // Check: what the seat committed to, in its time.
        (Hearing storage hearing, uint256 seat, bool isAppeal) = _seatInTurn(
            market,
            caseId,
            place,
            Stage.REVEALING,
            Stage.APPEAL_REVEALING
        );
        bytes32 hash = commitmentOf(market, caseId, seat, providerRight, salt);
        bytes32 vote = _votes[market][caseId][seat];
        require(vote == hash, CourtVotes_VoteMismatch(seat, hash, vote));

        // Effect: it counts.
        _votes[market][caseId][seat] = _answer(providerRight ? Ruling.PROVIDER_RIGHT : Ruling.PROVIDER_WRONG);
        if (isAppeal) {
            if (providerRight) ++hearing.appealRightVotes;
            else ++hearing.appealWrongVotes;
        } else {
            if (providerRight) ++hearing.rightVotes;
            else ++hearing.wrongVotes;
        }
        emit VoteRevealed(market, caseId, seat, providerRight);
    }

    /// @inheritdoc ICourtVotes
    function stageOf(address market, bytes32 caseId) external view returns (Stage) {
        return _stageOf(_hearings[market][caseId]);
    }

    /// @inheritdoc ICourtVotes
    function hearingOf(address market, bytes32 caseId) external view returns (Hearing memory) {
        return _hearings[market][caseId];
    }

    /// @inheritdoc ICourtVotes
    function panelOf(address market, bytes32 caseId, bool isAppeal) external view returns (uint256[] memory seats) {
        uint256 panel = _panelOf(_hearings[market][caseId], isAppeal);
        seats = new uint256[](panel.size());
        for (uint256 place; place < seats.length; ++place) seats[place] = panel.seatAt(place);
    }

    /// @inheritdoc ICourtVotes
    function voteOf(address market, bytes32 caseId, uint256 seat) external view returns (bytes32) {
        return _votes[market][caseId][seat];
    }

    /// @inheritdoc ICourtVotes
    function deadlinesOf(address market, bytes32 caseId) external view returns (uint40[7] memory untils) {
        uint40 openedAt = _hearings[market][caseId].openedAt;
        if (openedAt != 0) untils = _deadlines(openedAt);
    }

    /// @inheritdoc ICourtVotes
    function commitmentOf(
        address market,
        bytes32 caseId,
        uint256 seat,
        bool providerRight,
        bytes32 salt
    ) public view returns (bytes32) {
        return keccak256(abi.encode(address(this), market, caseId, seat, providerRight, salt));
    }

    /// @dev Pays and charges the seats of a panel as the final ruling says, and frees them.
    /// @param isConceded Whether every seat is paid: in full if it committed, else half, for what it kept free.
    /// @return paid Base units of the fee token that they got.
    function _settle(
        address market,
        bytes32 caseId,
        uint256 panel,
        Ruling ruling,
        bool isConceded
    ) internal returns (uint256 paid) {
        uint256 seats = panel.size();
        for (uint256 place; place < seats; ++place) {
            uint256 seat = panel.seatAt(place);
            bytes32 vote = _votes[market][caseId][seat];
            delete _votes[market][caseId][seat];
            address juror = _jurorAt(market, seat);
            bool isPaid = isConceded || (ruling != Ruling.NONE && vote == _answer(ruling));
            Fault fault = isPaid ? Fault.NONE : _faultOf(vote, ruling);
            _freeSeat(market, seat);
            if (fault != Fault.NONE) {
                uint128 slashed = _chargeSeat(market, seat, _unitsOf(fault));
                emit SeatPenalized(market, caseId, juror, seat, fault, slashed);
            }
            if (!isPaid) continue;
            address payout = registry.payoutOf(juror);
            uint256 fee = vote == 0 ? _seatFee / 2 : _seatFee;
            paid += fee;
            emit SeatPaid(market, caseId, juror, seat, payout, fee);
            _pay(payout, _feeToken, fee);
        }
    }

    /// @dev The only gate: finds a case, and reverts unless it is at the stage that the call needs.
    function _at(address market, bytes32 caseId, Stage needed) internal view returns (Hearing storage hearing) {
        (hearing, ) = _atEither(market, caseId, needed, needed);
    }

    /// @dev The same, for a call that belongs to two stages.
    function _atEither(
        address market,
        bytes32 caseId,
        Stage first,
        Stage second
    ) internal view returns (Hearing storage hearing, bool isSecond) {
        hearing = _hearings[market][caseId];
        Stage current = _stageOf(hearing);
        isSecond = current == second;
        uint256 allowed = (1 << uint8(first)) | (1 << uint8(second));
        require(isSecond || current == first, CourtVotes_UnexpectedStage(market, caseId, current, allowed));
    }

    /// @dev The seat at a place of the panel whose turn it is.
    function _seatInTurn(
        address market,
        bytes32 caseId,
        uint256 place,
        Stage first,
        Stage second
    ) private view returns (Hearing storage hearing, uint256 seat, bool isAppeal) {
        (hearing, isAppeal) = _atEither(market, caseId, first, second);
        uint256 panel = _panelOf(hearing, isAppeal);
        uint256 seats = panel.size();
        require(place < seats, CourtVotes_NoPlace(place, seats));
        seat = panel.seatAt(place);
    }

    /// @dev One of a case's two panels, packed.
    function _panelOf(Hearing storage hearing, bool isAppeal) private view returns (uint256) {
        return isAppeal ? hearing.appealPanel : hearing.panel;
    }

    /// @dev What a seat that earned nothing did wrong. Where there is no ruling, nobody voted against it.
    function _faultOf(bytes32 vote, Ruling ruling) private pure returns (Fault) {
        if (vote == 0) return Fault.SILENT;
        if (vote > LAST_ANSWER) return Fault.UNREVEALED;
        return ruling == Ruling.NONE ? Fault.NONE : Fault.INCOHERENT;
    }

    /// @dev What a fault costs: one, two or four units.
    function _unitsOf(Fault fault) private pure returns (uint8) {
        return uint8(1 << (uint8(fault) - 1));
    }

    /// @dev An answer, as it stands where the commitment stood.
    function _answer(Ruling ruling) private pure returns (bytes32) {
        return bytes32(uint256(ruling));
    }
}
