// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobDisputes} from "../../../contracts/interfaces/IJobDisputes.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {JobState} from "../../../contracts/types/Job.sol";
import {vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {Answer, MoodyAdjudicator, Mood} from "../mocks/MoodyAdjudicator.sol";
import {Holding} from "../stores/FallWatch.sol";
import {StakeChange} from "../stores/LockBook.sol";
import {GhostJob, Window} from "../stores/MarketBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {RulingSteps} from "./RulingSteps.sol";

/// @title DisputeHandler
/// @notice Every way into and out of a dispute, with an adjudicator that is honest, hostile, without code, or not there.
contract DisputeHandler is RulingSteps {
    MoodyAdjudicator private immutable _HOSTILE;

    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            string.concat(
                ACTIONS,
                REQUEST_ACTIONS,
                JOB_ACTIONS,
                RULING_ACTIONS,
                " job.concede job.applyRuling job.noRuling job.openCaseToAPlot attack.openCase attack.unclearRuling"
            ),
            string.concat(
                STATES,
                REQUEST_STATES,
                JOB_STATES,
                RULING_STATES,
                " concede.docketStays concede.burning concede.reverting concede.plotting noRuling.caseOpen "
                "noRuling.odd noRuling.nobody noRuling.codeless ruled.byHostile ruled.byHonest ruled.withoutCase "
                "plot.gotThrough plot.refused"
            )
        )
    {
        _HOSTILE = world.hostileAdjudicator();
    }

    function dispute(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _submitted(Window.DISPUTABLE, seed);
        if (found) _dispute(jobId, job);
    }

    function openCase(uint256 seed) external move {
        _HOSTILE.setMood(Mood.SILENT);
        (bool found, uint256 jobId, GhostJob memory job) = _disputed(Window.CASE_TO_OPEN, seed);
        if (found && job.terms.adjudicator.code.length != 0) _openCase(jobId, job, seed);
    }

    /// @notice The adjudicator refuses the case, or is nobody who could take it: the fee stays where it is.
    function openCaseInVain(uint256 seed) external move {
        (bool found, , GhostJob memory job) = _disputed(Window.RULABLE, seed);
        if (!found) return;
        _HOSTILE.setMood(_random(seed, "mood") % 2 == 0 ? Mood.REVERTING : Mood.BURNING);
        if (job.terms.adjudicator == address(attested) && !job.caseOpen) return;
        bytes memory call = abi.encodeCall(IJobDisputes.openCase, (job.terms));
        _attack(5, "attack.openCase", _person(_random(seed, "by")), address(escrow), call);
    }

    /// @notice The adjudicator calls back while it is handed the case. Its own ruling is the only thing it may apply.
    function openCaseToAPlot(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _disputed(Window.CASE_TO_OPEN, seed);
        if (!found || job.terms.adjudicator != address(_HOSTILE)) return;
        bool right = _random(seed, "right") % 2 == 0;
        bool rules = _random(seed, "rules") % 2 == 0;
        _HOSTILE.setAnswer(
            !rules
                ? Answer.NOTHING
                : right
                    ? Answer.RIGHT
                    : Answer.WRONG
        );
        _plot(job);
        JobState state = right ? JobState.COMPLETED : JobState.REFUNDED;
        StakeChange memory before = _stakeReading(job.terms.provider, address(escrow));
        store.cover(Holding.CLAIM, address(escrow), job.terms.token, job.terms.disputeFee);
        if (rules) _coverEnd(job, state);
        bytes memory call = abi.encodeCall(IJobDisputes.openCase, (job.terms));
        (bool succeeded, ) = _act("job.openCaseToAPlot", _person(seed), address(escrow), call);
        if (!succeeded) return;
        store.noteCaseOpened(jobId, false);
        if (_HOSTILE.through() != (rules ? 1 : 0)) store.breach(5, "an adjudicator's call back got through");
        store.reach(rules ? bytes32("plot.gotThrough") : bytes32("plot.refused"));
        if (rules) _noteEnd(jobId, store.jobOf(jobId), state, before);
    }

    /// @notice The client gives in; whatever the adjudicator does then has no effect. The honest one keeps the fee for its
    /// signers: its claim does not fall.
    function concede(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _random(seed, "without") % 4 == 0
            ? _disputed(Window.RULABLE, seed)
            : _withCase(seed);
        if (!found) return;
        Mood mood = Mood(_random(seed, "mood") % 4);
        _HOSTILE.setMood(mood);
        if (mood == Mood.PLOTTING) _plot(job);
        bytes memory call = abi.encodeCall(IJobDisputes.concede, (job.terms));
        if (!_end("job.concede", job.terms.client, jobId, job, JobState.COMPLETED, call)) return;
        if (job.docketOpen) store.reach("concede.docketStays");
        if (!job.caseOpen || job.terms.adjudicator != address(_HOSTILE)) return;
        if (mood == Mood.BURNING) store.reach("concede.burning");
        if (mood == Mood.REVERTING) store.reach("concede.reverting");
        if (mood != Mood.PLOTTING) return;
        store.reach("concede.plotting");
        if (_HOSTILE.through() != 0) store.breach(5, "an adjudicator's call back got through");
    }

    function applyRuling(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _anyDispute(Window.RULABLE, seed);
        if (found && job.terms.adjudicator.code.length != 0) _applyRuling(jobId, job, seed);
    }

    /// @notice The hostile adjudicator rules on a case that it was never handed.
    function applyRulingWithoutCase(uint256 seed) external move {
        _HOSTILE.setMood(Mood.SILENT);
        for (uint256 i; i < 4; ++i) {
            uint256 random = uint256(keccak256(abi.encode(seed, i)));
            (bool found, uint256 jobId, GhostJob memory job) = _disputed(Window.CASE_TO_OPEN, random);
            if (!found) continue;
            if (job.terms.adjudicator == address(_HOSTILE)) return _applyRuling(jobId, job, seed);
            if (job.terms.adjudicator == address(attested)) _openCase(jobId, job, seed);
        }
    }

    function _applyRuling(uint256 jobId, GhostJob memory job, uint256 seed) private {
        bool right = _random(seed, "right") % 2 == 0;
        if (job.terms.adjudicator == address(attested)) {
            if (!job.docketOpen) return;
            if (!_rule(jobId, job, right, seed)) return;
            job = store.jobOf(jobId);
            store.reach("ruled.byHonest");
        } else {
            bool lengthy = right && _random(seed, "lengthy") % 2 == 0;
            _HOSTILE.setAnswer(
                lengthy
                    ? Answer.LENGTHY
                    : right
                        ? Answer.RIGHT
                        : Answer.WRONG
            );
            store.reach("ruled.byHostile");
        }
        if (!job.caseOpen) store.reach("ruled.withoutCase");
        JobState state = right ? JobState.COMPLETED : JobState.REFUNDED;
        bytes memory call = abi.encodeCall(IJobDisputes.applyRuling, (job.terms));
        if (!_end("job.applyRuling", _person(_random(seed, "by")), jobId, job, state, call)) return;
        if (job.terms.adjudicator != address(_HOSTILE)) return;
        // It may change its mind; the job does not.
        _HOSTILE.setAnswer(right ? Answer.WRONG : Answer.RIGHT);
        _attack(5, "attack.unclearRuling", _person(seed), address(escrow), call);
    }

    /// @notice There is no ruling, or none that the market knows.
    function applyUnclearRuling(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _anyDispute(Window.RULABLE, seed);
        if (!found) return;
        // Those who ruled for the honest adjudicator did so clearly.
        if (job.terms.adjudicator == address(attested) && job.caseOpen && !store.jobOf(jobId).docketOpen) return;
        uint256 way = _random(seed, "answer") % 6;
        _HOSTILE.setAnswer(way == 0 ? Answer.NOTHING : Answer(uint256(Answer.LENGTHY) + way));
        bytes memory call = abi.encodeCall(IJobDisputes.applyRuling, (job.terms));
        _attack(5, "attack.unclearRuling", _person(_random(seed, "by")), address(escrow), call);
    }

    function noRuling(uint256 seed) external move {
        (bool found, uint256 jobId, GhostJob memory job) = _random(seed, "with case") % 3 == 0
            ? _withCase(seed)
            : _disputed(Window.ANY, seed);
        if (!found) return;
        if (block.timestamp <= job.rulingUntil) vm.warp(job.rulingUntil + 1 + (_random(seed, "late") % 60));
        bytes memory call = abi.encodeCall(IJobDisputes.noRuling, (job.terms));
        if (!_end("job.noRuling", _person(_random(seed, "by")), jobId, job, JobState.SPLIT, call)) return;
        if (job.caseOpen) store.reach("noRuling.caseOpen");
        if (job.terms.adjudicator == address(0)) store.reach("noRuling.nobody");
        else if (job.terms.adjudicator.code.length == 0) store.reach("noRuling.codeless");
        if ((job.price * job.terms.noRulingBps) % 10_000 != 0) store.reach("noRuling.odd");
    }

    /// @dev Everything that might pay twice, and its own ruling, once.
    function _plot(GhostJob memory job) private {
        bytes[] memory calls = new bytes[](7);
        calls[0] = abi.encodeCall(IJobDisputes.openCase, (job.terms));
        calls[1] = abi.encodeCall(IJobDisputes.applyRuling, (job.terms));
        calls[2] = abi.encodeCall(IJobDisputes.applyRuling, (job.terms));
        calls[3] = abi.encodeCall(IJobDisputes.noRuling, (job.terms));
        calls[4] = abi.encodeCall(IJobDisputes.concede, (job.terms));
        calls[5] = abi.encodeCall(IJobEscrow.settle, (job.terms));
        calls[6] = abi.encodeCall(IJobEscrow.expire, (job.terms));
        _HOSTILE.setMood(Mood.PLOTTING);
        _HOSTILE.setPlot(address(escrow), calls);
    }
}
