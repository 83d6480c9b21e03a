// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRequestBook} from "../../../contracts/interfaces/IRequestBook.sol";
import {JobState} from "../../../contracts/types/Job.sol";
import {Request} from "../../../contracts/types/Order.sol";
import {World} from "../World.sol";
import {GhostRequest} from "../stores/MarketBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {JobEnds} from "./JobEnds.sol";

/// @title RequestHandler
/// @notice Requests are signed, published, taken, taken again after a decline, canceled, and voided all at once.
contract RequestHandler is JobEnds {
    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            string.concat(ACTIONS, REQUEST_ACTIONS, JOB_ACTIONS, END_ACTIONS, " request.cancel request.raiseEpoch"),
            string.concat(STATES, REQUEST_STATES, JOB_STATES, " request.canceled request.voided")
        )
    {}

    /// @notice A request that waits for its taker.
    function request(uint256 seed) external move {
        _request(_client(seed), seed);
    }

    /// @notice A request and a job from it.
    function take(uint256 seed) external move {
        (uint256 requestId, address id) = _request(_client(seed), seed);
        _takeRequest("request.take", requestId, id, seed);
    }

    /// @notice A job from a request that waits, declined before or not.
    function takeAgain(uint256 seed) external move {
        uint256 size = store.requestCount();
        for (uint256 i; i < size; ++i) {
            uint256 requestId = ((_random(seed, "request") % size) + i) % size;
            GhostRequest memory ghost = store.requestOf(requestId);
            if (!_isLive(ghost)) continue;
            (bool found, address id) = _suitable(ghost.request, seed);
            if (!found) continue;
            _takeRequest("request.takeAgain", requestId, id, seed);
            return;
        }
    }

    /// @notice A request that is taken, declined, and taken once more.
    function takeAfterDecline(uint256 seed) external move {
        (uint256 requestId, address id) = _request(_client(seed), seed);
        if (!_takeRequest("request.take", requestId, id, seed)) return;
        uint256 jobId = store.jobCount() - 1;
        if (!_endActive(JobState.DECLINED, jobId, store.jobOf(jobId), seed)) return;
        if (_isLive(store.requestOf(requestId))) _takeRequest("request.takeAgain", requestId, id, seed);
    }

    function cancel(uint256 seed) external move {
        uint256 size = store.requestCount();
        uint256 requestId = _random(seed, "request") % (size + 1);
        if (requestId == size) (requestId, ) = _request(_client(seed), seed);
        if (!store.requestOf(requestId).canceled) _cancel(requestId);
    }

    function raiseEpoch(uint256 seed) external move {
        address client = _client(seed);
        (uint256 requestId, ) = _request(client, seed);
        bytes memory call = abi.encodeCall(IRequestBook.raiseRequestEpoch, ());
        _act("request.raiseEpoch", client, address(escrow), call);
        if (!_isLive(store.requestOf(requestId))) store.reach("request.voided");
    }

    /// @dev A provider that may take the request.
    function _suitable(Request memory wanted, uint256 seed) private view returns (bool, address) {
        address[] memory ids = world.providerIds();
        for (uint256 i; i < ids.length; ++i) {
            address id = ids[((_random(seed, "taker") % ids.length) + i) % ids.length];
            if (wanted.taker != address(0) && wanted.taker != id) continue;
            if (registry.ownerOf(id) == address(0) || wanted.collateral > _room(id)) continue;
            if (wanted.minStake > staking.committedOf(id)) continue;
            if (wanted.minGpuCount != 0 && world.machineOf(id) == 0) continue;
            return (true, id);
        }
        return (false, address(0));
    }
}
