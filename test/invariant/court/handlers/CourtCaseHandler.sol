// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISlashingCourt} from "../../../../contracts/interfaces/ISlashingCourt.sol";
import {Stage} from "../../../../contracts/types/Court.sol";
import {vm} from "../../../utils/Vm.sol";
import {Matter} from "../CourtBook.sol";
import {CourtStore} from "../CourtStore.sol";
import {CourtWorld} from "../CourtWorld.sol";
import {CourtHandler} from "./CourtHandler.sol";
import {CourtSteps} from "./CourtSteps.sol";

/// @title CourtCaseHandler
/// @notice What jurors, parties and anybody do with a case: one step, or all that is left.
contract CourtCaseHandler is CourtSteps {
    constructor(
        CourtStore store,
        CourtWorld world
    ) CourtHandler(store, world, string.concat(JOB_ACTIONS, STEP_ACTIONS), string.concat(JOB_STATES, STEP_STATES)) {}

    function draw(uint256 seed) external move {
        (bool found, uint256 id) = _bring(seed % 2 == 0 ? Stage.DRAWING : Stage.APPEAL_DRAWING, seed);
        // After so many blocks, the seed is forgotten.
        if (_random(seed, "late") % 16 == 0) vm.roll(block.number + 300);
        if (found) _draw(id, seed);
    }

    /// @notice Before its block has come, there is no seed.
    function drawEarly(uint256 seed) external move {
        (bool found, uint256 id) = _bring(seed % 2 == 0 ? Stage.DRAWING : Stage.APPEAL_DRAWING, seed);
        if (!found) return;
        Matter memory matter = store.matterOf(id);
        bool isAppeal = store.stageOf(id) == Stage.APPEAL_DRAWING;
        uint256 seedBlock = (isAppeal ? matter.appealedBlock : matter.openedBlock) + 4;
        if (block.number > seedBlock) return;
        // Not in that block either.
        vm.roll(block.number + (_random(seed, "block") % (seedBlock - block.number + 1)));
        bytes memory call = abi.encodeCall(ISlashingCourt.draw, (matter.market, matter.opened));
        _refuse("court.attack.seed", _person(seed), address(court), call, _noSeed());
        store.reach("court.seed.early");
    }

    function commit(uint256 seed) external move {
        (bool found, uint256 id) = _bring(seed % 2 == 0 ? Stage.COMMITTING : Stage.APPEAL_COMMITTING, seed);
        if (found) _commit(id, _random(seed, "place") % (seed % 2 == 0 ? 3 : 7), seed % 4 < 2, seed);
    }

    function reveal(uint256 seed) external move {
        (bool found, uint256 id) = _bring(seed % 2 == 0 ? Stage.REVEALING : Stage.APPEAL_REVEALING, seed);
        if (found) _reveal(id, _random(seed, "place") % (seed % 2 == 0 ? 3 : 7), seed);
    }

    function appeal(uint256 seed) external move {
        (bool found, uint256 id) = _bring(Stage.APPEALABLE, seed);
        if (found) _appeal(id, seed);
    }

    function finish(uint256 seed) external move {
        (bool found, uint256 id) = _bring(Stage.DECIDED, seed);
        if (found) _finish(id, seed);
    }

    /// @notice A case goes on by one stage.
    function stepOn(uint256 seed) external move {
        Stage stage = Stage(1 + (_random(seed, "stage") % 8));
        (bool found, uint256 id) = _bring(stage, seed);
        if (found) _stepOn(id, seed);
    }

    /// @notice A case with an appeal goes all the way.
    function wholeAppeal(uint256 seed) external move {
        (bool found, uint256 id) = _bring(Stage.APPEAL_REVEALING, seed);
        for (uint256 i; found && i < 2; ++i) _stepOn(id, seed);
    }
}
