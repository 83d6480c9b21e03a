// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {vm} from "../utils/Vm.sol";
import {Suite, World} from "./World.sol";
import {ClaimAttacks} from "./handlers/ClaimAttacks.sol";
import {DonationHandler} from "./handlers/DonationHandler.sol";
import {JobHandler} from "./handlers/JobHandler.sol";
import {MarketAttacks} from "./handlers/MarketAttacks.sol";
import {OfferHandler} from "./handlers/OfferHandler.sol";
import {RegistryHandler} from "./handlers/RegistryHandler.sol";
import {ServiceHandler} from "./handlers/ServiceHandler.sol";
import {StakeAttacks} from "./handlers/StakeAttacks.sol";
import {StakingHandler} from "./handlers/StakingHandler.sol";
import {TimeHandler} from "./handlers/TimeHandler.sol";
import {VaultHandler} from "./handlers/VaultHandler.sol";
import {Store} from "./stores/Store.sol";

/// @title Stage
/// @notice The world, its handlers, and what the fuzzer may call. Test contracts add the invariants.
abstract contract Stage {
    World internal _world;
    Store internal _store;
    Suite internal _suite;
    address[] private _handlers;

    /// @notice Only handlers are called, each of their moves as likely as any other.
    function targetContracts() external view returns (address[] memory) {
        return _handlers;
    }

    /// @notice Writes down what one run reached; scripts/check-invariant-reach.ts sums it up.
    function afterInvariant() external {
        if (vm.envOr("WATTLE_REACH", 0) == 1) vm.writeLine("cache/invariant-reach.jsonl", _store.report());
    }

    /// @param watching Whether everybody's holdings are compared after each move, which takes most of a run's time.
    function _set(bool watching) internal {
        _world = new World();
        _suite = _world.suite();
        _store = new Store(_world, watching);
        _handlers.push(address(new OfferHandler(_store, _world)));
        _handlers.push(address(new JobHandler(_store, _world)));
        _handlers.push(address(new MarketAttacks(_store, _world)));
        _handlers.push(address(new RegistryHandler(_store, _world)));
        _handlers.push(address(new StakingHandler(_store, _world)));
        _handlers.push(address(new ServiceHandler(_store, _world)));
        _handlers.push(address(new StakeAttacks(_store, _world)));
        _handlers.push(address(new VaultHandler(_store, _world)));
        _handlers.push(address(new ClaimAttacks(_store, _world)));
        _handlers.push(address(new DonationHandler(_store, _world)));
        _handlers.push(address(new TimeHandler(_store, _world)));
        _adoptAuthorizations();
        _store.sweep();
    }

    /// @dev What owners allowed before the first move.
    function _adoptAuthorizations() private {
        address[] memory ids = _world.providerIds();
        address[] memory services = _world.services();
        for (uint256 i; i < ids.length; ++i) {
            for (uint256 j; j < services.length; ++j) {
                (uint128 limit, uint128 maxPerLock, ) = _suite.staking.authorizationOf(ids[i], services[j]);
                _store.noteAuthorized(ids[i], services[j], limit, maxPerLock);
            }
        }
    }
}
