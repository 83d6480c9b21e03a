// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IAttestedAdjudicator} from "../../../contracts/interfaces/IAttestedAdjudicator.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IJobDisputes} from "../../../contracts/interfaces/IJobDisputes.sol";
import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {vm} from "../../utils/Vm.sol";
import {Suite, World} from "../World.sol";
import {StakeChange} from "../stores/LockBook.sol";
import {Store} from "../stores/Store.sol";

/// @title Handler
/// @notice What every handler needs. Its public functions are the moves that the fuzzer combines: each takes one
/// random number, chooses a call from it that should succeed (or, for an attack, should be refused), makes it in
/// somebody's name, and tells the store what it meant. No move reverts.
abstract contract Handler {
    /// @dev What a hostile adjudicator may get through in the middle of another call.
    bytes4 private constant _INSIDE = IJobDisputes.applyRuling.selector;
    bytes4 private constant _NOTHING = 0;

    World internal immutable world;
    Store internal immutable store;
    IProviderRegistry internal immutable registry;
    IProviderStaking internal immutable staking;
    IPaymentVault internal immutable vault;
    IJobEscrow internal immutable escrow;
    ILeaseEscrow internal immutable leases;
    ISessionEscrow internal immutable sessions;
    IAttestedAdjudicator internal immutable attested;
    address internal immutable payToken;
    address internal immutable stakeToken;

    constructor(Store sharedStore, World sharedWorld, string memory actions, string memory states) {
        store = sharedStore;
        world = sharedWorld;
        Suite memory suite = sharedWorld.suite();
        (registry, staking, vault, escrow) = (suite.registry, suite.staking, suite.vault, suite.escrow);
        (leases, sessions, attested) = (suite.leases, suite.sessions, suite.attested);
        (payToken, stakeToken) = (address(suite.payToken), address(suite.stakeToken));
        sharedStore.declare(actions, states);
    }

    /// @dev Every move ends with a look at everybody's holdings.
    modifier move() {
        store.recordEvents();
        _;
        store.sweep();
    }

    /// @dev Makes a call that should succeed, and counts it.
    function _act(
        bytes32 action,
        address by,
        address target,
        bytes memory data
    ) internal returns (bool succeeded, bytes memory result) {
        store.bookEvents();
        vm.prank(by);
        // Gas as a transaction has it: somebody may burn all of it.
        (succeeded, result) = target.call{gas: 4_000_000}(data);
        // At once, for the twin looks at the clock.
        if (succeeded) store.bookEvents();
        else store.dropEvents();
        store.count(action, succeeded);
        store.observe(bytes4(data), _INSIDE);
    }

    /// @dev As {_act}, for a call that its table allows and that lacks nothing: a refusal would lock money in.
    function _surely(
        bytes32 action,
        address by,
        address target,
        bytes memory data
    ) internal returns (bool succeeded, bytes memory result) {
        (succeeded, result) = _act(action, by, target, data);
        if (!succeeded) store.breach(6, string.concat("refused, against the table: ", store.text(action)));
    }

    /// @dev Makes a call that should be refused. Getting through breaches the invariant of that number.
    function _attack(uint256 number, bytes32 action, address by, address target, bytes memory data) internal {
        _refuse(number, action, by, target, data);
    }

    /// @dev As {_attack}, for those who want to know the reason.
    function _refuse(
        uint256 number,
        bytes32 action,
        address by,
        address target,
        bytes memory data
    ) internal returns (bytes memory reason) {
        bool succeeded;
        store.bookEvents();
        vm.prank(by);
        (succeeded, reason) = target.call{gas: 4_000_000}(data);
        if (!succeeded) store.dropEvents();
        if (succeeded) store.breach(number, string.concat("an attack got through: ", store.text(action)));
        store.count(action, !succeeded);
        // No call of this name is in the table: nothing may have happened to any job.
        store.observe(_NOTHING, _NOTHING);
    }

    /// @dev What a service's calls change is the difference between this before and after them.
    function _stakeReading(address provider, address service) internal view returns (StakeChange memory reading) {
        (, , reading.lockedFall) = staking.authorizationOf(provider, service);
        (uint128 thawing, ) = staking.thawOf(provider);
        reading.stakeFall = uint256(staking.committedOf(provider)) + thawing;
        reading.sharesRise = store.slashClaims();
        reading.burnRise = staking.unburned();
    }

    /// @dev A rise where a fall belongs, or the reverse, wraps to a number that no check accepts.
    function _changeSince(
        StakeChange memory before,
        address provider,
        address service
    ) internal view returns (StakeChange memory change) {
        StakeChange memory reading = _stakeReading(provider, service);
        unchecked {
            change.lockedFall = before.lockedFall - reading.lockedFall;
            change.stakeFall = before.stakeFall - reading.stakeFall;
            change.sharesRise = reading.sharesRise - before.sharesRise;
            change.burnRise = reading.burnRise - before.burnRise;
        }
    }

    /// @dev An independent random number for each purpose.
    function _random(uint256 seed, string memory purpose) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, purpose)));
    }

    /// @dev An amount from `least` to `most`: the ends, tiny ones and all orders of magnitude are equally likely.
    function _amount(uint256 random, uint256 least, uint256 most) internal pure returns (uint256) {
        if (most <= least) return least;
        uint256 span = most - least;
        uint256 kind = random % 8;
        if (kind == 0) return most;
        if (kind == 1) return least;
        uint256 scale = span >> ((random >> 8) % 80);
        return least + ((random >> 16) % (scale + 1));
    }

    function _pick(address[] memory list, uint256 random) internal pure returns (address) {
        return list[random % list.length];
    }

    function _person(uint256 random) internal view returns (address) {
        return _pick(world.people(), random);
    }

    /// @dev Somebody, or something, that tokens or claims go to; often one of our contracts.
    function _recipient(uint256 random) internal view returns (address) {
        return _pick(random % 4 == 0 ? world.contracts() : world.accounts(), random >> 8);
    }

    function _token(uint256 random) internal view returns (address) {
        return _pick(world.tokens(), random);
    }

    /// @dev Those that answer, twice as often as nobody and one without code.
    function _adjudicator(uint256 random) internal view returns (address) {
        return world.adjudicators()[[uint256(0), 1, 2, 2, 3, 3][random % 6]];
    }

    /// @dev A registered provider, from a random place on.
    function _provider(uint256 random) internal view returns (address id) {
        address[] memory ids = world.providerIds();
        uint256 place = random % ids.length;
        do {
            id = ids[place++ % ids.length];
        } while (registry.ownerOf(id) == address(0));
    }

    /// @dev A provider's owner or one of its operators.
    function _operatorOf(address id, uint256 random) internal view returns (address) {
        address[] memory keys = world.operators();
        address key = keys[random % keys.length];
        return registry.isOperator(id, key) ? key : registry.ownerOf(id);
    }

    /// @dev Somebody who may act neither as the provider nor as this account.
    function _outsider(address id, address account, uint256 random) internal view returns (address person) {
        random /= 2;
        do {
            person = _person(random++);
        } while (person == account || registry.canOperate(id, person));
    }

    function _idOf(address token) internal pure returns (uint256) {
        return uint256(uint160(token));
    }

    function _isContract(address account) internal view returns (bool) {
        address[] memory contracts = world.contracts();
        for (uint256 i; i < contracts.length; ++i) {
            if (contracts[i] == account) return true;
        }
        return false;
    }

    /// @dev Lets a market draw on an account's claims, where it may not yet.
    function _letDraw(address market, address account, address token) internal {
        if (vault.allowance(account, market, _idOf(token)) > type(uint128).max) return;
        vm.prank(account);
        IERC6909(vault).approve(market, _idOf(token), type(uint256).max);
    }

    /// @dev Puts tokens into a wallet, ready to be pulled by `spender`.
    function _fillWallet(address token, address account, address spender, uint256 amount) internal {
        world.mint(token, account, amount);
        if (IERC20(token).allowance(account, spender) >= amount) return;
        vm.prank(account);
        IERC20(token).approve(spender, amount);
    }

    /// @dev Gives an account a claim in the vault, if it has less than that.
    function _fillClaim(address token, address account, uint256 amount) internal {
        if (vault.balanceOf(account, _idOf(token)) >= amount) return;
        _fillWallet(token, account, address(vault), 2 * amount);
        vm.prank(account);
        vault.deposit(IERC20(token), 2 * amount, account);
    }
}
