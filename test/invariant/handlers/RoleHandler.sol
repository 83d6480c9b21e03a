// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IRequestBook} from "../../../contracts/interfaces/IRequestBook.sol";
import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {Vm, vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {RoleCalls} from "./RoleCalls.sol";

/// @title RoleHandler
/// @notice Any function, called once by the contracts' deployer and once by somebody who was never there, from the same
/// state: what comes of it must be the same, but for the caller's own address.
contract RoleHandler is RoleCalls {
    address private constant FRESH = address(uint160(0xf2e5));

    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            "role.replayed",
            "role.allowed role.refused role.registry role.staking role.vault role.market role.adjudicator "
            "role.leases role.sessions"
        )
    {}

    function compare(uint256 seed) external move {
        (bool allowed, bytes32 first) = _outcome(address(world), seed);
        (, bytes32 second) = _outcome(FRESH, seed);
        store.count("role.replayed", first == second);
        if (first != second) store.breach(10, "two callers with the same rights are not treated the same");
        store.reach(allowed ? bytes32("role.allowed") : bytes32("role.refused"));
        (address target, ) = _callOf(FRESH, seed);
        if (target == address(registry)) store.reach("role.registry");
        else if (target == address(staking)) store.reach("role.staking");
        else if (target == address(vault)) store.reach("role.vault");
        else if (target == address(leases)) store.reach("role.leases");
        else if (target == address(sessions)) store.reach("role.sessions");
        else store.reach(target == address(escrow) ? bytes32("role.market") : bytes32("role.adjudicator"));
    }

    /// @dev What comes of a call: whether it succeeds, what it returns, its events and its effect. All is taken back.
    function _outcome(address caller, uint256 seed) private returns (bool succeeded, bytes32 outcome) {
        uint256 snapshot = vm.snapshotState();
        _equip(caller);
        (address target, bytes memory data) = _callOf(caller, seed);
        vm.recordLogs();
        bytes memory result;
        vm.prank(caller);
        (succeeded, result) = target.call{gas: 4_000_000}(data);
        // The id of an order or a job that the caller is a party to is a hash over its address.
        bytes32 own = succeeded && result.length == 32 ? bytes32(result) : _ownHash(data);
        outcome = keccak256(abi.encode(succeeded, _without(result, caller, own)));
        if (succeeded) outcome = keccak256(abi.encode(outcome, _events(caller, own)));
        outcome = keccak256(abi.encode(outcome, _effect(caller)));
        require(vm.revertToState(snapshot), "back in time");
    }

    /// @dev The hash of the caller's request or session that a call carries, if it does: {hashRequest} and
    /// {sessionIdOf} take the same arguments.
    function _ownHash(bytes memory data) private view returns (bytes32 hash) {
        bytes4 call = bytes4(data);
        bool isSession = call == ISessionEscrow.open.selector;
        bool isRequest = call == IRequestBook.cancelRequest.selector || call == IRequestBook.publishRequest.selector;
        if (!isSession && !isRequest) return 0;
        bytes memory asked = bytes.concat(data);
        bytes4 question = isSession ? ISessionEscrow.sessionIdOf.selector : IRequestBook.hashRequest.selector;
        for (uint256 i; i < 4; ++i) asked[i] = question[i];
        (, bytes memory answer) = (isSession ? address(sessions) : address(escrow)).staticcall(asked);
        return bytes32(answer);
    }

    /// @dev Everything that was emitted.
    function _events(address caller, bytes32 own) private returns (bytes32 events) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            bytes memory topics = _without(abi.encodePacked(logs[i].topics), caller, own);
            bytes memory data = _without(logs[i].data, caller, own);
            events = keccak256(abi.encode(events, logs[i].emitter, topics, data));
        }
    }

    /// @dev Tokens in the wallet and claims in the vault, for either caller the same.
    function _equip(address caller) private {
        address[] memory tokens = world.tokens();
        for (uint256 i; i < tokens.length; ++i) {
            _fillWallet(tokens[i], caller, address(vault), 2e22);
            vm.prank(caller);
            vault.deposit(IERC20(tokens[i]), 1e22, caller);
            _allowMarket(caller, tokens[i]);
            _letDraw(address(leases), caller, tokens[i]);
            _letDraw(address(sessions), caller, tokens[i]);
        }
        _fillWallet(stakeToken, caller, address(staking), 1e18);
    }

    /// @dev All claims, stakes, jobs, leases and sessions, and what the caller itself has.
    function _effect(address caller) private view returns (bytes32 effect) {
        address[] memory accounts = world.accounts();
        address[] memory tokens = world.tokens();
        for (uint256 j; j < tokens.length; ++j) {
            effect = keccak256(abi.encode(effect, vault.balanceOf(caller, _idOf(tokens[j]))));
            for (uint256 i; i < accounts.length; ++i) {
                effect = keccak256(abi.encode(effect, vault.balanceOf(accounts[i], _idOf(tokens[j]))));
            }
        }
        address[] memory ids = world.providerIds();
        for (uint256 i; i < ids.length; ++i) {
            (uint128 thawing, ) = staking.thawOf(ids[i]);
            (, , uint128 locked) = staking.authorizationOf(ids[i], address(escrow));
            uint32 epoch = registry.authEpochOf(ids[i]);
            effect = keccak256(abi.encode(effect, thawing, locked, staking.committedOf(ids[i]), epoch));
        }
        uint256 jobCount = store.jobCount();
        for (uint256 i; i < jobCount; ++i) {
            (bytes32 marketId, , ) = store.stateOf(i);
            effect = keccak256(abi.encode(effect, escrow.jobOf(marketId)));
        }
        uint256 leaseCount = store.leaseCount();
        for (uint256 i; i < leaseCount; ++i) {
            effect = keccak256(abi.encode(effect, leases.leaseOf(store.leaseOf(i).marketId)));
        }
        uint256 sessionCount = store.sessionCount();
        for (uint256 i; i < sessionCount; ++i) {
            effect = keccak256(abi.encode(effect, sessions.sessionOf(store.sessionOf(i).marketId)));
        }
        effect = keccak256(abi.encode(effect, store.slashClaims(), staking.unburned(), staking.claimOf(caller)));
    }

    /// @dev The same words, but for the caller's address and its own hash. A selector in front stays.
    function _without(bytes memory data, address caller, bytes32 own) private pure returns (bytes memory) {
        uint256 start = data.length % 32;
        for (uint256 i = start; i < data.length; i += 32) {
            bytes32 word;
            assembly ("memory-safe") {
                word := mload(add(add(data, 32), i))
            }
            if (word != bytes32(uint256(uint160(caller))) && (own == 0 || word != own)) continue;
            assembly ("memory-safe") {
                mstore(add(add(data, 32), i), 0)
            }
        }
        return data;
    }
}
