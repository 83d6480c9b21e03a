// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IAttestedAdjudicator} from "../../../contracts/interfaces/IAttestedAdjudicator.sol";
import {IJobDisputes} from "../../../contracts/interfaces/IJobDisputes.sol";
import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {Case} from "../../../contracts/types/Case.sol";
import {JobTerms} from "../../../contracts/types/Job.sol";
import {Vm} from "../../utils/Vm.sol";
import {Suite, World} from "../World.sol";
import {LeaseTwin} from "./LeaseTwin.sol";
import {SessionTwin} from "./SessionTwin.sol";

/// @title Twin
/// @notice A second bookkeeping: who owns what of every token, by the events alone and the rules of the design. What a
/// market moves, it takes from what the market says happened to a job, a lease or a session, never from the vault's or
/// staking's own words.
contract Twin is LeaseTwin, SessionTwin {
    /// @notice A fee that waits, or that an adjudicator has.
    struct Dispute {
        bool open;
        bool handedOver;
    }

    address private constant DEAD = 0x000000000000000000000000000000000000dEaD;

    World private immutable _WORLD;
    Suite private _suite;

    mapping(address account => uint256) private _slashClaims;
    mapping(address provider => uint256) private _stakes;
    mapping(bytes32 jobId => JobTerms) private _terms;
    mapping(bytes32 jobId => Dispute) private _disputes;
    mapping(bytes32 caseId => Case) private _cases;
    /// @notice All that was slashed, and the part of it that nobody owns any more, whether sent away or not.
    uint256 public slashed;
    uint256 public gone;
    /// @notice What was sent to the dead address.
    uint256 public burned;
    address private _slasher;

    constructor(World world) LeaseTwin(world.leases()) SessionTwin(world.sessions()) {
        _WORLD = world;
        _suite = world.suite();
        address[] memory accounts = world.accounts();
        address[] memory tokens = world.tokens();
        for (uint256 i; i < accounts.length; ++i) {
            for (uint256 j; j < tokens.length; ++j) {
                _claims[accounts[i]][tokens[j]] = _suite.vault.balanceOf(accounts[i], uint256(uint160(tokens[j])));
            }
        }
        address[] memory ids = world.providerIds();
        for (uint256 i; i < ids.length; ++i) _stakes[ids[i]] = _suite.staking.committedOf(ids[i]);
    }

    /// @notice Books what happened.
    function book(Vm.Log[] calldata logs) external {
        for (uint256 i; i < logs.length; ++i) {
            address emitter = logs[i].emitter;
            if (emitter == address(_suite.vault)) _bookVault(logs[i]);
            if (emitter == address(_suite.staking)) _bookStaking(logs[i]);
            if (emitter == address(_suite.escrow)) _bookMarket(logs[i]);
            if (emitter == address(_suite.leases)) _bookLeases(logs[i]);
            if (emitter == address(_suite.sessions)) _bookSessions(logs[i]);
            if (emitter == address(_suite.attested)) _bookAdjudicator(logs[i]);
        }
    }

    /// @notice What is wrong, if anything: both bookkeepings must be equal, and no slash enrich anybody.
    function difference() external view returns (string memory) {
        address[] memory accounts = _WORLD.accounts();
        address[] memory tokens = _WORLD.tokens();
        uint256 wallets = _suite.stakeToken.balanceOf(DEAD) + _suite.stakeToken.balanceOf(address(_suite.staking));
        for (uint256 i; i < accounts.length; ++i) {
            for (uint256 j; j < tokens.length; ++j) {
                uint256 claim = _suite.vault.balanceOf(accounts[i], uint256(uint160(tokens[j])));
                if (claim != _claims[accounts[i]][tokens[j]]) return "the vault's claims are not the twin's";
            }
            if (_suite.staking.claimOf(accounts[i]) != _slashClaims[accounts[i]]) {
                return "the claims of slashes are not the twin's";
            }
            if (accounts[i] != address(_suite.staking)) wallets += _suite.stakeToken.balanceOf(accounts[i]);
        }
        address[] memory ids = _WORLD.providerIds();
        for (uint256 i; i < ids.length; ++i) {
            (uint128 thawing, ) = _suite.staking.thawOf(ids[i]);
            if (uint256(thawing) + _suite.staking.committedOf(ids[i]) != _stakes[ids[i]]) {
                return "stakes are not the twin's";
            }
        }
        if (_suite.stakeToken.totalSupply() != wallets) return "stake is nowhere, or twice";
        uint256 dead = _suite.stakeToken.balanceOf(DEAD);
        if (dead != burned || dead + _suite.staking.unburned() != gone) return "what is burned is not the twin's";
        if (gone < slashed - slashed / 2) return "less than half of all slashes is gone";
        return "";
    }

    function _bookVault(Vm.Log calldata log) private {
        bytes32 name = log.topics[0];
        if (name == IPaymentVault.Deposited.selector) {
            _claims[_account(log, 3)][_account(log, 1)] += abi.decode(log.data, (uint256));
        } else if (name == IPaymentVault.Withdrawn.selector) {
            (address to, uint256 amount) = (_account(log, 3), abi.decode(log.data, (uint256)));
            _claims[_account(log, 2)][_account(log, 1)] -= amount;
            require(to != address(0), "tokens for nobody");
        } else if (name == IERC6909.Transfer.selector) {
            (address caller, uint256 amount) = abi.decode(log.data, (address, uint256));
            // Markets and adjudicators say themselves what happened.
            if (caller == address(_suite.escrow) || caller == address(_suite.attested)) return;
            if (caller == address(_suite.leases) || caller == address(_suite.sessions)) return;
            (address from, address to) = (_account(log, 1), _account(log, 2));
            if (from == address(0) || to == address(0)) return;
            _move(address(uint160(uint256(log.topics[3]))), from, to, amount);
        }
    }

    function _bookStaking(Vm.Log calldata log) private {
        bytes32 name = log.topics[0];
        if (name == IProviderStaking.StakeDeposited.selector) _stakes[_account(log, 1)] += _amount(log);
        else if (name == IProviderStaking.StakeWithdrawn.selector) _stakes[_account(log, 1)] -= _amount(log);
        else if (name == IProviderStaking.ClaimWithdrawn.selector) _slashClaims[_account(log, 1)] -= _amount(log);
        else if (name == IProviderStaking.StakeBurned.selector) burned += _amount(log);
        else if (name == IProviderStaking.StakeSlashed.selector) {
            _slasher = _account(log, 2);
            if (_slasher == address(_suite.escrow)) return;
            (uint256 amount, uint256 lost) = abi.decode(log.data, (uint256, uint256));
            _stakes[_account(log, 1)] -= amount;
            slashed += amount;
            gone += lost;
        } else if (name == IProviderStaking.SlashCredited.selector && _slasher != address(_suite.escrow)) {
            _slashClaims[_account(log, 1)] += _amount(log);
        }
    }

    function _bookMarket(Vm.Log calldata log) private {
        bytes32 name = log.topics[0];
        bytes32 jobId = log.topics.length > 1 ? log.topics[1] : bytes32(0);
        if (name == IJobEscrow.JobOpened.selector) {
            (_terms[jobId], ) = abi.decode(log.data, (JobTerms, bytes32));
            _move(_terms[jobId].token, _terms[jobId].client, address(_suite.escrow), _price(jobId));
        }
        JobTerms storage terms = _terms[jobId];
        if (terms.provider == address(0)) return;
        if (name == IJobEscrow.JobDeclined.selector || name == IJobEscrow.JobCanceled.selector) {
            _pay(jobId, terms.client, _price(jobId));
        } else if (name == IJobEscrow.JobCompleted.selector) {
            _pay(jobId, terms.payout, _price(jobId));
        } else if (name == IJobEscrow.JobExpired.selector) {
            (, uint128 taken, bool forfeited, ) = abi.decode(log.data, (uint256, uint128, bool, uint40));
            require(forfeited || taken == terms.collateral, "an expiry takes all");
            require(4 * uint256(taken) >= terms.collateral && taken <= terms.collateral, "a slash out of bounds");
            _pay(jobId, terms.client, _price(jobId));
            _slash(terms, taken);
        } else if (name == IJobDisputes.JobDisputed.selector) {
            _disputes[jobId].open = true;
            _move(terms.token, terms.client, address(_suite.escrow), terms.disputeFee);
        } else if (name == IJobDisputes.JobCaseOpened.selector) {
            _disputes[jobId].handedOver = true;
            _pay(jobId, terms.adjudicator, terms.disputeFee);
        } else if (name == IJobDisputes.JobConceded.selector) {
            _endDispute(jobId, terms.payout, _price(jobId));
        } else if (name == IJobDisputes.JobRuled.selector) {
            (bool right, , , , ) = abi.decode(log.data, (bool, uint256, uint128, uint256, uint40));
            _endDispute(jobId, right ? terms.payout : terms.client, _price(jobId));
            if (!right) _slash(terms, terms.collateral);
        } else if (name == IJobDisputes.JobSplit.selector) {
            uint256 part = (_price(jobId) * terms.noRulingBps) / 10_000;
            _pay(jobId, terms.client, _price(jobId) - part);
            _endDispute(jobId, terms.payout, part);
        }
    }

    function _bookAdjudicator(Vm.Log calldata log) private {
        bytes32 caseId = log.topics[2];
        if (log.topics[0] == IAttestedAdjudicator.CaseOpened.selector) {
            _cases[caseId] = abi.decode(log.data, (Case));
            return;
        }
        Case storage ended = _cases[caseId];
        if (log.topics[0] == IAttestedAdjudicator.CaseClosed.selector) {
            _move(ended.token, address(_suite.attested), ended.client, ended.fee);
        } else if (log.topics[0] == IAttestedAdjudicator.CaseRuled.selector) {
            (, address[] memory signers) = abi.decode(log.data, (uint8, address[]));
            uint256 rest = ended.fee;
            for (uint256 i = signers.length; i > 1; --i) {
                rest -= ended.fee / signers.length;
                _move(ended.token, address(_suite.attested), signers[i - 1], ended.fee / signers.length);
            }
            _move(ended.token, address(_suite.attested), signers[0], rest);
        }
    }

    /// @dev A fee that nobody took goes back to the client; never to the other party.
    function _endDispute(bytes32 jobId, address payee, uint256 amount) private {
        require(_disputes[jobId].open, "a dispute ended twice");
        _disputes[jobId].open = false;
        _pay(jobId, payee, amount);
        if (!_disputes[jobId].handedOver) _pay(jobId, _terms[jobId].client, _terms[jobId].disputeFee);
    }

    function _slash(JobTerms storage terms, uint256 amount) private {
        _stakes[terms.provider] -= amount;
        _slashClaims[terms.client] += amount / 2;
        slashed += amount;
        gone += amount - amount / 2;
    }

    function _pay(bytes32 jobId, address payee, uint256 amount) private {
        _move(_terms[jobId].token, address(_suite.escrow), payee, amount);
    }

    function _price(bytes32 jobId) private view returns (uint256) {
        return uint256(_terms[jobId].ratePerSecond) * _terms[jobId].runLimitSeconds;
    }

    function _amount(Vm.Log calldata log) private pure returns (uint256) {
        return uint256(bytes32(log.data[:32]));
    }
}
