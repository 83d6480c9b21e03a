// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtSeats} from "../../contracts/interfaces/ICourtSeats.sol";
import {ICourtVotes} from "../../contracts/interfaces/ICourtVotes.sol";
import {ISlashingCourt} from "../../contracts/interfaces/ISlashingCourt.sol";
import {Stage} from "../../contracts/types/Court.sol";

/// @title CourtErrors
/// @notice The revert data of the court's errors that several tests need, with checked arguments.
library CourtErrors {
    function ruleInvalid(
        bytes32 field,
        uint256 value,
        uint256 minimum,
        uint256 maximum
    ) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ICourtSeats.CourtSeats_RuleInvalid.selector, field, value, minimum, maximum);
    }

    function notOwner(address juror, address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ICourtSeats.CourtSeats_NotOwner.selector, juror, caller);
    }

    function notMarket(address market) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ICourtSeats.CourtSeats_NotMarket.selector, market);
    }

    function noSeat(address market, uint256 seat) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ICourtSeats.CourtSeats_NoSeat.selector, market, seat);
    }

    function alreadyLeft(address market, uint256 seat, uint256 leftAt) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ICourtSeats.CourtSeats_AlreadyLeft.selector, market, seat, leftAt);
    }

    function tooEarly(
        address market,
        uint256 seat,
        uint256 nowAt,
        uint256 closableAt
    ) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ICourtSeats.CourtSeats_TooEarly.selector, market, seat, nowAt, closableAt);
    }

    function onPanel(address market, uint256 seat, uint256 unitsAtRisk) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ICourtSeats.CourtSeats_OnPanel.selector, market, seat, unitsAtRisk);
    }

    /// @dev Of a call that belongs to one stage.
    function unexpectedStage(
        address market,
        bytes32 caseId,
        Stage current,
        Stage needed
    ) internal pure returns (bytes memory) {
        return unexpectedStage(market, caseId, current, 2 ** uint256(needed));
    }

    function notToDraw(address market, bytes32 caseId, Stage current) internal pure returns (bytes memory) {
        return _ofTwo(market, caseId, current, Stage.DRAWING, Stage.APPEAL_DRAWING);
    }

    function notToCommit(address market, bytes32 caseId, Stage current) internal pure returns (bytes memory) {
        return _ofTwo(market, caseId, current, Stage.COMMITTING, Stage.APPEAL_COMMITTING);
    }

    function notToReveal(address market, bytes32 caseId, Stage current) internal pure returns (bytes memory) {
        return _ofTwo(market, caseId, current, Stage.REVEALING, Stage.APPEAL_REVEALING);
    }

    function notToClose(address market, bytes32 caseId, Stage current) internal pure returns (bytes memory) {
        return _ofTwo(market, caseId, current, Stage.DRAWING, Stage.COMMITTING);
    }

    function unexpectedStage(
        address market,
        bytes32 caseId,
        Stage current,
        uint256 allowed
    ) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(ICourtVotes.CourtVotes_UnexpectedStage.selector, market, caseId, current, allowed);
    }

    function noPlace(uint256 place, uint256 panelSeats) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ICourtVotes.CourtVotes_NoPlace.selector, place, panelSeats);
    }

    function notJuror(address juror, address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ICourtVotes.CourtVotes_NotJuror.selector, juror, caller);
    }

    function alreadyCommitted(uint256 seat, bytes32 commitment) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ICourtVotes.CourtVotes_AlreadyCommitted.selector, seat, commitment);
    }

    function commitmentInvalid(bytes32 commitment) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ICourtVotes.CourtVotes_CommitmentInvalid.selector, commitment);
    }

    function voteMismatch(uint256 seat, bytes32 hash, bytes32 committed) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ICourtVotes.CourtVotes_VoteMismatch.selector, seat, hash, committed);
    }

    function caseMismatch(
        address market,
        bytes32 caseId,
        bytes32 hash,
        bytes32 opened
    ) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                ISlashingCourt.SlashingCourt_CaseMismatch.selector,
                market,
                caseId,
                bytes20(hash),
                bytes20(opened)
            );
    }

    function tooFewSeats(address market, uint256 found, uint256 needed) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ISlashingCourt.SlashingCourt_TooFewSeats.selector, market, found, needed);
    }

    function noSeed(uint256 seedBlock, uint256 blockNumber) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ISlashingCourt.SlashingCourt_NoSeed.selector, seedBlock, blockNumber);
    }

    function notParty(address market, bytes32 caseId, address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ISlashingCourt.SlashingCourt_NotParty.selector, market, caseId, caller);
    }

    function feeMissing(uint256 fee, uint256 received) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ISlashingCourt.SlashingCourt_FeeMissing.selector, fee, received);
    }

    /// @dev Of a call that belongs to two stages.
    function _ofTwo(
        address market,
        bytes32 caseId,
        Stage current,
        Stage first,
        Stage second
    ) private pure returns (bytes memory) {
        return unexpectedStage(market, caseId, current, (2 ** uint256(first)) | (2 ** uint256(second)));
    }
}
