// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICourtVotes} from "../../../../contracts/interfaces/ICourtVotes.sol";
import {ISlashingCourt} from "../../../../contracts/interfaces/ISlashingCourt.sol";
import {Ruling} from "../../../../contracts/types/Case.sol";
import {Stage} from "../../../../contracts/types/Court.sol";
import {JobState} from "../../../../contracts/types/Job.sol";
import {vm} from "../../../utils/Vm.sol";
import {GhostVote, Matter} from "../CourtBook.sol";
import {DryRun} from "../DryRun.sol";
import {CourtJobs} from "./CourtJobs.sol";

/// @title CourtSteps
/// @notice How a case comes from stage to stage, and what the books say then. Where no case is at the stage that a move
/// needs, one is brought there first.
abstract contract CourtSteps is CourtJobs {
    string internal constant STEP_ACTIONS =
        " court.draw court.commit court.reveal court.appeal court.finish court.attack.noPanel court.attack.shortList "
        "court.attack.seed";
    string internal constant STEP_STATES =
        " court.stage.COMMITTING court.stage.REVEALING court.stage.APPEALABLE court.stage.APPEAL_DRAWING "
        "court.stage.APPEAL_COMMITTING court.stage.APPEAL_REVEALING court.stage.FINISHED court.reused "
        "court.appeal.client court.appeal.owner court.appeal.operator court.noPanel.first court.noPanel.appeal "
        "court.shortList court.seed.early court.seed.forgotten court.finish.notDrawn court.finish.noQuorum "
        "court.finish.conceded court.finish.RIGHT court.finish.WRONG court.finish.overturned court.finish.confirmed "
        "court.finish.spent court.finish.notDrawnAppeal court.finish.silent court.finish.unrevealed "
        "court.finish.incoherent court.finish.coherent court.finish.appealPays court.finish.open";

    DryRun private immutable _dryRun = new DryRun();

    /// @dev A case at a stage, if one can be brought there.
    function _bring(Stage stage, uint256 seed) internal returns (bool found, uint256 id) {
        (found, id) = _find(stage, _random(seed, "case"));
        if (found) return (found, id);
        if (stage == Stage.DRAWING) {
            (found, id) = _disputed(_random(seed, "offer") % world.FIRST_UNSERVED(), seed);
            return (found && _openCase(id, seed), id);
        }
        if (stage == Stage.DECIDED) return _bringToEnd(seed);
        (found, id) = _bring(Stage(uint256(stage) - 1), seed);
        if (found) _stepOn(id, seed);
        found = found && store.stageOf(id) == stage;
    }

    /// @dev A case on which nobody can do anything any more, by one of the ways there.
    function _bringToEnd(uint256 seed) private returns (bool found, uint256 id) {
        uint256 way = _random(seed, "way") % 4;
        (found, id) = _bring([Stage.DRAWING, Stage.COMMITTING, Stage.APPEALABLE, Stage.APPEAL_REVEALING][way], seed);
        if (!found) return (false, id);
        if (way == 3) _revealAll(id, seed);
        _passTo(store.stageUntil(id) + 1);
        // Nobody committed, so that nobody can reveal.
        if (way == 1) _passTo(store.stageUntil(id) + 1);
        found = store.stageOf(id) == Stage.DECIDED;
    }

    /// @dev Brings a case from the stage where it stands to the next.
    function _stepOn(uint256 id, uint256 seed) internal {
        Stage stage = store.stageOf(id);
        if (stage == Stage.DRAWING || stage == Stage.APPEAL_DRAWING) {
            _draw(id, seed);
        } else if (stage == Stage.COMMITTING || stage == Stage.APPEAL_COMMITTING) {
            _commitAll(id, seed);
            _passTo(store.stageUntil(id) + 1);
            store.reach(
                stage == Stage.COMMITTING ? bytes32("court.stage.REVEALING") : bytes32("court.stage.APPEAL_REVEALING")
            );
        } else if (stage == Stage.REVEALING || stage == Stage.APPEAL_REVEALING) {
            _revealAll(id, seed);
            _passTo(store.stageUntil(id) + 1);
            if (store.stageOf(id) == Stage.APPEALABLE) store.reach("court.stage.APPEALABLE");
        } else if (stage == Stage.APPEALABLE) {
            if (_random(seed, "appeal") % 4 != 0) _appeal(id, seed);
            else _passTo(store.stageUntil(id) + 1);
        } else if (stage == Stage.DECIDED) {
            _finish(id, seed);
        }
    }

    function _draw(uint256 id, uint256 seed) internal {
        Matter memory matter = store.matterOf(id);
        bool isAppeal = store.stageOf(id) == Stage.APPEAL_DRAWING;
        bytes memory call = abi.encodeCall(ISlashingCourt.draw, (matter.market, matter.opened));
        uint256 seedBlock = (isAppeal ? matter.appealedBlock : matter.openedBlock) + 4;
        if (block.number <= seedBlock) vm.roll(seedBlock + 1 + (_random(seed, "block") % 3));
        if (block.number - seedBlock > 256) {
            // This chain has no history contract: older hashes are forgotten.
            _refuse("court.attack.seed", _person(seed), address(court), call, _noSeed());
            return store.reach("court.seed.forgotten");
        }
        uint256 needed = isAppeal ? 7 : 3;
        (uint256 serving, uint256 occupied) = store.servingSeats(id);
        // Which of them come first is the seed's word, and so whether a draw passes over few enough that are occupied.
        bool mayGiveUp = occupied > needed / 3;
        if (serving < needed || (mayGiveUp && !_dryRun.succeeds(address(court), call))) {
            bytes memory reason = abi.encodePacked(ISlashingCourt.SlashingCourt_TooFewSeats.selector);
            if (!mayGiveUp) reason = abi.encodePacked(reason, abi.encode(matter.market, serving, needed));
            _refuse("court.attack.noPanel", _person(seed), address(court), call, reason);
            return store.reach(isAppeal ? bytes32("court.noPanel.appeal") : bytes32("court.noPanel.first"));
        }
        if (!_actOn(id, "court.draw", _person(seed), address(court), call)) return;
        _noteDrawn(id, matter.market, matter.opened.caseId, isAppeal, needed);
    }

    /// @dev Each seat of the panel may commit, by a mood that its case has.
    function _commitAll(uint256 id, uint256 seed) internal {
        Matter memory matter = store.matterOf(id);
        bool isAppeal = store.stageOf(id) == Stage.APPEAL_COMMITTING;
        uint256 seats = isAppeal ? matter.appealPanel.length : matter.panel.length;
        uint256 mood = _random(seed, isAppeal ? "mood of the appeal" : "mood");
        for (uint256 place; place < seats; ++place) {
            uint256 random = uint256(keccak256(abi.encode(mood, place)));
            // One panel in eight stays away; of the others, one seat in eight.
            if (mood % 8 == 0 || random % 8 == 0) continue;
            bool right = (mood >> 8) % 2 == 0;
            if ((random >> 8) % 4 == 0) right = !right;
            _commit(id, place, right, random);
        }
    }

    function _commit(uint256 id, uint256 place, bool right, uint256 random) internal {
        Matter memory matter = store.matterOf(id);
        uint256 seat = store.stageOf(id) == Stage.APPEAL_COMMITTING ? matter.appealPanel[place] : matter.panel[place];
        if (store.voteOf(id, seat).committed) return;
        bytes32 salt = bytes32(random);
        bytes memory call = abi.encodeCall(
            ICourtVotes.commit,
            (matter.market, matter.opened.caseId, place, _commitment(matter, seat, right, salt))
        );
        address voter = world.voterOf(store.seatOf(matter.market, seat).juror, random >> 16);
        if (_actOn(id, "court.commit", voter, address(court), call)) store.noteCommitted(id, seat, right, salt);
    }

    function _revealAll(uint256 id, uint256 seed) internal {
        Matter memory matter = store.matterOf(id);
        bool isAppeal = store.stageOf(id) == Stage.APPEAL_REVEALING;
        uint256 seats = isAppeal ? matter.appealPanel.length : matter.panel.length;
        for (uint256 place; place < seats; ++place) {
            if (uint256(keccak256(abi.encode(seed, "reveal", place))) % 12 != 0) _reveal(id, place, seed);
        }
    }

    function _reveal(uint256 id, uint256 place, uint256 seed) internal {
        Matter memory matter = store.matterOf(id);
        uint256 seat = store.stageOf(id) == Stage.APPEAL_REVEALING ? matter.appealPanel[place] : matter.panel[place];
        GhostVote memory vote = store.voteOf(id, seat);
        if (!vote.committed || vote.revealed || vote.lost) return;
        bytes memory call = abi.encodeCall(
            ICourtVotes.reveal,
            (matter.market, matter.opened.caseId, place, vote.right, vote.salt)
        );
        if (_actOn(id, "court.reveal", _person(seed), address(court), call)) store.noteRevealed(id, seat);
    }

    function _appeal(uint256 id, uint256 seed) internal {
        Matter memory matter = store.matterOf(id);
        bytes memory call = abi.encodeCall(ISlashingCourt.appeal, (matter.market, matter.opened));
        address by = matter.opened.client;
        uint256 way = _random(seed, "appellant") % 3;
        if (way == 1) by = world.ownerOf(matter.opened.provider);
        if (way == 2) by = world.operatorOf(matter.opened.provider);
        if (matter.heldSeats < 10) {
            bytes memory reason = abi.encodeWithSelector(
                ISlashingCourt.SlashingCourt_TooFewSeats.selector,
                matter.market,
                matter.heldSeats,
                uint256(10)
            );
            _refuse("court.attack.shortList", by, address(court), call, reason);
            return store.reach("court.shortList");
        }
        if (!_actOn(id, "court.appeal", by, address(court), call)) return;
        store.noteAppealed(id, by);
        store.reach("court.stage.APPEAL_DRAWING");
        bytes32[3] memory names = [bytes32("court.appeal.client"), "court.appeal.owner", "court.appeal.operator"];
        store.reach(names[way]);
    }

    function _finish(uint256 id, uint256 seed) internal {
        Matter memory matter = store.matterOf(id);
        bytes memory call = abi.encodeCall(ISlashingCourt.finish, (matter.market, matter.opened));
        if (!_actOn(id, "court.finish", _person(seed), address(court), call)) return;
        _reachOutcome(id, matter);
        store.noteFinished(id);
    }

    function _commitment(Matter memory matter, uint256 seat, bool right, bytes32 salt) internal view returns (bytes32) {
        return keccak256(abi.encode(address(court), matter.market, matter.opened.caseId, seat, right, salt));
    }

    function _noSeed() internal pure returns (bytes memory) {
        return abi.encodePacked(ISlashingCourt.SlashingCourt_NoSeed.selector);
    }

    /// @dev Which seats it found is the court's word. That each may serve, and none twice, is not.
    function _noteDrawn(uint256 id, address market, bytes32 caseId, bool isAppeal, uint256 needed) private {
        uint256[] memory seats = court.panelOf(market, caseId, isAppeal);
        if (seats.length != needed) return store.breach(5, "a panel of another size");
        for (uint256 i; i < needed; ++i) {
            if (!store.canServe(id, seats[i])) return store.breach(5, "a seat was drawn that may not serve");
            for (uint256 j; j < i; ++j) if (seats[j] == seats[i]) return store.breach(5, "a seat was drawn twice");
            if (store.seatOf(market, seats[i]).atRisk != 0) store.reach("court.reused");
        }
        store.noteDrawn(id, isAppeal, seats);
        store.reach(isAppeal ? bytes32("court.stage.APPEAL_COMMITTING") : bytes32("court.stage.COMMITTING"));
    }

    function _reachOutcome(uint256 id, Matter memory matter) private {
        store.reach("court.stage.FINISHED");
        Ruling ruling = store.finalRuling(id);
        if (matter.conceded) store.reach("court.finish.conceded");
        else if (matter.panel.length == 0) store.reach("court.finish.notDrawn");
        else if (ruling == Ruling.NONE) store.reach("court.finish.noQuorum");
        else
            store.reach(
                ruling == Ruling.PROVIDER_RIGHT ? bytes32("court.finish.RIGHT") : bytes32("court.finish.WRONG")
            );
        if (matter.isJob && matter.state == JobState.DISPUTED) store.reach("court.finish.open");
        if (matter.appellant != address(0)) {
            Ruling second = store.rulingOfPanel(id, true);
            if (matter.appealPanel.length == 0) store.reach("court.finish.notDrawnAppeal");
            else if (second == Ruling.NONE) store.reach("court.finish.spent");
            else if (second == store.rulingOfPanel(id, false)) store.reach("court.finish.confirmed");
            else store.reach("court.finish.overturned");
        }
        for (uint256 i; i < matter.panel.length; ++i) _reachSeat(id, matter.panel[i], false);
        for (uint256 i; i < matter.appealPanel.length; ++i) _reachSeat(id, matter.appealPanel[i], true);
    }

    function _reachSeat(uint256 id, uint256 seat, bool isAppeal) private {
        (uint256 earned, uint256 units) = store.outcomeOf(id, seat);
        if (earned == world.SEAT_FEE())
            store.reach(isAppeal ? bytes32("court.finish.appealPays") : bytes32("court.finish.coherent"));
        if (units == 1) store.reach("court.finish.incoherent");
        if (units == 2) store.reach("court.finish.silent");
        if (units == 4) store.reach("court.finish.unrevealed");
    }
}
