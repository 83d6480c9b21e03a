// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Breaches} from "./Breaches.sol";

/// @notice What a provider's owner allowed a service, and what it holds.
struct GhostAuthorization {
    uint128 limit;
    uint128 maxPerLock;
    uint128 locked;
}

/// @notice A lock, and what became of it as measured from outside.
struct GhostLock {
    address provider;
    address service;
    uint128 amount;
    uint128 released;
    uint128 slashed;
    uint128 shares;
    uint8 ends;
}

/// @notice What changed in staking during a call.
/// @param lockedFall What the service holds less than before.
/// @param stakeFall What the provider has less than before: the slash.
/// @param sharesRise What all accounts can claim more than before.
/// @param burnRise What nobody owns more than before.
struct StakeChange {
    uint256 lockedFall;
    uint256 stakeFall;
    uint256 sharesRise;
    uint256 burnRise;
}

/// @title LockBook
/// @notice Every authorization and every lock, kept from what handlers asked for and measured, never from the
/// contracts' own bookkeeping.
abstract contract LockBook is Breaches {
    mapping(address provider => mapping(address service => GhostAuthorization)) private _authorizations;
    GhostLock[] private _locks;

    /// @notice An owner set what a service may lock.
    function noteAuthorized(address provider, address service, uint128 limit, uint128 maxPerLock) external {
        _authorizations[provider][service].limit = limit;
        _authorizations[provider][service].maxPerLock = maxPerLock;
    }

    /// @notice A service locked stake.
    function noteLocked(address provider, address service, uint128 amount) external returns (uint256 lockId) {
        GhostAuthorization storage authorization = _authorizations[provider][service];
        authorization.locked += amount;
        if (amount > authorization.maxPerLock) breach(3, "a lock above the most per lock");
        if (authorization.locked > authorization.limit) breach(3, "locks above the authorization");
        lockId = _locks.length;
        _locks.push(GhostLock(provider, service, amount, 0, 0, 0, 0));
    }

    /// @notice A lock ended.
    function noteUnlocked(uint256 lockId, StakeChange calldata change) external {
        GhostLock storage lock = _locks[lockId];
        GhostAuthorization storage authorization = _authorizations[lock.provider][lock.service];
        if (change.lockedFall != lock.amount) breach(4, "another amount was unlocked than locked");
        if (change.stakeFall > lock.amount) breach(4, "a slash above its lock");
        if (change.sharesRise > change.stakeFall / 2) breach(4, "recipients got more than half of a slash");
        if (change.stakeFall - change.sharesRise != change.burnRise) breach(4, "a slash is not shares and burn");
        if (change.stakeFall > authorization.limit) breach(7, "a service took more than was authorized");

        ++lock.ends;
        lock.slashed = uint128(change.stakeFall);
        lock.shares = uint128(change.sharesRise);
        authorization.locked -= lock.amount;
        // Wraps only after one of the breaches above, which the invariant reads next.
        unchecked {
            lock.released = uint128(change.lockedFall) - lock.slashed;
            authorization.limit -= lock.slashed;
        }
        if (authorization.maxPerLock > authorization.limit) authorization.maxPerLock = authorization.limit;
    }

    /// @notice What a service may lock and holds, by this book.
    function authorizationOf(address provider, address service) external view returns (GhostAuthorization memory) {
        return _authorizations[provider][service];
    }

    function lockOf(uint256 lockId) external view returns (GhostLock memory) {
        return _locks[lockId];
    }

    function lockCount() external view returns (uint256) {
        return _locks.length;
    }

    /// @notice A lock that has not ended, of a service, from a random place on.
    function findLock(address service, uint256 random) external view returns (bool found, uint256 lockId) {
        for (uint256 i; i < _locks.length; ++i) {
            lockId = ((random % _locks.length) + i) % _locks.length;
            if (_locks[lockId].service == service && _locks[lockId].ends == 0) return (true, lockId);
        }
    }
}
