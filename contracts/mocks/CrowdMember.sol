// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../interfaces/IJobEscrow.sol";
import {ILeaseEscrow} from "../interfaces/ILeaseEscrow.sol";
import {LeaseOffer} from "../types/Lease.sol";
import {Offer} from "../types/Order.sol";
import {Profile} from "../types/Provider.sol";

/// @title CrowdMember
/// @notice A provider that registers and publishes an offer of jobs and one of leases as it is created.
contract CrowdMember {
    /// @param jobs The market of jobs.
    /// @param leases The market of leases.
    /// @param offer The offer of jobs; its provider is replaced.
    /// @param leaseOffer The offer of leases; its provider is replaced.
    constructor(IJobEscrow jobs, ILeaseEscrow leases, Offer memory offer, LeaseOffer memory leaseOffer) {
        jobs.registry().register(Profile({payout: msg.sender, encryptionKey: bytes32(uint256(1)), endpoint: ""}));
        (offer.provider, leaseOffer.provider) = (address(this), address(this));
        jobs.publishOffer(offer);
        leases.publishOffer(leaseOffer);
    }
}
