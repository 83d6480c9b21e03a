// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {Profile} from "../../../contracts/types/Provider.sol";
import {vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {GhostAuthorization} from "../stores/LockBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";

/// @title StakeAttacks
/// @notice Calls to registry and staking that must be refused: outsiders act as owners, owners are too early or take
/// too much, services exceed what they hold and what they were allowed.
contract StakeAttacks is Handler {
    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            "attack.registryPerson attack.stakePerson attack.stakeEarly attack.stakeTooMuch attack.service "
            "attack.hostileService",
            "attack.serviceHoldsLocks"
        )
    {}

    /// @notice Somebody else's provider: its profile, its keys, its bounds, its epoch, itself.
    function actAsOwnerInRegistry(uint256 seed) external move {
        address id = _provider(seed);
        address by = _outsider(id, registry.pendingOwnerOf(id), _random(seed, "outsider"));
        uint256 step = _random(seed, "step") % 6;
        bytes memory call = abi.encodeCall(IProviderRegistry.acceptOwnership, (id));
        if (step == 0) call = abi.encodeCall(IProviderRegistry.updateProfile, (id, Profile(by, keccak256("key"), "")));
        if (step == 1) call = abi.encodeCall(IProviderRegistry.offerOwnership, (id, by));
        if (step == 2) call = abi.encodeCall(IProviderRegistry.setOperator, (id, by, true));
        if (step == 3) call = abi.encodeCall(IProviderRegistry.setOperatorBound, (id, payToken, address(0), 1));
        if (step == 4) call = abi.encodeCall(IProviderRegistry.raiseAuthEpoch, (id));
        _attack(7, "attack.registryPerson", by, address(registry), call);
    }

    /// @notice Somebody else's stake; operators may not touch it either.
    function actAsOwnerInStaking(uint256 seed) external move {
        address id = _pick(world.providerIds(), seed);
        address by = _person(_random(seed, "by"));
        if (by == registry.ownerOf(id)) by = registry.isOperator(id, id) ? id : address(world.hostileService());
        uint256 step = _random(seed, "step") % 4;
        bytes memory call = abi.encodeCall(IProviderStaking.withdraw, (id, by));
        if (step == 0) call = abi.encodeCall(IProviderStaking.authorize, (id, by, 1, 1));
        if (step == 1) call = abi.encodeCall(IProviderStaking.startThaw, (id, 1));
        if (step == 2) call = abi.encodeCall(IProviderStaking.cancelThaw, (id));
        _attack(7, "attack.stakePerson", by, address(staking), call);
    }

    /// @notice Withdraws stake that has not thawed.
    function withdrawEarly(uint256 seed) external move {
        address id = _provider(seed);
        (, uint40 thawedAt) = staking.thawOf(id);
        if (thawedAt != 0 && block.timestamp >= thawedAt) return;
        bytes memory call = abi.encodeCall(IProviderStaking.withdraw, (id, registry.ownerOf(id)));
        _attack(3, "attack.stakeEarly", registry.ownerOf(id), address(staking), call);
    }

    /// @notice An owner thaws or allots more than is free, or takes a part away from under a lock.
    function exceedStake(uint256 seed) external move {
        address id = _provider(seed);
        address service = _pick(world.services(), _random(seed, "service"));
        GhostAuthorization memory ghost = store.authorizationOf(id, service);
        uint128 free = staking.freeOf(id);
        uint256 step = _random(seed, "step") % 3;
        bytes memory call = abi.encodeCall(IProviderStaking.startThaw, (id, free + 1));
        if (step == 0) call = abi.encodeCall(IProviderStaking.authorize, (id, service, ghost.limit + free + 1, 1));
        if (step == 1 && ghost.locked != 0) {
            call = abi.encodeCall(IProviderStaking.authorize, (id, service, ghost.locked - 1, 0));
        }
        _attack(3, "attack.stakeTooMuch", registry.ownerOf(id), address(staking), call);
    }

    /// @notice The honest service asks for something that it may not have.
    function overreach(uint256 seed) external move {
        address service = world.honestService();
        (bool found, uint256 lockId) = store.findLock(service, _random(seed, "lock"));
        address id = found ? store.lockOf(lockId).provider : _provider(seed);
        if (!found) _lockSome(id, service);
        bytes[] memory calls = _overreachingCalls(id, service);
        _attack(7, "attack.service", service, address(staking), calls[_random(seed, "call") % calls.length]);
        if (store.authorizationOf(id, service).locked != 0) store.reach("attack.serviceHoldsLocks");
    }

    /// @notice The hostile service asks for all of it in one transaction.
    function overreachAtOnce(uint256 seed) external move {
        address id = _provider(seed);
        bytes[] memory calls = _overreachingCalls(id, address(world.hostileService()));
        address[] memory targets = new address[](calls.length);
        for (uint256 i; i < calls.length; ++i) targets[i] = address(staking);
        bool refused = world.hostileService().tryAll(targets, calls) == 0;
        if (!refused) store.breach(7, "an attack got through: attack.hostileService");
        store.count("attack.hostileService", refused);
    }

    function _lockSome(address id, address service) private {
        GhostAuthorization memory ghost = store.authorizationOf(id, service);
        if (ghost.maxPerLock == 0 || ghost.locked == ghost.limit) return;
        vm.prank(service);
        staking.lock(id, 1);
        store.noteLocked(id, service, 1);
    }

    function _overreachingCalls(address id, address service) private view returns (bytes[] memory calls) {
        GhostAuthorization memory ghost = store.authorizationOf(id, service);
        (address[] memory recipients, uint128[] memory shares) = (new address[](1), new uint128[](1));
        recipients[0] = service;
        calls = new bytes[](8);
        calls[0] = abi.encodeCall(IProviderStaking.lock, (id, ghost.maxPerLock + 1));
        calls[1] = abi.encodeCall(IProviderStaking.lock, (id, ghost.limit - ghost.locked + 1));
        calls[2] = abi.encodeCall(IProviderStaking.release, (id, ghost.locked + 1));
        calls[3] = abi.encodeCall(IProviderStaking.slash, (id, ghost.locked + 1, recipients, shares));
        calls[4] = abi.encodeCall(IProviderStaking.slash, (id, ghost.locked, new address[](0), shares));
        shares[0] = ghost.locked / 2 + 1;
        calls[5] = abi.encodeCall(IProviderStaking.slash, (id, ghost.locked, recipients, shares));
        calls[6] = abi.encodeCall(IProviderStaking.authorize, (id, service, ghost.limit, ghost.limit));
        calls[7] = abi.encodeCall(IProviderStaking.withdraw, (id, service));
    }
}
