// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRequestBook} from "../../../contracts/interfaces/IRequestBook.sol";
import {Request} from "../../../contracts/types/Order.sol";
import {vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {GhostRequest} from "../stores/MarketBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {RequestSteps} from "./RequestSteps.sol";

/// @title RequestAttacks
/// @notice Requests that must open nothing: used up, withdrawn, late, unsigned, signed elsewhere, or for somebody else.
contract RequestAttacks is RequestSteps {
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
                " request.raiseEpoch request.cancel attack.requestDead attack.requestForged attack.requestUnfit attack.requestPerson"
            ),
            string.concat(
                STATES,
                REQUEST_STATES,
                " deadRequest.taken deadRequest.canceled deadRequest.expired deadRequest.epoch forged.otherChain "
                "forged.otherMarket forged.unsigned forged.field request.canceled"
            )
        )
    {}

    /// @notice Takes a request that is used up, was canceled, has expired, or is of an old epoch.
    function takeDeadRequest(uint256 seed) external move {
        if (_random(seed, "kill") % 3 != 0) return _takeKilled(seed);
        uint256 size = store.requestCount();
        for (uint256 i; i < size; ++i) {
            GhostRequest memory ghost = store.requestOf(((_random(seed, "request") % size) + i) % size);
            if (_isLive(ghost)) continue;
            address id = ghost.request.taker == address(0) ? _provider(seed) : ghost.request.taker;
            _takeInVain("attack.requestDead", ghost, id, registry.ownerOf(id));
            return store.reach(_causeOfDeath(ghost));
        }
    }

    /// @notice Takes a request that its client did not sign, not so, or not for this market on this chain.
    function takeForgedRequest(uint256 seed) external move {
        GhostRequest memory ghost;
        address id;
        (ghost.request, id) = _draftRequest(_client(seed), seed);
        Request memory request = ghost.request;
        address by = _takerKey(request, _rateOf(request), id, seed);
        // The client needs no signature of its own.
        if (by == request.client) return;
        bytes32 digest = escrow.hashRequest(request);
        address signer = request.client;
        uint256 flaw = _random(seed, "flaw") % 7;
        if (flaw == 0) digest = world.otherEscrow().hashRequest(request);
        if (flaw == 1) digest = _digestOnOtherChain(request);
        if (flaw == 2) signer = by;
        ghost.signature = world.sign(signer, digest);
        if (flaw == 3) ghost.signature = "";
        if (flaw == 4) ++request.maxRatePerSecond;
        if (flaw == 5) request.salt = ~request.salt;
        if (flaw == 6) ++request.collateral;
        _takeInVain("attack.requestForged", ghost, id, by);
        if (flaw == 0) store.reach("forged.otherMarket");
        else if (flaw == 1) store.reach("forged.otherChain");
        else store.reach(flaw < 4 ? bytes32("forged.unsigned") : bytes32("forged.field"));
    }

    /// @notice Takes a request, well signed, that the provider, its key, its machine or its stake does not meet, or that
    /// nobody could pay or may make.
    function takeUnfit(uint256 seed) external move {
        GhostRequest memory ghost;
        address id;
        (ghost.request, id) = _draftRequest(_client(seed), seed);
        Request memory request = ghost.request;
        address by = registry.ownerOf(id);
        uint256 flaw = _random(seed, "flaw") % 10;
        if (flaw == 0) request.taker = address(world.hostileService());
        if (flaw == 1) by = _outsider(id, address(0), _random(seed, "outsider"));
        if (flaw == 2) request.minStake = staking.committedOf(id) + 1;
        if (flaw == 3) (request.gpuModel, request.minGpuCount) = ("gpu", 3);
        if (flaw == 4) request.region = "us";
        if (flaw == 5) request.collateral = uint128(_room(id)) + 1;
        if (flaw == 6) request.epoch += 1;
        if (flaw == 7) request.expiresAt = uint40(block.timestamp - 1);
        if (flaw == 8) request.rulingSeconds = 0;
        if (flaw == 9) {
            uint256 claim = vault.balanceOf(request.client, _idOf(request.token));
            request.startRatePerSecond = uint128(claim / request.runLimitSeconds) + 1;
            request.maxRatePerSecond = request.startRatePerSecond;
        }
        ghost.signature = world.sign(request.client, escrow.hashRequest(request));
        _takeInVain("attack.requestUnfit", ghost, id, by);
    }

    /// @notice Publishes or cancels a request that is not one's own.
    function requestForAnother(uint256 seed) external move {
        (Request memory request, address id) = _draftRequest(_client(seed), seed);
        address by = _random(seed, "by") % 2 == 0 ? id : _outsider(id, request.client, _random(seed, "outsider"));
        if (by == request.client) return;
        bytes memory call =
            _random(seed, "cancel") % 2 == 0
                ? abi.encodeCall(IRequestBook.publishRequest, (request, ""))
                : abi.encodeCall(IRequestBook.cancelRequest, (request));
        _attack(9, "attack.requestPerson", by, address(escrow), call);
    }

    /// @dev A request that nothing is wrong with, but that it dies at once: its client cancels it or raises the epoch, its
    /// time runs out, or it is taken.
    function _takeKilled(uint256 seed) private {
        address client = _client(seed);
        (uint256 requestId, address id) = _request(client, seed);
        uint256 way = _random(seed, "way") % 4;
        if (way == 0) vm.warp(store.requestOf(requestId).request.expiresAt + 1);
        if (way == 1) _cancel(requestId);
        if (way == 2)
            _act("request.raiseEpoch", client, address(escrow), abi.encodeCall(IRequestBook.raiseRequestEpoch, ()));
        if (way == 3) _takeRequest("request.take", requestId, id, seed);
        GhostRequest memory ghost = store.requestOf(requestId);
        if (_isLive(ghost)) return;
        _takeInVain("attack.requestDead", ghost, id, registry.ownerOf(id));
        store.reach(_causeOfDeath(ghost));
    }

    function _takeInVain(bytes32 action, GhostRequest memory ghost, address id, address by) private {
        _allowMarket(ghost.request.client, ghost.request.token);
        _attack(9, action, by, address(escrow), _takeCall(ghost, id));
    }

    function _digestOnOtherChain(Request memory request) private returns (bytes32 digest) {
        uint256 chainId = block.chainid;
        vm.chainId(chainId + 1);
        digest = escrow.hashRequest(request);
        vm.chainId(chainId);
    }

    function _causeOfDeath(GhostRequest memory ghost) private view returns (bytes32) {
        if (ghost.canceled) return "deadRequest.canceled";
        if (ghost.taken) return "deadRequest.taken";
        return
            block.timestamp > ghost.request.expiresAt ? bytes32("deadRequest.expired") : bytes32("deadRequest.epoch");
    }
}
