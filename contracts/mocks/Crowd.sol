// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IJobEscrow} from "../interfaces/IJobEscrow.sol";
import {ILeaseEscrow} from "../interfaces/ILeaseEscrow.sol";
import {IPaymentVault} from "../interfaces/IPaymentVault.sol";
import {ISessionEscrow} from "../interfaces/ISessionEscrow.sol";
import {LeaseOffer} from "../types/Lease.sol";
import {Offer, Take} from "../types/Order.sol";
import {SessionTerms} from "../types/Session.sol";
import {CrowdMember} from "./CrowdMember.sol";

/// @title Crowd
/// @notice Fills a chain with providers and their offers, and with open jobs, leases and sessions, so that gas can be
/// measured beside them.
contract Crowd {
    IJobEscrow private immutable _JOBS;
    ILeaseEscrow private immutable _LEASES;
    ISessionEscrow private immutable _SESSIONS;
    IPaymentVault private immutable _VAULT;
    IERC20 private immutable _TOKEN;

    /// @param jobs The market of jobs.
    /// @param leases The market of leases.
    /// @param sessions The market of sessions.
    /// @param token Pays; the crowd must hold enough of it before it grows.
    constructor(IJobEscrow jobs, ILeaseEscrow leases, ISessionEscrow sessions, IERC20 token) {
        _JOBS = jobs;
        _LEASES = leases;
        _SESSIONS = sessions;
        _VAULT = jobs.vault();
        _TOKEN = token;
        uint256 id = uint256(uint160(address(token)));
        _VAULT.approve(address(jobs), id, type(uint256).max);
        _VAULT.approve(address(leases), id, type(uint256).max);
        _VAULT.approve(address(sessions), id, type(uint256).max);
    }

    /// @notice Adds members, takes each one's offers, and opens a session with each.
    /// @param count How many.
    /// @param deposit Base units of the token that all of it costs.
    /// @param offer What each of them offers, without collateral; its provider is replaced.
    /// @param take What the crowd takes of each.
    /// @param leaseOffer What each of them leases; its provider is replaced.
    /// @param session What the crowd opens with each; payer, payout and provider are replaced.
    function grow(
        uint256 count,
        uint256 deposit,
        Offer memory offer,
        Take calldata take,
        LeaseOffer memory leaseOffer,
        SessionTerms memory session
    ) external {
        _TOKEN.approve(address(_VAULT), deposit);
        _VAULT.deposit(_TOKEN, deposit, address(this));
        (session.payer, session.payout) = (address(this), address(this));
        for (uint256 i; i < count; ++i) {
            address member = address(new CrowdMember(_JOBS, _LEASES, offer, leaseOffer));
            (offer.provider, leaseOffer.provider, session.provider) = (member, member, member);
            _JOBS.takeOffer(offer, "", take);
            _LEASES.open(leaseOffer, "", leaseOffer.minFundedSeconds, leaseOffer.minFundedSeconds);
            _SESSIONS.open(session, 1);
        }
    }
}
