// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {Suite, World} from "../World.sol";
import {Breaches} from "./Breaches.sol";

/// @notice What an account can lose.
/// @custom:value0 CLAIM A claim in the vault.
/// @custom:value1 SLASH_CLAIM A claim in staking.
/// @custom:value2 STAKE A provider's stake, committed and thawing.
/// @custom:value3 FREE A provider's free stake.
/// @custom:value4 WALLET Tokens of an account that lets the vault or staking pull them.
enum Holding {
    CLAIM,
    SLASH_CLAIM,
    STAKE,
    FREE,
    WALLET
}

/// @notice What is looked at after each move, which takes most of a run's time.
/// @custom:value0 NOTHING Nothing.
/// @custom:value1 FALLS Everybody's holdings, by {FallWatch}.
/// @custom:value2 TWIN The second bookkeeping, by {TwinWatch}.
enum Watch {
    NOTHING,
    FALLS,
    TWIN
}

/// @title FallWatch
/// @notice Compares everybody's holdings before and after each move. Before a call, a handler states what the owner's
/// act or authorization covers; every other fall breaches invariant 7. Attacks state nothing: nobody may lose.
abstract contract FallWatch is Breaches {
    IPaymentVault private immutable _VAULT;
    IProviderStaking private immutable _STAKING;
    address private immutable _PAY_TOKEN;
    address private immutable _STAKE_TOKEN;
    bool private immutable _WATCHING;

    address[] private _accounts;
    address[] private _clients;
    address[] private _providerIds;
    address[] private _tokens;

    mapping(uint256 holding => uint256) private _seen;
    mapping(uint256 sweep => mapping(uint256 holding => uint256)) private _covered;
    uint256 private _sweeps;

    constructor(World world, bool watching) {
        _WATCHING = watching;
        Suite memory suite = world.suite();
        _VAULT = suite.vault;
        _STAKING = suite.staking;
        _PAY_TOKEN = address(suite.payToken);
        _STAKE_TOKEN = address(suite.stakeToken);
        _accounts = world.accounts();
        _clients = world.clients();
        _providerIds = world.providerIds();
        _tokens = world.tokens();
    }

    /// @notice States that the next move may lower a holding by this much, for its owner wants or allowed it.
    /// @param token The token of a claim in the vault; zero for everything else, whose token is known.
    function cover(Holding holding, address account, address token, uint256 amount) external {
        _covered[_sweeps][_keyOf(holding, account, token)] += amount;
    }

    /// @notice Looks at every holding, if that is what this run is for.
    function _sweepHoldings() internal {
        if (!_WATCHING) return;
        address[] memory accounts = _accounts;
        for (uint256 j; j < _tokens.length; ++j) {
            address token = _tokens[j];
            for (uint256 i; i < accounts.length; ++i) {
                _see(Holding.CLAIM, accounts[i], token, _VAULT.balanceOf(accounts[i], uint256(uint160(token))));
            }
        }
        for (uint256 i; i < accounts.length; ++i) {
            _see(Holding.SLASH_CLAIM, accounts[i], address(0), _STAKING.claimOf(accounts[i]));
        }
        for (uint256 i; i < _providerIds.length; ++i) {
            address provider = _providerIds[i];
            (uint128 thawing, ) = _STAKING.thawOf(provider);
            _see(Holding.STAKE, provider, address(0), uint256(thawing) + _STAKING.committedOf(provider));
            _see(Holding.FREE, provider, address(0), _STAKING.freeOf(provider));
            _see(Holding.WALLET, provider, address(0), IERC20(_STAKE_TOKEN).balanceOf(provider));
        }
        for (uint256 i; i < _clients.length; ++i) {
            _see(Holding.WALLET, _clients[i], address(0), IERC20(_PAY_TOKEN).balanceOf(_clients[i]));
        }
        ++_sweeps;
    }

    /// @notice The sum of all claims in staking.
    function slashClaims() external view returns (uint256 sum) {
        for (uint256 i; i < _accounts.length; ++i) sum += _STAKING.claimOf(_accounts[i]);
    }

    function _see(Holding holding, address account, address token, uint256 amount) private {
        uint256 key = _keyOf(holding, account, token);
        uint256 before = _seen[key];
        if (amount == before) return;
        _seen[key] = amount;
        if (amount > before || before - amount <= _covered[_sweeps][key]) return;
        breach(7, string.concat(_nameOf(holding), " fell, account ", Strings.toHexString(account)));
    }

    /// @dev Accounts and tokens are told apart by their addresses' halves; hashing them all takes most of a run.
    function _keyOf(Holding holding, address account, address token) private pure returns (uint256) {
        return (uint256(uint160(account)) << 96) | (uint256(uint160(token) >> 72) << 8) | uint256(holding);
    }

    function _nameOf(Holding holding) private pure returns (string memory) {
        if (holding == Holding.CLAIM) return "a claim in the vault";
        if (holding == Holding.SLASH_CLAIM) return "a claim in staking";
        if (holding == Holding.STAKE) return "stake";
        if (holding == Holding.FREE) return "free stake";
        return "a wallet";
    }
}
