// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {Lease, LeaseState} from "../../../contracts/types/Lease.sol";
import {Session, SessionState} from "../../../contracts/types/Session.sol";
import {Answers} from "./Answers.sol";
import {Breaches} from "./Breaches.sol";
import {ReachCount} from "./ReachCount.sol";

/// @title RentTable
/// @notice The tables of a lease's and of a session's states and calls, as docs/protocol.md has them. After each call
/// every known one is compared with what was stored of it before: a change by a call that its table does not have for
/// its state breaches invariant 5, and every line of the tables is counted.
abstract contract RentTable is Answers, Breaches, ReachCount {
    using Strings for uint256;

    ILeaseEscrow private immutable _LEASES;
    ISessionEscrow private immutable _SESSIONS;

    bytes32[] private _watchedLeases;
    bytes32[] private _watchedSessions;
    mapping(bytes32 marketId => bool) private _knownRents;
    mapping(bytes32 marketId => uint256) private _stoodAt;
    mapping(uint256 step => bytes32) private _rentSteps;

    constructor(ILeaseEscrow leases, ISessionEscrow sessions) {
        (_LEASES, _SESSIONS) = (leases, sessions);
        (uint256 open, uint256 running) = (uint256(LeaseState.OPEN), uint256(LeaseState.RUNNING));
        uint256 closed = uint256(LeaseState.CLOSED);
        _rentStep(0, ILeaseEscrow.open.selector, open, "step.lease.open");
        _rentStep(open, ILeaseEscrow.checkIn.selector, running, "step.lease.checkIn.first");
        _rentStep(open, ILeaseEscrow.checkInMany.selector, running, "step.lease.checkInMany.first");
        _rentStep(running, ILeaseEscrow.checkIn.selector, running, "step.lease.checkIn");
        _rentStep(running, ILeaseEscrow.checkInMany.selector, running, "step.lease.checkInMany");
        _rentStep(open, ILeaseEscrow.topUp.selector, open, "step.lease.topUp.OPEN");
        _rentStep(running, ILeaseEscrow.topUp.selector, running, "step.lease.topUp.RUNNING");
        _rentStep(running, ILeaseEscrow.withdraw.selector, running, "step.lease.withdraw");
        _rentStep(open, ILeaseEscrow.close.selector, closed, "step.lease.close.OPEN");
        _rentStep(running, ILeaseEscrow.close.selector, closed, "step.lease.close.RUNNING");

        uint256 closing;
        (open, closing) = (uint256(SessionState.OPEN), uint256(SessionState.CLOSING));
        closed = uint256(SessionState.CLOSED);
        _rentStep(0, ISessionEscrow.open.selector, open, "step.session.open");
        _rentStep(open, ISessionEscrow.topUp.selector, open, "step.session.topUp");
        _rentStep(open, ISessionEscrow.redeem.selector, open, "step.session.redeem.OPEN");
        _rentStep(open, ISessionEscrow.redeemMany.selector, open, "step.session.redeemMany.OPEN");
        _rentStep(closing, ISessionEscrow.redeem.selector, closing, "step.session.redeem.CLOSING");
        _rentStep(closing, ISessionEscrow.redeemMany.selector, closing, "step.session.redeemMany.CLOSING");
        _rentStep(open, ISessionEscrow.startClose.selector, closing, "step.session.startClose");
        _rentStep(open, ISessionEscrow.close.selector, closed, "step.session.close.OPEN");
        _rentStep(closing, ISessionEscrow.close.selector, closed, "step.session.close.CLOSING");
    }

    /// @notice A lease of this id may come to be.
    function watchLease(bytes32 marketId) external {
        if (_knownRents[marketId]) return;
        _knownRents[marketId] = true;
        _watchedLeases.push(marketId);
    }

    /// @notice A session of this id may come to be.
    function watchSession(bytes32 marketId) external {
        if (_knownRents[marketId]) return;
        _knownRents[marketId] = true;
        _watchedSessions.push(marketId);
    }

    /// @dev Looks at every lease and session after a call to anybody.
    function _observeRents(bytes4 call) internal {
        uint256 size = _watchedLeases.length;
        for (uint256 i; i < size; ++i) {
            bytes32 marketId = _watchedLeases[i];
            (bool changed, bytes memory answer) = _ask(address(_LEASES), ILeaseEscrow.leaseOf.selector, marketId);
            if (changed) _compareRent(marketId, call, uint256(abi.decode(answer, (Lease)).state));
        }
        size = _watchedSessions.length;
        for (uint256 i; i < size; ++i) {
            bytes32 marketId = _watchedSessions[i];
            (bool changed, bytes memory answer) = _ask(address(_SESSIONS), ISessionEscrow.sessionOf.selector, marketId);
            if (changed) _compareRent(marketId, call, uint256(abi.decode(answer, (Session)).state));
        }
    }

    function _compareRent(bytes32 marketId, bytes4 call, uint256 state) private {
        uint256 before = _stoodAt[marketId];
        _stoodAt[marketId] = state;
        // Nothing is stored before the opening.
        if (state == 0 && before == 0) return;
        bytes32 name = _rentSteps[_rentKey(before, call, state)];
        if (name != 0) return reach(name);
        string memory by = uint256(uint32(call)).toHexString(4);
        breach(5, string.concat("a rent step from ", before.toString(), " to ", state.toString(), " by ", by));
    }

    function _rentStep(uint256 from, bytes4 call, uint256 to, string memory name) private {
        _rentSteps[_rentKey(from, call, to)] = bytes32(bytes(name));
        declare("", name);
    }

    function _rentKey(uint256 from, bytes4 call, uint256 to) private pure returns (uint256) {
        return (uint256(uint32(call)) << 16) | (from << 8) | to;
    }
}
