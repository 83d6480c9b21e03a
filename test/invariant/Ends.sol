// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {JobState} from "../../contracts/types/Job.sol";
import {LeaseState} from "../../contracts/types/Lease.sol";
import {Profile} from "../../contracts/types/Provider.sol";
import {SessionState} from "../../contracts/types/Session.sol";
import {vm} from "../utils/Vm.sol";
import {Suite, World} from "./World.sol";
import {GhostLease} from "./stores/LeaseBook.sol";
import {GhostJob} from "./stores/MarketBook.sol";
import {GhostSession} from "./stores/SessionBook.sol";
import {Store} from "./stores/Store.sol";

/// @title Ends
/// @notice Brings everything to an end from wherever it stands: no adjudicator speaks any more, time passes, and a
/// stranger makes the calls that anyone may make. Then everybody takes out what is theirs.
contract Ends {
    address private constant STRANGER = address(uint160(0x57a26e7));

    Store private immutable _STORE;
    World private immutable _WORLD;
    Suite private _suite;

    mapping(address holder => mapping(address token => uint256)) private _donatedHere;

    constructor(Store store, World world) {
        _STORE = store;
        _WORLD = world;
        _suite = world.suite();
    }

    /// @notice Reverts where something does not end, or something of somebody's stays behind.
    function run() external {
        // Each goes first from some states, so that its own deadlines are met to the second.
        bool jobsFirst = (_STORE.moves() / 8) % 2 == 0;
        if (jobsFirst) _endJobs();
        _closeLeases();
        _closeSessions();
        if (!jobsFirst) _endJobs();
        _returnFees();
        _withdrawClaims();
        _withdrawStakes();
        _requireOnlyDonationsLeft();
    }

    function _endJobs() private {
        uint256 jobCount = _STORE.jobCount();
        for (uint256 i; i < jobCount; ++i) {
            GhostJob memory job = _STORE.jobOf(i);
            uint256 paid = job.price;
            if (job.state == JobState.ACTIVE) {
                _passTo(job.deliverUntil + 1);
                vm.prank(STRANGER);
                _suite.escrow.expire(job.terms);
                paid = 0;
            } else if (job.state == JobState.SUBMITTED) {
                _passTo(job.reviewUntil + 1);
                vm.prank(STRANGER);
                _suite.escrow.settle(job.terms);
            } else if (job.state == JobState.DISPUTED) {
                _passTo(job.rulingUntil + 1);
                vm.prank(STRANGER);
                _suite.escrow.noRuling(job.terms);
                paid = (job.price * job.terms.noRulingBps) / 10_000;
            } else {
                continue;
            }
            _donatedHere[job.terms.payout][job.terms.token] += paid;
            require(_suite.escrow.jobOf(job.marketId).state >= JobState.COMPLETED, "6: a job does not end");
        }
    }

    /// @dev Either the lease's last second or the last second of its last check-in's grace is over.
    function _closeLeases() private {
        uint256 leaseCount = _STORE.leaseCount();
        for (uint256 i; i < leaseCount; ++i) {
            GhostLease memory lease = _STORE.leaseOf(i);
            if (lease.state == LeaseState.CLOSED) continue;
            uint256 endsAt = uint256(lease.terms.openedAt) + lease.terms.leaseSeconds;
            uint256 absentAt = lease.seenAt + lease.terms.graceSeconds;
            if (!_STORE.readLease(i).exhausted) _passTo((endsAt < absentAt ? endsAt : absentAt) + 1);
            uint256 unpaid = _STORE.readLease(i).earned - lease.paid;
            vm.prank(STRANGER);
            _suite.leases.close(lease.terms);
            _donatedHere[lease.terms.payout][lease.terms.token] += unpaid * lease.terms.ratePerSecond;
            require(_suite.leases.leaseOf(lease.marketId).state == LeaseState.CLOSED, "6: a lease does not end");
        }
    }

    function _closeSessions() private {
        uint256 sessionCount = _STORE.sessionCount();
        for (uint256 i; i < sessionCount; ++i) {
            GhostSession memory session = _STORE.sessionOf(i);
            if (session.state == SessionState.CLOSED) continue;
            _passTo(session.graceUntil + 1);
            vm.prank(STRANGER);
            _suite.sessions.close(session.terms);
            SessionState state = _suite.sessions.sessionOf(session.marketId).state;
            require(state == SessionState.CLOSED, "6: a session does not end");
        }
    }

    /// @dev What nobody ruled on goes back, also where the job ended otherwise.
    function _returnFees() private {
        uint256 jobCount = _STORE.jobCount();
        for (uint256 i; i < jobCount; ++i) {
            GhostJob memory job = _STORE.jobOf(i);
            if (!job.docketOpen) continue;
            _passTo(job.rulingUntil + 1);
            vm.prank(STRANGER);
            _suite.attested.returnFee(address(_suite.escrow), job.marketId);
        }
    }

    function _withdrawClaims() private {
        address[] memory accounts = _WORLD.accounts();
        address[] memory tokens = _WORLD.tokens();
        for (uint256 i; i < accounts.length; ++i) {
            if (_isContract(accounts[i])) continue;
            for (uint256 j; j < tokens.length; ++j) {
                uint256 claim = _suite.vault.balanceOf(accounts[i], uint256(uint160(tokens[j])));
                if (claim == 0) continue;
                vm.prank(accounts[i]);
                _suite.vault.withdraw(IERC20(tokens[j]), claim, accounts[i]);
            }
        }
    }

    function _withdrawStakes() private {
        address[] memory ids = _WORLD.providerIds();
        for (uint256 i; i < ids.length; ++i) {
            if (!_isContract(ids[i])) _startToLeave(ids[i]);
        }
        vm.warp(block.timestamp + _suite.staking.thawSeconds());
        for (uint256 i; i < ids.length; ++i) {
            (uint128 thawing, ) = _suite.staking.thawOf(ids[i]);
            if (thawing == 0) continue;
            address owner = _suite.registry.ownerOf(ids[i]);
            vm.prank(owner);
            _suite.staking.withdraw(ids[i], owner);
        }
        address[] memory accounts = _WORLD.accounts();
        for (uint256 i; i < accounts.length; ++i) {
            if (_isContract(accounts[i]) || _suite.staking.claimOf(accounts[i]) == 0) continue;
            vm.prank(accounts[i]);
            _suite.staking.withdrawClaim(accounts[i]);
        }
        vm.prank(STRANGER);
        _suite.staking.burn();
    }

    /// @dev An owner takes back every part, but for what another service than the market still holds: that is between
    /// the two of them.
    function _startToLeave(address id) private {
        address owner = _suite.registry.ownerOf(id);
        if (owner == address(0)) {
            // Stake of somebody who has not registered yet.
            owner = id;
            vm.prank(id);
            _suite.registry.register(Profile(id, keccak256("x25519"), ""));
        }
        address[] memory services = _WORLD.services();
        for (uint256 i; i < services.length; ++i) {
            (, , uint128 locked) = _suite.staking.authorizationOf(id, services[i]);
            require(locked == 0 || services[i] != address(_suite.escrow), "6: the market still holds collateral");
            vm.prank(owner);
            _suite.staking.authorize(id, services[i], locked, 0);
        }
        uint128 free = _suite.staking.freeOf(id);
        if (free == 0) return;
        vm.prank(owner);
        _suite.staking.startThaw(id, free);
    }

    function _requireOnlyDonationsLeft() private view {
        address[] memory tokens = _WORLD.tokens();
        address[] memory contracts = _WORLD.contracts();
        for (uint256 j; j < tokens.length; ++j) {
            uint256 claims;
            for (uint256 i; i < contracts.length; ++i) {
                uint256 claim = _suite.vault.balanceOf(contracts[i], uint256(uint160(tokens[j])));
                uint256 donated = _STORE.donatedClaims(contracts[i], tokens[j]) + _donatedHere[contracts[i]][tokens[j]];
                require(claim == donated, "6: a contract keeps a claim that was not donated");
                claims += claim;
            }
            uint256 held = IERC20(tokens[j]).balanceOf(address(_suite.vault));
            uint256 sent = _STORE.donatedTokens(address(_suite.vault), tokens[j]);
            require(held == claims + sent, "6: the vault keeps what was not donated");
        }
        uint256 left = _STORE.donatedTokens(address(_suite.staking), address(_suite.stakeToken));
        address[] memory ids = _WORLD.providerIds();
        for (uint256 i; i < ids.length; ++i) left += _leftOf(ids[i]);
        uint256 stakes = _suite.stakeToken.balanceOf(address(_suite.staking));
        require(stakes == left, "6: staking keeps what was not donated");
    }

    /// @dev What was donated to a contract's name, or what other services than the market hold.
    function _leftOf(address id) private view returns (uint256 left) {
        if (_isContract(id)) return _suite.staking.committedOf(id);
        address[] memory services = _WORLD.services();
        for (uint256 i; i < services.length; ++i) {
            left += _STORE.authorizationOf(id, services[i]).locked * (services[i] == address(_suite.escrow) ? 0 : 1);
        }
    }

    function _passTo(uint256 timestamp) private {
        if (block.timestamp < timestamp) vm.warp(timestamp);
    }

    function _isContract(address account) private view returns (bool) {
        address[] memory contracts = _WORLD.contracts();
        for (uint256 i; i < contracts.length; ++i) {
            if (contracts[i] == account) return true;
        }
        return false;
    }
}
