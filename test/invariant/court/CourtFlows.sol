// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {vm} from "../../utils/Vm.sol";
import {CourtSuite, CourtWorld} from "./CourtWorld.sol";

/// @title CourtFlows
/// @notice What each account gained or lost by each job and case, as measured before and after each call that was about
/// it. This knows no rules.
abstract contract CourtFlows {
    bool public immutable WATCHES_FLOWS;
    CourtSuite private _suite;
    address[] private _accounts;
    address[] private _stakers;
    mapping(address holder => uint256) private _claims;
    mapping(address holder => uint256) private _stakes;
    mapping(address holder => uint256) private _slashClaims;
    /// @dev Whether what is remembered is what everybody had when the move began.
    bool private _isKnown;

    /// @notice How many moves were over when something changed for a matter last.
    mapping(uint256 id => uint256) public flowedAt;

    /// @notice How many moves were made.
    uint256 public moves;

    /// @notice Base units of the payment token that an account gained by a matter.
    mapping(uint256 id => mapping(address account => int256)) public gainOf;
    /// @notice Base units of the stake token that an id, or an account by claims of slashes, gained by a matter.
    mapping(uint256 id => mapping(address account => int256)) public stakeGainOf;

    constructor(CourtWorld world, bool watches) {
        WATCHES_FLOWS = watches;
        _suite = world.suite();
        _accounts = world.accounts();
        _stakers = world.stakers();
    }

    /// @notice Handlers call it before each move.
    function beginMove() external {
        if (WATCHES_FLOWS) vm.record();
    }

    /// @notice Handlers call it after each move.
    function noteMove() external {
        ++moves;
        if (WATCHES_FLOWS && _isMoneyWritten()) _isKnown = false;
    }

    /// @notice What every account gained by a matter, of each token, in the world's order.
    function gainsOf(uint256 id) external view returns (int256[] memory gains, int256[] memory stakeGains) {
        gains = new int256[](_accounts.length);
        stakeGains = new int256[](_accounts.length);
        for (uint256 i; i < gains.length; ++i) {
            (gains[i], stakeGains[i]) = (gainOf[id][_accounts[i]], stakeGainOf[id][_accounts[i]]);
        }
    }

    /// @notice Remembers what everybody has. What is remembered already holds until somebody's money is written to.
    function beginFlow() external {
        if (!WATCHES_FLOWS || (_isKnown && !_isMoneyWritten())) return;
        uint256 token = uint256(uint160(address(_suite.payToken)));
        for (uint256 i; i < _accounts.length; ++i) {
            _claims[_accounts[i]] = _suite.vault.balanceOf(_accounts[i], token);
            _slashClaims[_accounts[i]] = _suite.staking.claimOf(_accounts[i]);
        }
        for (uint256 i; i < _stakers.length; ++i) _stakes[_stakers[i]] = _suite.staking.committedOf(_stakers[i]);
        _isKnown = true;
        vm.record();
    }

    /// @notice Books what changed since then to a matter, and remembers it.
    function endFlow(uint256 id) external {
        if (!WATCHES_FLOWS) return;
        flowedAt[id] = moves;
        if (!_isMoneyWritten()) return;
        uint256 token = uint256(uint160(address(_suite.payToken)));
        for (uint256 i; i < _accounts.length; ++i) {
            address account = _accounts[i];
            uint256 claim = _suite.vault.balanceOf(account, token);
            if (claim != _claims[account]) {
                gainOf[id][account] += int256(claim) - int256(_claims[account]);
                _claims[account] = claim;
            }
            claim = _suite.staking.claimOf(account);
            if (claim == _slashClaims[account]) continue;
            stakeGainOf[id][account] += int256(claim) - int256(_slashClaims[account]);
            _slashClaims[account] = claim;
        }
        for (uint256 i; i < _stakers.length; ++i) {
            uint256 stake = _suite.staking.committedOf(_stakers[i]);
            if (stake == _stakes[_stakers[i]]) continue;
            stakeGainOf[id][_stakers[i]] += int256(stake) - int256(_stakes[_stakers[i]]);
            _stakes[_stakers[i]] = stake;
        }
        vm.record();
    }

    /// @dev Whether anybody may have something else than what was remembered: the vault or staking was written to since then,
    /// also by a call that was taken back. It is known within a move only.
    function _isMoneyWritten() private returns (bool) {
        CourtSuite storage suite = _suite;
        return _isWritten(address(suite.vault)) || _isWritten(address(suite.staking));
    }

    function _isWritten(address target) private returns (bool) {
        (, bytes32[] memory writes) = vm.accesses(target);
        return writes.length != 0;
    }
}
