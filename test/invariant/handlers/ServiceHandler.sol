// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {Holding} from "../stores/FallWatch.sol";
import {GhostAuthorization, GhostLock, StakeChange} from "../stores/LockBook.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";

/// @title ServiceHandler
/// @notice Two further services lock, release and slash within what owners authorized: an honest one, and a hostile
/// one that takes all it may for itself.
contract ServiceHandler is Handler {
    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            "service.lock service.release service.slash service.oversharedSlash",
            "lock.open lock.zero lock.whole lock.released lock.slashedInPart lock.slashedWhole slash.odd"
        )
    {}

    function lock(uint256 seed) external move {
        _lock(_service(seed), seed);
    }

    function release(uint256 seed) external move {
        (bool found, uint256 lockId) = _openLock(_service(seed), seed);
        if (!found) return;
        GhostLock memory ghost = store.lockOf(lockId);
        StakeChange memory before = _stakeReading(ghost.provider, ghost.service);
        if (!_release(ghost, ghost.amount)) return;
        store.noteUnlocked(lockId, _changeSince(before, ghost.provider, ghost.service));
        store.reach("lock.released");
    }

    function slash(uint256 seed) external move {
        (bool found, uint256 lockId) = _openLock(_service(seed), seed);
        if (!found) return;
        GhostLock memory ghost = store.lockOf(lockId);
        StakeChange memory before = _stakeReading(ghost.provider, ghost.service);
        uint128 amount = uint128(_amount(_random(seed, "slashed"), 0, ghost.amount));
        (address[] memory recipients, uint128[] memory shares) = _split(ghost.service, amount / 2, seed);
        store.cover(Holding.STAKE, ghost.provider, address(0), amount);
        (bool succeeded, ) = _act(
            "service.slash",
            ghost.service,
            address(staking),
            abi.encodeCall(IProviderStaking.slash, (ghost.provider, amount, recipients, shares))
        );
        if (!succeeded) return;
        if (amount < ghost.amount && !_release(ghost, ghost.amount - amount)) return;
        store.noteUnlocked(lockId, _changeSince(before, ghost.provider, ghost.service));
        if (amount % 2 == 1) store.reach("slash.odd");
        store.reach(amount == ghost.amount ? bytes32("lock.slashedWhole") : bytes32("lock.slashedInPart"));
    }

    /// @notice Recipients together get one more than half.
    function slashWithLargerShares(uint256 seed) external move {
        (bool found, uint256 lockId) = _openLock(_service(seed), seed);
        if (!found) return;
        GhostLock memory ghost = store.lockOf(lockId);
        uint128 amount = uint128(_amount(_random(seed, "slashed"), 0, ghost.amount));
        (address[] memory recipients, uint128[] memory shares) = _split(ghost.service, amount / 2 + 1, seed);
        _attack(
            4,
            "service.oversharedSlash",
            ghost.service,
            address(staking),
            abi.encodeCall(IProviderStaking.slash, (ghost.provider, amount, recipients, shares))
        );
    }

    function _release(GhostLock memory ghost, uint128 amount) private returns (bool succeeded) {
        (succeeded, ) = _act(
            "service.release",
            ghost.service,
            address(staking),
            abi.encodeCall(IProviderStaking.release, (ghost.provider, amount))
        );
    }

    function _lock(address service, uint256 seed) private returns (bool succeeded, uint256 lockId) {
        address id = _provider(seed);
        GhostAuthorization memory ghost = store.authorizationOf(id, service);
        uint128 room = ghost.limit - ghost.locked;
        if (room > ghost.maxPerLock) room = ghost.maxPerLock;
        uint128 amount = uint128(_amount(_random(seed, "amount"), 0, room));
        (succeeded, ) = _act(
            "service.lock",
            service,
            address(staking),
            abi.encodeCall(IProviderStaking.lock, (id, amount))
        );
        if (!succeeded) return (false, 0);
        lockId = store.noteLocked(id, service, amount);
        store.reach("lock.open");
        if (amount == 0) store.reach("lock.zero");
        if (amount != 0 && ghost.locked + amount == ghost.limit) store.reach("lock.whole");
    }

    /// @dev An open lock; a new one where there is none.
    function _openLock(address service, uint256 seed) private returns (bool found, uint256 lockId) {
        (found, lockId) = store.findLock(service, _random(seed, "lock"));
        if (!found) (found, lockId) = _lock(service, seed);
    }

    /// @dev The honest service pays one or two people some or all of the shares; the hostile one itself, all.
    function _split(
        address service,
        uint128 most,
        uint256 seed
    ) private view returns (address[] memory recipients, uint128[] memory shares) {
        bool hostile = service == address(world.hostileService());
        uint256 size = hostile ? 1 : 1 + (_random(seed, "size") % 2);
        recipients = new address[](size);
        shares = new uint128[](size);
        for (uint256 i; i < size; ++i) {
            recipients[i] = hostile ? service : _person(_random(seed, "recipient") / 2 + i);
        }
        if (size == 2) shares[1] = most / 3;
        shares[0] = most - shares[size - 1];
    }

    function _service(uint256 seed) private view returns (address) {
        return world.services()[1 + (_random(seed, "service") % 2)];
    }
}
