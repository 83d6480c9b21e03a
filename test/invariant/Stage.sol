// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deployed} from "../utils/Deployed.sol";
import {vm} from "../utils/Vm.sol";
import {Suite, World} from "./World.sol";
import {Watch} from "./stores/FallWatch.sol";
import {Store} from "./stores/Store.sol";

/// @title Stage
/// @notice The world, its handlers, and what the fuzzer may call. Test contracts add the invariants.
abstract contract Stage is Deployed {
    World internal _world;
    Store internal _store;
    address[] private _handlers;
    mapping(string name => address) private _handlerOf;

    /// @notice Only handlers are called, each of their moves as likely as any other.
    function targetContracts() external view returns (address[] memory) {
        return _handlers;
    }

    /// @notice Where a handler is, for those who repeat its moves; of several alike any.
    function handlerNamed(string calldata name) external view returns (address) {
        return _handlerOf[name];
    }

    /// @notice Writes down what one run reached; scripts/invariants/Reach.ts sums it up.
    function afterInvariant() external {
        _beforeReport();
        if (vm.envOr("WATTLE_REACH", 0) == 1) vm.writeLine("cache/invariant-reach.jsonl", _store.report());
    }

    /// @dev What is done where a run stops.
    function _beforeReport() internal virtual {}

    function _addHandler(string memory name) internal {
        _handlerOf[name] = deploy(name, abi.encode(_store, _world));
        _handlers.push(_handlerOf[name]);
    }

    /// @param watch What is looked at after each move.
    function _set(Watch watch) internal {
        // By their artifacts: all of them inside of the test contract would be more code than any chain takes.
        _world = World(deploy("World", ""));
        _store = Store(deploy("Store", abi.encode(_world, watch)));
        Suite memory suite = _world.suite();
        (payToken, stakeToken) = (suite.payToken, suite.stakeToken);
        (registry, staking, vault, escrow) = (suite.registry, suite.staking, suite.vault, suite.escrow);
        string[20] memory names = [
            "OfferHandler",
            "RequestHandler",
            "JobHandler",
            "BatchHandler",
            "DisputeHandler",
            "AdjudicatorHandler",
            "LeaseHandler",
            "LeaseAttacks",
            "SessionHandler",
            "SessionAttacks",
            "MarketAttacks",
            "RequestAttacks",
            "RegistryHandler",
            "StakingHandler",
            "ServiceHandler",
            "StakeAttacks",
            "VaultHandler",
            "ClaimAttacks",
            "DonationHandler",
            "TimeHandler"
        ];
        for (uint256 i; i < names.length; ++i) _addHandler(names[i]);
        _store.declare("", "end.everything");
        _adoptAuthorizations();
        _store.sweep();
    }

    /// @dev What owners allowed before the first move.
    function _adoptAuthorizations() private {
        address[] memory ids = _world.providerIds();
        address[] memory services = _world.services();
        for (uint256 i; i < ids.length; ++i) {
            for (uint256 j; j < services.length; ++j) {
                (uint128 limit, uint128 maxPerLock, ) = staking.authorizationOf(ids[i], services[j]);
                _store.noteAuthorized(ids[i], services[j], limit, maxPerLock);
            }
        }
    }
}
