// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAdjudicator} from "../../../../contracts/interfaces/IAdjudicator.sol";
import {ICourtVotes} from "../../../../contracts/interfaces/ICourtVotes.sol";
import {ISlashingCourt} from "../../../../contracts/interfaces/ISlashingCourt.sol";
import {Stage} from "../../../../contracts/types/Court.sol";
import {GhostVote, Matter} from "../CourtBook.sol";
import {CourtStore} from "../CourtStore.sol";
import {CourtWorld} from "../CourtWorld.sol";
import {CourtHandler} from "./CourtHandler.sol";
import {CourtSteps} from "./CourtSteps.sol";

/// @title CourtAttacks
/// @notice Every call at every stage that forbids it, and votes, appeals and cases that are not what they should be.
contract CourtAttacks is CourtSteps {
    bytes32[10] private _names = [
        bytes32("court.refused.NONE"),
        "court.refused.DRAWING",
        "court.refused.COMMITTING",
        "court.refused.REVEALING",
        "court.refused.APPEALABLE",
        "court.refused.APPEAL_DRAWING",
        "court.refused.APPEAL_COMMITTING",
        "court.refused.APPEAL_REVEALING",
        "court.refused.DECIDED",
        "court.refused.FINISHED"
    ];

    constructor(
        CourtStore store,
        CourtWorld world
    )
        CourtHandler(
            store,
            world,
            string.concat(
                JOB_ACTIONS,
                STEP_ACTIONS,
                " court.attack.stage court.attack.commit court.attack.reveal court.attack.appeal court.attack.case"
            ),
            string.concat(JOB_STATES, STEP_STATES, " court.copied")
        )
    {
        for (uint256 i; i < 10; ++i) store.declare("", store.text(_names[i]));
    }

    function wrongStage(uint256 seed) external move {
        Stage stage = Stage(_random(seed, "stage") % 10);
        (bool found, uint256 id) = stage == Stage.NONE ? _find(stage, seed) : _bringAny(stage, seed);
        if (!found) return;
        // As it comes, or in the last second of its stage, or just after.
        if (seed % 3 != 0 && store.stageUntil(id) != 0) _passTo(store.stageUntil(id) + (seed % 3) - 1);
        _tryAll(id);
        store.reach(_names[uint256(store.stageOf(id))]);
    }

    /// @notice What stands wherever the clock left it.
    function wrongStageAnywhere(uint256 seed) external move {
        uint256 count = store.matterCount();
        if (count == 0) return;
        uint256 id = seed % count;
        _tryAll(id);
        store.reach(_names[uint256(store.stageOf(id))]);
    }

    function wrongCommit(uint256 seed) external move {
        (bool found, uint256 id) = _bring(seed % 2 == 0 ? Stage.COMMITTING : Stage.APPEAL_COMMITTING, seed);
        if (!found) return;
        Matter memory matter = store.matterOf(id);
        uint256[] memory panel = seed % 2 == 0 ? matter.panel : matter.appealPanel;
        uint256 place = _random(seed, "place") % panel.length;
        address juror = store.seatOf(matter.market, panel[place]).juror;
        address voter = world.voterOf(juror, seed);
        bytes4 reason = ICourtVotes.CourtVotes_NotJuror.selector;
        _refuseCommit(matter, place, keccak256("vote"), world.strangerOne(), reason);
        reason = ICourtVotes.CourtVotes_NoPlace.selector;
        _refuseCommit(matter, panel.length, keccak256("vote"), voter, reason);
        GhostVote memory vote = store.voteOf(id, panel[place]);
        reason = ICourtVotes.CourtVotes_CommitmentInvalid.selector;
        if (!vote.committed) _refuseCommit(matter, place, bytes32(_random(seed, "answer") % 3), voter, reason);
        _commit(id, place, seed % 4 < 2, seed);
        _refuseCommit(matter, place, keccak256("vote"), voter, ICourtVotes.CourtVotes_AlreadyCommitted.selector);
    }

    function wrongReveal(uint256 seed) external move {
        (bool found, uint256 id) = _bring(seed % 2 == 0 ? Stage.REVEALING : Stage.APPEAL_REVEALING, seed);
        if (!found) return;
        Matter memory matter = store.matterOf(id);
        uint256[] memory panel = seed % 2 == 0 ? matter.panel : matter.appealPanel;
        uint256 place = _random(seed, "place") % panel.length;
        GhostVote memory vote = store.voteOf(id, panel[place]);
        // Another answer, another salt, another's vote; and the same once more.
        _refuseReveal(matter, place, !vote.right, vote.salt);
        _refuseReveal(matter, place, vote.right, ~vote.salt);
        uint256 other = (place + 1) % panel.length;
        GhostVote memory others = store.voteOf(id, panel[other]);
        // Who copied a commitment has none of its own, and a salt that is only a name here.
        if (others.committed && !others.lost) _refuseReveal(matter, place, others.right, others.salt);
        _reveal(id, place, seed);
        _refuseReveal(matter, place, vote.right, vote.salt);
    }

    /// @notice A juror that copies another's commitment can never reveal it.
    function copyCommit(uint256 seed) external move {
        (bool found, uint256 id) = _bring(Stage.COMMITTING, seed);
        if (!found) return;
        Matter memory matter = store.matterOf(id);
        _commit(id, 0, seed % 2 == 0, seed);
        GhostVote memory vote = store.voteOf(id, matter.panel[0]);
        if (store.voteOf(id, matter.panel[1]).committed || !vote.committed) return;
        bytes32 copied = _commitment(matter, matter.panel[0], vote.right, vote.salt);
        bytes memory call = abi.encodeCall(ICourtVotes.commit, (matter.market, matter.opened.caseId, 1, copied));
        address voter = world.voterOf(store.seatOf(matter.market, matter.panel[1]).juror, seed);
        if (!_actOn(id, "court.commit", voter, address(court), call)) return;
        // Of a salt that nobody will find.
        store.noteCommitted(id, matter.panel[1], vote.right, 0);
        _passTo(store.stageUntil(id) + 1);
        _refuseReveal(matter, 1, vote.right, vote.salt);
        store.noteLost(id, matter.panel[1]);
        store.reach("court.copied");
    }

    function wrongAppeal(uint256 seed) external move {
        (bool found, uint256 id) = _bring(Stage.APPEALABLE, seed);
        if (!found) return;
        Matter memory matter = store.matterOf(id);
        address by =
            seed % 2 == 0 ? world.strangerOne() : world.ownerOf(store.seatOf(matter.market, matter.panel[0]).juror);
        bytes memory call = abi.encodeCall(ISlashingCourt.appeal, (matter.market, matter.opened));
        bytes4 reason = ISlashingCourt.SlashingCourt_NotParty.selector;
        _refuse("court.attack.appeal", by, address(court), call, abi.encodePacked(reason));
    }

    /// @notice The right call with a case that was never opened so.
    function wrongCase(uint256 seed) external move {
        Stage stage = [Stage.DRAWING, Stage.APPEALABLE, Stage.DECIDED][seed % 3];
        (bool found, uint256 id) = _bring(stage, seed);
        if (!found) return;
        Matter memory matter = store.matterOf(id);
        uint256 way = _random(seed, "field") % 4;
        if (way == 0) matter.opened.client = world.strangerOne();
        if (way == 1) matter.opened.fee += 1;
        if (way == 2) matter.opened.provider = world.strangerOne();
        if (way == 3) matter.opened.rulingUntil -= 1;
        bytes memory call = abi.encodeCall(ISlashingCourt.draw, (matter.market, matter.opened));
        if (stage == Stage.APPEALABLE) call = abi.encodeCall(ISlashingCourt.appeal, (matter.market, matter.opened));
        if (stage == Stage.DECIDED) call = abi.encodeCall(ISlashingCourt.finish, (matter.market, matter.opened));
        bytes4 reason = ISlashingCourt.SlashingCourt_CaseMismatch.selector;
        _refuse("court.attack.case", world.strangerOne(), address(court), call, abi.encodePacked(reason));
    }

    function _bringAny(Stage stage, uint256 seed) private returns (bool found, uint256 id) {
        if (stage != Stage.FINISHED) return _bring(stage, seed);
        (found, id) = _find(stage, seed);
        if (found) return (found, id);
        (found, id) = _bring(Stage.DECIDED, seed);
        if (found) _finish(id, seed);
    }

    /// @dev All seven calls; those that the stage allows are left out.
    function _tryAll(uint256 id) private {
        Matter memory matter = store.matterOf(id);
        address by = world.strangerOne();
        (address market, bytes32 name) = (matter.market, matter.opened.caseId);
        bytes memory call = abi.encodeCall(ISlashingCourt.draw, (market, matter.opened));
        _try(id, matter, by, call, Stage.DRAWING, Stage.APPEAL_DRAWING);
        call = abi.encodeCall(ICourtVotes.commit, (market, name, 0, keccak256("vote")));
        _try(id, matter, by, call, Stage.COMMITTING, Stage.APPEAL_COMMITTING);
        call = abi.encodeCall(ICourtVotes.reveal, (market, name, 0, true, 0));
        _try(id, matter, by, call, Stage.REVEALING, Stage.APPEAL_REVEALING);
        call = abi.encodeCall(ISlashingCourt.finish, (market, matter.opened));
        _try(id, matter, by, call, Stage.DECIDED, Stage.DECIDED);
        call = abi.encodeCall(ISlashingCourt.appeal, (market, matter.opened));
        _try(id, matter, matter.opened.client, call, Stage.APPEALABLE, Stage.APPEALABLE);
        call = abi.encodeCall(IAdjudicator.closeCase, (name));
        _try(id, matter, market, call, Stage.COMMITTING, Stage.DRAWING);
        call = abi.encodeCall(IAdjudicator.openCase, (matter.opened));
        _try(id, matter, market, call, Stage.NONE, Stage.NONE);
    }

    function _try(
        uint256 id,
        Matter memory matter,
        address by,
        bytes memory call,
        Stage needed,
        Stage orNeeded
    ) private {
        Stage stage = store.stageOf(id);
        if (stage == needed || stage == orNeeded) return;
        bytes memory reason = abi.encodeWithSelector(
            ICourtVotes.CourtVotes_UnexpectedStage.selector,
            matter.market,
            matter.opened.caseId,
            stage,
            (1 << uint8(needed)) | (1 << uint8(orNeeded))
        );
        _refuse("court.attack.stage", by, address(court), call, reason);
    }

    function _refuseCommit(Matter memory matter, uint256 place, bytes32 vote, address by, bytes4 reason) private {
        bytes memory call = abi.encodeCall(ICourtVotes.commit, (matter.market, matter.opened.caseId, place, vote));
        _refuse("court.attack.commit", by, address(court), call, abi.encodePacked(reason));
    }

    function _refuseReveal(Matter memory matter, uint256 place, bool right, bytes32 salt) private {
        bytes memory call = abi.encodeCall(
            ICourtVotes.reveal,
            (matter.market, matter.opened.caseId, place, right, salt)
        );
        bytes4 reason = ICourtVotes.CourtVotes_VoteMismatch.selector;
        _refuse("court.attack.reveal", world.strangerOne(), address(court), call, abi.encodePacked(reason));
    }
}
