// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtSeats} from "../interfaces/ICourtSeats.sol";
import {Ruling} from "../types/Case.sol";
import {CourtRules, Hearing, Stage} from "../types/Court.sol";

/// @title CourtSchedule
/// @notice What a court's rules make of the time: where a case stands, and what its votes say.
/// @dev Every deadline is the opening's second and sums of rules, so that nothing that anyone does moves one.
abstract contract CourtSchedule is ICourtSeats {
    uint256 private constant MAX_STAGE_SECONDS = 30 days;
    uint256 private constant MAX_DRAW_BLOCKS = 128;
    uint256 private constant MAX_PANEL_SEATS = 3;

    bytes32 private immutable _machineClass;
    address internal immutable _feeToken;
    uint96 internal immutable _seatFee;
    uint96 internal immutable _penaltyUnit;
    uint32 internal immutable _longestRunSeconds;
    uint8 internal immutable _panelSeats;
    uint8 internal immutable _drawBlocks;
    uint32 private immutable _drawSeconds;
    uint32 private immutable _commitSeconds;
    uint32 private immutable _revealSeconds;
    uint32 private immutable _appealSeconds;
    uint32 private immutable _applySeconds;

    /// @param courtRules What both sides of an order agree to by naming this court.
    constructor(CourtRules memory courtRules) {
        _requireWithin("feeToken", uint160(courtRules.feeToken), 1, type(uint160).max);
        _requireWithin("seatFee", courtRules.seatFee, 1, type(uint96).max);
        _requireWithin("penaltyUnit", courtRules.penaltyUnit, 1, type(uint96).max);
        _requireWithin("longestRunSeconds", courtRules.longestRunSeconds, 1, MAX_STAGE_SECONDS);
        _requireWithin("panelSeats", courtRules.panelSeats, 1, MAX_PANEL_SEATS);
        // An even panel could be of two minds.
        _requireWithin("panelSeats", courtRules.panelSeats % 2, 1, 1);
        _requireWithin("drawBlocks", courtRules.drawBlocks, 1, MAX_DRAW_BLOCKS);
        _requireWithin("drawSeconds", courtRules.drawSeconds, 1, MAX_STAGE_SECONDS);
        _requireWithin(
            "commitSeconds",
            courtRules.commitSeconds,
            uint256(courtRules.longestRunSeconds) + 1,
            MAX_STAGE_SECONDS
        );
        _requireWithin("revealSeconds", courtRules.revealSeconds, 1, MAX_STAGE_SECONDS);
        _requireWithin("appealSeconds", courtRules.appealSeconds, 1, MAX_STAGE_SECONDS);
        _requireWithin("applySeconds", courtRules.applySeconds, 1, MAX_STAGE_SECONDS);
        _machineClass = courtRules.machineClass;
        _feeToken = courtRules.feeToken;
        _seatFee = courtRules.seatFee;
        _penaltyUnit = courtRules.penaltyUnit;
        _longestRunSeconds = courtRules.longestRunSeconds;
        _panelSeats = courtRules.panelSeats;
        _drawBlocks = courtRules.drawBlocks;
        _drawSeconds = courtRules.drawSeconds;
        _commitSeconds = courtRules.commitSeconds;
        _revealSeconds = courtRules.revealSeconds;
        _appealSeconds = courtRules.appealSeconds;
        _applySeconds = courtRules.applySeconds;
    }

    /// @inheritdoc ICourtSeats
    function rules() external view returns (CourtRules memory) {
        return
            CourtRules({
                machineClass: _machineClass,
                feeToken: _feeToken,
                seatFee: _seatFee,
                penaltyUnit: _penaltyUnit,
                longestRunSeconds: _longestRunSeconds,
                panelSeats: _panelSeats,
                drawBlocks: _drawBlocks,
                drawSeconds: _drawSeconds,
                commitSeconds: _commitSeconds,
                revealSeconds: _revealSeconds,
                appealSeconds: _appealSeconds,
                applySeconds: _applySeconds
            });
    }

    /// @inheritdoc ICourtSeats
    function exitSeconds() public view returns (uint40) {
        return _caseSeconds() + 1;
    }

    /// @dev The last second of each stage from DRAWING to APPEAL_REVEALING.
    function _deadlines(uint40 openedAt) internal view returns (uint40[7] memory untils) {
        untils[0] = openedAt + _drawSeconds;
        untils[1] = untils[0] + _commitSeconds;
        untils[2] = untils[1] + _revealSeconds;
        untils[3] = untils[2] + _appealSeconds;
        untils[4] = untils[3] + _drawSeconds;
        untils[5] = untils[4] + _commitSeconds;
        untils[6] = untils[5] + _revealSeconds;
    }

    /// @dev Until when a market must wait for a case that opens now.
    function _neededUntil() internal view returns (uint40) {
        return uint40(block.timestamp) + _caseSeconds() + _applySeconds;
    }

    /// @dev How many seats the panel of an appeal has.
    function _appealSeats() internal view returns (uint256) {
        return 2 * uint256(_panelSeats) + 1;
    }

    /// @dev Where a case stands now. A deadline's second belongs to its stage.
    function _stageOf(Hearing storage hearing) internal view returns (Stage) {
        if (hearing.openedAt == 0) return Stage.NONE;
        if (hearing.isFinished) return Stage.FINISHED;
        if (hearing.isConceded) return Stage.DECIDED;
        uint40[7] memory untils = _deadlines(hearing.openedAt);
        uint256 nowAt = block.timestamp;
        if (hearing.panel == 0) return nowAt <= untils[0] ? Stage.DRAWING : Stage.DECIDED;
        if (nowAt <= untils[1]) return Stage.COMMITTING;
        if (nowAt <= untils[2]) return Stage.REVEALING;
        if (_firstRuling(hearing) == Ruling.NONE) return Stage.DECIDED;
        if (hearing.appealedBlock == 0) return nowAt <= untils[3] ? Stage.APPEALABLE : Stage.DECIDED;
        if (hearing.appealPanel == 0) return nowAt <= untils[4] ? Stage.APPEAL_DRAWING : Stage.DECIDED;
        if (nowAt <= untils[5]) return Stage.APPEAL_COMMITTING;
        return nowAt <= untils[6] ? Stage.APPEAL_REVEALING : Stage.DECIDED;
    }

    /// @dev What the first panel's votes say.
    function _firstRuling(Hearing storage hearing) internal view returns (Ruling) {
        return _majority(hearing.rightVotes, hearing.wrongVotes, _panelSeats);
    }

    /// @dev What the votes of the appeal's panel say; NONE without one.
    function _appealRuling(Hearing storage hearing) internal view returns (Ruling) {
        return _majority(hearing.appealRightVotes, hearing.appealWrongVotes, _appealSeats());
    }

    /// @dev What all votes together say: an appeal that decides nothing leaves the first ruling standing. No vote of a
    /// case that was conceded was ever revealed.
    function _finalRuling(Hearing storage hearing) internal view returns (Ruling ruling) {
        ruling = _appealRuling(hearing);
        if (ruling == Ruling.NONE) ruling = _firstRuling(hearing);
    }

    /// @dev From a case's opening to the end of its last stage.
    function _caseSeconds() private view returns (uint40) {
        return _deadlines(0)[6];
    }

    /// @dev More than half of a panel's seats, not of those that voted.
    function _majority(uint256 rightVotes, uint256 wrongVotes, uint256 seats) private pure returns (Ruling) {
        if (rightVotes > seats / 2) return Ruling.PROVIDER_RIGHT;
        return wrongVotes > seats / 2 ? Ruling.PROVIDER_WRONG : Ruling.NONE;
    }

    /// @dev Reverts unless a rule lies within its bounds.
    function _requireWithin(bytes32 field, uint256 value, uint256 minimum, uint256 maximum) private pure {
        require(value >= minimum && value <= maximum, CourtSeats_RuleInvalid(field, value, minimum, maximum));
    }
}
