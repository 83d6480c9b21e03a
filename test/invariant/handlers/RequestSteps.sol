// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IRequestBook} from "../../../contracts/interfaces/IRequestBook.sol";
import {JobTerms} from "../../../contracts/types/Job.sol";
import {Request} from "../../../contracts/types/Order.sol";
import {RequestTerms} from "../../utils/RequestTerms.sol";
import {Holding} from "../stores/FallWatch.sol";
import {GhostRequest} from "../stores/MarketBook.sol";
import {MarketHandler} from "./MarketHandler.sol";

/// @title RequestSteps
/// @notice How requests are drawn up and taken; the handlers of requests, jobs and attacks build on it.
abstract contract RequestSteps is MarketHandler {
    string internal constant REQUEST_ACTIONS = " request.publish request.take request.takeAgain";
    string internal constant REQUEST_STATES =
        " request.published request.signed request.byContract request.named request.forMachine request.forStake "
        "request.takenByOwner request.takenByOperator request.atStartRate request.rising request.atMaxRate "
        "request.declinedBefore";

    /// @dev A request that a provider can take now, and that provider.
    function _draftRequest(address client, uint256 seed) internal returns (Request memory request, address id) {
        id = _provider(_random(seed, "provider"));
        request.client = client;
        request.taker = _random(seed, "taker") % 3 == 0 ? id : address(0);
        request.token = _token(_random(seed, "token"));
        request.adjudicator = _adjudicator(_random(seed, "adjudicator"));
        request.collateral = uint128(_amount(_random(seed, "collateral"), 0, _room(id)));
        request.disputeFee = uint128(_amount(_random(seed, "fee"), 0, 1e18));
        request.runLimitSeconds = 1 + uint32(_random(seed, "run") % 3_600);
        request.declineSeconds = 1 + uint32(_random(seed, "decline") % 600);
        request.slackSeconds = 1 + uint32(_random(seed, "slack") % 600);
        request.reviewSeconds = 1 + uint32(_random(seed, "review") % 1_800);
        request.rulingSeconds = 1 + uint32(_random(seed, "ruling") % 3_600);
        request.noRulingBps = _part(_random(seed, "part"));
        request.startsAt = uint40(block.timestamp - 600 + (_random(seed, "start") % 900));
        request.riseSeconds = uint32(_random(seed, "rise") % 1_200);
        request.expiresAt = uint40(block.timestamp + 600 + (_random(seed, "expiry") % 2 hours));
        request.epoch = escrow.requestEpochOf(client);
        request.specDigest = keccak256("spec");
        request.specRoot = keccak256("spec root");
        request.salt = store.requestCount();
        if (_random(seed, "stake") % 3 == 0) request.minStake = staking.committedOf(id);
        if (world.machineOf(id) != 0 && _random(seed, "machine") % 3 == 0) {
            request.gpuModel = "gpu";
            request.minGpuCount = 2;
            request.minVramMib = uint32(_random(seed, "vram") % 8_001);
            request.region = _random(seed, "region") % 2 == 0 ? bytes8("de") : bytes8("de-by");
        }
        _fillClaim(request.token, client, 1e20);
        uint256 most = vault.balanceOf(client, _idOf(request.token)) / request.runLimitSeconds / 4;
        request.maxRatePerSecond = uint128(_amount(_random(seed, "rate"), 1, most));
        request.startRatePerSecond = uint128(_amount(_random(seed, "start rate"), 1, request.maxRatePerSecond));
    }

    /// @dev Makes a request known to the store.
    function _request(address client, uint256 seed) internal returns (uint256 requestId, address id) {
        Request memory request;
        (request, id) = _draftRequest(client, seed);
        bytes32 orderHash = escrow.hashRequest(request);
        bool publish = _random(seed, "publish") % 4 == 0;
        if (publish) {
            bytes memory call = abi.encodeCall(IRequestBook.publishRequest, (request, "https://store"));
            (publish, ) = _act("request.publish", client, address(escrow), call);
        }
        store.reach(publish ? bytes32("request.published") : bytes32("request.signed"));
        requestId = store.noteRequested(request, orderHash, publish ? bytes("") : world.sign(client, orderHash));
    }

    /// @dev Takes a request that should be good for this provider.
    function _takeRequest(
        bytes32 action,
        uint256 requestId,
        address id,
        uint256 seed
    ) internal returns (bool succeeded) {
        GhostRequest memory ghost = store.requestOf(requestId);
        JobTerms memory terms = _termsOfRequest(ghost, id);
        address key = _prepareTake(ghost, terms, seed);
        bytes memory result;
        (succeeded, result) = _act(action, key, address(escrow), _takeCall(ghost, id));
        if (!succeeded) return false;
        if (abi.decode(result, (bytes32)) != keccak256(abi.encode(terms))) store.breach(2, "a job of other terms");
        store.noteRequestTaken(requestId, store.noteLocked(id, address(escrow), terms.collateral), terms);
        _reachOpened(terms);
        _reachTaken(ghost, terms.ratePerSecond, key == registry.ownerOf(id));
    }

    function _cancel(uint256 requestId) internal {
        Request memory request = store.requestOf(requestId).request;
        bytes memory call = abi.encodeCall(IRequestBook.cancelRequest, (request));
        (bool succeeded, ) = _act("request.cancel", request.client, address(escrow), call);
        if (!succeeded) return;
        store.noteRequestCanceled(requestId);
        store.reach("request.canceled");
    }

    /// @dev Opens a job from an offer or a request, both new.
    function _openAny(uint256 seed) internal returns (bool succeeded) {
        if (_random(seed, "by request") % 2 == 0) return _open(seed);
        (uint256 requestId, address id) = _request(_client(seed), seed);
        return _takeRequest("request.take", requestId, id, seed);
    }

    /// @dev Whether a request may still open a job.
    function _isLive(GhostRequest memory ghost) internal view returns (bool) {
        return
            !ghost.canceled &&
            !ghost.taken &&
            block.timestamp <= ghost.request.expiresAt &&
            ghost.request.epoch == escrow.requestEpochOf(ghost.request.client);
    }

    /// @dev What a request pays now, put together without the market's help.
    function _rateOf(Request memory request) internal view returns (uint128) {
        if (block.timestamp <= request.startsAt) return request.startRatePerSecond;
        uint256 elapsed = block.timestamp - request.startsAt;
        if (elapsed >= request.riseSeconds) return request.maxRatePerSecond;
        uint256 rise = uint256(request.maxRatePerSecond - request.startRatePerSecond) * elapsed;
        return uint128(request.startRatePerSecond + rise / request.riseSeconds);
    }

    /// @dev An operator, where there is one whose bounds allow it; else the owner.
    function _takerKey(
        Request memory request,
        uint128 rate,
        address id,
        uint256 seed
    ) internal view returns (address key) {
        key = _operatorOf(id, _random(seed, "key"));
        if (registry.canPromise(id, key, request.token, request.adjudicator, rate)) return key;
        return registry.ownerOf(id);
    }

    function _takeCall(GhostRequest memory ghost, address id) internal view returns (bytes memory) {
        bytes32 machineId = world.machineOf(id);
        return abi.encodeCall(IJobEscrow.takeRequest, (ghost.request, ghost.signature, id, machineId));
    }

    /// @dev The client can pay, and the watch knows what comes.
    function _prepareTake(
        GhostRequest memory ghost,
        JobTerms memory terms,
        uint256 seed
    ) private returns (address key) {
        uint256 price = uint256(terms.ratePerSecond) * terms.runLimitSeconds;
        _fillClaim(terms.token, terms.client, price);
        _allowMarket(terms.client, terms.token);
        store.cover(Holding.CLAIM, terms.client, terms.token, price);
        store.watch(keccak256(abi.encode(terms)));
        return _takerKey(ghost.request, terms.ratePerSecond, terms.provider, seed);
    }

    function _termsOfRequest(GhostRequest memory ghost, address id) private view returns (JobTerms memory) {
        Request memory request = ghost.request;
        address payout = registry.payoutOf(id);
        return RequestTerms.compose(request, ghost.orderHash, ghost.filled + 1, id, payout, _rateOf(request));
    }

    function _reachTaken(GhostRequest memory ghost, uint128 rate, bool byOwner) private {
        Request memory request = ghost.request;
        store.reach(byOwner ? bytes32("request.takenByOwner") : bytes32("request.takenByOperator"));
        if (request.client == world.wallet()) store.reach("request.byContract");
        if (request.taker != address(0)) store.reach("request.named");
        if (request.minGpuCount != 0) store.reach("request.forMachine");
        if (request.minStake != 0) store.reach("request.forStake");
        if (ghost.filled != 0) store.reach("request.declinedBefore");
        if (rate == request.maxRatePerSecond) store.reach("request.atMaxRate");
        else
            store.reach(
                rate == request.startRatePerSecond ? bytes32("request.atStartRate") : bytes32("request.rising")
            );
    }
}
