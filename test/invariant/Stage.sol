// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deployed} from "../utils/Deployed.sol";
import {vm} from "../utils/Vm.sol";
import {Suite, World} from "./World.sol";
import {Store} from "./stores/Store.sol";

/// @title Stage
/// @notice The world, its handlers, and what the fuzzer may call. Test contracts add the invariants.
abstract contract Stage is Deployed {
    World internal _world;
    Store internal _store;
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
        // By their artifacts: all of them inside of the test contract would be more code than any chain takes.
        _world = World(deploy("World", ""));
        _store = Store(deploy("Store", abi.encode(_world, watching)));
        Suite memory suite = _world.suite();
        (payToken, stakeToken) = (suite.payToken, suite.stakeToken);
        (registry, staking, vault, escrow) = (suite.registry, suite.staking, suite.vault, suite.escrow);
        string[11] memory names = [
            "OfferHandler",
            "JobHandler",
            "MarketAttacks",
            "RegistryHandler",
            "StakingHandler",
            "ServiceHandler",
            "StakeAttacks",
            "VaultHandler",
            "ClaimAttacks",
            "DonationHandler",
            "TimeHandler"
        ];
        for (uint256 i; i < names.length; ++i) _handlers.push(deploy(names[i], abi.encode(_store, _world)));
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
