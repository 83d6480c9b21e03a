// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../../contracts/interfaces/IJobEscrow.sol";
import {Ruling} from "../../../../contracts/types/Case.sol";
import {Stage} from "../../../../contracts/types/Court.sol";
import {JobState} from "../../../../contracts/types/Job.sol";
import {Matter} from "../CourtBook.sol";
import {CourtStore} from "../CourtStore.sol";
import {CourtWorld} from "../CourtWorld.sol";
import {CourtHandler} from "./CourtHandler.sol";
import {CourtSteps} from "./CourtSteps.sol";

/// @title CourtJobHandler
/// @notice Jobs that name the court: every way into a dispute, and out of it.
contract CourtJobHandler is CourtSteps {
    constructor(
        CourtStore store,
        CourtWorld world
    ) CourtHandler(store, world, string.concat(JOB_ACTIONS, STEP_ACTIONS), string.concat(JOB_STATES, STEP_STATES)) {}

    /// @notice A job, as far as its dispute at most.
    function takeOffer(uint256 seed) external move {
        (bool succeeded, uint256 id) = _takeOffer(_random(seed, "offer") % world.OFFERS(), seed);
        if (succeeded && seed % 3 != 0 && _submit(id) && seed % 3 == 1) _dispute(id);
    }

    /// @notice A case that the court takes, or must refuse.
    function openCase(uint256 seed) external move {
        (bool found, uint256 id) = _findJob(JobState.DISPUTED, _random(seed, "job"));
        if (!found) (found, id) = _disputed(_random(seed, "offer") % world.OFFERS(), seed);
        if (!found || block.timestamp > store.matterOf(id).opened.rulingUntil) return;
        // Some wait until the court would have too little time.
        if (seed % 8 == 0) _passTo(store.matterOf(id).opened.rulingUntil - 1_840 + 1);
        if (block.timestamp <= store.matterOf(id).opened.rulingUntil) _openCase(id, seed);
    }

    function concede(uint256 seed) external move {
        uint256 way = seed % 4;
        bool found;
        uint256 id;
        if (way == 0) (found, id) = _disputed(_random(seed, "offer") % world.OFFERS(), seed);
        else (found, id) = _bring([Stage.DRAWING, Stage.COMMITTING, Stage.REVEALING][way - 1], seed);
        if (found && _isDisputed(store.matterOf(id))) _concede(id);
    }

    function applyRuling(uint256 seed) external move {
        uint256 count = store.matterCount();
        for (uint256 i; i < count; ++i) {
            uint256 id = ((seed % count) + i) % count;
            if (!_isDisputed(store.matterOf(id)) || store.rulingOf(id) == Ruling.NONE) continue;
            return _applyRuling(id, seed);
        }
        (bool found, uint256 id_) = _bring(Stage.DECIDED, seed);
        if (found && _isDisputed(store.matterOf(id_)) && store.rulingOf(id_) != Ruling.NONE) _applyRuling(id_, seed);
    }

    /// @notice Nobody applied a ruling in time, or there is none.
    function noRuling(uint256 seed) external move {
        uint256 count = store.matterCount();
        for (uint256 i; i < count; ++i) {
            uint256 id = ((seed % count) + i) % count;
            if (store.matterOf(id).isJob && store.matterOf(id).state == JobState.DISPUTED) return _noRuling(id, seed);
        }
    }

    /// @notice A job that nobody disputes.
    function endJob(uint256 seed) external move {
        (bool found, uint256 id) = _findJob(seed % 2 == 0 ? JobState.ACTIVE : JobState.SUBMITTED, seed);
        if (!found) return;
        Matter memory matter = store.matterOf(id);
        if (matter.state == JobState.ACTIVE) {
            _passTo(matter.steppedAt + matter.terms.declineSeconds + matter.terms.runLimitSeconds + 121);
            bytes memory call = abi.encodeCall(IJobEscrow.expire, (matter.terms));
            if (_actOn(id, "court.job.expire", _person(seed), address(escrow), call)) {
                store.noteEnded(id, JobState.EXPIRED);
            }
        } else {
            _passTo(matter.steppedAt + matter.terms.reviewSeconds + 1);
            bytes memory call = abi.encodeCall(IJobEscrow.settle, (matter.terms));
            if (_actOn(id, "court.job.settle", _person(seed), address(escrow), call)) {
                store.noteEnded(id, JobState.COMPLETED);
            }
        }
    }

    function _isDisputed(Matter memory matter) private view returns (bool) {
        return matter.isJob && matter.state == JobState.DISPUTED && block.timestamp <= matter.opened.rulingUntil;
    }
}
