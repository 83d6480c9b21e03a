// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../../contracts/interfaces/IAdjudicator.sol";
import {ICourtVotes} from "../../../contracts/interfaces/ICourtVotes.sol";
import {ISlashingCourt} from "../../../contracts/interfaces/ISlashingCourt.sol";
import {Case} from "../../../contracts/types/Case.sol";
import {Stage} from "../../../contracts/types/Court.sol";
import {CourtErrors} from "../../utils/CourtErrors.sol";
import {CourtStages} from "../../utils/CourtStages.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice The table of docs/protocol.md, each stage with each call: it goes through in every second of the stages that
/// have it, and reverts with the current stage and those that have it in all others.
contract SlashingCourtStagesTest is CourtStages {
    uint256 private constant CALLS = 7;

    /// @dev A call, by somebody who may make it.
    /// @param stages Those that have it, as a bitmap.
    struct Call {
        string name;
        address caller;
        bytes input;
        uint256 stages;
    }

    function setUp() public {
        setUpCourt();
    }

    function testFuzz_EachStageWithEachCall(uint256 waitSeed) public {
        for (Stage stage = Stage.NONE; ; stage = Stage(uint256(stage) + 1)) {
            uint256 snapshot = vm.snapshotState();
            Case memory opened = caseAt(stage);
            _requireCalls(stage, opened, "the first second");
            uint256 lastAt = _lastSecond(stage);
            vm.warp(bound(waitSeed, block.timestamp, lastAt));
            _requireCalls(stage, opened, "some second");
            vm.warp(lastAt);
            _requireCalls(stage, opened, "the last second");
            vm.revertToState(snapshot);
            if (stage == Stage.FINISHED) return;
        }
    }

    /// @dev Where a stage ends by time alone, and nobody did what it waited for: the second after its last.
    function test_StagesEndByThemselves() public {
        Stage[6] memory stages = [
            Stage.DRAWING,
            Stage.COMMITTING,
            Stage.REVEALING,
            Stage.APPEALABLE,
            Stage.APPEAL_DRAWING,
            Stage.APPEAL_COMMITTING
        ];
        Stage[6] memory next = [
            Stage.DECIDED,
            Stage.REVEALING,
            Stage.DECIDED,
            Stage.DECIDED,
            Stage.DECIDED,
            Stage.APPEAL_REVEALING
        ];
        for (uint256 i; i < stages.length; ++i) {
            uint256 snapshot = vm.snapshotState();
            caseAt(stages[i]);
            vm.warp(untilOf(CASE, stages[i]));
            requireStage(CASE, stages[i], "the last second");
            vm.warp(block.timestamp + 1);
            requireStage(CASE, next[i], "the next second");
            vm.revertToState(snapshot);
        }
    }

    /// @dev Neither time nor anybody changes the last two but by {finish}.
    function testFuzz_TheLastTwoDependOnNoTime(uint32 wait) public {
        Case memory opened = caseAt(Stage.DECIDED);
        vm.warp(block.timestamp + wait);
        requireStage(CASE, Stage.DECIDED, "decided");
        court.finish(market, opened);
        vm.warp(block.timestamp + wait);
        requireStage(CASE, Stage.FINISHED, "finished");
    }

    function _requireCalls(Stage stage, Case memory opened, string memory when) private {
        requireStage(CASE, stage, when);
        Call[CALLS] memory calls = _calls(stage, opened);
        for (uint256 i; i < CALLS; ++i) {
            Call memory row = calls[i];
            string memory label = string.concat(row.name, ", ", when);
            if ((row.stages >> uint256(stage)) & 1 == 0) {
                bytes memory expected = CourtErrors.unexpectedStage(market, CASE, stage, row.stages);
                requireRevert(row.caller, row.input, expected, label);
                continue;
            }
            uint256 snapshot = vm.snapshotState();
            vm.prank(row.caller);
            (bool succeeded, bytes memory answer) = address(court).call(row.input);
            if (!succeeded) assertEq(answer, "", label);
            assertTrue(succeeded, label);
            vm.revertToState(snapshot);
        }
    }

    function _calls(Stage stage, Case memory opened) private returns (Call[CALLS] memory calls) {
        _payForAll(stage, opened);
        uint256 draws = _bit(Stage.DRAWING) | _bit(Stage.APPEAL_DRAWING);
        uint256 commits = _bit(Stage.COMMITTING) | _bit(Stage.APPEAL_COMMITTING);
        uint256 reveals = _bit(Stage.REVEALING) | _bit(Stage.APPEAL_REVEALING);
        uint256 closes = _bit(Stage.DRAWING) | _bit(Stage.COMMITTING);
        bytes memory input = abi.encodeCall(IAdjudicator.openCase, (opened));
        calls[0] = Call("openCase", market, input, _bit(Stage.NONE));
        input = abi.encodeCall(ISlashingCourt.draw, (market, opened));
        calls[1] = Call("draw", stranger, input, draws);
        input = abi.encodeCall(ICourtVotes.commit, (market, CASE, 0, keccak256("vote")));
        calls[2] = Call("commit", _juror(stage), input, commits);
        input = abi.encodeCall(ICourtVotes.reveal, (market, CASE, 0, false, SALT));
        calls[3] = Call("reveal", stranger, input, reveals);
        input = abi.encodeCall(ISlashingCourt.appeal, (market, opened));
        calls[4] = Call("appeal", client, input, _bit(Stage.APPEALABLE));
        input = abi.encodeCall(IAdjudicator.closeCase, (CASE));
        calls[5] = Call("closeCase", market, input, closes);
        input = abi.encodeCall(ISlashingCourt.finish, (market, opened));
        calls[6] = Call("finish", stranger, input, _bit(Stage.DECIDED));
    }

    /// @dev No call fails for want of money.
    function _payForAll(Stage stage, Case memory opened) private {
        if (stage == Stage.NONE) opened.rulingUntil = caseOf(CASE).rulingUntil;
        fund(address(court), PANEL_FEE);
        fund(client, APPEAL_FEE);
        vm.prank(client);
        vault.approve(address(court), idOf(payToken), APPEAL_FEE);
    }

    /// @dev The juror at the first place of the panel whose turn it is, or any.
    function _juror(Stage stage) private view returns (address) {
        uint256[] memory seats = court.panelOf(market, CASE, stage >= Stage.APPEAL_COMMITTING);
        return seats.length == 0 ? jurorAt(0) : jurorAt(seats[0]);
    }

    function _lastSecond(Stage stage) private view returns (uint256) {
        bool isTimed = stage >= Stage.DRAWING && stage <= Stage.APPEAL_REVEALING;
        return isTimed ? untilOf(CASE, stage) : block.timestamp + 365 days;
    }

    function _bit(Stage stage) private pure returns (uint256) {
        return uint256(1) << uint256(stage);
    }
}
