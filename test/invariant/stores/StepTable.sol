// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IJobDisputes} from "../../../contracts/interfaces/IJobDisputes.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {Job, JobState} from "../../../contracts/types/Job.sol";
import {Answers} from "./Answers.sol";
import {Breaches} from "./Breaches.sol";
import {ReachCount} from "./ReachCount.sol";

/// @title StepTable
/// @notice The table of a job's states and calls, as the design has it. After each call every known job is compared with
/// what it was before: a step that is not in the table breaches invariant 5, and every step of the table is counted.
abstract contract StepTable is Answers, Breaches, ReachCount {
    using Strings for uint256;

    /// @dev A dispute whose case the adjudicator has is a state of its own, beside those of {JobState}.
    uint256 private constant CASE_OPEN = 10;

    IJobEscrow private immutable _ESCROW;
    bytes32[] private _watched;
    mapping(bytes32 marketId => bool) private _known;
    mapping(bytes32 marketId => uint256) private _stood;
    mapping(uint256 step => bytes32) private _names;

    constructor(IJobEscrow escrow) {
        _ESCROW = escrow;
        uint256 active = uint256(JobState.ACTIVE);
        uint256 submitted = uint256(JobState.SUBMITTED);
        _step(0, IJobEscrow.takeOffer.selector, active, "step.takeOffer");
        _step(0, IJobEscrow.takeRequest.selector, active, "step.takeRequest");
        _step(active, IJobEscrow.decline.selector, uint256(JobState.DECLINED), "step.decline");
        _step(active, IJobEscrow.submit.selector, submitted, "step.submit");
        _step(active, IJobEscrow.expire.selector, uint256(JobState.EXPIRED), "step.expire");
        _step(active, IJobEscrow.expireMany.selector, uint256(JobState.EXPIRED), "step.expireMany");
        _step(active, IJobEscrow.forfeit.selector, uint256(JobState.EXPIRED), "step.forfeit");
        _step(active, IJobEscrow.cancel.selector, uint256(JobState.CANCELED), "step.cancel");
        _step(submitted, IJobEscrow.accept.selector, uint256(JobState.COMPLETED), "step.accept");
        _step(submitted, IJobEscrow.settle.selector, uint256(JobState.COMPLETED), "step.settle");
        _step(submitted, IJobEscrow.settleMany.selector, uint256(JobState.COMPLETED), "step.settleMany");
        _step(submitted, IJobDisputes.dispute.selector, uint256(JobState.DISPUTED), "step.dispute");
        _step(uint256(JobState.DISPUTED), IJobDisputes.openCase.selector, CASE_OPEN, "step.openCase");
        _stepsOfDispute(uint256(JobState.DISPUTED), "step.withoutCase.");
        _stepsOfDispute(CASE_OPEN, "step.withCase.");
    }

    /// @notice A job of this id may come to be.
    function watch(bytes32 marketId) external {
        if (_known[marketId]) return;
        _known[marketId] = true;
        _watched.push(marketId);
    }

    /// @notice Looks at every job after a call to anybody; `inside` is what was called in the middle of it, if anything.
    function observe(bytes4 call, bytes4 inside) public virtual {
        uint256 size = _watched.length;
        for (uint256 i; i < size; ++i) {
            bytes32 marketId = _watched[i];
            (bool changed, bytes memory answer) = _ask(address(_ESCROW), IJobEscrow.jobOf.selector, marketId);
            if (!changed) continue;
            Job memory job = abi.decode(answer, (Job));
            uint256 state = uint256(job.state);
            if (job.caseOpened) {
                if (job.state == JobState.DISPUTED) state = CASE_OPEN;
                else breach(5, "a case is open in a state without cases");
            }
            uint256 before = _stood[marketId];
            if (state == before) continue;
            _stood[marketId] = state;
            if (_count(before, call, state)) continue;
            // The only call that hands control to somebody before it returns, with something left to do for others.
            if (_count(before, call, CASE_OPEN) && _count(CASE_OPEN, inside, state)) continue;
            breach(5, string.concat("a step from ", before.toString(), " to ", state.toString(), " by ", _hex(call)));
        }
    }

    function _count(uint256 from, bytes4 call, uint256 to) private returns (bool known) {
        bytes32 name = _names[_keyOf(from, call, to)];
        known = name != 0;
        if (known) reach(name);
    }

    function _stepsOfDispute(uint256 from, string memory prefix) private {
        bytes4 ruling = IJobDisputes.applyRuling.selector;
        _step(from, IJobDisputes.concede.selector, uint256(JobState.COMPLETED), string.concat(prefix, "concede"));
        _step(from, ruling, uint256(JobState.COMPLETED), string.concat(prefix, "right"));
        _step(from, ruling, uint256(JobState.REFUNDED), string.concat(prefix, "wrong"));
        _step(from, IJobDisputes.noRuling.selector, uint256(JobState.SPLIT), string.concat(prefix, "noRuling"));
    }

    function _step(uint256 from, bytes4 call, uint256 to, string memory name) private {
        _names[_keyOf(from, call, to)] = bytes32(bytes(name));
        declare("", name);
    }

    function _keyOf(uint256 from, bytes4 call, uint256 to) private pure returns (uint256) {
        return (uint256(uint32(call)) << 16) | (from << 8) | to;
    }

    function _hex(bytes4 call) private pure returns (string memory) {
        return uint256(uint32(call)).toHexString(4);
    }
}
