// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {vm} from "../../utils/Vm.sol";
import {World} from "../World.sol";
import {Holding} from "../stores/FallWatch.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";
import {Permits} from "./Permits.sol";

/// @title StakingHandler
/// @notice Owners deposit, authorize, thaw and withdraw; recipients of slashes take their claims; anyone burns.
contract StakingHandler is Handler {
    uint256 private constant MOST = 100_000e18;

    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            "staking.deposit staking.depositWithPermit staking.authorize staking.startThaw staking.cancelThaw "
            "staking.withdraw staking.withdrawClaim staking.burn",
            "stake.thawing stake.withdrawn stake.claimed stake.burned stake.partLowered stake.partRaised "
            "donation.stakeToContract donation.withdrawalToStaking"
        )
    {}

    function deposit(uint256 seed) external move {
        (address payer, address id, uint128 amount) = _depositOf(seed);
        _fillWallet(stakeToken, payer, address(staking), amount);
        (bool succeeded, ) = _act(
            "staking.deposit",
            payer,
            address(staking),
            abi.encodeCall(IProviderStaking.deposit, (id, amount))
        );
        if (succeeded && _isContract(id)) store.reach("donation.stakeToContract");
    }

    function depositWithPermit(uint256 seed) external move {
        (address payer, address id, uint128 amount) = _depositOf(seed);
        world.mint(stakeToken, payer, amount);
        (uint8 v, bytes32 r, bytes32 s) = Permits.sign(
            IERC20Permit(stakeToken),
            world.keyOf(payer),
            payer,
            address(staking),
            amount
        );
        _act(
            "staking.depositWithPermit",
            payer,
            address(staking),
            abi.encodeCall(IProviderStaking.depositWithPermit, (id, amount, type(uint256).max, v, r, s))
        );
    }

    function authorize(uint256 seed) external move {
        address id = _provider(seed);
        address service = _pick(world.services(), _random(seed, "service"));
        (uint128 before, , uint128 locked) = staking.authorizationOf(id, service);
        uint256 most = before + staking.freeOf(id);
        if (most > type(uint80).max) most = type(uint80).max;
        uint128 limit = uint128(_amount(_random(seed, "limit"), locked, most));
        uint128 maxPerLock = uint128(_amount(_random(seed, "max"), 0, limit));
        if (limit > before) store.cover(Holding.FREE, id, address(0), limit - before);
        (bool succeeded, ) = _act(
            "staking.authorize",
            registry.ownerOf(id),
            address(staking),
            abi.encodeCall(IProviderStaking.authorize, (id, service, limit, maxPerLock))
        );
        if (!succeeded) return;
        store.noteAuthorized(id, service, limit, maxPerLock);
        if (limit != before) store.reach(limit < before ? bytes32("stake.partLowered") : bytes32("stake.partRaised"));
    }

    function startThaw(uint256 seed) external move {
        _startThaw(_provider(seed), seed);
    }

    function cancelThaw(uint256 seed) external move {
        (bool found, address id) = _thawingProvider(seed);
        if (!found) return;
        _act(
            "staking.cancelThaw",
            registry.ownerOf(id),
            address(staking),
            abi.encodeCall(IProviderStaking.cancelThaw, (id))
        );
    }

    function withdraw(uint256 seed) external move {
        (bool found, address id) = _thawingProvider(seed);
        if (!found) return;
        (uint128 amount, uint40 thawedAt) = staking.thawOf(id);
        if (block.timestamp < thawedAt) vm.warp(thawedAt + (_random(seed, "late") % 2));
        address to = _random(seed, "back") % 8 == 0 ? address(staking) : _recipient(_random(seed, "to"));
        uint256 held = IERC20(stakeToken).balanceOf(to);
        store.cover(Holding.STAKE, id, address(0), amount);
        (bool succeeded, ) = _act(
            "staking.withdraw",
            registry.ownerOf(id),
            address(staking),
            abi.encodeCall(IProviderStaking.withdraw, (id, to))
        );
        if (!succeeded) return;
        store.reach("stake.withdrawn");
        _noteArrival(to, held, amount);
    }

    function withdrawClaim(uint256 seed) external move {
        (bool found, address account) = _claimant(seed);
        if (!found) return;
        uint128 amount = staking.claimOf(account);
        address to = _recipient(_random(seed, "to"));
        uint256 held = IERC20(stakeToken).balanceOf(to);
        store.cover(Holding.SLASH_CLAIM, account, address(0), amount);
        (bool succeeded, ) = _act(
            "staking.withdrawClaim",
            account,
            address(staking),
            abi.encodeCall(IProviderStaking.withdrawClaim, (to))
        );
        if (!succeeded) return;
        store.reach("stake.claimed");
        _noteArrival(to, held, amount);
    }

    function burn(uint256 seed) external move {
        uint128 amount = staking.unburned();
        (bool succeeded, ) = _act(
            "staking.burn",
            _person(seed),
            address(staking),
            abi.encodeCall(IProviderStaking.burn, ())
        );
        if (succeeded && amount != 0) store.reach("stake.burned");
    }

    function _startThaw(address id, uint256 seed) private returns (bool succeeded) {
        uint128 free = staking.freeOf(id);
        if (free == 0) return false;
        uint128 amount = uint128(_amount(_random(seed, "amount"), 1, free));
        store.cover(Holding.FREE, id, address(0), amount);
        (succeeded, ) = _act(
            "staking.startThaw",
            registry.ownerOf(id),
            address(staking),
            abi.encodeCall(IProviderStaking.startThaw, (id, amount))
        );
        if (succeeded) store.reach("stake.thawing");
    }

    /// @dev A provider with thawing stake; the one that the seed names starts to thaw where there is none.
    function _thawingProvider(uint256 seed) private returns (bool found, address id) {
        address[] memory ids = world.providerIds();
        for (uint256 i; i < ids.length; ++i) {
            id = ids[((seed % ids.length) + i) % ids.length];
            (uint128 thawing, ) = staking.thawOf(id);
            if (thawing != 0) return (true, id);
        }
        id = _provider(seed);
        found = _startThaw(id, seed);
    }

    function _claimant(uint256 seed) private view returns (bool, address) {
        address[] memory people = world.people();
        for (uint256 i; i < people.length; ++i) {
            address person = people[((seed % people.length) + i) % people.length];
            if (staking.claimOf(person) != 0) return (true, person);
        }
        address hostile = address(world.hostileService());
        return (staking.claimOf(hostile) != 0, hostile);
    }

    function _depositOf(uint256 seed) private view returns (address payer, address id, uint128 amount) {
        payer = _person(_random(seed, "payer"));
        id = _pick(world.providerIds(), seed);
        amount = uint128(_amount(_random(seed, "amount"), 1, MOST));
    }

    /// @dev What a withdrawal sends to one of our contracts is a donation to it.
    function _noteArrival(address to, uint256 held, uint256 amount) private {
        if (!_isContract(to)) return;
        // Sent by staking to itself, the tokens stay while somebody's right to them ends.
        uint256 arrived = to == address(staking) ? amount : IERC20(stakeToken).balanceOf(to) - held;
        store.noteDonatedTokens(to, stakeToken, arrived);
        if (to == address(staking)) store.reach("donation.withdrawalToStaking");
    }
}
