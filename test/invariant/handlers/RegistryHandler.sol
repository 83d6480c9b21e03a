// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {MachineClaim, Profile} from "../../../contracts/types/Provider.sol";
import {World} from "../World.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";

/// @title RegistryHandler
/// @notice Newcomers register, providers change hands, operators and bounds come and go, epochs rise.
contract RegistryHandler is Handler {
    bytes32[] private _machineIds;
    uint32 private _machineCount;
    mapping(bytes32 machineId => address) private _machineOwners;

    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            "registry.register registry.updateProfile registry.offerOwnership registry.acceptOwnership "
            "registry.addOperator registry.removeOperator registry.setOperatorBound registry.raiseAuthEpoch "
            "registry.addMachine registry.retireMachine",
            "provider.registered provider.handedOver provider.paysAContract"
        )
    {}

    function register(uint256 seed) external move {
        address person = _person(seed);
        if (registry.ownerOf(person) != address(0)) return;
        (bool succeeded, ) = _act(
            "registry.register",
            person,
            address(registry),
            abi.encodeCall(IProviderRegistry.register, (_profile(seed)))
        );
        if (succeeded) store.reach("provider.registered");
    }

    function updateProfile(uint256 seed) external move {
        address id = _provider(seed);
        Profile memory profile = _profile(seed);
        (bool succeeded, ) = _act(
            "registry.updateProfile",
            registry.ownerOf(id),
            address(registry),
            abi.encodeCall(IProviderRegistry.updateProfile, (id, profile))
        );
        if (succeeded && _isContract(profile.payout)) store.reach("provider.paysAContract");
    }

    function handOver(uint256 seed) external move {
        address id = _provider(seed);
        address heir = _person(_random(seed, "heir"));
        _act(
            "registry.offerOwnership",
            registry.ownerOf(id),
            address(registry),
            abi.encodeCall(IProviderRegistry.offerOwnership, (id, heir))
        );
        if (_random(seed, "accept") % 2 == 0) return;
        (bool succeeded, ) = _act(
            "registry.acceptOwnership",
            heir,
            address(registry),
            abi.encodeCall(IProviderRegistry.acceptOwnership, (id))
        );
        if (succeeded) store.reach("provider.handedOver");
    }

    function toggleOperator(uint256 seed) external move {
        address id = _provider(seed);
        address key = _pick(world.operators(), _random(seed, "key"));
        bool add = !registry.isOperator(id, key);
        _act(
            add ? bytes32("registry.addOperator") : bytes32("registry.removeOperator"),
            registry.ownerOf(id),
            address(registry),
            abi.encodeCall(IProviderRegistry.setOperator, (id, key, add))
        );
    }

    function setOperatorBound(uint256 seed) external move {
        address id = _provider(seed);
        address token = _token(_random(seed, "token"));
        address adjudicator = _adjudicator(_random(seed, "adjudicator"));
        uint128 bound = uint128(_amount(_random(seed, "bound"), 0, 1e16));
        _act(
            "registry.setOperatorBound",
            registry.ownerOf(id),
            address(registry),
            abi.encodeCall(IProviderRegistry.setOperatorBound, (id, token, adjudicator, bound))
        );
    }

    function raiseAuthEpoch(uint256 seed) external move {
        address id = _provider(seed);
        _act(
            "registry.raiseAuthEpoch",
            _operatorOf(id, _random(seed, "key")),
            address(registry),
            abi.encodeCall(IProviderRegistry.raiseAuthEpoch, (id))
        );
    }

    function addOrRetireMachine(uint256 seed) external move {
        bool retire = _random(seed, "retire") % 2 == 0;
        if (retire && _machineIds.length != 0) return _retireMachine();
        address id = _provider(seed);
        MachineClaim memory claim = MachineClaim("gpu", 1, ++_machineCount, "de", keccak256("report"));
        (bool succeeded, bytes memory result) = _act(
            "registry.addMachine",
            registry.ownerOf(id),
            address(registry),
            abi.encodeCall(IProviderRegistry.addMachine, (id, claim))
        );
        if (!succeeded) return;
        bytes32 machineId = abi.decode(result, (bytes32));
        _machineIds.push(machineId);
        _machineOwners[machineId] = id;
        if (retire) _retireMachine();
    }

    function _retireMachine() private {
        bytes32 machineId = _machineIds[_machineIds.length - 1];
        address id = _machineOwners[machineId];
        _machineIds.pop();
        _act(
            "registry.retireMachine",
            registry.ownerOf(id),
            address(registry),
            abi.encodeCall(IProviderRegistry.retireMachine, (id, machineId))
        );
    }

    /// @dev Earnings may go to anybody, contracts among them, whose claims nobody can use.
    function _profile(uint256 seed) private view returns (Profile memory) {
        return Profile(_recipient(_random(seed, "payout")), keccak256("x25519"), "http://provider");
    }
}
