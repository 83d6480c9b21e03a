// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {JobTerms} from "../../contracts/types/Job.sol";
import {Request} from "../../contracts/types/Order.sol";

/// @title RequestTerms
/// @notice The terms of a request's job, put together without the market's help.
library RequestTerms {
    /// @param request The request.
    /// @param orderHash Its EIP-712 digest.
    /// @param fill The job's number, from 1.
    /// @param provider Who takes it.
    /// @param payout Where that provider is paid.
    /// @param ratePerSecond What the request pays at the time of the take.
    function compose(
        Request memory request,
        bytes32 orderHash,
        uint32 fill,
        address provider,
        address payout,
        uint128 ratePerSecond
    ) internal pure returns (JobTerms memory terms) {
        terms.orderHash = orderHash;
        terms.fill = fill;
        terms.client = request.client;
        terms.provider = provider;
        terms.payout = payout;
        terms.token = request.token;
        terms.adjudicator = request.adjudicator;
        terms.ratePerSecond = ratePerSecond;
        terms.collateral = request.collateral;
        terms.disputeFee = request.disputeFee;
        terms.runLimitSeconds = request.runLimitSeconds;
        terms.declineSeconds = request.declineSeconds;
        terms.slackSeconds = request.slackSeconds;
        terms.reviewSeconds = request.reviewSeconds;
        terms.rulingSeconds = request.rulingSeconds;
        terms.noRulingBps = request.noRulingBps;
        terms.specDigest = request.specDigest;
    }
}
