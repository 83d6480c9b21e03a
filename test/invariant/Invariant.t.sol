// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ILeaseEscrow} from "../../contracts/interfaces/ILeaseEscrow.sol";
import {Job, JobState} from "../../contracts/types/Job.sol";
import {Lease, LeaseState} from "../../contracts/types/Lease.sol";
import {OrderState} from "../../contracts/types/Order.sol";
import {Session, SessionState} from "../../contracts/types/Session.sol";
import {Stage} from "./Stage.sol";
import {Watch} from "./stores/FallWatch.sol";
import {GhostAuthorization, GhostLock} from "./stores/LockBook.sol";
import {GhostSession} from "./stores/SessionBook.sol";

/// @title InvariantTest
/// @notice One function for each invariant of README.md, under its number; 6, 7, 8 and 10 have contracts of their own.
contract InvariantTest is Stage {
    function setUp() public {
        _set(Watch.NOTHING);
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_1_VaultHoldsEveryClaim() external view {
        address[] memory tokens = _world.tokens();
        address[] memory accounts = _world.accounts();
        for (uint256 i; i < tokens.length; ++i) {
            uint256 claims;
            for (uint256 j; j < accounts.length; ++j) claims += _claim(accounts[j], tokens[i]);
            uint256 held = IERC20(tokens[i]).balanceOf(address(vault));
            require(held >= claims, "1: the vault holds less than the sum of claims");
            uint256 donated = _store.donatedTokens(address(vault), tokens[i]);
            require(held - claims == donated, "1: the vault's surplus is not what was donated");
        }
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_2_MarketHoldsEveryObligation() external view {
        _store.requireUnbroken(2);
        address[] memory tokens = _world.tokens();
        for (uint256 i; i < tokens.length; ++i) {
            _requireHeld(address(escrow), tokens[i], _store.openPrices(tokens[i]) + _store.heldFees(tokens[i]));
            _requireHeld(address(_world.leases()), tokens[i], _store.leaseDeposits(tokens[i]));
            _requireHeld(address(_world.sessions()), tokens[i], _store.sessionDeposits(tokens[i]));
            _requireDockets(tokens[i]);
        }
        _requireLeases();
        _requireSessions();
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_3_StakingHoldsEveryStake() external view {
        _store.requireUnbroken(3);
        address[] memory ids = _world.providerIds();
        uint256 owed = staking.unburned();
        for (uint256 i; i < ids.length; ++i) {
            (uint128 thawing, ) = staking.thawOf(ids[i]);
            owed += uint256(staking.committedOf(ids[i])) + thawing;
            _requireDisjointParts(ids[i]);
        }
        address[] memory accounts = _world.accounts();
        for (uint256 i; i < accounts.length; ++i) owed += staking.claimOf(accounts[i]);
        uint256 held = stakeToken.balanceOf(address(staking));
        require(held >= owed, "3: staking holds less than stakes, claims and what waits to be burned");
        uint256 donated = _store.donatedTokens(address(staking), address(stakeToken));
        require(held - owed == donated, "3: staking's surplus is not what was donated");
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_4_EveryLockEndsOnce() external view {
        _store.requireUnbroken(4);
        uint256 lockCount = _store.lockCount();
        for (uint256 i; i < lockCount; ++i) {
            GhostLock memory lock = _store.lockOf(i);
            require(lock.ends <= 1, "4: a lock ended twice");
            uint256 ended = lock.ends == 0 ? 0 : lock.amount;
            require(uint256(lock.released) + lock.slashed == ended, "4: a lock was not released or slashed in full");
            require(lock.shares <= lock.slashed / 2, "4: recipients got more than half of a slash");
        }
        address[] memory ids = _world.providerIds();
        address[] memory services = _world.services();
        for (uint256 i; i < ids.length; ++i) {
            for (uint256 j; j < services.length; ++j) {
                (, , uint128 locked) = staking.authorizationOf(ids[i], services[j]);
                uint256 open = _store.authorizationOf(ids[i], services[j]).locked;
                require(locked == open, "4: locked stake is not the sum of open locks");
            }
        }
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_5_NoStepButThoseOfTheTable() external view {
        _store.requireUnbroken(5);
        uint256 jobCount = _store.jobCount();
        for (uint256 i; i < jobCount; ++i) {
            (bytes32 marketId, JobState state, bool caseOpen) = _store.stateOf(i);
            Job memory job = escrow.jobOf(marketId);
            require(job.state == state, "5: a job stands elsewhere than its calls led it");
            require(job.caseOpened == caseOpen, "5: a case is open, or not, against what its calls did");
        }
        uint256 leaseCount = _store.leaseCount();
        ILeaseEscrow leases = _world.leases();
        for (uint256 i; i < leaseCount; ++i) {
            (bytes32 marketId, LeaseState stands, , , , ) = _store.leaseStandsAt(i);
            LeaseState state = leases.leaseOf(marketId).state;
            require(state == stands, "5: a lease stands elsewhere than its calls led it");
        }
        uint256 sessionCount = _store.sessionCount();
        for (uint256 i; i < sessionCount; ++i) {
            GhostSession memory ghost = _store.sessionOf(i);
            SessionState state = _world.sessions().sessionOf(ghost.marketId).state;
            require(state == ghost.state, "5: a session stands elsewhere than its calls led it");
        }
    }

    /// hardhat-config: invariant.failOnRevert = true
    function invariant_9_OrdersOpenWhatTheyMay() external view {
        _store.requireUnbroken(9);
        uint256 offerCount = _store.offerCount();
        for (uint256 i; i < offerCount; ++i) {
            (bytes32 orderHash, uint32 filled, uint32 active) = _store.fillsOf(i);
            OrderState memory order = escrow.orderStateOf(orderHash);
            require(order.active == active, "9: taken slots are not the jobs that have not ended");
            require(order.filled == filled, "9: fills are not the jobs ever opened");
        }
        uint256 requestCount = _store.requestCount();
        for (uint256 i; i < requestCount; ++i) {
            (bytes32 orderHash, uint32 filled, bool taken) = _store.takesOf(i);
            OrderState memory order = escrow.orderStateOf(orderHash);
            require((order.active != 0) == taken, "9: a request is used up, or not, against what became of its jobs");
            require(order.filled == filled, "9: fills are not the jobs ever opened");
        }
        offerCount = _store.leaseOfferCount();
        for (uint256 i; i < offerCount; ++i) {
            (bytes32 orderHash, uint32 filled, uint32 active) = _store.leaseFillsOf(i);
            OrderState memory order = _world.leases().orderStateOf(orderHash);
            require(order.active == active, "9: taken slots are not the leases that are not closed");
            require(order.filled == filled, "9: fills are not the leases ever opened");
        }
    }

    /// @dev A market's claim is what it owes, net of donations, and it holds no tokens itself.
    function _requireHeld(address market, address token, uint256 owed) private view {
        uint256 claim = _claim(market, token);
        require(claim >= owed, "2: the market's claim is less than what it owes");
        uint256 donated = _store.donatedClaims(market, token);
        require(claim - owed == donated, "2: the market's surplus is not what was donated");
        uint256 held = IERC20(token).balanceOf(market);
        require(held == _store.donatedTokens(market, token), "2: the market holds tokens itself");
    }

    /// @dev What a lease stores is what its check-ins' intervals and its payments say.
    function _requireLeases() private view {
        uint256 leaseCount = _store.leaseCount();
        ILeaseEscrow leases = _world.leases();
        for (uint256 i; i < leaseCount; ++i) {
            (bytes32 marketId, , uint256 funded, uint256 paid, uint256 counted, uint256 seenAt) = _store.leaseStandsAt(
                i
            );
            Lease memory lease = leases.leaseOf(marketId);
            require(lease.fundedSeconds == funded, "2: a lease's deposit is not what was paid in");
            require(lease.paidSeconds == paid, "2: a lease paid for other seconds than were earned");
            require(lease.servedSeconds == counted, "2: a lease counts other seconds than those of its check-ins");
            require(lease.seenAt == seenAt, "2: a lease's last check-in was another time");
        }
    }

    /// @dev What a session stores is what was paid in, and what its highest receipt says.
    function _requireSessions() private view {
        uint256 sessionCount = _store.sessionCount();
        for (uint256 i; i < sessionCount; ++i) {
            GhostSession memory ghost = _store.sessionOf(i);
            Session memory session = _world.sessions().sessionOf(ghost.marketId);
            require(session.deposited == ghost.deposited, "2: a session's deposit is not what was paid in");
            require(session.redeemed == ghost.redeemed, "2: a session paid other than its highest receipt says");
        }
    }

    /// @dev The honest adjudicator can pay every fee of a case that it has not ended.
    function _requireDockets(address token) private view {
        address adjudicator = address(_world.attested());
        uint256 claim = _claim(adjudicator, token);
        uint256 owed = _store.docketFees(token);
        require(claim >= owed, "2: the adjudicator's claim is less than the fees of its open cases");
        uint256 donated = _store.donatedClaims(adjudicator, token);
        require(claim - owed == donated, "2: the adjudicator's surplus is not what was donated");
    }

    /// @dev A provider's committed stake is what is free and every service's part; locks lie within their part.
    function _requireDisjointParts(address id) private view {
        address[] memory services = _world.services();
        uint256 parts = staking.freeOf(id);
        for (uint256 i; i < services.length; ++i) {
            (uint128 limit, uint128 maxPerLock, uint128 locked) = staking.authorizationOf(id, services[i]);
            parts += limit;
            require(locked <= limit, "3: a service holds more than its part");
            require(maxPerLock <= limit, "3: a single lock may take more than the part");
            GhostAuthorization memory ghost = _store.authorizationOf(id, services[i]);
            require(limit == ghost.limit, "3: a service's part is not what the owner allowed less what was slashed");
        }
        require(parts == staking.committedOf(id), "3: parts and free stake are not the committed stake");
    }

    function _claim(address account, address token) private view returns (uint256) {
        return vault.balanceOf(account, uint256(uint160(token)));
    }
}
